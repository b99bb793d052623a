package fi.rinnalla.channels;

import fi.rinnalla.drawing.Lines;
import fi.rinnalla.drawing.Logo;
import fi.rinnalla.drawing.Typeface;
import fi.rinnalla.drawing.Typeface.Weight;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;

/// What is shown beside a link to a page of ours in a message or another site, when the listing has
/// no picture of its own (the Open Graph protocol).
///
/// @param kind `Tapahtuma`
/// @param when empty when nothing is known, or it isn't a matter of times
/// @param note said small, such as that all of it is made up
public record ShareCard(
    Lang lang, String kind, String title, String when, String where, String note) {
  public static final int WIDTH = 1200;
  public static final int HEIGHT = 630;

  /// Counts up when cards come to look otherwise.
  private static final int FORM = 1;

  private static final int DIGEST_BYTES = 16;
  private static final int MARGIN = 80;
  private static final int WIDE = WIDTH - 2 * MARGIN;
  private static final int LARGEST = 88;
  private static final int SMALLEST = 54;
  private static final float LINE = 1.16f;

  /// A digest of all that is on it.
  public String content() {
    return HexFormat.of().formatHex(Sha256.of("card " + FORM + this), 0, DIGEST_BYTES);
  }

  /// The card as a PNG.
  public byte[] drawn() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try (Typeface typeface = new Typeface()) {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      new Drawing(pen, typeface, new Lines(typeface, lang.locale())).draw();
    } finally {
      pen.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return png.toByteArray();
  }

  private final class Drawing {
    private final Graphics2D pen;
    private final Typeface typeface;
    private final Lines lines;

    Drawing(Graphics2D pen, Typeface typeface, Lines lines) {
      this.pen = pen;
      this.typeface = typeface;
      this.lines = lines;
    }

    void draw() {
      fill(Logo.PAPER, 0, 0, WIDTH, HEIGHT);
      fill(Logo.TEAL, 0, HEIGHT - 18, WIDTH * 72 / 100, 18);
      fill(Logo.APRICOT, WIDTH * 72 / 100, HEIGHT - 18, WIDTH, 18);
      words(Weight.BOLD, kind, 32, Logo.TEAL, MARGIN, 104);
      int size = LARGEST;
      while (size > SMALLEST && lines.of(Weight.BOLD, title, size, WIDE, 9).size() > 2) {
        size -= 2;
      }
      float y = 132;
      for (String line : lines.of(Weight.BOLD, title, size, WIDE, 3)) {
        y += size * LINE;
        words(Weight.BOLD, line, size, Logo.INK, MARGIN, y - size * 0.12f);
      }
      y += 20;
      if (!when.isEmpty()) {
        y += 46;
        words(Weight.BOLD, first(Weight.BOLD, when, 40), 40, Logo.TEAL, MARGIN, y);
        y += 8;
      }
      for (String line : lines.of(Weight.REGULAR, where, 34, WIDE, 2)) {
        y += 44;
        words(Weight.REGULAR, line, 34, Logo.SOFT, MARGIN, y);
      }
      foot();
    }

    private void foot() {
      AffineTransform at = new AffineTransform(1.3, 0, 0, 1.3, MARGIN - 4, HEIGHT - 96);
      pen.setColor(Logo.TEAL);
      pen.fill(Logo.big(at));
      pen.setColor(Logo.APRICOT);
      pen.fill(Logo.little(at));
      words(Weight.BOLD, "Rinnalla", 34, Logo.TEAL, MARGIN + 58, HEIGHT - 50);
      float wide = typeface.width(Weight.REGULAR, note, 24);
      words(Weight.REGULAR, note, 24, Logo.SOFT, WIDTH - MARGIN - wide, HEIGHT - 50);
    }

    private String first(Weight weight, String words, float size) {
      List<String> fitting = lines.of(weight, words, size, WIDE, 1);
      return fitting.isEmpty() ? "" : fitting.getFirst();
    }

    private void words(Weight weight, String words, float size, Color colour, float x, float base) {
      AffineTransform before = pen.getTransform();
      pen.setColor(colour);
      pen.translate(x, base);
      pen.fill(typeface.outline(weight, words, size));
      pen.setTransform(before);
    }

    private void fill(Color colour, int x, int y, int wide, int high) {
      pen.setColor(colour);
      pen.fillRect(x, y, wide, high);
    }
  }
}
