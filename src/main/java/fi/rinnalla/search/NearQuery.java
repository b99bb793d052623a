package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Position;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.geo.GeoUtils;
import org.apache.lucene.geo.Rectangle;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.SloppyMath;

/// Documents with a position within so many metres of a point. Lucene's own distance query first
/// works out a grid of some thousand cells over the circle, each time it is asked: that was a third
/// of an everyday search, which has but a hundred positions to measure.
final class NearQuery extends ValuesQuery {
  /// Two comparisons for nearly every document; only what is in the box around is measured. That is
  /// cheaper than reading times, so distance is looked at first.
  private static final float COST = 10;

  private final Position point;
  private final double metres;
  private final double sortKey;
  private final int south;
  private final int north;
  private final int west;
  private final int east;
  private final boolean crossesDateLine;

  NearQuery(String field, Position point, double metres) {
    super(field, COST);
    this.point = point;
    this.metres = metres;
    this.sortKey = GeoUtils.distanceQuerySortKey(metres);
    Rectangle box = Rectangle.fromPointDistance(point.lat(), point.lon(), metres);
    this.south = GeoEncodingUtils.encodeLatitude(box.minLat);
    this.north = GeoEncodingUtils.encodeLatitude(box.maxLat);
    this.west = GeoEncodingUtils.encodeLongitude(box.minLon);
    this.east = GeoEncodingUtils.encodeLongitude(box.maxLon);
    this.crossesDateLine = box.crossesDateline();
  }

  @Override
  boolean isMetBy(SortedNumericDocValues positions) throws IOException {
    for (int i = 0, n = positions.docValueCount(); i < n; i++) {
      // As LatLonDocValuesField packs it: the latitude above the longitude.
      long packed = positions.nextValue();
      int lat = (int) (packed >> 32);
      int lon = (int) packed;
      if (isInBox(lat, lon) && metresKey(lat, lon) <= sortKey) {
        return true;
      }
    }
    return false;
  }

  private boolean isInBox(int lat, int lon) {
    if (lat < south || lat > north) {
      return false;
    }
    return crossesDateLine ? lon >= west || lon <= east : lon >= west && lon <= east;
  }

  private double metresKey(int lat, int lon) {
    return SloppyMath.haversinSortKey(
        point.lat(),
        point.lon(),
        GeoEncodingUtils.decodeLatitude(lat),
        GeoEncodingUtils.decodeLongitude(lon));
  }

  @Override
  public String toString(String defaultField) {
    return "within " + metres + " m of " + point;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NearQuery it && it.point.equals(point) && it.metres == metres;
  }

  @Override
  public int hashCode() {
    return Objects.hash(point, metres);
  }
}
