package fi.rinnalla.upkeep;

import java.util.Locale;
import java.util.Optional;

/// How a report is settled.
public enum Answer {
  /// It was wrong and is right now.
  MENDED,
  /// It was right all along.
  CORRECT,
  /// It was no report: abuse, advertising, somebody's private matters.
  IMPROPER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Answer> find(String code) {
    for (Answer answer : values()) {
      if (answer.code().equals(code)) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }
}
