package fi.rinnalla.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of one reading: a file or folder on this computer, or what an address answers. A zip
/// is unpacked; all that was fetched or unpacked is gone when the feed is closed.
public final class Feed implements AutoCloseable {
  private static final int DEEPEST = 4;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final Source source;
  private final @Nullable URI address;
  private final Fetcher fetcher;
  private final Path temporary;
  private final @Nullable Instant previous;
  private Path path;
  private int pages = 1;

  private Feed(
      Source source,
      @Nullable URI address,
      Fetcher fetcher,
      @Nullable Instant previous,
      Path temporary,
      Path path) {
    this.source = source;
    this.address = address;
    this.fetcher = fetcher;
    this.previous = previous;
    this.temporary = temporary;
    this.path = path;
  }

  static Feed open(Source source, String location, Fetcher fetcher) throws IOException {
    return open(source, location, fetcher, true, null);
  }

  /// @param fetch whether what the address answers is fetched at once; a reader that asks an
  ///   interface by itself begins with nothing
  /// @param previous when the last reading of the source that came to its end began
  static Feed open(
      Source source, String location, Fetcher fetcher, boolean fetch, @Nullable Instant previous)
      throws IOException {
    Path temporary = Files.createTempDirectory("rinnalla-feed");
    Feed feed;
    if (location.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
      URI address;
      try {
        address = URI.create(location);
      } catch (IllegalArgumentException malformed) {
        throw new FetchFault(
            new FetchNotice.AddressNotPublic(null), "not an address: " + Notice.excerpt(location));
      }
      feed = new Feed(source, address, fetcher, previous, temporary, temporary.resolve("feed"));
      try {
        if (fetch) {
          feed.fetch(address, feed.path, Map.of());
        }
      } catch (IOException fault) {
        feed.close();
        throw fault;
      }
    } else {
      feed = new Feed(source, null, fetcher, previous, temporary, Path.of(location));
      if (!Files.exists(feed.path)) {
        feed.close();
        throw new FetchFault(
            new FetchNotice.NoSuchFile(null), "no such file: " + Notice.excerpt(location));
      }
    }
    if (Files.isRegularFile(feed.path) && isZip(feed.path)) {
      Path folder = temporary.resolve("unpacked");
      try {
        Zip.unpack(feed.path, folder, fetcher.settings());
      } catch (IOException fault) {
        feed.close();
        throw fault;
      }
      feed.path = folder;
    }
    return feed;
  }

  public Source source() {
    return source;
  }

  public Optional<URI> address() {
    return Optional.ofNullable(address);
  }

  /// When the last reading of this source that came to its end began: what has changed since then
  /// is all that a feed of changes must tell.
  public Optional<Instant> previous() {
    return Optional.ofNullable(previous);
  }

  /// All the files, in order of their names.
  public List<Path> files() throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path, DEEPEST)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  List<Path> files(String... endings) throws IOException {
    List<Path> fitting = new ArrayList<>();
    for (Path file : files()) {
      for (String ending : endings) {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
          fitting.add(file);
        }
      }
    }
    return fitting;
  }

  /// A further page of a feed on the web. It must be of the same host: a feed that sends us round
  /// the web isn't followed. A server that is too busy or doesn't answer is asked again a few
  /// times.
  public Path follow(URI page) throws IOException {
    return follow(page, Map.of());
  }

  /// A page of JSON to its end: one that breaks off is asked for again as well, and when it never
  /// comes whole nothing of it is read.
  ///
  /// @param headers what the server wants to be told besides, such as a key; never logged
  public Path followWhole(URI page, Map<String, String> headers) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Path file = follow(page, headers);
      if (JsonFeed.isWhole(file)) {
        return file;
      }
      if (attempt >= fetcher.settings().fetchTries()) {
        throw new FetchFault(
            new FetchNotice.BrokenPage(Integer.toString(attempt)),
            "a page of %s is not whole".formatted(page.getHost()));
      }
      pause(attempt, null);
    }
  }

  private Path follow(URI page, Map<String, String> headers) throws IOException {
    if (address == null || !String.valueOf(address.getHost()).equals(page.getHost())) {
      throw new FetchFault(
          new FetchNotice.PagesElsewhere(null),
          "the next page is on another host: " + page.getHost());
    }
    if (++pages > fetcher.settings().mostPages()) {
      throw new FetchFault(
          new FetchNotice.TooManyPages(Integer.toString(fetcher.settings().mostPages())),
          "over %d pages".formatted(fetcher.settings().mostPages()));
    }
    Path file = temporary.resolve("page");
    fetch(page, file, headers);
    return file;
  }

  private void fetch(URI page, Path file, Map<String, String> headers) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        fetcher.fetch(page, file, headers);
        return;
      } catch (FetchFault fault) {
        if (!fault.mayPass() || attempt >= fetcher.settings().fetchTries()) {
          throw fault;
        }
        pause(attempt, fault.after());
      }
    }
  }

  /// Twice as long each time, and as long as the server asks, within reason.
  private void pause(int attempt, @Nullable Duration asked) throws FetchFault {
    Duration own = fetcher.settings().fetchPause().multipliedBy(1L << Math.min(attempt - 1, 6));
    Duration wait = asked == null || asked.compareTo(own) < 0 ? own : asked;
    try {
      Thread.sleep(wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new FetchFault(new FetchNotice.NoAnswer(null), "the fetch was stopped");
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> walk = Files.walk(temporary)) {
      walk.sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException cause) {
              throw new UncheckedIOException(cause);
            }
          });
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4
          && start[0] == 'P'
          && start[1] == 'K'
          && start[2] == 3
          && start[3] == 4;
    }
  }
}
