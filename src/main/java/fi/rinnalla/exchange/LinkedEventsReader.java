package fi.rinnalla.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads Linked Events: single objects, lists and pages of events and places, as the API of
/// Helsinki and its kin give them.
@Component
class LinkedEventsReader implements FeedReader {
  private final HsdsParts parts;

  LinkedEventsReader(HsdsParts parts) {
    this.parts = parts;
  }

  @Override
  public Format format() {
    return Format.LINKEDEVENTS;
  }

  @Override
  public void read(Feed feed, Sink sink) throws IOException {
    sink.covers(Draft.Kind.EVENT, Draft.Kind.LOCATION);
    LinkedPlaces places = new LinkedPlaces(parts, feed.source(), sink);
    LinkedSeries series =
        new LinkedSeries(new LinkedEvent(parts, places, feed.source(), sink), sink);
    for (Path file : feed.files()) {
      JsonFeed.Page page = JsonFeed.read(file, sink, item -> item(item, places, series, sink));
      if (feed.address().isPresent()) {
        follow(feed, page, places, series, sink);
      }
    }
    series.finish();
  }

  private void follow(
      Feed feed, JsonFeed.Page first, LinkedPlaces places, LinkedSeries series, Sink sink)
      throws IOException {
    Set<String> visited = new HashSet<>();
    String next = first.header().path("meta").path("next").asString("");
    while (!next.isEmpty() && visited.add(next)) {
      URI address;
      try {
        address = feed.address().orElseThrow().resolve(next);
      } catch (IllegalArgumentException malformed) {
        sink.notice(new FeedNotice.ReadingStopped(null));
        return;
      }
      JsonFeed.Page page =
          JsonFeed.read(feed.follow(address), sink, item -> item(item, places, series, sink));
      next = page.header().path("meta").path("next").asString("");
    }
  }

  private static void item(JsonNode item, LinkedPlaces places, LinkedSeries series, Sink sink) {
    String type = item.path("@type").asString("");
    if (type.startsWith("Event") || item.has("super_event") || item.has("start_time")) {
      series.take(item);
    } else if (type.equals("Place") || item.has("street_address") || item.has("position")) {
      places.take(item, false);
    } else if (!type.matches("Keyword|KeywordSet|ImageObject|Organization|Language")) {
      sink.notice(JsonFeed.unrecognised(item));
    }
  }
}
