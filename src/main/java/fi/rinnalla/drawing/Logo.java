package fi.rinnalla.drawing;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Our mark, a big one and a little one side by side, and the colours of our pages, for what is
/// drawn without them; `icons.svg` and `theme.css` have the originals.
public final class Logo {
  public static final Color INK = new Color(0x213130);
  public static final Color SOFT = new Color(0x55615f);
  public static final Color TEAL = new Color(0x0b5c5e);
  public static final Color APRICOT = new Color(0xf0a04b);
  public static final Color PAPER = new Color(0xfbf7f0);
  public static final Color LINE = new Color(0xe7dece);

  /// The side of the square that the mark is drawn in.
  public static final int SIDE = 40;

  private Logo() {}

  public static Path2D big(AffineTransform place) {
    return person(14.5, 11, 6, 29.5, 11, 20).apply(place);
  }

  public static Path2D little(AffineTransform place) {
    return person(29.25, 19, 4.7, 32, 7.25, 36.5).apply(place);
  }

  private record Person(Area area) {
    Path2D apply(AffineTransform place) {
      return new Path2D.Float(area, place);
    }
  }

  /// A head, and shoulders that end on the right where the other one begins.
  private static Person person(
      double middle, double head, double headRadius, double shoulders, double radius, double end) {
    Area area = new Area(disc(middle, shoulders, radius));
    area.add(
        new Area(new Rectangle2D.Double(middle - radius, shoulders, 2 * radius, 37 - shoulders)));
    double left = middle - radius;
    area.intersect(new Area(new RoundRectangle2D.Double(left, 0, end - left, 37, 4, 4)));
    area.add(new Area(disc(middle, head, headRadius)));
    return new Person(area);
  }

  private static Ellipse2D disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
