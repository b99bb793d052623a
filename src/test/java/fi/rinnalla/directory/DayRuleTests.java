package fi.rinnalla.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayRuleTests {
  private static final LocalDate START = LocalDate.of(2026, 1, 14);

  @Test
  void monthlyRulesFallOnTheDaysThatTheStandardGives() {
    assertThat(days(monthly(1, "-1FR", null, null), 3))
        .containsExactly("2026-01-30", "2026-02-27", "2026-03-27");
    assertThat(days(monthly(1, null, "-1", null), 3))
        .containsExactly("2026-01-31", "2026-02-28", "2026-03-31");
    assertThat(days(monthly(1, "5SA", null, null), 3)).containsExactly("2026-01-31");
    assertThat(days(monthly(1, "FR", "13", null), 3)).containsExactly("2026-02-13", "2026-03-13");
    assertThat(days(monthly(1, null, null, START), 2)).containsExactly("2026-01-14", "2026-02-14");
    assertThat(days(monthly(2, "1MO,3MO", null, START), 3))
        .containsExactly("2026-01-05", "2026-01-19", "2026-03-02", "2026-03-16");
  }

  @Test
  void aMonthlyRuleThatNamesNoDayIsNoRule() {
    assertThat(DayRule.of(monthly(1, null, null, null))).isEmpty();
    assertThat(DayRule.of(monthly(1, null, "32", null))).isEmpty();
    assertThat(DayRule.of(monthly(1, null, "0", null))).isEmpty();
    assertThat(DayRule.of(monthly(1, null, "ensimmäinen", null))).isEmpty();
    assertThat(DayRule.of(monthly(3, "1MO", null, null))).isEmpty();
  }

  @Test
  void theDaysAreThoseThatLibRecurWalksTo() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      boolean weekly = random.nextBoolean();
      TreeSet<String> words = new TreeSet<>();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        String ordinal = weekly ? "" : List.of("", "1", "2", "-1", "5").get(random.nextInt(5));
        words.add(
            ordinal + List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU").get(random.nextInt(7)));
      }
      int interval = 1 + random.nextInt(3);
      LocalDate start = START.plusDays(random.nextInt(60));
      String byday = String.join(",", words);
      Schedule schedule =
          weekly ? weekly(interval, byday, start) : monthly(interval, byday, null, start);

      List<String> mine =
          days(schedule, 12).stream().filter(day -> day.compareTo(start.toString()) >= 0).toList();

      assertThat(mine).as("%s from %s", schedule, start).isEqualTo(walked(schedule, start));
    }
  }

  private static List<String> walked(Schedule schedule, LocalDate start) throws Exception {
    var rule =
        new RecurrenceRule(
            "FREQ=%s;INTERVAL=%d;BYDAY=%s"
                .formatted(schedule.frequency(), schedule.interval(), schedule.byday()));
    var steps =
        rule.iterator(
            new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
    var days = new ArrayList<String>();
    while (true) {
      DateTime day = steps.nextDateTime();
      if (day.getYear() > 2026) {
        return days;
      }
      days.add(LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth()).toString());
    }
  }

  private static List<String> days(Schedule schedule, int months) {
    DayRule rule = DayRule.of(schedule).orElseThrow();
    LocalDate first = LocalDate.of(2026, 1, 1);
    return first
        .datesUntil(first.plusMonths(months))
        .filter(rule::fallsOn)
        .map(LocalDate::toString)
        .toList();
  }

  private static Schedule weekly(int interval, String byday, LocalDate start) {
    return new Schedule(
        null,
        null,
        start,
        null,
        Schedule.Frequency.WEEKLY,
        interval,
        byday,
        null,
        LocalTime.of(9, 0),
        LocalTime.of(11, 0),
        false,
        Text.none(),
        List.of());
  }

  private static Schedule monthly(
      int interval,
      @Nullable String byday,
      @Nullable String bymonthday,
      @Nullable LocalDate start) {
    return new Schedule(
        null,
        null,
        start,
        null,
        Schedule.Frequency.MONTHLY,
        interval,
        byday,
        bymonthday,
        LocalTime.of(9, 0),
        LocalTime.of(11, 0),
        false,
        Text.none(),
        List.of());
  }
}
