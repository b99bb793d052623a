package fi.rinnalla.channels;

import java.util.Locale;

/// How large our part of somebody else's page is written.
public enum TextSize {
  NORMAL(100),
  LARGE(118),
  LARGER(140);

  private final int percent;

  TextSize(int percent) {
    this.percent = percent;
  }

  public int percent() {
    return percent;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What isn't one of these is normal.
  public static TextSize of(String code) {
    for (TextSize size : values()) {
      if (size.code().equals(code)) {
        return size;
      }
    }
    return NORMAL;
  }
}
