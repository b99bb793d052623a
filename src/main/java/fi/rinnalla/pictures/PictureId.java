package fi.rinnalla.pictures;

import fi.rinnalla.vocabulary.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// A picture by its content and a grain of salt: what is shown at an address never changes, and
/// whoever has the same picture still can't tell whether somebody put it into a draft.
public record PictureId(String value) {
  private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{32}");
  private static final int KEPT = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  public PictureId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("no id of a picture");
    }
  }

  /// Whether it is written as one.
  public static boolean isOne(String written) {
    return WRITTEN.matcher(written).matches();
  }

  static PictureId of(List<Rendition> renditions) {
    byte[] salt = new byte[KEPT];
    RANDOM.nextBytes(salt);
    MessageDigest digest = Sha256.fresh();
    digest.update(salt);
    renditions.forEach(it -> digest.update(it.bytes()));
    return new PictureId(HexFormat.of().formatHex(digest.digest(), 0, KEPT));
  }

  @Override
  public String toString() {
    return value;
  }
}
