package fi.rinnalla.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/// A condition on the numbers of a document, looked at one document at a time. It stands beside a
/// filter that is looked up and finds the few to look at. Each is asked once: a spot and a minute
/// are a searcher's own.
abstract class ValuesQuery extends Query {
  private final String field;
  private final float cost;

  /// @param cost of one look, as a number of simple steps
  ValuesQuery(String field, float cost) {
    this.field = field;
    this.cost = cost;
  }

  /// Whether the document that the values stand at is wanted.
  abstract boolean isMetBy(SortedNumericDocValues values) throws IOException;

  @Override
  public final Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), field);
        int documents = leaf.reader().maxDoc();
        float score = score();
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            return new ConstantScoreScorer(score, mode, looking(values));
          }

          @Override
          public long cost() {
            return documents;
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private TwoPhaseIterator looking(SortedNumericDocValues values) {
    return new TwoPhaseIterator(values) {
      @Override
      public boolean matches() throws IOException {
        return isMetBy(values);
      }

      @Override
      public float matchCost() {
        return cost;
      }
    };
  }

  @Override
  public final void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }
}
