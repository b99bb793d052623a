package fi.rinnalla.drawing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.geom.Rectangle2D;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An address as a QR code (ISO/IEC 18004), which a quarter of may be torn or wet before a phone
/// can't read it any more.
///
/// @param modules how many little squares it is wide, the quiet zone among them
/// @param dark those that are dark, in runs
record QrCode(int modules, List<Rectangle2D> dark) {
  private static final int QUIET_ZONE = 4;

  /// A little over the next row, or printers leave white hairs between them.
  private static final float SEAMLESS = 1.04f;

  QrCode {
    dark = List.copyOf(dark);
  }

  static QrCode of(URI address) {
    try {
      // Of no size of its own: one module is one.
      BitMatrix bits =
          new QRCodeWriter()
              .encode(
                  address.toString(),
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.Q,
                      EncodeHintType.MARGIN,
                      QUIET_ZONE));
      return new QrCode(bits.getWidth(), dark(bits));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("no QR code is that long", tooLong);
    }
  }

  private static List<Rectangle2D> dark(BitMatrix bits) {
    List<Rectangle2D> dark = new ArrayList<>();
    for (int y = 0; y < bits.getHeight(); y++) {
      for (int x = 0; x < bits.getWidth(); x++) {
        int from = x;
        while (x < bits.getWidth() && bits.get(x, y)) {
          x++;
        }
        if (x > from) {
          dark.add(new Rectangle2D.Float(from, y, x - from, SEAMLESS));
        }
      }
    }
    return dark;
  }
}
