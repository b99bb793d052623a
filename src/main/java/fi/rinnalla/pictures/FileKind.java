package fi.rinnalla.pictures;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// The kinds of file that are read, told by what is in them.
enum FileKind {
  JPEG,
  PNG,
  WEBP;

  /// A file that a browser or an archiver would also read as something else is no picture, even
  /// though nothing of it but its pixels would get any further.
  private static final List<String> MARKUP =
      List.of(
          "<script",
          "<!doctype",
          "<html",
          "<iframe",
          "<?php",
          "xmlns=\"http://www.w3.org/2000/svg");

  /// A PDF may begin this late (its readers look so far).
  private static final int PDF_WITHIN = 1024;

  /// How far from the end the directory of a ZIP archive begins at most (APPNOTE 4.3.16).
  private static final int ZIP_WITHIN = 65_557;

  static Optional<FileKind> of(byte[] file) {
    return bySignature(file).filter(_ -> !isAlsoSomethingElse(file));
  }

  private static Optional<FileKind> bySignature(byte[] file) {
    if (has(file, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (has(file, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    return has(file, 0, "RIFF") && has(file, 8, "WEBP") ? Optional.of(WEBP) : Optional.empty();
  }

  private static boolean isAlsoSomethingElse(byte[] file) {
    for (int at = 0; at < file.length; at++) {
      boolean opens = file[at] == '<' || file[at] == 'x' || file[at] == 'X';
      if (opens && isMarkup(file, at)
          || at < PDF_WITHIN && has(file, at, "%PDF-")
          || at >= file.length - ZIP_WITHIN && has(file, at, "PK\u0005\u0006")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarkup(byte[] file, int at) {
    return MARKUP.stream()
        .anyMatch(mark ->
            at + mark.length() <= file.length
                && new String(file, at, mark.length(), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .equals(mark));
  }

  /// Whether these letters, each a byte, stand there.
  static boolean has(byte[] file, int at, String letters) {
    if (at < 0 || at + letters.length() > file.length) {
      return false;
    }
    for (int i = 0; i < letters.length(); i++) {
      if ((file[at + i] & 0xff) != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The one reader of this kind: no other is let to guess.
  ImageReader reader() throws IOException {
    return switch (this) {
      case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance();
    };
  }
}
