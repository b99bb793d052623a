package fi.rinnalla.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/// Documents with a time that is going on at some moment of the span. It looks at one document at a
/// time, so it stands beside a filter by day that finds the few to look at.
final class DuringQuery extends Query {
  /// Reading a handful of numbers; dearer than a term, cheaper than a distance.
  private static final float COST = 20;

  private final String field;
  private final long fromMinute;
  private final long toMinute;

  DuringQuery(String field, Span span) {
    this.field = field;
    this.fromMinute = span.start().getEpochSecond() / 60;
    this.toMinute = span.end().getEpochSecond() / 60;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        SortedNumericDocValues spans = DocValues.getSortedNumeric(leaf.reader(), field);
        int documents = leaf.reader().maxDoc();
        float score = score();
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            return new ConstantScoreScorer(score, mode, matching(spans));
          }

          @Override
          public long cost() {
            return documents;
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        // The minute is in the query, so it is never asked again.
        return false;
      }
    };
  }

  private TwoPhaseIterator matching(SortedNumericDocValues spans) {
    DocIdSetIterator all = spans;
    return new TwoPhaseIterator(all) {
      @Override
      public boolean matches() throws IOException {
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
      public float matchCost() {
        return COST;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String defaultField) {
    return "during " + fromMinute + "–" + toMinute;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DuringQuery it
        && it.field.equals(field)
        && it.fromMinute == fromMinute
        && it.toMinute == toMinute;
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, fromMinute, toMinute);
  }
}
