package fi.rinnalla.finland;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.Feed;
import fi.rinnalla.exchange.FeedReader;
import fi.rinnalla.exchange.Format;
import fi.rinnalla.exchange.JsonFeed;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.SourceIds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads PTV, Finland's catalogue of public services (palvelutietovaranto), from files of its
/// objects or from its open interface. docs/ptv.md tells which field goes where.
@Component
class PtvReader implements FeedReader {
  static final Format PTV = new Format("ptv");
  static final Set<String> LISTS = Set.of("itemList");

  private final Areas areas;
  private final PtvClasses classes;

  private final PtvSettings settings;

  PtvReader(Areas areas, PtvClasses classes, PtvSettings settings) {
    this.areas = areas;
    this.classes = classes;
    this.settings = settings;
  }

  @Override
  public Format format() {
    return PTV;
  }

  @Override
  public boolean asksByItself() {
    return true;
  }

  @Override
  public void read(Feed feed, Sink sink) throws IOException {
    PtvRun run = new PtvRun(new SourceIds(feed.source().name()), sink, areas, classes);
    URI address = feed.address().orElse(null);
    if (address == null) {
      sink.covers(
          Draft.Kind.ORGANIZATION,
          Draft.Kind.LOCATION,
          Draft.Kind.SERVICE,
          Draft.Kind.SERVICE_AT_LOCATION);
      readFiles(feed.files(), run, sink);
    } else if (PtvV12.SEARCH.matcher(address.toString().replaceFirst("[?#].*$", "")).matches()) {
      PtvV12.read(feed, address, settings.keyOf(feed.source().name()), run, sink);
    } else {
      PtvV11.read(feed, address, run, sink);
    }
    run.finish();
  }

  /// Services lean on channels, and channels on organizations, so each kind is looked for in turn,
  /// whatever the files are called.
  private static void readFiles(List<Path> files, PtvRun run, Sink sink) throws IOException {
    for (PtvRun.Kind kind : PtvRun.Kind.values()) {
      // What is wrong with a file is told once.
      Sink told = kind == PtvRun.Kind.ORGANIZATION ? sink : new Unheard(sink.today());
      for (Path file : files) {
        if (file.getFileName().toString().endsWith(".json")
            || !file.getFileName().toString().contains(".")) {
          JsonFeed.read(
              file,
              LISTS,
              told,
              item ->
                  each(
                      item,
                      one -> {
                        if (PtvRun.kind(one) == kind) {
                          run.take(one);
                        }
                      }));
        }
      }
    }
  }

  /// One object, or many by their ids: `{"6c00…": {…}, "70ab…": {…}}`.
  private static void each(JsonNode item, Consumer<JsonNode> taker) {
    boolean byId = item.isObject() && !item.isEmpty() && !item.has("id");
    for (JsonNode one : item) {
      byId &= one.isObject() && one.has("id");
    }
    if (byId) {
      item.forEach(taker);
    } else {
      taker.accept(item);
    }
  }
}
