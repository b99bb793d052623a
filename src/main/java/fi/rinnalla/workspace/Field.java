package fi.rinnalla.workspace;

import fi.rinnalla.vocabulary.Lang;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an editor fills in of a listing, in the order of the form.
public enum Field {
  TITLE(120, true),
  /// The rule of an event in plain words.
  WHEN(300, false, Kept.Kind.EVENT),
  /// A known place by its label, or the words of one that nobody knows.
  PLACE(200, false, Kept.Kind.EVENT),
  /// The known places of a service by their labels, one a line.
  PLACES(2000, false, Kept.Kind.SERVICE),
  /// How else than at a place a service is given.
  DELIVERIES(60, false, Kept.Kind.SERVICE),
  /// The name of a place that isn't in the directory yet.
  NEW_PLACE(120, false),
  ADDRESS(200, false),
  TOWN(80, false),
  /// Where it is on the map: `60.63050, 24.86000`.
  POINT(40, false),
  ONLINE(500, false, Kept.Kind.EVENT),
  /// The opening hours of a service in plain words.
  HOURS(300, false, Kept.Kind.SERVICE),
  DESCRIPTION(4000, true),
  /// HSDS `eligibility_description`.
  ELIGIBILITY(1000, true, Kept.Kind.SERVICE),
  AGE_MIN(5, false),
  AGE_MAX(5, false),
  PRICE(60, false),
  /// How one gets in: [fi.rinnalla.directory.Service.Access].
  ACCESS(60, false, Kept.Kind.SERVICE),
  /// HSDS `application_process`.
  APPLICATION(1000, true, Kept.Kind.SERVICE),
  PHONE(40, false, Kept.Kind.SERVICE),
  EMAIL(200, false, Kept.Kind.SERVICE),
  URL(500, false, Kept.Kind.SERVICE),
  /// Themes, by their codes.
  CATEGORIES(400, false, Kept.Kind.SERVICE),
  SNACK(120, true),
  SNACK_PRICE(10, false),
  BOOKING(20, false, Kept.Kind.EVENT),
  BOOKING_URL(500, false, Kept.Kind.EVENT),
  LANGUAGES(60, false),
  DOOR(200, true),
  FLOOR(40, false),
  FEATURES(200, false),
  PRAMS(300, true),
  /// «Näin käynti sujuu».
  HOW_IT_GOES(2000, true),
  /// Whom one will meet, as everybody may know it.
  WHO(500, true),
  /// The kind of listing; comes with the template.
  KIND(30, false),
  /// Single times that are cancelled, one a line; not typed but pressed.
  CANCELLED(10_000, false, Kept.Kind.EVENT);

  private final int longest;
  private final boolean translated;
  private final Set<Kept.Kind> kinds;

  Field(int longest, boolean translated) {
    this(longest, translated, Kept.Kind.values());
  }

  Field(int longest, boolean translated, Kept.Kind... kinds) {
    this.longest = longest;
    this.translated = translated;
    this.kinds = EnumSet.copyOf(Arrays.asList(kinds));
  }

  public int longest() {
    return longest;
  }

  /// Whether it is written in each language.
  public boolean isTranslated() {
    return translated;
  }

  public boolean isOf(Kept.Kind kind) {
    return kinds.contains(kind);
  }

  /// The fields of a kind that are written in each language, in the order of the form.
  public static List<Field> translated(Kept.Kind kind) {
    return Arrays.stream(values()).filter(it -> it.translated && it.isOf(kind)).toList();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What stands between its values where several are chosen; a label of a place has commas.
  public String separator() {
    return this == PLACES ? "\n" : ",";
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
