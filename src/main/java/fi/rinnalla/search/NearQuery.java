package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Position;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.geo.GeoUtils;
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
import org.apache.lucene.util.SloppyMath;

/// Documents with a position within so many metres of a point. It measures one document at a time,
/// so it stands beside a filter by box that finds the few to measure. Lucene's own distance query
/// first works out a grid of some thousand cells over the circle, each time it is asked: that was a
/// third of an everyday search, which has but a hundred positions to measure.
final class NearQuery extends Query {
  /// A sine, a cosine and a root; dearer than reading times.
  private static final float COST = 60;

  private final String field;
  private final Position point;
  private final double metres;
  private final double sortKey;

  NearQuery(String field, Position point, double metres) {
    this.field = field;
    this.point = point;
    this.metres = metres;
    this.sortKey = GeoUtils.distanceQuerySortKey(metres);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        SortedNumericDocValues positions = DocValues.getSortedNumeric(leaf.reader(), field);
        int documents = leaf.reader().maxDoc();
        float score = score();
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            return new ConstantScoreScorer(score, mode, within(positions));
          }

          @Override
          public long cost() {
            return documents;
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        // Nobody else stands on the same spot.
        return false;
      }
    };
  }

  private TwoPhaseIterator within(SortedNumericDocValues positions) {
    DocIdSetIterator all = positions;
    return new TwoPhaseIterator(all) {
      @Override
      public boolean matches() throws IOException {
        for (int i = 0, n = positions.docValueCount(); i < n; i++) {
          // As LatLonDocValuesField packs it: the latitude above the longitude.
          long packed = positions.nextValue();
          double lat = GeoEncodingUtils.decodeLatitude((int) (packed >> 32));
          double lon = GeoEncodingUtils.decodeLongitude((int) packed);
          if (SloppyMath.haversinSortKey(point.lat(), point.lon(), lat, lon) <= sortKey) {
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
    return "within " + metres + " m of " + point;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NearQuery it
        && it.field.equals(field)
        && it.point.equals(point)
        && it.metres == metres;
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, point, metres);
  }
}
