package fi.rinnalla.vocabulary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// A UUID made of a name, always the same for the same name (RFC 9562 §5.5). The JDK's own
/// `nameUUIDFromBytes` makes version 3, by MD5 and without a namespace.
public final class UuidV5 {
  private static final UUID NAMESPACE = UUID.fromString("6f1b2f9e-4c0c-5d0e-9a55-72696e6e616c");

  private UuidV5() {}

  /// In the house's own namespace; the parts are kept apart, so that `a, bc` isn't `ab, c`.
  public static UUID of(String... parts) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array());
    byte[] hash = sha1.digest(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
    ByteBuffer bits = ByteBuffer.wrap(hash);
    long most = (bits.getLong() & ~0xF000L) | 0x5000L;
    long least = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("every JDK has SHA-1", cause);
    }
  }
}
