package fi.rinnalla.channels;

import static fi.rinnalla.drawing.Sheet.LINE;
import static fi.rinnalla.drawing.Sheet.MARGIN;
import static fi.rinnalla.drawing.Sheet.TOP;
import static fi.rinnalla.drawing.Sheet.WIDE;

import fi.rinnalla.drawing.Lines;
import fi.rinnalla.drawing.Logo;
import fi.rinnalla.drawing.Sheet;
import fi.rinnalla.drawing.TaggedPdf;
import fi.rinnalla.drawing.Typeface;
import fi.rinnalla.drawing.Typeface.Weight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/// Lays a [Poster] out on A4: as large as fits one sheet; a week that is too full for that goes on
/// to a second, and what doesn't fit even there is told in a number.
public final class PosterSheets {
  private static final int MOST_SHEETS = 2;
  private static final float QR = 108;
  private static final float BOTTOM = MARGIN + QR;
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
  private final Sheet sheet;
  private final Typeface typeface;
  private int written;
  private boolean full;

  private PosterSheets(Poster poster, TaggedPdf pdf, Typeface typeface) {
    this.poster = poster;
    this.pdf = pdf;
    this.typeface = typeface;
    this.sheet = new Sheet(pdf, new Lines(typeface, poster.lang().locale()));
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
    sheet.band();
    head();
    Size size = size(sheet.y() - BOTTOM);
    if (poster.events() == 0) {
      nothing();
    }
    for (Poster.Day day : poster.days()) {
      day(day, size);
    }
    int left = poster.events() - written;
    if (left > 0) {
      String more = poster.more().say(left);
      sheet.block("P", Weight.BOLD, 13, Logo.TEAL, MARGIN, WIDE, more, 2);
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

  private void head() throws IOException {
    sheet.moveTo(TOP);
    sheet.block("P", Weight.BOLD, 16, Logo.TEAL, MARGIN, WIDE, poster.week(), 2);
    float size = sheet.fitting(Weight.BOLD, poster.place(), 42, 26);
    sheet.down(4);
    sheet.block("H1", Weight.BOLD, size, Logo.INK, MARGIN, WIDE, poster.place(), 3);
    if (!poster.address().isEmpty()) {
      sheet.block("P", Weight.REGULAR, 14, Logo.SOFT, MARGIN, WIDE, poster.address(), 2);
    }
    sheet.down(14);
  }

  /// On the second sheet, which may hang beside the first or be its other side.
  private void shortHead() throws IOException {
    sheet.moveTo(TOP);
    sheet.block(
        "P", Weight.BOLD, 13, Logo.TEAL, MARGIN, WIDE, poster.place() + " · " + poster.week(), 2);
    sheet.down(10);
  }

  private void nothing() throws IOException {
    sheet.down(6);
    sheet.block("P", Weight.REGULAR, 17, Logo.INK, MARGIN, WIDE, poster.nothing(), 6);
    sheet.down(16);
  }

  private void day(Poster.Day day, Size size) throws IOException {
    if (full) {
      return;
    }
    if (day.items().isEmpty()) {
      if (sheet.y() - dayHeight(size) >= BOTTOM) {
        dayHead(day, size);
      }
      return;
    }
    PDStructureElement list = null;
    for (Poster.Item item : day.items()) {
      float needs = (list == null ? dayHeight(size) : 0) + height(item, size);
      if (sheet.y() - needs < floor()) {
        if (pdf.pages() == MOST_SHEETS) {
          full = true;
          return;
        }
        foot();
        pdf.nextPage();
        sheet.band();
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
    sheet.down(size.gap() + size.day() * 0.2f);
    float base = sheet.y() - size.day();
    sheet.at("H2", Weight.BOLD, size.day(), Logo.TEAL, MARGIN, base, day.name());
    if (!day.open().isEmpty()) {
      float open = size.day() * 0.8f;
      float wide = typeface.width(Weight.REGULAR, day.open(), open);
      sheet.at("P", Weight.REGULAR, open, Logo.SOFT, MARGIN + WIDE - wide, base, day.open());
    }
    pdf.ornament(Sheet.box(MARGIN, base - 5, MARGIN + WIDE, 0.8f), Logo.LINE);
    sheet.moveTo(base - 6);
  }

  private float dayHeight(Size size) {
    return size.gap() + size.day() * 1.2f + 6;
  }

  private void item(Poster.Item item, Size size, PDStructureElement list) throws IOException {
    PDStructureElement body = pdf.part("LBody", pdf.part("LI", list));
    if (!item.language().isEmpty()) {
      body.setLanguage(item.language());
    }
    sheet.down(size.gap() * 0.5f);
    float top = sheet.y();
    for (String line : times(item, size)) {
      sheet.down(size.item() * LINE);
      pdf.text(
          body,
          Weight.BOLD,
          size.item(),
          Logo.INK,
          MARGIN,
          sheet.y() + size.item() * (LINE - 1),
          line);
    }
    float x = MARGIN + size.times();
    float besides = sheet.y();
    sheet.moveTo(top);
    for (String line : title(item, size)) {
      sheet.down(size.item() * LINE);
      pdf.text(
          body, Weight.BOLD, size.item(), Logo.INK, x, sheet.y() + size.item() * (LINE - 1), line);
    }
    for (String line : details(item, size)) {
      float small = size.item() * 0.82f;
      sheet.down(small * LINE);
      pdf.text(body, Weight.REGULAR, small, Logo.SOFT, x, sheet.y() + small * (LINE - 1), line);
    }
    sheet.moveTo(Math.min(sheet.y(), besides) - size.gap() * 0.5f);
    written++;
  }

  /// A time is short; only what goes on for days in words needs more than a line.
  private List<String> times(Poster.Item item, Size size) {
    return sheet.lines(Weight.BOLD, item.time(), size.item(), size.times() - 8, 2);
  }

  private List<String> title(Poster.Item item, Size size) {
    return sheet.lines(Weight.BOLD, item.title(), size.item(), WIDE - size.times(), size.lines());
  }

  private List<String> details(Poster.Item item, Size size) {
    return !size.details() || item.details().isEmpty()
        ? List.of()
        : sheet.lines(Weight.REGULAR, item.details(), size.item() * 0.82f, WIDE - size.times(), 2);
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
    float wide = WIDE - QR - 12;
    sheet.moveTo(MARGIN + QR - 42);
    sheet.mark(MARGIN, sheet.y());
    sheet.down(22);
    sheet.block("P", Weight.BOLD, 11, Logo.INK, MARGIN, wide, poster.scan(), 2);
    String address = Sheet.typed(poster.page());
    sheet.block("P", Weight.REGULAR, 8.5f, Logo.SOFT, MARGIN, wide, address, 2);
    sheet.block("P", Weight.REGULAR, 8.5f, Logo.SOFT, MARGIN, wide, poster.footer(), 2);
    sheet.code(poster.page(), poster.scan(), MARGIN + WIDE - QR + 8, MARGIN - 14, QR);
  }
}
