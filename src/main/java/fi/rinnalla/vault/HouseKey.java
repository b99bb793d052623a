package fi.rinnalla.vault;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What belongs to no person of the house yet, or not for long: an address to which a letter waits,
/// a link by which somebody will sign in. It is sealed with the master key of the epoch itself,
/// which is in no database, and is nothing when the epoch is over.
///
/// An address that must be found again is kept as a digest (HMAC-SHA256) with a secret of the
/// house, so that whoever has the database can't try addresses out.
@Component
public class HouseKey {
  private static final String LOOKUP = "lookup.secret";
  private static final int BYTES = 32;

  private final MasterKeys masters;
  private final SecureRandom random = new SecureRandom();
  private volatile byte @Nullable [] secret;

  HouseKey(MasterKeys masters) {
    this.masters = masters;
  }

  /// @param place the table and column, as `notifications.letter.sealed`
  public byte[] seal(String place, UUID row, String words) {
    String epoch = masters.newest();
    try {
      byte[] name = epoch.getBytes(StandardCharsets.UTF_8);
      byte[] sealed =
          masters.of(epoch).encrypt(words.getBytes(StandardCharsets.UTF_8), place(place, row));
      return ByteBuffer.allocate(1 + name.length + sealed.length)
          .put((byte) name.length)
          .put(name)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("words can't be sealed", cause);
    }
  }

  /// @throws KeyGone when the epoch is over
  public String open(String place, UUID row, byte[] bytes) {
    ByteBuffer read = ByteBuffer.wrap(bytes);
    byte[] name = new byte[read.get()];
    read.get(name);
    byte[] sealed = new byte[read.remaining()];
    read.get(sealed);
    Aead key = masters.of(new String(name, StandardCharsets.UTF_8));
    try {
      return new String(key.decrypt(sealed, place(place, row)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(place + " isn't as it was sealed", cause);
    }
  }

  private static byte[] place(String place, UUID row) {
    return (place + "|" + row).getBytes(StandardCharsets.UTF_8);
  }

  /// The same for the same words at the same place, and nothing that leads back to them.
  public byte[] digest(String place, String words) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
      return mac.doFinal((place + "|" + words).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("Java has no HMAC", impossible);
    }
  }

  private byte[] secret() {
    byte[] known = secret;
    if (known == null) {
      Path file = masters.folder().resolve(LOOKUP);
      try {
        if (!Files.exists(file)) {
          make(file);
        }
        known = Files.readAllBytes(file);
        secret = known;
      } catch (IOException cause) {
        throw new UncheckedIOException("the house's secret can't be kept in " + file, cause);
      }
    }
    return known;
  }

  private void make(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    MasterKeys.once(file, bytes);
  }
}
