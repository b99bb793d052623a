package fi.rinnalla.pictures;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Which way up a picture is (Exif 2.32, tag 0x0112). It's all that is read of what a camera writes
/// beside the pixels; the rest, such as the place, is left where it was.
record Orientation(int exif) {
  private static final Orientation UPRIGHT = new Orientation(1);
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;

  static Orientation of(FileKind kind, byte[] file) {
    try {
      int found =
          switch (kind) {
            case JPEG -> inJpeg(file);
            case PNG -> inChunks(file, 8, ByteOrder.BIG_ENDIAN, "eXIf");
            case WEBP -> inChunks(file, 12, ByteOrder.LITTLE_ENDIAN, "EXIF");
          };
      return found >= 1 && found <= 8 ? new Orientation(found) : UPRIGHT;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
      // What can't be read says nothing of which way is up.
      return UPRIGHT;
    }
  }

  private static int inJpeg(byte[] file) {
    ByteBuffer all = ByteBuffer.wrap(file);
    int at = 2;
    while ((all.get(at) & 0xff) == 0xff) {
      int marker = all.get(at + 1) & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      int length = all.getShort(at + 2) & 0xffff;
      if (marker == 0xda || length < 2) {
        break;
      }
      if (marker == 0xe1 && FileKind.has(file, at + 4, "Exif\u0000\u0000")) {
        return inTiff(all.slice(at + 10, length - 8));
      }
      at += 2 + length;
    }
    return 1;
  }

  /// In a PNG the length stands before the name of a chunk, in a WebP after it.
  private static int inChunks(byte[] file, int first, ByteOrder order, String name) {
    ByteBuffer all = ByteBuffer.wrap(file).order(order);
    boolean png = order == ByteOrder.BIG_ENDIAN;
    int at = first;
    while (at + 8 <= file.length) {
      int length = all.getInt(png ? at : at + 4);
      if (length < 0) {
        break;
      }
      if (FileKind.has(file, png ? at + 4 : at, name)) {
        int skipped = FileKind.has(file, at + 8, "Exif\u0000\u0000") ? 6 : 0;
        return inTiff(all.slice(at + 8 + skipped, length - skipped));
      }
      at = Math.addExact(at + 8, png ? length + 4 : length + length % 2);
    }
    return 1;
  }

  private static int inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        return tiff.getShort(entry + 8);
      }
    }
    return 1;
  }

  /// Whether what is as yet its height will be its width.
  boolean turns() {
    return exif >= 5;
  }

  /// What sets a picture of this size upright.
  AffineTransform upright(int width, int height) {
    return switch (exif) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
