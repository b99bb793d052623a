package fi.rinnalla.search.web;

import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.vocabulary.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A still picture of where the hits of a search are: what is seen of the map before the live one
/// comes, and all of it without scripts.
///
/// It is a square of the web map (EPSG:3857), in the steps of `ground.svg`. What stands on it is
/// placed by hundredths of the square's side, so that markers and names keep their size however
/// large the square is shown.
///
/// @param left the square's western edge, in steps
/// @param top its northern edge
/// @param side how wide and high it is
/// @param names the towns, the best known first
/// @param centre the place searched from, or null
/// @param rings the distances around it
public record MapPicture(
    double left,
    double top,
    double side,
    List<Spot> spots,
    List<Name> names,
    @Nullable Point centre,
    List<Ring> rings) {
  /// How many steps the whole world is wide in `ground.svg`.
  private static final double WORLD = 1 << 19;

  private static final double EQUATOR_METRES = 40_075_016.686;

  /// Some two kilometres: nearer than that the ground has nothing to show.
  private static final double SMALLEST = 120;

  /// So large that districts would lie on each other.
  private static final double WITHOUT_DISTRICTS = 3200;

  private static final double TOGETHER = 15;
  private static final int MOST_NAMES = 10;
  private static final double WALK_METRES = 2_000;
  private static final Bounds FINLAND =
      Bounds.of(Stream.of(new Position(59.6, 19.5), new Position(70.1, 31.6))).orElseThrow();

  /// A hit, and one of the points where it is.
  record Mark(Kind kind, Position at) {

    /// What is known only by its town stands at none.
    static List<Mark> of(List<Results.Hit> hits) {
      return hits.stream()
          .map(Results.Hit::card)
          .filter(it -> !it.approximate())
          .flatMap(it -> it.positions().stream().map(at -> new Mark(it.key().kind(), at)))
          .toList();
    }
  }

  /// A point of the picture, in hundredths of its side from the left and from the top.
  public record Point(double left, double top) {
    public String x() {
      return String.format(Locale.ROOT, "%.2f%%", left);
    }

    public String y() {
      return String.format(Locale.ROOT, "%.2f%%", top);
    }

    private boolean isWithin(double width, double height, Point other) {
      return Math.abs(left - other.left) < width && Math.abs(top - other.top) < height;
    }
  }

  /// One hit, or several that would lie on each other.
  ///
  /// @param kind of the first of them
  public record Spot(Point at, Kind kind, int count) {
    private Spot with(Point another) {
      int more = count + 1;
      return new Spot(
          new Point(
              at.left + (another.left - at.left) / more, at.top + (another.top - at.top) / more),
          kind,
          more);
    }
  }

  public record Name(Point at, String words) {}

  /// @param radius in hundredths of the picture's side
  public record Ring(int kilometres, double radius) {
    public String r() {
      return String.format(Locale.ROOT, "%.2f%%", radius);
    }
  }

  public MapPicture {
    spots = List.copyOf(spots);
    names = List.copyOf(names);
    rings = List.copyOf(rings);
  }

  /// As SVG reads it.
  public String viewBox() {
    return String.format(Locale.ROOT, "%.1f %.1f %.1f %.1f", left, top, side, side);
  }

  /// @param where what the search is near to, whose circle is then the whole picture
  /// @param labels the towns and districts, the best known first
  static MapPicture of(List<Mark> marks, Query.Where where, List<MapLabels.Label> labels) {
    Query.Where.Near near = where instanceof Query.Where.Near it ? it : null;
    Bounds bounds =
        near != null
            ? Bounds.around(near.point(), near.metres() * 1.05)
            : Bounds.of(marks.stream().map(Mark::at)).orElse(FINLAND).wider();
    return in(bounds, marks, labels, near);
  }

  private static MapPicture in(
      Bounds bounds,
      List<Mark> marks,
      List<MapLabels.Label> labels,
      Query.Where.@Nullable Near near) {
    double side = Math.max(SMALLEST, Math.max(bounds.width(), bounds.height()));
    MapPicture empty =
        new MapPicture(
            bounds.middleX() - side / 2,
            bounds.middleY() - side / 2,
            side,
            List.of(),
            List.of(),
            null,
            List.of());
    return new MapPicture(
        empty.left,
        empty.top,
        side,
        empty.spots(marks),
        empty.names(labels),
        near == null ? null : empty.at(near.point()),
        near == null ? List.of() : empty.rings(near));
  }

  /// The places of one hit; of a single one, what is around it within a walk.
  public static MapPicture of(Kind kind, List<Position> places) {
    List<Mark> marks = places.stream().map(it -> new Mark(kind, it)).toList();
    return in(
        places.size() == 1
            ? Bounds.around(places.getFirst(), WALK_METRES)
            : Bounds.of(places.stream()).orElse(FINLAND).wider(),
        marks,
        List.of(),
        null);
  }

  private Point at(Position position) {
    return new Point(
        (Bounds.x(position) - left) / side * 100, (Bounds.y(position) - top) / side * 100);
  }

  private static boolean isSeen(Point point) {
    return point.left >= 0 && point.left <= 100 && point.top >= 0 && point.top <= 100;
  }

  private List<Spot> spots(List<Mark> marks) {
    List<Spot> spots = new ArrayList<>();
    for (Mark mark : marks) {
      Point point = at(mark.at());
      if (!isSeen(point)) {
        continue;
      }
      int there = 0;
      while (there < spots.size() && !spots.get(there).at.isWithin(TOGETHER, TOGETHER, point)) {
        there++;
      }
      if (there < spots.size()) {
        spots.set(there, spots.get(there).with(point));
      } else {
        spots.add(new Spot(point, mark.kind(), 1));
      }
    }
    return spots;
  }

  private List<Name> names(List<MapLabels.Label> labels) {
    List<Name> names = new ArrayList<>();
    for (MapLabels.Label label : labels) {
      if (names.size() == MOST_NAMES) {
        break;
      }
      Point point = at(new Position(label.lat(), label.lon()));
      boolean large = label.rank() == 1 || side < WITHOUT_DISTRICTS;
      boolean inside = point.isWithin(46, 46, new Point(50, 50));
      if (large && inside && names.stream().noneMatch(it -> it.at.isWithin(24, 8, point))) {
        names.add(new Name(point, label.name()));
      }
    }
    return names;
  }

  private List<Ring> rings(Query.Where.Near near) {
    return DoubleStream.of(1, 3, 5, 10, 20)
        .filter(it -> it * 1000 <= Math.max(near.metres(), 1000))
        .mapToObj(
            it -> new Ring((int) it, Bounds.steps(it * 1000, near.point().lat()) / side * 100))
        .toList();
  }

  /// A part of the web map, in steps.
  private record Bounds(double west, double north, double east, double south) {

    static Optional<Bounds> of(Stream<Position> positions) {
      return positions
          .map(it -> new Bounds(x(it), y(it), x(it), y(it)))
          .reduce((some, more) ->
              new Bounds(
                  Math.min(some.west, more.west),
                  Math.min(some.north, more.north),
                  Math.max(some.east, more.east),
                  Math.max(some.south, more.south)));
    }

    static Bounds around(Position centre, double metres) {
      double reach = steps(metres, centre.lat());
      return new Bounds(x(centre) - reach, y(centre) - reach, x(centre) + reach, y(centre) + reach);
    }

    /// Markers at its edge want room.
    Bounds wider() {
      double more = Math.max(width(), height()) * 0.12;
      return new Bounds(west - more, north - more, east + more, south + more);
    }

    double width() {
      return east - west;
    }

    double height() {
      return south - north;
    }

    double middleX() {
      return (west + east) / 2;
    }

    double middleY() {
      return (north + south) / 2;
    }

    static double steps(double metres, double lat) {
      return metres * WORLD / (EQUATOR_METRES * Math.cos(Math.toRadians(lat)));
    }

    static double x(Position position) {
      return WORLD * (0.5 + position.lon() / 360);
    }

    static double y(Position position) {
      double angle = Math.PI / 4 + Math.toRadians(position.lat()) / 2;
      return WORLD * (0.5 - Math.log(Math.tan(angle)) / (2 * Math.PI));
    }
  }
}
