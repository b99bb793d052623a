package fi.rinnalla.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// On which days a schedule's rule falls: the part of RFC 5545 §3.3.10 that HSDS has. Read once,
/// asked often, so it counts in days and months instead of walking there.
///
/// @param anchor where weeks and months are counted from, when they must be
/// @param weekdays none means any day that the other parts allow
/// @param monthdays days of the month, from its end when below zero
record DayRule(
    Schedule.Frequency frequency,
    int interval,
    @Nullable LocalDate anchor,
    List<Weekday> weekdays,
    List<Integer> monthdays) {
  private static final Pattern WEEKDAY = Pattern.compile("([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern MONTHDAY = Pattern.compile("[+-]?(0?[1-9]|[12][0-9]|3[01])");
  private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");

  /// A day of the week: every one, or which of the month's (-1 is the last).
  record Weekday(DayOfWeek day, int ordinal) {

    boolean isOn(LocalDate date) {
      return date.getDayOfWeek() == day
          && (ordinal == 0
              || date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day))));
    }
  }

  /// The rule of a schedule, or nothing when it can't be read or leaves its days open. Better not
  /// told than told wrong: nobody should come to a closed door with a pram.
  static Optional<DayRule> of(Schedule schedule) {
    boolean weekly = schedule.frequency() == Schedule.Frequency.WEEKLY;
    LocalDate anchor = schedule.dtstart() != null ? schedule.dtstart() : schedule.validFrom();
    if (schedule.interval() > 1 && anchor == null) {
      return Optional.empty();
    }
    List<Weekday> weekdays = new ArrayList<>();
    for (String word : words(schedule.byday())) {
      Weekday weekday = weekday(word);
      if (weekday == null || (weekly && weekday.ordinal() != 0)) {
        return Optional.empty();
      }
      weekdays.add(weekday);
    }
    List<Integer> monthdays = new ArrayList<>();
    for (String word : weekly ? List.<String>of() : words(schedule.bymonthday())) {
      if (!MONTHDAY.matcher(word).matches()) {
        return Optional.empty();
      }
      monthdays.add(Integer.valueOf(word));
    }
    if (weekdays.isEmpty() && monthdays.isEmpty()) {
      // What the rule leaves out comes from its start (RFC 5545 §3.3.10). Hours of a week that
      // names
      // neither are hours of every day.
      LocalDate start = schedule.dtstart();
      if (start != null && weekly) {
        weekdays.add(new Weekday(start.getDayOfWeek(), 0));
      } else if (start != null) {
        monthdays.add(start.getDayOfMonth());
      } else if (!weekly) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new DayRule(
            schedule.frequency(),
            schedule.interval(),
            anchor,
            List.copyOf(weekdays),
            List.copyOf(monthdays)));
  }

  boolean fallsOn(LocalDate date) {
    return inTurn(date)
        && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> weekday.isOn(date)))
        && (monthdays.isEmpty() || monthdays.stream().anyMatch(day -> isMonthday(day, date)));
  }

  private boolean inTurn(LocalDate date) {
    if (interval == 1 || anchor == null) {
      return true;
    }
    long turns =
        frequency == Schedule.Frequency.WEEKLY
            ? ChronoUnit.WEEKS.between(monday(anchor), monday(date))
            : ChronoUnit.MONTHS.between(YearMonth.from(anchor), YearMonth.from(date));
    return Math.floorMod(turns, interval) == 0;
  }

  private static boolean isMonthday(int day, LocalDate date) {
    return date.getDayOfMonth() == (day > 0 ? day : date.lengthOfMonth() + 1 + day);
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static List<String> words(@Nullable String list) {
    if (list == null || list.isBlank()) {
      return List.of();
    }
    return List.of(BETWEEN.split(list.strip().toUpperCase(Locale.ROOT)));
  }

  private static @Nullable Weekday weekday(String word) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(word)) {
        return new Weekday(day, 0);
      }
    }
    Matcher parts = WEEKDAY.matcher(word);
    if (!parts.matches()) {
      return null;
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(parts.group(2))) {
        return new Weekday(day, parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1)));
      }
    }
    return null;
  }
}
