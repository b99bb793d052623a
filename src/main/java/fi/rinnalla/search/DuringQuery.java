package fi.rinnalla.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.SortedNumericDocValues;

/// Documents with a time that is going on at some moment of the span.
final class DuringQuery extends ValuesQuery {
  /// Reading a handful of numbers; dearer than a term, cheaper than a distance.
  private static final float COST = 20;

  private final long fromMinute;
  private final long toMinute;

  DuringQuery(String field, Span span) {
    super(field, COST);
    this.fromMinute = span.start().getEpochSecond() / 60;
    this.toMinute = span.end().getEpochSecond() / 60;
  }

  @Override
  boolean isMetBy(SortedNumericDocValues spans) throws IOException {
    for (int i = 0, n = spans.docValueCount(); i < n; i++) {
      long packed = spans.nextValue();
      if (Span.startMinutes(packed) > toMinute) {
        return false;
      }
      if (Span.endMinutes(packed) > fromMinute || Span.startMinutes(packed) == fromMinute) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString(String defaultField) {
    return "during " + fromMinute + "–" + toMinute;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DuringQuery it
        && it.fromMinute == fromMinute
        && it.toMinute == toMinute;
  }

  @Override
  public int hashCode() {
    return Objects.hash(fromMinute, toMinute);
  }
}
