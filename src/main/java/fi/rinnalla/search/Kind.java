package fi.rinnalla.search;

import java.util.Locale;
import java.util.Optional;

/// What a hit is.
public enum Kind {
  SERVICE,
  EVENT,
  PLACE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> find(String code) {
    for (Kind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
