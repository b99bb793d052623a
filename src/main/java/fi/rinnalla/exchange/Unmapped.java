package fi.rinnalla.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Counts over a run the fields that a reader met and does not carry, so that each is told once
/// with the number of records that have it.
public final class Unmapped {
  private static final int MOST = 300;

  private final Map<String, Integer> records = new TreeMap<>();

  /// @param kind what sort of record it is in the feed's own words, such as `Service`
  public void count(String kind, Set<String> fields) {
    for (String field : fields) {
      String name = kind + "." + field;
      if (records.size() < MOST || records.containsKey(name)) {
        records.merge(name, 1, Integer::sum);
      }
    }
  }

  /// Of a record whose reader names what it carries: all else that says something. Of what stands
  /// within a carried field, only what is named with a dot is carried, when any of it is.
  void countBeside(String kind, JsonNode record, Set<String> carried) {
    Set<String> fields = new TreeSet<>();
    gather(record, "", carried, fields);
    count(kind, fields);
  }

  private static void gather(
      JsonNode thing, String prefix, Set<String> carried, Set<String> fields) {
    for (String name : thing.propertyNames()) {
      String field = prefix + name;
      JsonNode value = thing.path(name);
      if (name.startsWith("@") || !WatchedThing.saysSomething(value)) {
        continue;
      }
      if (!carried.contains(field)) {
        fields.add(field);
      } else if (carried.stream().anyMatch(it -> it.startsWith(field + "."))) {
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
          gather(one, field + ".", carried, fields);
        }
      }
    }
  }

  public void tell(Sink sink) {
    records.forEach((field, count) ->
        sink.notice(new FeedNotice.UnmappedField("%s (%d)".formatted(field, count))));
  }
}
