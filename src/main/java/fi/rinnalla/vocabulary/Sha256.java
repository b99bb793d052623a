package fi.rinnalla.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The SHA-256 digest (FIPS 180-4) of a text: what is kept where the text itself must not be, or is
/// too long.
public final class Sha256 {
  private Sha256() {}

  /// 32 bytes, of the text in UTF-8.
  public static byte[] of(String text) {
    return fresh().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A digest that is fed piece by piece.
  public static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
