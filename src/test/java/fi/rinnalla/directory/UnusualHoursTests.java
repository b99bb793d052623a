package fi.rinnalla.directory;

import static fi.rinnalla.directory.Hours.EVERY_DAY;
import static fi.rinnalla.directory.Hours.MONDAY;
import static fi.rinnalla.directory.Hours.at;
import static fi.rinnalla.directory.Hours.byAppointment;
import static fi.rinnalla.directory.Hours.hours;
import static fi.rinnalla.directory.Hours.instant;
import static fi.rinnalla.directory.Hours.length;
import static fi.rinnalla.directory.Hours.monday;
import static fi.rinnalla.directory.Hours.opens;
import static fi.rinnalla.directory.Hours.schedule;
import static fi.rinnalla.directory.Hours.weeklyWithoutHours;
import static fi.rinnalla.directory.Schedule.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.directory.OpeningHours.State.Closed;
import fi.rinnalla.directory.OpeningHours.State.NotTold;
import fi.rinnalla.directory.OpeningHours.State.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules, whole days, appointments, the turn of clocks and days that can't be read.
class UnusualHoursTests {

  @Test
  void theFirstTuesdayOfTheMonthIsFound() {
    var hours = hours(schedule(Schedule.Frequency.MONTHLY, 1, "1TU", null, null, at(13), at(15)));

    assertThat(hours.at(monday(10, 0)))
        .isEqualTo(new Closed(instant(LocalDate.of(2026, 12, 1), 13, 0)));
    assertThat(hours.on(LocalDate.of(2026, 12, 8))).isEmpty();
  }

  @Test
  void everySecondWeekIsCountedFromTheStart() {
    var hours =
        hours(
            schedule(
                Schedule.Frequency.WEEKLY,
                2,
                "MO,FR",
                null,
                LocalDate.of(2026, 11, 18),
                at(9),
                at(11)));

    // Wednesday 18.11. anchors its week: Friday of that week, not Monday of the next.
    assertThat(opens(hours, LocalDate.of(2026, 11, 16), 21))
        .containsExactly("2026-11-20", "2026-11-30", "2026-12-04");
  }

  @Test
  void everySecondWeekOfAnUnknownStartIsNotTold() {
    var hours = hours(schedule(Schedule.Frequency.WEEKLY, 2, "MO", null, null, at(9), at(11)));

    assertThat(hours.at(monday(10, 0))).isEqualTo(new NotTold());
  }

  @Test
  void aWholeDayEndsAtMidnight() {
    assertThat(hours(weekly("MO", at(0), LocalTime.of(23, 59))).at(monday(23, 59)))
        .isEqualTo(new Open(monday(24, 0)));
    assertThat(hours(weekly("MO", at(0), at(0))).at(monday(12, 0)))
        .isEqualTo(new Open(monday(24, 0)));
  }

  @Test
  void aPlaceThatNeverClosesDoesNotCloseAtMidnight() {
    var hours = hours(weekly(EVERY_DAY, at(0), LocalTime.of(23, 59)));

    assertThat(hours.at(monday(12, 0)))
        .isEqualTo(new Open(instant(MONDAY.plusDays(OpeningHours.FURTHEST_DAYS + 1), 0, 0)));
  }

  @Test
  void withoutSchedulesNothingIsTold() {
    assertThat(hours().at(monday(12, 0))).isEqualTo(new NotTold());
    assertThat(hours(weeklyWithoutHours()).at(monday(12, 0))).isEqualTo(new NotTold());
  }

  @Test
  void hoursByAppointmentAreListedButNobodyCanWalkIn() {
    var hours = hours(byAppointment(weekly("MO", at(9), at(15))));

    assertThat(hours.at(monday(10, 0))).isEqualTo(new NotTold());
    assertThat(hours.isOpenAt(monday(10, 0))).isFalse();
    assertThat(hours.on(MONDAY)).singleElement().matches(OpeningHours.Window::byAppointment);
  }

  @Test
  void besideHoursByAppointmentTheOpenDoorIsToldOf() {
    var hours = hours(byAppointment(weekly("MO", at(9), at(15))), weekly("MO", at(13), at(14)));

    assertThat(hours.at(monday(10, 0))).isEqualTo(new Closed(monday(13, 0)));
    assertThat(hours.at(monday(13, 30))).isEqualTo(new Open(monday(14, 0)));
  }

  @Test
  void theDaysThatTheClocksTurnAre25And23HoursLong() {
    var hours = hours(weekly("SU", at(0), LocalTime.of(23, 59)));

    assertThat(length(hours, LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(25));
    assertThat(length(hours, LocalDate.of(2027, 3, 28))).isEqualTo(Duration.ofHours(23));
    assertThat(hours(weekly("SU", at(9), at(15))).at(instant(LocalDate.of(2026, 10, 25), 8, 0)))
        .isEqualTo(new Closed(Instant.parse("2026-10-25T07:00:00Z")));
  }

  @Test
  void anHourThatTheSpringNightHasNotGotIsNoOpening() {
    var hours = hours(weekly("SU", LocalTime.of(3, 30), at(4)));

    assertThat(hours.on(LocalDate.of(2027, 3, 28))).isEmpty();
    assertThat(hours.on(LocalDate.of(2027, 4, 4))).hasSize(1);
  }

  @Test
  void aWeekWithoutNamedDaysMeansEveryDayOrTheDayItBegan() {
    var all = schedule(Schedule.Frequency.WEEKLY, 1, null, null, null, at(9), at(11));
    var fridays =
        schedule(
            Schedule.Frequency.WEEKLY, 1, null, null, LocalDate.of(2026, 11, 20), at(9), at(11));

    assertThat(hours(all).from(MONDAY, 7)).hasSize(7);
    assertThat(opens(hours(fridays), MONDAY, 7)).containsExactly("2026-11-27");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MO", "mo", " MO ", "MONDAY", "Monday", "MO,", "MO TU", "SA, MO"})
  void mondayIsReadHoweverItIsWritten(String byday) {
    assertThat(hours(weekly(byday, at(9), at(11))).isOpenAt(monday(10, 0))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "1MO", "MO,XX", "MA", "MOTU", "9MO", "SATURDAYS", "MO-FR"})
  void daysThatCannotBeReadAreNotTold(String byday) {
    assertThat(hours(weekly(byday, at(9), at(11))).at(monday(10, 0))).isEqualTo(new NotTold());
  }

  @Test
  void saturdayIsNotTuesday() {
    assertThat(hours(weekly("SATURDAY", at(9), at(11))).on(MONDAY.plusDays(1))).isEmpty();
  }
}
