package fi.rinnalla.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The letters that posters and cards are written in: Figtree, as the pages are, and Liberation
/// Sans, which comes with PDFBox, for letters that Figtree lacks. Read by us and not by the system,
/// so that a server without any fonts draws the same. For one drawing at a time.
public final class Typeface implements AutoCloseable {
  /// The font that knows Cyrillic and Greek, too.
  static final String OTHERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final Map<Weight, byte[]> FILES =
      Map.of(
          Weight.REGULAR, file(Weight.REGULAR.path, OTHERS),
          Weight.BOLD, file(Weight.BOLD.path, OTHERS),
          Weight.OTHER, file(OTHERS, OTHERS));

  private final Map<Weight, Face> faces;

  public Typeface() {
    this.faces =
        Map.of(
            Weight.REGULAR, new Face(Weight.REGULAR),
            Weight.BOLD, new Face(Weight.BOLD),
            Weight.OTHER, new Face(Weight.OTHER));
  }

  public enum Weight {
    REGULAR("/fonts/figtree-regular.ttf"),
    BOLD("/fonts/figtree-bold.ttf"),
    /// Not asked for: what the others lack.
    OTHER(OTHERS);

    private final String path;

    Weight(String path) {
      this.path = path;
    }
  }

  /// Letters that one font has.
  record Run(Weight weight, String letters) {}

  private static final class Face {
    final TrueTypeFont font;
    final CmapLookup glyphs;
    final float unitsPerEm;

    Face(Weight weight) {
      try {
        font = new TTFParser().parse(new RandomAccessReadBuffer(bytes(weight)));
        glyphs = font.getUnicodeCmapLookup();
        unitsPerEm = font.getUnitsPerEm();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /// As the build left it; a build without the web parts has none of our own, and draws all the
  /// same.
  private static byte[] file(String path, String otherwise) {
    try (InputStream ours = Typeface.class.getResourceAsStream(path);
        InputStream other = Typeface.class.getResourceAsStream(otherwise)) {
      if (ours != null) {
        return ours.readAllBytes();
      }
      if (other == null) {
        throw new IllegalStateException("no font at " + path + " or " + otherwise);
      }
      return other.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static byte[] bytes(Weight weight) {
    byte[] file = FILES.get(weight);
    if (file == null) {
      throw new IllegalStateException("no font of " + weight);
    }
    return file;
  }

  /// Words in the fonts that have their letters; what none has, such as a picture of a cake, is
  /// left out.
  List<Run> runs(Weight weight, String words) {
    List<Run> runs = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    Weight at = weight;
    for (int letter : written(weight, words).codePoints().toArray()) {
      Weight has = has(weight, letter) ? weight : Weight.OTHER;
      if (has != at && !letters.isEmpty()) {
        runs.add(new Run(at, letters.toString()));
        letters.setLength(0);
      }
      at = has;
      letters.appendCodePoint(letter);
    }
    if (!letters.isEmpty()) {
      runs.add(new Run(at, letters.toString()));
    }
    return runs;
  }

  private String written(Weight weight, String words) {
    StringBuilder known = new StringBuilder();
    Normalizer.normalize(words, Normalizer.Form.NFC)
        .replaceAll("\\s", " ")
        .codePoints()
        .filter(letter -> has(weight, letter) || has(Weight.OTHER, letter))
        .forEach(known::appendCodePoint);
    return known.toString().replaceAll(" +", " ").strip();
  }

  private boolean has(Weight weight, int letter) {
    return face(weight).glyphs.getGlyphId(letter) != 0;
  }

  public float width(Weight weight, String words, float size) {
    float width = 0;
    for (Run run : runs(weight, words)) {
      Face face = face(run.weight());
      for (int letter : run.letters().codePoints().toArray()) {
        width += advance(face, face.glyphs.getGlyphId(letter)) * size;
      }
    }
    return width;
  }

  /// The shapes of the letters, the first of them beginning at 0, 0 on the line.
  public Path2D outline(Weight weight, String words, float size) {
    Path2D outline = new Path2D.Float();
    float x = 0;
    try {
      for (Run run : runs(weight, words)) {
        Face face = face(run.weight());
        for (int letter : run.letters().codePoints().toArray()) {
          int glyph = face.glyphs.getGlyphId(letter);
          var drawn = face.font.getGlyph().getGlyph(glyph);
          if (drawn != null) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
            place.scale(size / face.unitsPerEm, -size / face.unitsPerEm);
            outline.append(drawn.getPath().getPathIterator(place), false);
          }
          x += advance(face, glyph) * size;
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return outline;
  }

  private static float advance(Face face, int glyph) {
    try {
      return face.font.getAdvanceWidth(glyph) / face.unitsPerEm;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Face face(Weight weight) {
    Face face = faces.get(weight);
    if (face == null) {
      throw new IllegalStateException("no font of " + weight);
    }
    return face;
  }

  @Override
  public void close() {
    for (Face face : faces.values()) {
      try {
        face.font.close();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
