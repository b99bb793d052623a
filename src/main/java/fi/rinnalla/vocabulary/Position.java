package fi.rinnalla.vocabulary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/// A point on the map in WGS 84 degrees, as HSDS `location.latitude` and `location.longitude`.
public record Position(double lat, double lon) {

  public Position {
    if (!(lat >= -90 && lat <= 90) || !(lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("not a WGS 84 position: " + lat + ", " + lon);
    }
  }

  /// The distance along the ellipsoid, in metres.
  public double metresTo(Position other) {
    return Geodesic.WGS84.Inverse(lat, lon, other.lat, other.lon, GeodesicMask.DISTANCE).s12;
  }

  /// Whether two feeds could mean a place one can go to: `0, 0` is how forms say "not filled in".
  @JsonIgnore
  public boolean isSomewhere() {
    return Math.abs(lat) > 0.0001 || Math.abs(lon) > 0.0001;
  }
}
