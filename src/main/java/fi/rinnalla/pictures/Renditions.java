package fi.rinnalla.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/// Makes of an uploaded file the pictures that pages show. Only pixels go through: whatever else
/// was in the file stays behind.
@Component
class Renditions {
  private static final float QUALITY = 0.82f;
  private static final double MEGA = 1e6;

  private final PicturesSettings settings;

  Renditions(PicturesSettings settings) {
    this.settings = settings;
  }

  /// What a picture is for, and so how large it's made.
  ///
  /// @param widths those that are made, of the ones that the picture reaches
  /// @param leastWidth below this it would be a blur
  /// @param narrowest how many times longer than the other a side may be
  enum Use {
    LISTING(List.of(320, 640, 1280), 320, 3),
    LOGO(List.of(320), 64, 8);

    private final List<Integer> widths;
    private final int leastWidth;
    private final int narrowest;

    Use(List<Integer> widths, int leastWidth, int narrowest) {
      this.widths = widths;
      this.leastWidth = leastWidth;
      this.narrowest = narrowest;
    }
  }

  sealed interface Made {
    /// The narrowest first.
    record Done(List<Rendition> renditions) implements Made {}

    record Refused(Fault fault) implements Made {}
  }

  Made make(Use use, byte[] file) {
    Optional<FileKind> kind = FileKind.of(file);
    if (kind.isEmpty()) {
      return refused(Fault.Reason.UNKNOWN_KIND, 0);
    }
    ImageReader reader = null;
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader = kind.get().reader();
      reader.setInput(in, false, true);
      Orientation orientation = Orientation.of(kind.get(), file);
      // Told by the header, before anything is unfolded.
      Picture.Size size = new Picture.Size(reader.getWidth(0), reader.getHeight(0));
      Optional<Fault> fault = fault(use, size, orientation);
      if (fault.isPresent()) {
        return new Made.Refused(fault.get());
      }
      return new Made.Done(encoded(use, decoded(reader, size), orientation));
    } catch (IOException | RuntimeException unreadable) {
      // Readers of pictures fail in many ways over a file that is cut or forged.
      return refused(Fault.Reason.BROKEN, 0);
    } finally {
      if (reader != null) {
        reader.dispose();
      }
    }
  }

  private Optional<Fault> fault(Use use, Picture.Size size, Orientation orientation) {
    int width = orientation.turns() ? size.height() : size.width();
    int shorter = Math.min(size.width(), size.height());
    int longer = Math.max(size.width(), size.height());
    if (megapixels(size) > settings.megapixels()) {
      return Optional.of(Fault.file(Fault.Reason.TOO_MANY_PIXELS, settings.megapixels()));
    }
    if (width < use.leastWidth) {
      return Optional.of(Fault.file(Fault.Reason.TOO_SMALL, use.leastWidth));
    }
    return longer > (long) shorter * use.narrowest
        ? Optional.of(Fault.file(Fault.Reason.TOO_NARROW, use.narrowest))
        : Optional.empty();
  }

  private static double megapixels(Picture.Size size) {
    return (double) size.width() * size.height() / MEGA;
  }

  private BufferedImage decoded(ImageReader reader, Picture.Size size) throws IOException {
    int step = (int) Math.ceil(Math.sqrt(megapixels(size) / settings.decoded()));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, param);
  }

  private static List<Rendition> encoded(Use use, BufferedImage decoded, Orientation orientation)
      throws IOException {
    int widest = use.widths.getLast();
    BufferedImage picture = upright(use, shrunk(use, decoded, orientation, widest), orientation);
    List<Rendition> renditions = new ArrayList<>();
    for (int width : widths(use, picture.getWidth())) {
      BufferedImage scaled = scaled(use, picture, width);
      renditions.add(
          new Rendition(
              new Picture.Size(width, scaled.getHeight()),
              use == Use.LOGO ? png(scaled) : jpeg(scaled)));
    }
    return renditions;
  }

  /// A picture that is narrower than the widest keeps its own width as the last.
  private static List<Integer> widths(Use use, int width) {
    int widest = Math.min(width, use.widths.getLast());
    return IntStream.concat(
            use.widths.stream().mapToInt(Integer::intValue).filter(it -> it < widest),
            IntStream.of(widest))
        .boxed()
        .toList();
  }

  /// Halved while it's twice as wide as anybody asks: each half is an even mean of four, which one
  /// long step is not. Also brings the colours into sRGB, and a listing's onto white.
  private static BufferedImage shrunk(
      Use use, BufferedImage image, Orientation orientation, int widest) {
    BufferedImage shrunk = image;
    do {
      int across = orientation.turns() ? shrunk.getHeight() : shrunk.getWidth();
      int by = across / 2 >= widest ? 2 : 1;
      shrunk = drawn(use, shrunk, shrunk.getWidth() / by, shrunk.getHeight() / by);
    } while ((orientation.turns() ? shrunk.getHeight() : shrunk.getWidth()) / 2 >= widest);
    return shrunk;
  }

  private static BufferedImage upright(Use use, BufferedImage image, Orientation orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform transform = orientation.upright(width, height);
    if (transform.isIdentity()) {
      return image;
    }
    BufferedImage upright =
        orientation.turns() ? canvas(use, height, width) : canvas(use, width, height);
    Graphics2D pen = upright.createGraphics();
    pen.drawImage(image, transform, null);
    pen.dispose();
    return upright;
  }

  private static BufferedImage scaled(Use use, BufferedImage image, int width) {
    BufferedImage scaled = image;
    while (scaled.getWidth() / 2 >= width) {
      scaled = drawn(use, scaled, scaled.getWidth() / 2, Math.max(1, scaled.getHeight() / 2));
    }
    int height =
        Math.max(1, (int) Math.round((double) image.getHeight() * width / image.getWidth()));
    return drawn(use, scaled, width, height);
  }

  private static BufferedImage drawn(Use use, BufferedImage image, int width, int height) {
    BufferedImage drawn = canvas(use, width, height);
    Graphics2D pen = drawn.createGraphics();
    if (use == Use.LISTING) {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, width, height);
    }
    boolean halves = image.getWidth() / 2 >= width;
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        halves
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  private static BufferedImage canvas(Use use, int width, int height) {
    return new BufferedImage(
        width, height, use == Use.LOGO ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  private static Made refused(Fault.Reason reason, long limit) {
    return new Made.Refused(Fault.file(reason, limit));
  }
}
