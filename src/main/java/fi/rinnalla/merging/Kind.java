package fi.rinnalla.merging;

import java.util.Locale;

/// What is compared with its like.
public enum Kind {
  ORGANIZATION,
  PLACE,
  SERVICE,
  EVENT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
