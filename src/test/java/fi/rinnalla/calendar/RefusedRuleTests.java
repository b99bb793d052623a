package fi.rinnalla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rule is code that a stranger wrote: each is answered soon, with times or with a refusal.
class RefusedRuleTests {
  private static final Duration HANG = Duration.ofSeconds(2);
  private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 9, 1, 9, 30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=HOURLY;INTERVAL=24",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=DAILY;COUNT=99999999999999999999",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=-3",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=2147483647",
        "FREQ=WEEKLY;INTERVAL=2147483647",
        "FREQ=YEARLY;INTERVAL=2147483647",
        "FREQ=WEEKLY;INTERVAL=99999999999",
        "FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=YEARLY;BYDAY=MO;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300",
        "FREQ=DAILY;BYMINUTE=0,1,2,3,4",
        "FREQ=DAILY;BYSECOND=0,1,2,3,4",
        "FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,15,30;BYSECOND=0,1,2,3",
        "FREQ=WEEKLY;UNTIL=20261301",
        "FREQ=WEEKLY;UNTIL=yesterday",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=",
        "BYDAY=TU",
        "",
        ";;;",
        "RRULE:",
        "joka toinen tiistai",
        "FREQ=WEEKLY;BYDAY=TIISTAI",
        "FREQ=WEEKLY;BYDAY=TU,XX",
        "FREQ=DAILY;BYSETPOS=99999999",
        "FREQ=YEARLY;RSCALE=KLINGON"
      })
  void aRuleThatNobodyCanMeanIsRefused(String rrule) {
    Assertions.assertTimeoutPreemptively(
        HANG, () -> assertThatThrownBy(() -> days(rrule)).isInstanceOf(RefusedRule.class));
  }

  @Test
  void aRuleOfAHundredThousandLettersIsNoRule() {
    String rrule = "FREQ=DAILY;BYMINUTE=" + "0,".repeat(50_000) + "0";

    Assertions.assertTimeoutPreemptively(
        HANG,
        () ->
            assertThatThrownBy(() -> Recurrence.check(rrule))
                .isInstanceOf(RefusedRule.class)
                .message()
                .hasSizeLessThan(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=WEEKLY;BYDAY=TU",
        "freq=weekly;byday=tu",
        "RRULE:FREQ=WEEKLY;BYDAY=TU",
        "rrule:freq=weekly",
        "FREQ=WEEKLY;BYDAY=TU;",
        ";FREQ=WEEKLY;;BYDAY=TU",
        " FREQ = WEEKLY ; BYDAY = TU ",
        "BYDAY=TU;FREQ=WEEKLY;WKST=SU",
        "FREQ=WEEKLY;X-SOURCE=outlook"
      })
  void aRuleWrittenCarelesslyButClearlyIsFollowed(String rrule) {
    assertThat(days(rrule)).startsWith(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 8));
  }

  @Test
  void aRuleThatEndsBeforeItBeginsGivesNoTimes() {
    assertThat(days("FREQ=WEEKLY;UNTIL=20250101")).isEmpty();
    assertThat(days("FREQ=WEEKLY;UNTIL=20250101T000000Z")).isEmpty();
  }

  @Test
  void aRuleFromTheYearOneIsRefusedAndOneFromTheDaysOfGrandmotherIsFollowed() {
    Assertions.assertTimeoutPreemptively(
        HANG,
        () -> {
          assertThatThrownBy(() -> days("FREQ=DAILY", LocalDateTime.of(1, 1, 1, 9, 0)))
              .isInstanceOf(RefusedRule.class);
          assertThatThrownBy(() -> days("FREQ=DAILY", LocalDateTime.MAX.minusDays(40)))
              .isInstanceOf(RefusedRule.class);
          assertThat(days("FREQ=DAILY", LocalDateTime.of(1920, 10, 4, 9, 0))).hasSize(91);
        });
  }

  @Test
  void manyTimesADayAreRefusedWhenTheyAreTooManyInAll() {
    var event = Events.aFamilyCafe(Events.by("FREQ=DAILY;BYHOUR=9,12,15", TUESDAY));

    assertThatThrownBy(
            () -> Recurrence.of(event).between(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 12, 1)))
        .isInstanceOf(RefusedRule.class);
  }

  @Test
  void tooManyNamedTimesAreRefused() {
    LocalDateTime[] many = new LocalDateTime[1500];
    for (int i = 0; i < many.length; i++) {
      many[i] = TUESDAY.plusMinutes(i);
    }
    var event = Events.aFamilyCafe(Events.alsoAt(Events.everyTuesday(), many));

    assertThatThrownBy(
            () -> Recurrence.of(event).between(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)))
        .isInstanceOf(RefusedRule.class);
  }

  @Test
  void rulesPutTogetherAtRandomAreAllAnswered() {
    Random random = new Random(20261123);
    List<String> parts =
        List.of(
            "INTERVAL=2",
            "INTERVAL=1000",
            "COUNT=5",
            "COUNT=10000",
            "UNTIL=20301231",
            "UNTIL=20261201T000000Z",
            "BYDAY=MO",
            "BYDAY=-1FR",
            "BYDAY=5SA,1SU",
            "BYMONTHDAY=31",
            "BYMONTHDAY=-31",
            "BYMONTH=2",
            "BYMONTH=2,13",
            "BYYEARDAY=366",
            "BYYEARDAY=-366",
            "BYWEEKNO=53",
            "BYWEEKNO=-53",
            "BYSETPOS=1",
            "BYSETPOS=-366",
            "BYHOUR=3",
            "BYHOUR=25",
            "BYMINUTE=59",
            "BYSECOND=60",
            "WKST=SU",
            "RSCALE=GREGORIAN",
            "SKIP=FORWARD",
            "=",
            "å");
    List<String> freqs = List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY");
    for (int i = 0; i < 3000; i++) {
      StringBuilder rrule = new StringBuilder("FREQ=" + freqs.get(random.nextInt(freqs.size())));
      for (int part = random.nextInt(5); part > 0; part--) {
        rrule.append(';').append(parts.get(random.nextInt(parts.size())));
      }
      Assertions.assertTimeout(
          HANG,
          () -> {
            try {
              days(rrule.toString());
            } catch (RefusedRule answered) {
              assertThat(answered).hasMessageContaining("«");
            }
          },
          rrule::toString);
    }
  }

  private static List<LocalDate> days(String rrule) {
    return days(rrule, TUESDAY);
  }

  private static List<LocalDate> days(String rrule, LocalDateTime start) {
    return Recurrence.of(Events.aFamilyCafe(Events.by(rrule, start)))
        .between(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 30))
        .stream()
        .map(one -> one.recurrenceId().toLocalDate())
        .toList();
  }
}
