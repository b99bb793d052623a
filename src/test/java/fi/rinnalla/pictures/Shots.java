package fi.rinnalla.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Pictures for tests, all drawn here: the left half is red and the right half blue.
final class Shots {
  /// 400 × 320, lossless, drawn by a browser.
  private static final String WEBP =
      "UklGRjYAAABXRUJQVlA4TCkAAAAvj8FPAA8wIAeBPRT0/EcLBAJJ/tJjHNH/qKqqqqqqCgAAwP7v/0/uPwA=";

  /// As cameras write it: latitude 60° 37′.
  static final byte[] LATITUDE = {0, 0, 0, 60, 0, 0, 0, 1, 0, 0, 0, 37, 0, 0, 0, 1};

  private Shots() {}

  static BufferedImage halves(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return image;
  }

  static byte[] jpeg(int width, int height) {
    return encoded(halves(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  static byte[] png(int width, int height) {
    return encoded(halves(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  /// Red on the left, nothing on the right.
  static byte[] halfTransparentPng(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.dispose();
    return encoded(image, "png");
  }

  static byte[] webp() {
    return Base64.getDecoder().decode(WEBP);
  }

  static byte[] encoded(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  /// A camera's picture: it says which way up it was held, where it was and what it is called.
  static byte[] photo(int width, int height, int orientation) {
    byte[] exif = exif(orientation);
    byte[] jpeg = jpeg(width, height);
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + exif.length + 10);
    all.put(jpeg, 0, 2);
    all.put(new byte[] {(byte) 0xff, (byte) 0xe1}).putShort((short) (exif.length + 8));
    all.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
    all.put(jpeg, 2, jpeg.length - 2);
    return all.array();
  }

  /// Exif 2.32: an orientation, and GPS with a latitude.
  static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4 + LATITUDE.length);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38).putInt(0);
    tiff.putShort((short) 1);
    tiff.putShort((short) 2).putShort((short) 5).putInt(2).putInt(56).putInt(0);
    tiff.put(LATITUDE);
    return tiff.array();
  }

  /// A PNG whose header promises so many pixels, with hardly anything behind it.
  static byte[] bomb(int width, int height) {
    byte[] png = png(400, 400);
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    return png;
  }

  static byte[] with(byte[] file, String more) {
    byte[] tail = more.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(file.length + tail.length).put(file).put(tail).array();
  }

  static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static boolean isRed(BufferedImage image, int x, int y) {
    Color there = new Color(image.getRGB(x, y));
    return there.getRed() > 200 && there.getBlue() < 60;
  }
}
