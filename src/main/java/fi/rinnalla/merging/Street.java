package fi.rinnalla.merging;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A street and the number of the house, however the rest of the address is written: `Torikatu 5 A
/// 3`, `Torik. 5`, `Torikatu 5-7`.
///
/// @param name folded, without what all streets end with
record Street(String name, int number) {
  private static final Pattern WRITTEN = Pattern.compile("^([a-z .'-]+?)\\s*(\\d{1,4})\\b");
  private static final Pattern ENDING =
      Pattern.compile(
          "(katu|kadun|kuja|polku|puistikko|puisto|tie|k|t|gatan|gata|g|vagen|vag|v|stigen|granden)$");
  private static final int SHORTEST = 3;

  static Optional<Street> of(String written) {
    Matcher found = WRITTEN.matcher(Words.folded(written));
    if (!found.find()) {
      return Optional.empty();
    }
    String letters = found.group(1).replaceAll("[^a-z]", "");
    String stem = ENDING.matcher(letters).replaceFirst("");
    return Optional.of(
        new Street(stem.length() < SHORTEST ? letters : stem, Integer.parseInt(found.group(2))));
  }

  double agreement(Street other) {
    if (!name.equals(other.name) && !Spelling.isOneSlip(name, other.name)) {
      return 0;
    }
    return number == other.number ? 1 : 0.3;
  }
}
