package fi.rinnalla.workspace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as people write them, `24.12.` and `1.9.–8.12.`: first each gets its year, then they are
/// taken out of the words one by one, so that what is left over shows what wasn't understood.
final class WrittenDates {
  /// A day and a month with their dots, maybe a year. `9.30` is an hour and has no second dot.
  private static final Pattern WRITTEN_DATE =
      Pattern.compile("(?<![\\d.:])(\\d{1,2})\\.\\s?(\\d{1,2})\\.(\\s?(\\d{4}))?(?!\\d)");

  private static final Pattern HOUR_BEFORE =
      Pattern.compile("(?iuU)((klo|kello|kl\\.?)\\s*|\\d{1,2}[.:]\\d{2}\\s*[-–—]\\s*)$");
  private static final Pattern DASH_BEFORE = Pattern.compile("\\d{4}\\s*[-–—]\\s*$");
  private static final Pattern DASH_AFTER = Pattern.compile("^\\s*[-–—]");
  private static final Pattern FROM_BEFORE =
      Pattern.compile("(?iuU)\\b(alkaen|lähtien|från|fr\\.o\\.m\\.|from|starting|med)\\s*$");
  private static final Pattern FROM_AFTER = Pattern.compile("(?iuU)^\\s*(alkaen|lähtien)\\b");

  static final String DATE = "(\\d{1,2}\\.\\d{1,2}\\.\\d{4})";
  static final Pattern ONE = Pattern.compile(DATE);
  private static final Pattern RANGE = Pattern.compile(DATE + "\\s*[-–—]\\s*" + DATE);

  private WrittenDates() {}

  /// A date without a year is the next such day; the start of a season may be behind, so it is the
  /// nearest one.
  static String withYears(String words, LocalDate today) {
    StringBuilder said = new StringBuilder();
    LocalDate before = today;
    int from = 0;
    Matcher date = WRITTEN_DATE.matcher(words);
    while (date.find()) {
      said.append(words, from, date.start());
      from = date.end();
      int day = Integer.parseInt(date.group(1));
      int month = Integer.parseInt(date.group(2));
      if (HOUR_BEFORE.matcher(said).find() || month > 12) {
        said.append(date.group());
        continue;
      }
      LocalDate meant;
      if (date.group(4) != null) {
        meant = day(day, month, Integer.parseInt(date.group(4)));
      } else if (DASH_BEFORE.matcher(said).find()) {
        meant = next(day, month, before);
      } else if (DASH_AFTER.matcher(words.substring(from)).find()
          || FROM_BEFORE.matcher(said).find()
          || FROM_AFTER.matcher(words.substring(from)).find()) {
        meant = next(day, month, today.minusDays(182));
      } else {
        meant = next(day, month, today);
      }
      before = meant;
      said.append(day(meant));
    }
    return said.append(words.substring(from)).toString();
  }

  private static LocalDate next(int day, int month, LocalDate from) {
    // Leap days come round in eight years at the latest.
    for (int year = from.getYear(); year <= from.getYear() + 8; year++) {
      if (day == 29 && month == 2 && !java.time.Year.isLeap(year)) {
        continue;
      }
      LocalDate one = day(day, month, year);
      if (!one.isBefore(from)) {
        return one;
      }
    }
    throw new Stopped(RuleWords.Reason.NO_SUCH_DAY, day + "." + month + ".");
  }

  static LocalDate[] takeRange(StringBuilder rest) {
    Matcher range = RANGE.matcher(rest);
    if (!range.find()) {
      return new LocalDate[0];
    }
    LocalDate[] span = {date(range.group(1)), date(range.group(2))};
    rest.replace(range.start(), range.end(), " ");
    if (span[1].isBefore(span[0])) {
      throw new Stopped(RuleWords.Reason.END_FIRST, "");
    }
    return span;
  }

  static @Nullable LocalDate take(StringBuilder rest, Pattern... patterns) {
    for (Pattern pattern : patterns) {
      Matcher match = pattern.matcher(rest);
      if (match.find()) {
        LocalDate date = date(match.group(1));
        rest.replace(match.start(), match.end(), " ");
        return date;
      }
    }
    return null;
  }

  private static LocalDate date(String written) {
    String[] parts = written.split("\\.");
    return day(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  private static LocalDate day(int day, int month, int year) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      throw new Stopped(RuleWords.Reason.NO_SUCH_DAY, day + "." + month + ".");
    }
  }

  static String day(LocalDate day) {
    return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
  }
}
