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
  /// The fields that land; docs/feeds.md tells where, and why others don't.
  private static final Set<String> OF_EVENT =
      Set.of(
          ("id name short_description description provider info_url start_time end_time"
                  + " has_start_time super_event super_event_type sub_events event_status"
                  + " publication_status deleted replaced_by type_id location location_extra_info"
                  + " keywords audience in_language audience_min_age audience_max_age"
                  + " enrolment_start_time maximum_attendee_capacity offers offers.is_free"
                  + " offers.price registration registration.signup_url images images.url"
                  + " images.alt_text images.license images.photographer_name")
              .split(" "));

  private static final Set<String> OF_PLACE =
      Set.of(
          ("id name description street_address address_locality postal_code telephone position"
                  + " divisions divisions.type divisions.name deleted info_url")
              .split(" "));

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
    Unmapped unmapped = new Unmapped();
    for (Path file : feed.files()) {
      JsonFeed.Page page =
          JsonFeed.read(file, sink, item -> item(item, places, series, unmapped, sink));
      if (feed.address().isPresent()) {
        follow(feed, page, places, series, unmapped, sink);
      }
    }
    series.finish();
    unmapped.tell(sink);
  }

  private void follow(
      Feed feed,
      JsonFeed.Page first,
      LinkedPlaces places,
      LinkedSeries series,
      Unmapped unmapped,
      Sink sink)
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
          JsonFeed.read(
              feed.follow(address), sink, item -> item(item, places, series, unmapped, sink));
      next = page.header().path("meta").path("next").asString("");
    }
  }

  private static void item(
      JsonNode item, LinkedPlaces places, LinkedSeries series, Unmapped unmapped, Sink sink) {
    String type = item.path("@type").asString("");
    if (type.startsWith("Event") || item.has("super_event") || item.has("start_time")) {
      series.take(item);
      unmapped.countBeside("Event", item, OF_EVENT);
    } else if (type.equals("Place") || item.has("street_address") || item.has("position")) {
      places.take(item, false);
      unmapped.countBeside("Place", item, OF_PLACE);
    } else if (!type.matches("Keyword|KeywordSet|ImageObject|Organization|Language")) {
      sink.notice(JsonFeed.unrecognised(item));
    }
  }
}
