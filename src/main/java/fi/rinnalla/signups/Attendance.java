package fi.rinnalla.signups;

import java.util.Locale;

/// Whether a family came.
public enum Attendance {
  UNKNOWN,
  PRESENT,
  ABSENT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Attendance find(String code) {
    return switch (code) {
      case "present" -> PRESENT;
      case "absent" -> ABSENT;
      default -> UNKNOWN;
    };
  }
}
