package fi.rinnalla.exchange;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

  public void tell(Sink sink) {
    records.forEach((field, count) ->
        sink.notice(new FeedNotice.UnmappedField("%s (%d)".formatted(field, count))));
  }
}
