package fi.rinnalla.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;

/// The first time of a document that is not over at a moment, so that a series stands in a list
/// once, at its next time (linkedevents pull requests 729 and 1050).
final class NextTime extends LongValuesSource {
  private static final int MOST_TIMES = 31;

  private final String field;
  private final long minute;

  NextTime(String field, long minute) {
    this.field = field;
    this.minute = minute;
  }

  /// The packed span, or -1 when there is none.
  static long of(SortedNumericDocValues spans, int document, long minute) throws IOException {
    if (spans.advanceExact(document)) {
      for (int i = 0, n = spans.docValueCount(); i < n; i++) {
        long packed = spans.nextValue();
        if (Span.endMinutes(packed) > minute) {
          return packed;
        }
      }
    }
    return -1;
  }

  /// The times that touch a span, in order; no more than a page can show.
  static List<Span> during(SortedNumericDocValues spans, int document, Span when)
      throws IOException {
    List<Span> times = new ArrayList<>();
    long from = when.start().getEpochSecond() / 60;
    long to = when.end().getEpochSecond() / 60;
    if (spans.advanceExact(document)) {
      for (int i = 0, n = spans.docValueCount(); i < n && times.size() < MOST_TIMES; i++) {
        long packed = spans.nextValue();
        if (Span.startMinutes(packed) >= to) {
          break;
        }
        if (Span.endMinutes(packed) > from) {
          times.add(Span.unpacked(packed));
        }
      }
    }
    return times;
  }

  @Override
  public LongValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    SortedNumericDocValues spans = DocValues.getSortedNumeric(leaf.reader(), field);
    return new LongValues() {
      private long value;

      @Override
      public long longValue() {
        return value;
      }

      @Override
      public boolean advanceExact(int document) throws IOException {
        value = of(spans, document, minute);
        return value >= 0;
      }
    };
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public LongValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NextTime it && it.field.equals(field) && it.minute == minute;
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, minute);
  }

  @Override
  public String toString() {
    return "next time after minute " + minute;
  }
}
