package fi.rinnalla.audit;

import fi.rinnalla.vocabulary.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One act on one closed record.
///
/// @param actor who did it; null is the house itself
/// @param role the role that gave the right
/// @param action such as `read` or `update`
/// @param record what kind of record, such as `draft`
/// @param recordId which of them
/// @param subject whom the record tells about, when it is a person
/// @param basis what gave the right: the relation, and later a consent
public record Entry(
    long seq,
    Instant at,
    @Nullable UUID actor,
    String role,
    String action,
    String record,
    String recordId,
    @Nullable UUID subject,
    String basis) {

  /// The digest that ties this entry to the one before it: any change to either shows.
  byte[] hash(byte[] before) {
    MessageDigest digest = Sha256.fresh();
    digest.update(before);
    digest.update(ByteBuffer.allocate(Long.BYTES * 2).putLong(seq).putLong(micros()).array());
    for (Object part : new Object[] {actor, role, action, record, recordId, subject, basis}) {
      byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
      // Lengths keep "ab" + "c" from being "a" + "bc".
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return digest.digest();
  }

  private long micros() {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }
}
