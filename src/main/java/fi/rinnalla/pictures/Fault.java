package fi.rinnalla.pictures;

import java.util.Locale;

/// What must be mended before a picture can be taken.
///
/// @param input the form's field
/// @param limit what the sentence tells, when it tells a number
public record Fault(String input, Reason reason, long limit) {

  public enum Reason {
    NO_FILE,
    TOO_LARGE,
    UNKNOWN_KIND,
    BROKEN,
    TOO_MANY_PIXELS,
    TOO_SMALL,
    TOO_NARROW,
    NO_ALT,
    LONG_ALT,
    NO_PROMISE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final String FILE = "file";
  public static final String PROMISE = "promise";

  static Fault file(Reason reason, long limit) {
    return new Fault(FILE, reason, limit);
  }
}
