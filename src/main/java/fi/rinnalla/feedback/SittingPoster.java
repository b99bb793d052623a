package fi.rinnalla.feedback;

import fi.rinnalla.drawing.Lines;
import fi.rinnalla.drawing.Logo;
import fi.rinnalla.drawing.Sheet;
import fi.rinnalla.drawing.TaggedPdf;
import fi.rinnalla.drawing.Typeface;
import fi.rinnalla.drawing.Typeface.Weight;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// A sitting's link on paper, for the wall by the door: a code to scan on the way out, in words as
/// they are to be read.
///
/// @param what was visited, such as the name of the event and its day
/// @param ask what is asked, in each language, the page's first
/// @param how that it takes a moment and no name
/// @param page where the code leads
/// @param footer from when to when it can be answered
public record SittingPoster(
    Lang lang, String what, List<Asked> ask, String how, URI page, String footer, Instant madeAt) {
  /// Counts up when posters come to look otherwise.
  private static final int FORM = 1;

  private static final int DIGEST_BYTES = 16;
  private static final float CODE = 330;

  public SittingPoster {
    ask = List.copyOf(ask);
  }

  /// The same words in one of the languages.
  public record Asked(Lang lang, String words) {}

  /// A digest of all that is on it.
  public String content() {
    return HexFormat.of().formatHex(Sha256.of("sitting " + FORM + this), 0, DIGEST_BYTES);
  }

  /// The poster as a PDF.
  public byte[] drawn() {
    try (Typeface typeface = new Typeface();
        TaggedPdf pdf = new TaggedPdf(typeface, what, lang.code(), madeAt)) {
      draw(new Sheet(pdf, new Lines(typeface, lang.locale())));
      return pdf.written();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void draw(Sheet sheet) throws IOException {
    float wide = Sheet.WIDE;
    float left = Sheet.MARGIN;
    sheet.band();
    sheet.block("P", Weight.BOLD, 18, Logo.TEAL, left, wide, what, 3);
    sheet.down(8);
    String first = ask.getFirst().words();
    float size = sheet.fitting(Weight.BOLD, first, 46, 28);
    sheet.block("H1", Weight.BOLD, size, Logo.INK, left, wide, first, 3);
    for (Asked other : ask.subList(1, ask.size())) {
      sheet.down(2);
      sheet.block(
          "P", Weight.BOLD, 20, Logo.SOFT, left, wide, other.words(), 2, other.lang().code());
    }
    sheet.down(14);
    sheet.block("P", Weight.REGULAR, 17, Logo.INK, left, wide, how, 4);
    sheet.down(10);
    float bottom = Math.max(sheet.y() - CODE, Sheet.MARGIN + 90);
    sheet.code(page, first, left + (wide - CODE) / 2, bottom, Math.min(CODE, sheet.y() - bottom));
    sheet.moveTo(bottom - 4);
    sheet.block("P", Weight.REGULAR, 10, Logo.SOFT, left, wide, Sheet.typed(page), 2);
    sheet.block("P", Weight.REGULAR, 10, Logo.SOFT, left, wide, footer, 2);
    sheet.mark(left, Sheet.MARGIN + 14);
  }
}
