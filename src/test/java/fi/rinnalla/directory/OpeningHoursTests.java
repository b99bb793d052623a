package fi.rinnalla.directory;

import static fi.rinnalla.directory.Schedule.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.directory.OpeningHours.State.Closed;
import fi.rinnalla.directory.OpeningHours.State.NotTold;
import fi.rinnalla.directory.OpeningHours.State.Open;
import fi.rinnalla.directory.Schedule.ExceptionalDay;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 23 November 2026 is a Monday.
class OpeningHoursTests {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final String EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU";

  @Test
  void aLibraryIsOpenUntilItCloses() {
    var hours = hours(weekly("MO,TU", at(9), at(19)));

    assertThat(hours.at(monday(9, 0))).isEqualTo(new Open(monday(19, 0)));
    assertThat(hours.at(monday(18, 59))).isEqualTo(new Open(monday(19, 0)));
    assertThat(hours.isOpenAt(monday(12, 0))).isTrue();
    assertThat(hours.isOpenAt(monday(19, 0))).isFalse();
    assertThat(hours.isOpenAt(monday(8, 59))).isFalse();
  }

  @Test
  void aClosedLibrarySaysWhenItOpensNext() {
    var hours = hours(weekly("MO,TU", at(9), at(19)));

    assertThat(hours.at(monday(8, 0))).isEqualTo(new Closed(monday(9, 0)));
    assertThat(hours.at(monday(19, 0))).isEqualTo(new Closed(monday(33, 0)));
    assertThat(hours.at(instant(MONDAY.plusDays(1), 20, 0)))
        .isEqualTo(new Closed(instant(MONDAY.plusDays(7), 9, 0)));
  }

  @Test
  void aDayMayHaveSeveralWindows() {
    var hours = hours(weekly("MO", at(16), at(19)), weekly("MO", at(9), at(11)));

    assertThat(hours.on(MONDAY))
        .extracting(OpeningHours.Window::opens)
        .containsExactly(monday(9, 0), monday(16, 0));
    assertThat(hours.at(monday(11, 0))).isEqualTo(new Closed(monday(16, 0)));
    assertThat(hours.isOpenAt(monday(17, 0))).isTrue();
  }

  @Test
  void windowsThatOverlapOrTouchCloseWhenTheLastOfThemDoes() {
    var hours =
        hours(
            weekly("MO", at(9), at(12)),
            weekly("MO", at(11), at(15)),
            weekly("MO", at(15), at(16)));

    assertThat(hours.at(monday(10, 0))).isEqualTo(new Open(monday(16, 0)));
  }

  @Test
  void hoursThatEndBeforeTheyBeginRunOverMidnight() {
    var hours = hours(weekly("MO", at(20), at(2)));

    assertThat(hours.at(monday(25, 30))).isEqualTo(new Open(monday(26, 0)));
    assertThat(hours.isOpenAt(monday(1, 0))).isFalse();
    assertThat(hours.isOpenAt(monday(26, 0))).isFalse();
  }

  @Test
  void aNightThatBeganBeforeAClosedDayRunsToItsEnd() {
    var night = weekly("MO", at(20), at(2)).except(ExceptionalDay.closed(MONDAY.plusDays(1)));

    assertThat(hours(night).isOpenAt(monday(25, 0))).isTrue();
  }

  @Test
  void hoursFromTenToTenSayNothing() {
    assertThat(hours(weekly("MO", at(10), at(10))).on(MONDAY)).isEmpty();
  }

  @Test
  void anExceptionalDayIsClosedWhateverTheOtherSchedulesSay() {
    var hours =
        hours(
            weekly("MO", at(9), at(11)).except(ExceptionalDay.closed(MONDAY)),
            weekly("MO", at(16), at(19)));

    assertThat(hours.at(monday(10, 0))).isEqualTo(new Closed(monday(7 * 24 + 9, 0)));
    assertThat(hours.isOpenAt(monday(17, 0))).isFalse();
  }

  @Test
  void anExceptionalDayHasItsOwnHours() {
    var hours =
        hours(weekly("MO", at(9), at(19)).except(new ExceptionalDay(MONDAY, at(12), at(14))));

    assertThat(hours.at(monday(10, 0))).isEqualTo(new Closed(monday(12, 0)));
    assertThat(hours.at(monday(13, 0))).isEqualTo(new Open(monday(14, 0)));
  }

  @Test
  void exceptionalHoursAreToldEvenWhereRegularOnesAreNot() {
    var once = schedule(Schedule.Frequency.WEEKLY, 1, "MO", null, null, null, null);
    var party = once.except(new ExceptionalDay(MONDAY.plusDays(2), at(12), at(14)));

    assertThat(hours(party).at(monday(10, 0)))
        .isEqualTo(new Closed(instant(MONDAY.plusDays(2), 12, 0)));
  }

  @Test
  void hoursHoldFromTheirFirstDayToTheirLast() {
    var hours =
        hours(valid(weekly(EVERY_DAY, at(9), at(19)), MONDAY.plusDays(1), MONDAY.plusDays(2)));

    assertThat(hours.from(MONDAY, 5))
        .extracting(OpeningHours.Window::opens)
        .containsExactly(monday(33, 0), monday(57, 0));
  }

  @Test
  void winterAndSummerHaveHoursOfTheirOwn() {
    var hours =
        hours(
            valid(weekly("MO", at(9), at(19)), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 5, 31)),
            valid(
                weekly("MO", at(10), at(16)), LocalDate.of(2027, 6, 1), LocalDate.of(2027, 8, 31)));

    assertThat(hours.at(monday(18, 0))).isEqualTo(new Open(monday(19, 0)));
    assertThat(hours.on(LocalDate.of(2027, 6, 7)).getFirst().closes())
        .isEqualTo(instant(LocalDate.of(2027, 6, 7), 16, 0));
  }

  @Test
  void hoursThatNobodyVouchesForAnyMoreAreNotTold() {
    var old = valid(weekly("MO", at(9), at(19)), null, MONDAY.minusDays(1));

    assertThat(hours(old).at(monday(10, 0))).isEqualTo(new NotTold());
  }

  @Test
  void aServiceThatHasEndedIsClosedForGood() {
    var ended =
        new Schedule(
            null,
            null,
            null,
            MONDAY.minusDays(1),
            Schedule.Frequency.WEEKLY,
            1,
            "MO",
            null,
            at(9),
            at(19),
            false,
            Text.none(),
            List.of());

    assertThat(hours(ended).at(monday(10, 0))).isEqualTo(new Closed(null));
  }

  @Test
  void theNextOpeningIsLookedForSixtyDaysAheadAndNoFurther() {
    LocalDate last = MONDAY.plusDays(OpeningHours.FURTHEST_DAYS);
    var near = valid(weekly(EVERY_DAY, at(9), at(19)), last, null);
    var far = valid(weekly(EVERY_DAY, at(9), at(19)), last.plusDays(1), null);

    assertThat(hours(near).at(monday(10, 0))).isEqualTo(new Closed(instant(last, 9, 0)));
    assertThat(hours(far).at(monday(10, 0))).isEqualTo(new Closed(null));
  }

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

  private static OpeningHours hours(Schedule... schedules) {
    return OpeningHours.of(List.of(schedules));
  }

  private static Schedule schedule(
      Schedule.Frequency frequency,
      int interval,
      @Nullable String byday,
      @Nullable String bymonthday,
      @Nullable LocalDate dtstart,
      @Nullable LocalTime opens,
      @Nullable LocalTime closes) {
    return new Schedule(
        null,
        null,
        dtstart,
        null,
        frequency,
        interval,
        byday,
        bymonthday,
        opens,
        closes,
        false,
        Text.none(),
        List.of());
  }

  private static Schedule weeklyWithoutHours() {
    return schedule(Schedule.Frequency.WEEKLY, 1, "MO", null, null, null, null);
  }

  private static Schedule valid(
      Schedule was,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    return new Schedule(
        from,
        to,
        null,
        null,
        was.frequency(),
        was.interval(),
        was.byday(),
        null,
        was.opensAt(),
        was.closesAt(),
        false,
        Text.none(),
        List.of());
  }

  private static Schedule byAppointment(Schedule was) {
    return new Schedule(
        null,
        null,
        null,
        null,
        was.frequency(),
        was.interval(),
        was.byday(),
        null,
        was.opensAt(),
        was.closesAt(),
        true,
        Text.none(),
        List.of());
  }

  private static List<String> opens(OpeningHours hours, LocalDate first, int days) {
    return hours.from(first, days).stream()
        .map(window -> LocalDate.ofInstant(window.opens(), Zone.HELSINKI).toString())
        .toList();
  }

  private static Duration length(OpeningHours hours, LocalDate day) {
    var window = hours.on(day).getFirst();
    return Duration.between(window.opens(), window.closes());
  }

  private static LocalTime at(int hour) {
    return LocalTime.of(hour, 0);
  }

  /// So many hours from the beginning of Monday; 25 is one on Tuesday.
  private static Instant monday(int hour, int minute) {
    return instant(MONDAY, hour, minute);
  }

  private static Instant instant(LocalDate day, int hour, int minute) {
    return LocalDateTime.of(day, LocalTime.MIN)
        .plusHours(hour)
        .plusMinutes(minute)
        .atZone(Zone.HELSINKI)
        .toInstant();
  }
}
