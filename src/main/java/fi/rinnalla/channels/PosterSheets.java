package fi.rinnalla.channels;

import fi.rinnalla.channels.Typeface.Weight;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/// Lays a [Poster] out on A4: as large as fits one sheet; a week that is too full for that goes on
/// to a second, and what doesn't fit even there is told in a number.
public final class PosterSheets {
  private static final int MOST_SHEETS = 2;
  private static final float MARGIN = 50;
  private static final float WIDE = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float TOP = PDRectangle.A4.getHeight() - 58;
  private static final float QR = 108;
  private static final float BOTTOM = MARGIN + QR;
  private static final float LINE = 1.22f;
  private static final float MORE = 22;

  /// What the heads of a second sheet and its days take, and the ends of both sheets leave over.
  private static final float ROUNDING = 170;

  /// How large a week is written.
  ///
  /// @param details whether each event has its second line
  private record Size(float day, float item, float times, float gap, int lines, boolean details) {}

  private static final List<Size> SIZES =
      List.of(
          new Size(18, 16, 112, 9, 3, true),
          new Size(15, 13, 94, 6, 3, true),
          new Size(13, 10.5f, 80, 3.5f, 2, true),
          new Size(11.5f, 9.5f, 74, 2, 1, false));

  private final Poster poster;
  private final TaggedPdf pdf;
  private final Lines lines;
  private final Typeface typeface;
  private float y;
  private int written;
  private boolean full;

  private PosterSheets(Poster poster, TaggedPdf pdf, Typeface typeface) {
    this.poster = poster;
    this.pdf = pdf;
    this.typeface = typeface;
    this.lines = new Lines(typeface, poster.lang().locale());
  }

  /// The poster as a PDF.
  public static byte[] of(Poster poster) {
    try (Typeface typeface = new Typeface();
        TaggedPdf pdf =
            new TaggedPdf(
                typeface,
                poster.place() + " · " + poster.week(),
                poster.lang().code(),
                poster.madeAt())) {
      new PosterSheets(poster, pdf, typeface).draw();
      return pdf.written();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void draw() throws IOException {
    band();
    head();
    Size size = size(y - BOTTOM);
    if (poster.events() == 0) {
      nothing();
    }
    for (Poster.Day day : poster.days()) {
      day(day, size);
    }
    int left = poster.events() - written;
    if (left > 0) {
      text("P", Weight.BOLD, 13, Logo.TEAL, MARGIN, poster.more().say(left));
    }
    foot();
  }

  /// The largest that fits one sheet, or else two.
  private Size size(float room) {
    float onBoth = room + TOP - BOTTOM - ROUNDING;
    return SIZES.stream()
        .filter(it -> height(it) <= room)
        .findFirst()
        .or(() -> SIZES.stream().filter(it -> height(it) <= onBoth).findFirst())
        .orElseGet(SIZES::getLast);
  }

  private void band() throws IOException {
    float high = PDRectangle.A4.getHeight();
    pdf.ornament(box(0, high - 14, PDRectangle.A4.getWidth() * 0.72f, 14), Logo.TEAL);
    pdf.ornament(
        box(PDRectangle.A4.getWidth() * 0.72f, high - 14, PDRectangle.A4.getWidth(), 14),
        Logo.APRICOT);
  }

  private void head() throws IOException {
    y = TOP;
    text("P", Weight.BOLD, 16, Logo.TEAL, MARGIN, poster.week());
    float size = 42;
    while (size > 26 && lines.of(Weight.BOLD, poster.place(), size, WIDE, 9).size() > 2) {
      size -= 2;
    }
    y -= 4;
    block("H1", Weight.BOLD, size, Logo.INK, MARGIN, WIDE, poster.place(), 3);
    if (!poster.address().isEmpty()) {
      block("P", Weight.REGULAR, 14, Logo.SOFT, MARGIN, WIDE, poster.address(), 2);
    }
    y -= 14;
  }

  /// On the second sheet, which may hang beside the first or be its other side.
  private void shortHead() throws IOException {
    y = TOP;
    block("P", Weight.BOLD, 13, Logo.TEAL, MARGIN, WIDE, poster.place() + " · " + poster.week(), 2);
    y -= 10;
  }

  private void nothing() throws IOException {
    y -= 6;
    block("P", Weight.REGULAR, 17, Logo.INK, MARGIN, WIDE, poster.nothing(), 6);
    y -= 16;
  }

  private void day(Poster.Day day, Size size) throws IOException {
    if (full) {
      return;
    }
    if (day.items().isEmpty()) {
      if (y - dayHeight(size) >= BOTTOM) {
        dayHead(day, size);
      }
      return;
    }
    PDStructureElement list = null;
    for (Poster.Item item : day.items()) {
      float needs = (list == null ? dayHeight(size) : 0) + height(item, size);
      if (y - needs < floor()) {
        if (pdf.pages() == MOST_SHEETS) {
          full = true;
          return;
        }
        foot();
        pdf.nextPage();
        band();
        shortHead();
        list = null;
      }
      if (list == null) {
        dayHead(day, size);
        list = pdf.part("L", pdf.whole());
      }
      item(item, size, list);
    }
  }

  /// How far down one may write; on the last sheet there may be a line more to say.
  private float floor() {
    return pdf.pages() == MOST_SHEETS ? BOTTOM + MORE : BOTTOM;
  }

  private void dayHead(Poster.Day day, Size size) throws IOException {
    y -= size.gap() + size.day() * 0.2f;
    float base = y - size.day();
    at("H2", Weight.BOLD, size.day(), Logo.TEAL, MARGIN, base, day.name());
    if (!day.open().isEmpty()) {
      float open = size.day() * 0.8f;
      float wide = typeface.width(Weight.REGULAR, day.open(), open);
      at("P", Weight.REGULAR, open, Logo.SOFT, MARGIN + WIDE - wide, base, day.open());
    }
    pdf.ornament(box(MARGIN, base - 5, MARGIN + WIDE, 0.8f), Logo.LINE);
    y = base - 6;
  }

  private float dayHeight(Size size) {
    return size.gap() + size.day() * 1.2f + 6;
  }

  private void item(Poster.Item item, Size size, PDStructureElement list) throws IOException {
    PDStructureElement body = pdf.part("LBody", pdf.part("LI", list));
    if (!item.language().isEmpty()) {
      body.setLanguage(item.language());
    }
    y -= size.gap() * 0.5f;
    float top = y;
    for (String line : times(item, size)) {
      y -= size.item() * LINE;
      pdf.text(
          body, Weight.BOLD, size.item(), Logo.INK, MARGIN, y + size.item() * (LINE - 1), line);
    }
    float x = MARGIN + size.times();
    float besides = y;
    y = top;
    for (String line : title(item, size)) {
      y -= size.item() * LINE;
      pdf.text(body, Weight.BOLD, size.item(), Logo.INK, x, y + size.item() * (LINE - 1), line);
    }
    for (String line : details(item, size)) {
      float small = size.item() * 0.82f;
      y -= small * LINE;
      pdf.text(body, Weight.REGULAR, small, Logo.SOFT, x, y + small * (LINE - 1), line);
    }
    y = Math.min(y, besides) - size.gap() * 0.5f;
    written++;
  }

  /// A time is short; only what goes on for days in words needs more than a line.
  private List<String> times(Poster.Item item, Size size) {
    return lines.of(Weight.BOLD, item.time(), size.item(), size.times() - 8, 2);
  }

  private List<String> title(Poster.Item item, Size size) {
    return lines.of(Weight.BOLD, item.title(), size.item(), WIDE - size.times(), size.lines());
  }

  private List<String> details(Poster.Item item, Size size) {
    return !size.details() || item.details().isEmpty()
        ? List.of()
        : lines.of(Weight.REGULAR, item.details(), size.item() * 0.82f, WIDE - size.times(), 2);
  }

  private float height(Poster.Item item, Size size) {
    float words =
        title(item, size).size() * size.item() * LINE
            + details(item, size).size() * size.item() * 0.82f * LINE;
    return size.gap() + Math.max(words, times(item, size).size() * size.item() * LINE);
  }

  private float height(Size size) {
    float height = 0;
    for (Poster.Day day : poster.days()) {
      height += dayHeight(size);
      for (Poster.Item item : day.items()) {
        height += height(item, size);
      }
    }
    return height;
  }

  /// The code, where it leads, and whose poster this is.
  private void foot() throws IOException {
    float left = MARGIN + WIDE - QR + 8;
    QrCode code = QrCode.of(poster.page());
    Path2D dark = new Path2D.Float();
    code.dark().forEach(it -> dark.append(it, false));
    float module = QR / code.modules();
    dark.transform(new AffineTransform(module, 0, 0, -module, left, MARGIN - 14 + QR));
    AffineTransform logo = new AffineTransform(0.6, 0, 0, -0.6, MARGIN - 2, MARGIN + QR - 36);
    float wide = WIDE - QR - 12;
    y = MARGIN + QR - 42;
    pdf.ornament(Logo.big(logo), Logo.TEAL);
    pdf.ornament(Logo.little(logo), Logo.APRICOT);
    at("P", Weight.BOLD, 14, Logo.TEAL, MARGIN + 26, y - 12, "Rinnalla");
    y -= 22;
    block("P", Weight.BOLD, 11, Logo.INK, MARGIN, wide, poster.scan(), 2);
    String address = poster.page().toString().replaceFirst("^https?://", "");
    block("P", Weight.REGULAR, 8.5f, Logo.SOFT, MARGIN, wide, address, 2);
    block("P", Weight.REGULAR, 8.5f, Logo.SOFT, MARGIN, wide, poster.footer(), 2);
    pdf.picture(pdf.part("Figure", pdf.whole()), poster.scan(), dark, Color.BLACK);
  }

  private void text(String tag, Weight weight, float size, Color colour, float x, String words)
      throws IOException {
    block(tag, weight, size, colour, x, WIDE, words, 2);
  }

  private void at(
      String tag, Weight weight, float size, Color colour, float x, float base, String words)
      throws IOException {
    pdf.text(pdf.part(tag, pdf.whole()), weight, size, colour, x, base, words);
  }

  /// Lines one below the other, as one element.
  private void block(
      String tag,
      Weight weight,
      float size,
      Color colour,
      float x,
      float wide,
      String words,
      int most)
      throws IOException {
    PDStructureElement element = pdf.part(tag, pdf.whole());
    for (String line : lines.of(weight, words, size, wide, most)) {
      y -= size * LINE;
      pdf.text(element, weight, size, colour, x, y + size * (LINE - 1), line);
    }
  }

  private static Path2D box(float left, float bottom, float right, float high) {
    return new Path2D.Float(new Rectangle2D.Float(left, bottom, right - left, high));
  }
}
