package fi.rinnalla.vocabulary;

import java.util.Locale;
import java.util.Optional;

/// What a place offers a body, a pram or a tired child. Families ask for these by name, so they are
/// a closed list and not prose.
public enum Accessibility {
  /// A wheelchair gets in and about.
  WHEELCHAIR,
  /// A pram or stroller gets in.
  PRAM,
  LIFT,
  ACCESSIBLE_TOILET,
  /// An induction loop for hearing aids.
  HEARING_LOOP,
  /// A place to change a nappy.
  CHANGING_TABLE,
  /// A quiet room to withdraw to.
  QUIET_SPACE,
  STEP_FREE;

  /// The word in feeds and addresses: `changing_table`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Accessibility> find(String code) {
    for (Accessibility one : values()) {
      if (one.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
