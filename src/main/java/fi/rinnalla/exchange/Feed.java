package fi.rinnalla.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of one reading: a file or folder on this computer, or what an address answers. A zip
/// is unpacked; all that was fetched or unpacked is gone when the feed is closed.
final class Feed implements AutoCloseable {
  private static final int DEEPEST = 4;

  private final Source source;
  private final @Nullable URI address;
  private final Fetcher fetcher;
  private final Path temporary;
  private Path path;
  private int pages = 1;

  private Feed(Source source, @Nullable URI address, Fetcher fetcher, Path temporary, Path path) {
    this.source = source;
    this.address = address;
    this.fetcher = fetcher;
    this.temporary = temporary;
    this.path = path;
  }

  static Feed open(Source source, String location, Fetcher fetcher) throws IOException {
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
      feed = new Feed(source, address, fetcher, temporary, temporary.resolve("feed"));
      try {
        fetcher.fetch(address, feed.path);
      } catch (IOException fault) {
        feed.close();
        throw fault;
      }
    } else {
      feed = new Feed(source, null, fetcher, temporary, Path.of(location));
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

  Source source() {
    return source;
  }

  Optional<URI> address() {
    return Optional.ofNullable(address);
  }

  /// All the files, in order of their names.
  List<Path> files() throws IOException {
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
  /// the web isn't followed.
  Path follow(URI page) throws IOException {
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
    fetcher.fetch(page, file);
    return file;
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
