package fi.rinnalla.workspace;

import fi.rinnalla.vocabulary.Lang;
import java.util.Locale;
import java.util.Optional;

/// What an editor fills in of a listing, in the order of the form. Only the first two are
/// compulsory.
public enum Field {
  TITLE(120, true),
  /// The rule in plain words.
  WHEN(300, false),
  PLACE(200, false),
  ADDRESS(200, false),
  DESCRIPTION(4000, true),
  AGE_MIN(5, false),
  AGE_MAX(5, false),
  PRICE(60, false),
  SNACK(120, true),
  SNACK_PRICE(10, false),
  BOOKING(20, false),
  BOOKING_URL(500, false),
  LANGUAGES(60, false),
  DOOR(200, true),
  FLOOR(40, false),
  FEATURES(200, false),
  PRAMS(300, true),
  /// «Näin käynti sujuu».
  HOW_IT_GOES(2000, true),
  /// Whom one will meet, as everybody may know it.
  WHO(500, true),
  /// The kind of event; comes with the template.
  KIND(30, false),
  /// Single times that are cancelled, one a line; not typed but pressed.
  CANCELLED(10_000, false);

  private final int longest;
  private final boolean translated;

  Field(int longest, boolean translated) {
    this.longest = longest;
    this.translated = translated;
  }

  public int longest() {
    return longest;
  }

  /// Whether it is written in each language.
  public boolean isTranslated() {
    return translated;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As the form names it: `title_fi`, `when`.
  public String input(Lang lang) {
    return translated ? code() + "_" + lang.code() : code();
  }

  /// The field of an input's name.
  public static Optional<Field> ofInput(String name) {
    for (Field field : values()) {
      for (Lang lang : Lang.values()) {
        if (field.input(lang).equals(name)) {
          return Optional.of(field);
        }
      }
    }
    return Optional.empty();
  }
}
