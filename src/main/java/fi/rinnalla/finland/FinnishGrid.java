package fi.rinnalla.finland;

import fi.rinnalla.vocabulary.Position;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/// Finland's own plane coordinates, ETRS-TM35FIN (EPSG:3067), as degrees on the earth.
final class FinnishGrid {
  /// As EPSG defines it: UTM zone 35 for the whole country, on ETRS89, which is within half a metre
  /// of WGS 84.
  private static final String TM35FIN =
      "+proj=utm +zone=35 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";

  private static final String DEGREES = "+proj=longlat +ellps=WGS84 +datum=WGS84 +no_defs";
  private static final CRSFactory SYSTEMS = new CRSFactory();
  private static final CoordinateReferenceSystem GRID =
      SYSTEMS.createFromParameters("EPSG:3067", TM35FIN);
  private static final CoordinateReferenceSystem EARTH =
      SYSTEMS.createFromParameters("EPSG:4326", DEGREES);

  private FinnishGrid() {}

  /// Whether these could be metres of the grid, with Åland and the sea around.
  static boolean covers(double northing, double easting) {
    return northing > 6_500_000 && northing < 7_900_000 && easting > 20_000 && easting < 800_000;
  }

  static Position position(double northing, double easting) {
    ProjCoordinate degrees = new ProjCoordinate();
    // A transform keeps what it is reckoning with, so it isn't shared between threads.
    new CoordinateTransformFactory()
        .createTransform(GRID, EARTH)
        .transform(new ProjCoordinate(easting, northing), degrees);
    return new Position(degrees.y, degrees.x);
  }
}
