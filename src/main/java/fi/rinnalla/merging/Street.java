package fi.rinnalla.merging;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A street and the number of the house, however the rest of the address is written: `Torikatu 5 A
/// 3`, `Torik. 5`, `Torikatu 5-7`.
///
/// @param name folded, without what all streets end with
/// @param last of the numbers of a house that has several
record Street(String name, int number, int last) {
  private static final Pattern WRITTEN =
      Pattern.compile("^([a-z .'-]+?)\\s*(\\d{1,4})(?:\\s*[-–]\\s*(\\d{1,4}))?\\b");
  private static final Pattern ENDING =
      Pattern.compile(
          "(katu|kadun|kuja|polku|puistikko|puisto|tie|k|t|gatan|gata|g|vagen|vag|v|stigen|granden)$");
  private static final int SHORTEST = 3;

  /// Koivukatu isn't Kaivukatu, but nobody makes a second Koivikkokatu next to the first.
  private static final int SHORTEST_SLIP = 6;

  private static final double NEARLY = 0.8;

  static Optional<Street> of(String written) {
    Matcher found = WRITTEN.matcher(Words.folded(written));
    if (!found.find()) {
      return Optional.empty();
    }
    String letters = found.group(1).replaceAll("[^a-z]", "");
    String stem = ENDING.matcher(letters).replaceFirst("");
    int number = Integer.parseInt(found.group(2));
    int last = found.group(3) == null ? number : Integer.parseInt(found.group(3));
    return Optional.of(
        new Street(stem.length() < SHORTEST ? letters : stem, number, Math.max(number, last)));
  }

  /// 1 for the same door, nearly so for one that is a letter off, nothing for a street that may be
  /// another by that letter, and 0 for another street or another house.
  double agreement(Street other) {
    boolean oneHouse = number <= other.last && other.number <= last;
    if (name.equals(other.name)) {
      return oneHouse ? 1 : 0;
    }
    if (!oneHouse || !Spelling.isOneSlip(name, other.name)) {
      return 0;
    }
    return Math.min(name.length(), other.name.length()) >= SHORTEST_SLIP ? NEARLY : Double.NaN;
  }
}
