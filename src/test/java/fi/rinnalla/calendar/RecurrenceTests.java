package fi.rinnalla.calendar;

import static fi.rinnalla.calendar.Events.aFamilyCafe;
import static fi.rinnalla.calendar.Events.alsoAt;
import static fi.rinnalla.calendar.Events.butNotAt;
import static fi.rinnalla.calendar.Events.by;
import static fi.rinnalla.calendar.Events.everyTuesday;
import static fi.rinnalla.calendar.Events.lasting;
import static fi.rinnalla.calendar.Events.onWeeks;
import static fi.rinnalla.calendar.Events.once;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurrenceTests {

  @Test
  void aWeeklyCafeIsHeldEachWeek() {
    assertThat(days(everyTuesday(), "2026-09-01", "2026-09-30"))
        .containsExactly("2026-09-01", "2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29");
  }

  @Test
  void theFirstSaturdayOfTheMonthIsFoundInEachMonth() {
    var rule = by("FREQ=MONTHLY;BYDAY=1SA", LocalDateTime.of(2026, 9, 5, 10, 0));

    assertThat(days(rule, "2026-09-01", "2027-01-31"))
        .containsExactly("2026-09-05", "2026-10-03", "2026-11-07", "2026-12-05", "2027-01-02");
  }

  @Test
  void aStartThatTheRuleDoesNotGiveOnlyAnchorsIt() {
    var rule = by("FREQ=WEEKLY;BYDAY=WE", LocalDateTime.of(2026, 9, 1, 9, 30));

    assertThat(days(rule, "2026-09-01", "2026-09-10")).containsExactly("2026-09-02", "2026-09-09");
  }

  @Test
  void anExtraTimeIsHeldBesideTheRuleAndAnExceptedOneIsNot() {
    var rule =
        butNotAt(
            alsoAt(everyTuesday(), LocalDateTime.of(2026, 9, 3, 17, 0)),
            LocalDateTime.of(2026, 9, 8, 9, 30));

    assertThat(days(rule, "2026-09-01", "2026-09-15"))
        .containsExactly("2026-09-01", "2026-09-03", "2026-09-15");
  }

  @Test
  void anExtraTimeThatTheRuleAlsoGivesIsHeldOnce() {
    var rule = alsoAt(everyTuesday(), LocalDateTime.of(2026, 9, 8, 9, 30));

    assertThat(days(rule, "2026-09-01", "2026-09-10")).containsExactly("2026-09-01", "2026-09-08");
  }

  @Test
  void anEventOfSeveralNamedTimesNeedsNoRule() {
    var rule =
        alsoAt(once(LocalDateTime.of(2026, 9, 1, 9, 30)), LocalDateTime.of(2026, 9, 4, 9, 30));

    assertThat(days(rule, "2026-09-01", "2026-09-10")).containsExactly("2026-09-01", "2026-09-04");
  }

  @Test
  void untilADateLetsInTheWholeDay() {
    var rule = by("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260915", everyTuesday().start());

    assertThat(days(rule, "2026-09-01", "2026-12-31"))
        .containsExactly("2026-09-01", "2026-09-08", "2026-09-15");
  }

  @Test
  void untilALocalTimeLetsInATimeThatStartsThen() {
    var rule = by("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260915T093000", everyTuesday().start());
    var before = by("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260915T092959", everyTuesday().start());

    assertThat(days(rule, "2026-09-14", "2026-12-31")).containsExactly("2026-09-15");
    assertThat(days(before, "2026-09-14", "2026-12-31")).isEmpty();
  }

  @Test
  void untilATimeInUtcIsReadOnTheClockOfHelsinki() {
    // 06:30 UTC is 9.30 in summer time; one second earlier leaves the last café out.
    var rule = by("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260915T063000Z", everyTuesday().start());
    var before = by("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260915T062959Z", everyTuesday().start());

    assertThat(days(rule, "2026-09-14", "2026-12-31")).containsExactly("2026-09-15");
    assertThat(days(before, "2026-09-14", "2026-12-31")).isEmpty();
  }

  @Test
  void countCountsFromTheFirstTimeAlsoWhenTheWindowBeginsLater() {
    var rule = by("FREQ=WEEKLY;BYDAY=TU;COUNT=13", everyTuesday().start());

    assertThat(days(rule, "2026-11-15", "2027-06-30")).containsExactly("2026-11-17", "2026-11-24");
  }

  @Test
  void whicheverOfCountAndUntilComesFirstEndsTheSeries() {
    var counted = by("FREQ=WEEKLY;COUNT=2;UNTIL=20261231", everyTuesday().start());
    var dated = by("FREQ=WEEKLY;COUNT=20;UNTIL=20260908", everyTuesday().start());

    assertThat(days(counted, "2026-09-01", "2027-09-01")).hasSize(2);
    assertThat(days(dated, "2026-09-01", "2027-09-01")).hasSize(2);
  }

  @Test
  void tenTimesOnEvenWeeksAreTen() {
    var rule =
        onWeeks(EventRule.Weeks.EVEN, by("FREQ=WEEKLY;BYDAY=TU;COUNT=10", everyTuesday().start()));

    assertThat(days(rule, "2026-09-01", "2027-12-31")).hasSize(10).startsWith("2026-09-01");
  }

  @Test
  void theYearOf53WeeksHasTwoOddWeeksInARow() {
    var odd = onWeeks(EventRule.Weeks.ODD, everyTuesday());

    // Weeks 51, 53, 1 and 3.
    assertThat(days(odd, "2026-12-14", "2027-01-24"))
        .containsExactly("2026-12-15", "2026-12-29", "2027-01-05", "2027-01-19");
  }

  @Test
  void betweenTwoEvenWeeksTheYearOf53WeeksHasTwoWithout() {
    var even = onWeeks(EventRule.Weeks.EVEN, everyTuesday());

    // Weeks 52, 2 and 4.
    assertThat(days(even, "2026-12-14", "2027-01-31"))
        .containsExactly("2026-12-22", "2027-01-12", "2027-01-26");
  }

  @Test
  void halfPastNineStaysHalfPastNineWhenTheClocksTurn() {
    assertThat(starts(everyTuesday(), "2026-10-20", "2026-10-27"))
        .containsExactly(
            Instant.parse("2026-10-20T06:30:00Z"), Instant.parse("2026-10-27T07:30:00Z"));
    assertThat(starts(everyTuesday(), "2027-03-23", "2027-03-30"))
        .containsExactly(
            Instant.parse("2027-03-23T07:30:00Z"), Instant.parse("2027-03-30T06:30:00Z"));
  }

  @Test
  void onTheDaysThatTheClocksTurnHalfPastNineIsToo() {
    var sundays = by("FREQ=WEEKLY;BYDAY=SU", LocalDateTime.of(2026, 9, 6, 9, 30));

    assertThat(starts(sundays, "2026-10-25", "2026-10-25"))
        .containsExactly(Instant.parse("2026-10-25T07:30:00Z"));
    assertThat(starts(sundays, "2027-03-28", "2027-03-28"))
        .containsExactly(Instant.parse("2027-03-28T06:30:00Z"));
  }

  @Test
  void aTimeThatTheSpringNightHasNotGotIsAnHourLaterAndKeepsItsLength() {
    var night = by("FREQ=DAILY", LocalDateTime.of(2027, 3, 1, 3, 30));
    var rule = lasting(Duration.ofHours(1), night);

    var one = times(rule, "2027-03-28", "2027-03-28").getFirst();

    assertThat(one.recurrenceId()).isEqualTo(LocalDateTime.of(2027, 3, 28, 3, 30));
    assertThat(local(one.start())).isEqualTo(LocalDateTime.of(2027, 3, 28, 4, 30));
    assertThat(Duration.between(one.start(), one.end())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aNightOverTheTurnOfClocksStillEndsAtNine() {
    var autumn = lasting(Duration.ofHours(13), once(LocalDateTime.of(2026, 10, 24, 20, 0)));
    var spring = lasting(Duration.ofHours(13), once(LocalDateTime.of(2027, 3, 27, 20, 0)));

    var long14 = times(autumn, "2026-10-24", "2026-10-25").getFirst();
    var short12 = times(spring, "2027-03-27", "2027-03-28").getFirst();

    assertThat(local(long14.end())).isEqualTo(LocalDateTime.of(2026, 10, 25, 9, 0));
    assertThat(Duration.between(long14.start(), long14.end())).isEqualTo(Duration.ofHours(14));
    assertThat(local(short12.end())).isEqualTo(LocalDateTime.of(2027, 3, 28, 9, 0));
    assertThat(Duration.between(short12.start(), short12.end())).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void anAllDayEventEndsAtTheNextMidnightAlsoWhenTheDayHas25Hours() {
    var one =
        times(Events.allDay(LocalDate.of(2026, 10, 25), 1, null), "2026-10-25", "2026-10-25")
            .getFirst();

    assertThat(local(one.end())).isEqualTo(LocalDateTime.of(2026, 10, 26, 0, 0));
    assertThat(Duration.between(one.start(), one.end())).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void anAllDayEventIsOverOnTheDayItsMidnightBegins() {
    var rule = Events.allDay(LocalDate.of(2026, 12, 1), 1, "FREQ=MONTHLY");

    assertThat(days(rule, "2026-12-02", "2026-12-31")).isEmpty();
    assertThat(days(rule, "2026-12-02", "2027-01-01")).containsExactly("2027-01-01");
  }

  @Test
  void aCampThatBeganBeforeTheWindowIsStillGoingOn() {
    var camp = lasting(Duration.ofDays(6), once(LocalDateTime.of(2026, 7, 6, 12, 0)));
    var yearly =
        lasting(Duration.ofDays(31), by("FREQ=YEARLY", LocalDateTime.of(2020, 7, 6, 12, 0)));

    assertThat(days(camp, "2026-07-10", "2026-07-20")).containsExactly("2026-07-06");
    assertThat(days(camp, "2026-07-12", "2026-07-20")).containsExactly("2026-07-06");
    assertThat(days(camp, "2026-07-13", "2026-07-20")).isEmpty();
    assertThat(days(yearly, "2026-08-06", "2026-08-20")).containsExactly("2026-07-06");
  }

  @Test
  void aSeriesThatHasNotBegunHasNoTimesYet() {
    assertThat(days(everyTuesday(), "2026-08-01", "2026-08-31")).isEmpty();
  }

  @Test
  void twoTimesOfOneDayAreBothHeld() {
    var rule = by("FREQ=WEEKLY;BYDAY=TU;BYHOUR=9,17;BYMINUTE=30", everyTuesday().start());

    assertThat(times(rule, "2026-09-08", "2026-09-08"))
        .extracting(one -> local(one.start()).toLocalTime())
        .containsExactly(LocalTime.of(9, 30), LocalTime.of(17, 30));
  }

  private static List<Occurrence> times(EventRule rule, String first, String last) {
    return Recurrence.of(aFamilyCafe(rule)).between(LocalDate.parse(first), LocalDate.parse(last));
  }

  private static List<Instant> starts(EventRule rule, String first, String last) {
    return times(rule, first, last).stream().map(Occurrence::start).toList();
  }

  private static List<String> days(EventRule rule, String first, String last) {
    return times(rule, first, last).stream()
        .map(one -> local(one.start()).toLocalDate().toString())
        .toList();
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, Zone.HELSINKI);
  }
}
