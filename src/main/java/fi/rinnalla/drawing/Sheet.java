package fi.rinnalla.drawing;

import fi.rinnalla.drawing.Typeface.Weight;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/// An A4 that is written from its top down, with what all our papers have in common: the band at
/// the top, lines one below the other, and the code.
public final class Sheet {
  public static final float MARGIN = 50;
  public static final float WIDE = PDRectangle.A4.getWidth() - 2 * MARGIN;
  public static final float TOP = PDRectangle.A4.getHeight() - 58;

  /// How far a line is from the next, by the size of its letters.
  public static final float LINE = 1.22f;

  private final TaggedPdf pdf;
  private final Lines lines;
  private float y = TOP;

  public Sheet(TaggedPdf pdf, Lines lines) {
    this.pdf = pdf;
    this.lines = lines;
  }

  /// How far down it is written, from the foot of the paper.
  public float y() {
    return y;
  }

  public void moveTo(float height) {
    y = height;
  }

  public void down(float by) {
    y -= by;
  }

  public void band() throws IOException {
    float high = PDRectangle.A4.getHeight();
    float wide = PDRectangle.A4.getWidth();
    pdf.ornament(box(0, high - 14, wide * 0.72f, 14), Logo.TEAL);
    pdf.ornament(box(wide * 0.72f, high - 14, wide, 14), Logo.APRICOT);
  }

  /// The largest size in which the words take two lines at most.
  public float fitting(Weight weight, String words, float largest, float smallest) {
    float size = largest;
    while (size > smallest && lines.of(weight, words, size, WIDE, 9).size() > 2) {
      size -= 2;
    }
    return size;
  }

  /// Lines one below the other, as one element.
  ///
  /// @param most lines; what is left out then ends in three dots
  public void block(
      String tag,
      Weight weight,
      float size,
      Color colour,
      float x,
      float wide,
      String words,
      int most)
      throws IOException {
    block(tag, weight, size, colour, x, wide, words, most, "");
  }

  /// As above, in another language than the sheet's.
  ///
  /// @param language its tag; empty when it is the sheet's
  public void block(
      String tag,
      Weight weight,
      float size,
      Color colour,
      float x,
      float wide,
      String words,
      int most,
      String language)
      throws IOException {
    PDStructureElement element = pdf.part(tag, pdf.whole());
    if (!language.isEmpty()) {
      element.setLanguage(language);
    }
    for (String line : lines.of(weight, words, size, wide, most)) {
      y -= size * LINE;
      pdf.text(element, weight, size, colour, x, y + size * (LINE - 1), line);
    }
  }

  /// One line by itself.
  public void at(
      String tag, Weight weight, float size, Color colour, float x, float base, String words)
      throws IOException {
    pdf.text(pdf.part(tag, pdf.whole()), weight, size, colour, x, base, words);
  }

  /// Our mark and our name, the mark's top left at this place.
  public void mark(float x, float top) throws IOException {
    AffineTransform logo = new AffineTransform(0.6, 0, 0, -0.6, x - 2, top + 6);
    pdf.ornament(Logo.big(logo), Logo.TEAL);
    pdf.ornament(Logo.little(logo), Logo.APRICOT);
    at("P", Weight.BOLD, 14, Logo.TEAL, x + 26, top - 12, "Rinnalla");
  }

  /// An address as a code.
  ///
  /// @param says what it is, for those who don't see it
  public void code(URI address, String says, float left, float bottom, float side)
      throws IOException {
    QrCode code = QrCode.of(address);
    Path2D dark = new Path2D.Float();
    code.dark().forEach(it -> dark.append(it, false));
    float module = side / code.modules();
    dark.transform(new AffineTransform(module, 0, 0, -module, left, bottom + side));
    pdf.picture(pdf.part("Figure", pdf.whole()), says, dark, Color.BLACK);
  }

  /// An address as people type it.
  public static String typed(URI address) {
    return address.toString().replaceFirst("^https?://", "");
  }

  public static Path2D box(float left, float bottom, float right, float high) {
    return new Path2D.Float(new Rectangle2D.Float(left, bottom, right - left, high));
  }

  /// The words in lines as wide as the sheet.
  public List<String> lines(Weight weight, String words, float size, float wide, int most) {
    return lines.of(weight, words, size, wide, most);
  }
}
