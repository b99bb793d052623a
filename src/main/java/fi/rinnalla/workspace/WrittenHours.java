package fi.rinnalla.workspace;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hours of the clock as people write them: `9.30–11.30`, «klo 9–11», `at 9:30`.
final class WrittenHours {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
  static final Pattern BOTH =
      Pattern.compile(
          "(?:klo|kello|kl\\.?|at)?\\s*(?<![\\d.])(\\d{1,2})(?:[.:](\\d{2}))?\\s*[-–—]\\s*"
              + "(\\d{1,2})(?:[.:](\\d{2}))?(?![\\d.]*\\d)",
          FLAGS);
  private static final Pattern HOUR =
      Pattern.compile(
          "(?:\\b(?:klo|kello|kl\\.?|at)\\s*(\\d{1,2})(?:[.:](\\d{2}))?|(\\d{1,2})[.:](\\d{2}))",
          FLAGS);

  private WrittenHours() {}

  static LocalTime[] take(StringBuilder rest) {
    Matcher both = BOTH.matcher(rest);
    if (both.find()) {
      LocalTime[] hours = of(both);
      rest.replace(both.start(), both.end(), " ");
      return hours;
    }
    Matcher one = HOUR.matcher(rest);
    if (one.find()) {
      LocalTime time = time(one, one.group(1) == null ? 3 : 1);
      rest.replace(one.start(), one.end(), " ");
      return new LocalTime[] {time, time};
    }
    throw new Stopped(RuleWords.Reason.NO_HOUR, "");
  }

  /// The hours of a match of [#BOTH].
  static LocalTime[] of(Matcher both) {
    return new LocalTime[] {time(both, 1), time(both, 3)};
  }

  private static LocalTime time(Matcher match, int group) {
    int hour = Integer.parseInt(match.group(group));
    int minute = match.group(group + 1) == null ? 0 : Integer.parseInt(match.group(group + 1));
    if (hour > 23 || minute > 59) {
      throw new Stopped(RuleWords.Reason.NO_HOUR, match.group().strip());
    }
    return LocalTime.of(hour, minute);
  }
}
