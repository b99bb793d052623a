package fi.rinnalla.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/// The key of one person's words. What is sealed belongs to its place: words that were moved to
/// another row, column or person don't open there (AES-256-GCM; the place is authenticated with
/// them).
public final class SubjectKey {
  private static final byte[] NOTHING = {};

  private final UUID subject;
  private final Aead aead;

  SubjectKey(UUID subject, Aead aead) {
    this.subject = subject;
    this.aead = aead;
  }

  /// @param place the table and column, as `families.child.nickname`
  /// @return no bytes for no words
  public byte[] seal(String place, UUID row, String words) {
    if (words.isEmpty()) {
      return NOTHING.clone();
    }
    try {
      return aead.encrypt(words.getBytes(StandardCharsets.UTF_8), place(place, row));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("words can't be sealed", cause);
    }
  }

  public String open(String place, UUID row, byte[] sealed) {
    if (sealed.length == 0) {
      return "";
    }
    try {
      return new String(aead.decrypt(sealed, place(place, row)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException(place + " isn't as it was sealed", cause);
    }
  }

  private byte[] place(String place, UUID row) {
    return (place + "|" + row + "|" + subject).getBytes(StandardCharsets.UTF_8);
  }
}
