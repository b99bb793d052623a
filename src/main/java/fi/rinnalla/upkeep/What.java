package fi.rinnalla.upkeep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is said to be wrong, or missing.
public enum What {
  TIMES(false),
  PLACE(false),
  PRICE(false),
  /// The telephone number or the address.
  CONTACT(false),
  /// It is no more.
  ENDED(false),
  OTHER(false),
  /// What the organization itself told in answer to a letter, in its own words.
  BY_ORGANIZATION(false),
  MISSING_SERVICE(true),
  MISSING_EVENT(true),
  MISSING_OTHER(true);

  private final boolean missing;

  What(boolean missing) {
    this.missing = missing;
  }

  /// Whether it tells of something that isn't there.
  public boolean isMissing() {
    return missing;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What one can choose from: on the page of a record, or on the page of suggestions.
  public static List<What> choices(boolean missing) {
    return Arrays.stream(values())
        .filter(it -> it.missing == missing && it != BY_ORGANIZATION)
        .toList();
  }

  /// Of what a visitor can choose.
  public static Optional<What> find(String code) {
    return Arrays.stream(values())
        .filter(it -> it.code().equals(code) && it != BY_ORGANIZATION)
        .findFirst();
  }
}
