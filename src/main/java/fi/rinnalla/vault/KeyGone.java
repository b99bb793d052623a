package fi.rinnalla.vault;

/// The key to these words is no more, and so they can't be read by anybody: their person was
/// forgotten, or a copy of the database is older than its master keys.
public final class KeyGone extends RuntimeException {
  KeyGone(String message) {
    super(message);
  }
}
