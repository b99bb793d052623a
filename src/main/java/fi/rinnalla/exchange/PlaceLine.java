package fi.rinnalla.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place that is told in one line, as calendars do: `Hyvinkään kirjasto, Torikatu 5, 05800
/// Hyvinkää`. A line that doesn't fall into these is the place's name as it stands: rather untaken
/// apart than wrongly.
///
/// @param name what the place is called; of a line that is an address alone, the street
/// @param address the street, the house and what belongs to them
/// @param town a municipality's name as it was written
record PlaceLine(
    String name, @Nullable String address, @Nullable String postalCode, @Nullable String town) {
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,;\n·|]\\s*");
  private static final Pattern POSTCODE =
      Pattern.compile("(?:FI-?)?(\\d{5})(?:\\s+(\\D+))?", Pattern.CASE_INSENSITIVE);

  /// Within a part that goes on: `Torikatu 5 05800 Hyvinkää`.
  private static final Pattern BEFORE_POSTCODE =
      Pattern.compile("(?<=[\\p{L}\\d])\\s+(?=(?:FI-?)?\\d{5}\\s+\\p{L})");

  private static final Pattern HOUSE =
      Pattern.compile("\\p{L}[\\p{L} .'-]*?\\s+\\d{1,4}\\b(?!\\s*[.:]).*");

  /// What streets are called, and inside which hall one is, isn't.
  private static final Pattern STREET =
      Pattern.compile(
          "\\p{L}[\\p{L} .'-]*?(katu|kuja|polku|tie|raitti|kaari|penger|puistikko|puisto|ranta|rinne"
              + "|tori|aukio|mäki|laituri|väylä|bulevardi|gatan|vägen|gränden|stigen|allén|torget"
              + "|stranden|planen|k\\.|t\\.|g\\.|v\\.)\\s+\\d{1,4}\\b(?!\\s*[.:]).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> COUNTRY = Set.of("suomi", "finland", "fi");

  /// @param isTown whether a municipality is called so
  static PlaceLine of(String line, Predicate<String> isTown) {
    List<String> parts =
        new ArrayList<>(
            Stream.of(BETWEEN.split(BEFORE_POSTCODE.matcher(line).replaceAll(", ")))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList());
    if (parts.isEmpty()) {
      return new PlaceLine(line, null, null, null);
    }
    if (parts.size() > 1 && COUNTRY.contains(parts.getLast().toLowerCase(Locale.ROOT))) {
      parts.removeLast();
    }
    String town = null;
    if (parts.size() > 1 && isTown.test(parts.getLast())) {
      town = parts.removeLast();
    }
    String postalCode = null;
    List<String> where = new ArrayList<>();
    Matcher postal = POSTCODE.matcher(parts.getLast());
    if (postal.matches()) {
      postalCode = postal.group(1);
      String locality = postal.group(2);
      parts.removeLast();
      if (locality != null && (town != null || !isTown.test(locality))) {
        // A village of its own name within a municipality.
        where.add(locality);
      } else if (locality != null) {
        town = locality;
      }
    }
    int street = street(parts, postalCode != null);
    if (street >= 0) {
      where.addAll(0, parts.subList(street, parts.size()));
      parts = parts.subList(0, street);
    } else if (postalCode == null && town == null) {
      return new PlaceLine(
          line, null, null, parts.stream().filter(isTown).findFirst().orElse(null));
    }
    if (parts.isEmpty()) {
      // An address alone, which then is what the place is called.
      return where.isEmpty()
          ? new PlaceLine(line, null, postalCode, town)
          : new PlaceLine(String.join(", ", where), null, postalCode, town);
    }
    return new PlaceLine(
        String.join(", ", parts),
        where.isEmpty() ? null : String.join(", ", where),
        postalCode,
        town);
  }

  /// Where the street begins; less than nought when none is told.
  private static int street(List<String> parts, boolean beforePostcode) {
    for (int at = 0; at < parts.size(); at++) {
      if (STREET.matcher(parts.get(at)).matches()) {
        return at;
      }
    }
    int last = parts.size() - 1;
    return last > 0 && beforePostcode && HOUSE.matcher(parts.get(last)).matches() ? last : -1;
  }
}
