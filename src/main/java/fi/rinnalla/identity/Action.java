package fi.rinnalla.identity;

import java.util.Locale;

/// What is done to a record.
public enum Action {
  CREATE,
  READ,
  UPDATE,
  DELETE,
  MODERATE;

  char letter() {
    return name().charAt(0);
  }

  /// As the audit log writes it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
