package fi.rinnalla.families;

import java.time.LocalDate;

/// A child as the family tells of them: a name that needn't be the real one, and the year of birth.
/// Nothing else of a child is kept (GDPR article 5 (1) c).
public record Child(String nickname, int birthYear) {
  public static final int LONGEST_NAME = 30;

  /// How old they turn this year.
  public int age(LocalDate today) {
    return Math.max(0, today.getYear() - birthYear);
  }
}
