package fi.rinnalla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Weekly and monthly rules put together at random, each compared with a slow reader that goes
/// through the days one by one.
class RecurrenceOracleTests {
  private final Random random = new Random(53);

  /// What the rule says, in plain fields.
  private record Said(
      boolean weekly,
      int interval,
      TreeSet<DayOfWeek> days,
      int ordinal,
      int monthday,
      @Nullable Integer count,
      @Nullable LocalDate until,
      EventRule.Weeks weeks,
      LocalDate start) {

    String rrule() {
      StringBuilder rule = new StringBuilder(weekly ? "FREQ=WEEKLY" : "FREQ=MONTHLY");
      if (interval > 1) {
        rule.append(";INTERVAL=").append(interval);
      }
      if (!days.isEmpty()) {
        List<String> words = new ArrayList<>();
        for (DayOfWeek day : days) {
          words.add((ordinal == 0 ? "" : ordinal) + day.name().substring(0, 2));
        }
        rule.append(";BYDAY=").append(String.join(",", words));
      }
      if (monthday != 0) {
        rule.append(";BYMONTHDAY=").append(monthday);
      }
      if (count != null) {
        rule.append(";COUNT=").append(count);
      }
      if (until != null) {
        rule.append(";UNTIL=").append(until.toString().replace("-", ""));
      }
      return rule.toString();
    }

    boolean isOn(LocalDate day) {
      return weekly ? isWeekly(day) : isMonthly(day);
    }

    private boolean isWeekly(LocalDate day) {
      long apart = monday(day).toEpochDay() / 7 - monday(start).toEpochDay() / 7;
      return apart % interval == 0
          && (days.isEmpty() ? day.getDayOfWeek() == start.getDayOfWeek() : isDay(day));
    }

    private boolean isMonthly(LocalDate day) {
      int apart =
          (day.getYear() - start.getYear()) * 12 + day.getMonthValue() - start.getMonthValue();
      if (apart % interval != 0) {
        return false;
      }
      if (days.isEmpty() && monthday == 0) {
        return day.getDayOfMonth() == start.getDayOfMonth();
      }
      int fromEnd = day.getDayOfMonth() - YearMonth.from(day).lengthOfMonth() - 1;
      boolean monthdayFits =
          monthday == 0 || day.getDayOfMonth() == monthday || fromEnd == monthday;
      return monthdayFits && (days.isEmpty() || isDay(day));
    }

    private boolean isDay(LocalDate day) {
      int nth = (day.getDayOfMonth() + 6) / 7;
      int nthLast = -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
      return days.contains(day.getDayOfWeek())
          && (ordinal == 0 || ordinal == nth || ordinal == nthLast);
    }

    private static LocalDate monday(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(4);
    }
  }

  @Test
  void aRandomRuleGivesTheDaysThatGoingThroughThemOneByOneGives() {
    int times = 0;
    for (int i = 0; i < 4000; i++) {
      Said said = something();
      LocalDate first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
      LocalDate last = first.plusDays(random.nextInt(470));

      List<LocalDate> expected = slowly(said, first, last);

      assertThat(quickly(said, first, last))
          .as("%s from %s on %s weeks in %s–%s", said.rrule(), said.start, said.weeks, first, last)
          .isEqualTo(expected);
      times += expected.size();
    }
    assertThat(times).as("times compared").isGreaterThan(20_000);
  }

  private static List<LocalDate> quickly(Said said, LocalDate first, LocalDate last) {
    EventRule rule = Events.onWeeks(said.weeks, Events.by(said.rrule(), said.start.atTime(9, 30)));
    return Recurrence.of(Events.aFamilyCafe(rule)).between(first, last).stream()
        .map(Occurrence::recurrenceId)
        .map(LocalDateTime::toLocalDate)
        .toList();
  }

  private static List<LocalDate> slowly(Said said, LocalDate first, LocalDate last) {
    List<LocalDate> days = new ArrayList<>();
    int counted = 0;
    for (LocalDate day = said.start; !day.isAfter(last); day = day.plusDays(1)) {
      boolean even = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 0;
      boolean inWeek =
          said.weeks == EventRule.Weeks.EVERY || even == (said.weeks == EventRule.Weeks.EVEN);
      if (!said.isOn(day) || !inWeek || (said.until != null && day.isAfter(said.until))) {
        continue;
      }
      counted++;
      if ((said.count == null || counted <= said.count) && !day.isBefore(first)) {
        days.add(day);
      }
    }
    return days;
  }

  private Said something() {
    boolean weekly = random.nextBoolean();
    TreeSet<DayOfWeek> days = new TreeSet<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    int ordinal =
        weekly || random.nextBoolean() ? 0 : List.of(1, 2, 3, 4, -1, -2).get(random.nextInt(6));
    boolean byMonthday = !weekly && ordinal == 0 && random.nextInt(3) == 0;
    int monthday = byMonthday ? List.of(1, 13, 28, 29, 30, 31, -1, -3).get(random.nextInt(8)) : 0;
    LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
    boolean rare = monthday != 0;
    return new Said(
        weekly,
        rare ? 1 : 1 + random.nextInt(4),
        days,
        ordinal,
        monthday,
        random.nextInt(4) == 0 ? 1 + random.nextInt(60) : null,
        random.nextInt(4) == 0 ? start.plusDays(random.nextInt(1200)) : null,
        weekly && random.nextInt(3) == 0
            ? EventRule.Weeks.values()[random.nextInt(3)]
            : EventRule.Weeks.EVERY,
        start);
  }
}
