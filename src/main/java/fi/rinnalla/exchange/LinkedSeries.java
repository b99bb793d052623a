package fi.rinnalla.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Brings a series together with its times. Linked Events has no rules: a recurring event is a
/// super event with a sub event for each time, which may come before it or pages after, so whatever
/// belongs to another waits until all has been read. An umbrella only gathers; what is under it
/// stands alone.
final class LinkedSeries {
  private final LinkedEvent events;
  private final Sink sink;
  private final Map<String, JsonNode> supers = new LinkedHashMap<>();
  private final Map<String, Map<String, JsonNode>> children = new LinkedHashMap<>();

  LinkedSeries(LinkedEvent events, Sink sink) {
    this.events = events;
    this.sink = sink;
  }

  void take(JsonNode event) {
    String id = LinkedWords.id(event);
    if (id == null) {
      sink.notice(new RecordNotice.WithoutId(LinkedWords.word(event.path("name"), "fi"), "event"));
      return;
    }
    String above = LinkedWords.id(event.path("super_event"));
    if (above != null) {
      children.computeIfAbsent(above, _ -> new LinkedHashMap<>()).put(id, event);
    } else if (LinkedWords.word(event, "super_event_type") != null) {
      supers.put(id, event);
      for (JsonNode child : event.path("sub_events")) {
        String childId = LinkedWords.id(child);
        if (childId != null && child.has("start_time")) {
          children.computeIfAbsent(id, _ -> new LinkedHashMap<>()).putIfAbsent(childId, child);
        }
      }
    } else if (isPublished(id, event)) {
      events.take(id, event, List.of());
    }
  }

  void finish() {
    supers.forEach(this::finish);
    // Times of a series that the feed doesn't have, and what an umbrella gathers.
    children
        .values()
        .forEach(orphans ->
            orphans.forEach((id, event) -> {
              if (isPublished(id, event)) {
                events.take(id, event, List.of());
              }
            }));
  }

  private void finish(String id, JsonNode event) {
    boolean recurring = event.path("super_event_type").asString("").equals("recurring");
    Map<String, JsonNode> own = children.getOrDefault(id, Map.of());
    if (recurring) {
      children.remove(id);
      if (isPublished(id, event)) {
        List<JsonNode> times = new ArrayList<>();
        own.forEach((childId, child) -> {
          if (isPublished(childId, child)) {
            times.add(child);
          }
        });
        events.take(id, event, times);
      }
    } else if (own.isEmpty() && isPublished(id, event)) {
      events.take(id, event, List.of());
    }
  }

  private boolean isPublished(String id, JsonNode event) {
    boolean hidden =
        event.path("deleted").asBoolean(false)
            || event.path("publication_status").asString("").equals("draft")
            || event.path("replaced_by").isString();
    if (hidden) {
      sink.notice(new RecordNotice.NotPublished(id, LinkedWords.word(event.path("name"), "fi")));
    }
    return !hidden;
  }
}
