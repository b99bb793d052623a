package fi.rinnalla.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Finnish personal identity code (henkilötunnus): a date of birth, a sign of the century, a
/// number and a check character (Government Decree 128/2010 section 2, signs of 2023 included). No
/// part of Rinnalla keeps one, so none comes in, whatever field it is written in.
final class PersonalIdentityCode {
  private static final String CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String MASK = "******-****";
  private static final Pattern LIKELY =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])([0-3]\\d[01]\\d{3})\\s?[-+\\u2010-\\u2015A-FU-Y]\\s?(\\d{3})"
              + "([0-9A-FHJ-NPR-Y])(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);

  private PersonalIdentityCode() {}

  /// The words with each code covered. What only looks like one, and whose check character is
  /// wrong, stays.
  static String masked(String words) {
    return LIKELY
        .matcher(words)
        .replaceAll(it ->
            isChecked(it.group(1) + it.group(2), it.group(3))
                ? MASK
                : Matcher.quoteReplacement(it.group()));
  }

  private static boolean isChecked(String digits, String check) {
    return CHECKS.charAt(Integer.parseInt(digits) % CHECKS.length())
        == Character.toUpperCase(check.charAt(0));
  }
}
