package fi.rinnalla.calendar;

import static fi.rinnalla.calendar.Events.aFamilyCafe;
import static fi.rinnalla.calendar.Events.alsoAt;
import static fi.rinnalla.calendar.Events.by;
import static fi.rinnalla.calendar.Events.cancelled;
import static fi.rinnalla.calendar.Events.everyTuesday;
import static fi.rinnalla.calendar.Events.moved;
import static fi.rinnalla.calendar.Events.notOnHolidays;
import static fi.rinnalla.calendar.Events.renamed;
import static fi.rinnalla.calendar.Events.withChanges;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Changes to single times of a series, and the days that a series leaves out.
class SingleTimeTests {
  private static final LocalDateTime SECOND = LocalDateTime.of(2026, 9, 8, 9, 30);

  @Test
  void aMovedTimeIsHeldWhereItWasMovedAndKeepsItsIdAndLength() {
    var event =
        withChanges(
            aFamilyCafe(everyTuesday()), moved(SECOND, LocalDateTime.of(2026, 9, 9, 17, 0)));

    var times = between(event, "2026-09-07", "2026-09-14");

    assertThat(starts(times)).containsExactly("2026-09-09T17:00");
    assertThat(times.getFirst().recurrenceId()).isEqualTo(SECOND);
    assertThat(Duration.between(times.getFirst().start(), times.getFirst().end()))
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void aTimeMovedIntoTheWindowIsThereAndOneMovedOutIsNot() {
    var event =
        withChanges(
            aFamilyCafe(everyTuesday()),
            moved(LocalDateTime.of(2026, 12, 22, 9, 30), LocalDateTime.of(2026, 9, 3, 9, 30)),
            moved(SECOND, LocalDateTime.of(2027, 1, 2, 9, 30)));

    assertThat(starts(between(event, "2026-09-01", "2026-09-14")))
        .containsExactly("2026-09-01T09:30", "2026-09-03T09:30");
  }

  @Test
  void timesStandInOrderAlsoAfterAMove() {
    var event =
        withChanges(
            aFamilyCafe(everyTuesday()), moved(SECOND, LocalDateTime.of(2026, 9, 20, 9, 30)));

    assertThat(starts(between(event, "2026-09-01", "2026-09-22")))
        .containsExactly(
            "2026-09-01T09:30", "2026-09-15T09:30", "2026-09-20T09:30", "2026-09-22T09:30");
  }

  @Test
  void aCancelledTimeStaysInSightAndSaysSo() {
    var event = withChanges(aFamilyCafe(everyTuesday()), OccurrenceChange.cancelled(SECOND));

    assertThat(between(event, "2026-09-01", "2026-09-15"))
        .extracting(Occurrence::cancelled)
        .containsExactly(false, true, false);
  }

  @Test
  void aRenamedTimeHasANameOfItsOwn() {
    var event = withChanges(aFamilyCafe(everyTuesday()), renamed(SECOND, "Satutunti"));

    assertThat(between(event, "2026-09-01", "2026-09-08"))
        .extracting(Occurrence::title)
        .containsExactly(Text.none(), Text.fi("Satutunti"));
  }

  @Test
  void aChangeWithoutItsSeriesIsATimeOfItsOwn() {
    var thursday = LocalDateTime.of(2026, 9, 10, 9, 30);
    var event = withChanges(aFamilyCafe(everyTuesday()), moved(thursday, thursday));

    assertThat(starts(between(event, "2026-09-07", "2026-09-14")))
        .containsExactly("2026-09-08T09:30", "2026-09-10T09:30");
  }

  @Test
  void aNameForATimeThatIsNotHeldMakesNoTime() {
    var event =
        withChanges(
            aFamilyCafe(everyTuesday()),
            renamed(LocalDateTime.of(2026, 9, 10, 9, 30), "Satutunti"),
            OccurrenceChange.cancelled(LocalDateTime.of(2026, 9, 11, 9, 30)));

    assertThat(starts(between(event, "2026-09-07", "2026-09-14")))
        .containsExactly("2026-09-08T09:30");
  }

  @Test
  void anEndSaidToBeBeforeTheStartSaysNothing() {
    var change =
        new OccurrenceChange(SECOND, false, SECOND, SECOND.minusHours(3), Text.none(), Text.none());

    var one = between(withChanges(aFamilyCafe(everyTuesday()), change), "2026-09-08", "2026-09-08");

    assertThat(one.getFirst().end()).isEqualTo(one.getFirst().start());
  }

  @Test
  void ofACancelledEventEveryTimeIsCancelled() {
    assertThat(between(cancelled(aFamilyCafe(everyTuesday())), "2026-09-01", "2026-12-31"))
        .isNotEmpty()
        .allMatch(Occurrence::cancelled);
  }

  @Test
  void aSeriesRestsOnIndependenceDayChristmasAndBothEves() {
    var daily = notOnHolidays(by("FREQ=DAILY", LocalDateTime.of(2026, 1, 1, 10, 0)));

    var held = starts(between(aFamilyCafe(daily), "2026-12-01", "2026-12-31"));
    var summer = starts(between(aFamilyCafe(daily), "2027-06-21", "2027-06-30"));

    assertThat(held)
        .hasSize(31 - 4)
        .doesNotContain(
            "2026-12-06T10:00", "2026-12-24T10:00", "2026-12-25T10:00", "2026-12-26T10:00");
    assertThat(summer).hasSize(8).doesNotContain("2027-06-25T10:00", "2027-06-26T10:00");
  }

  @Test
  void aSeriesThatDoesNotMindHolidaysIsHeldOnThem() {
    var daily = by("FREQ=DAILY", LocalDateTime.of(2026, 1, 1, 10, 0));

    assertThat(between(aFamilyCafe(daily), "2026-12-01", "2026-12-31")).hasSize(31);
  }

  @Test
  void aTimeNamedByItsDayIsHeldEvenOnAHoliday() {
    var independenceDay = LocalDateTime.of(2026, 12, 6, 14, 0);
    var rule = notOnHolidays(alsoAt(everyTuesday(), independenceDay));

    assertThat(starts(between(aFamilyCafe(rule), "2026-12-02", "2026-12-07")))
        .containsExactly("2026-12-06T14:00");
  }

  @Test
  void aTimeMovedFromAHolidayIsHeld() {
    var sundays = notOnHolidays(by("FREQ=WEEKLY", LocalDateTime.of(2026, 9, 6, 10, 0)));
    var event =
        withChanges(
            aFamilyCafe(sundays),
            moved(LocalDateTime.of(2026, 12, 6, 10, 0), LocalDateTime.of(2026, 12, 7, 10, 0)));

    assertThat(starts(between(event, "2026-12-01", "2026-12-12")))
        .containsExactly("2026-12-07T10:00");
  }

  @Test
  void theReasonOfADayOffIsTheLawOrTheEve() {
    assertThat(Holidays.dayOff(LocalDate.of(2026, 12, 6))).contains(Holidays.DayOff.PUBLIC_HOLIDAY);
    assertThat(Holidays.dayOff(LocalDate.of(2027, 5, 16))).contains(Holidays.DayOff.PUBLIC_HOLIDAY);
    assertThat(Holidays.dayOff(LocalDate.of(2026, 12, 24))).contains(Holidays.DayOff.EVE);
    assertThat(Holidays.dayOff(LocalDate.of(2027, 6, 25))).contains(Holidays.DayOff.EVE);
    assertThat(Holidays.dayOff(LocalDate.of(2027, 6, 9))).isEmpty();
    assertThat(Holidays.dayOff(LocalDate.of(2026, 12, 23))).isEmpty();
  }

  private static List<Occurrence> between(Event event, String first, String last) {
    return Recurrence.of(event).between(LocalDate.parse(first), LocalDate.parse(last));
  }

  private static List<String> starts(List<Occurrence> times) {
    return times.stream()
        .map(one -> one.start().atZone(Zone.HELSINKI).toLocalDateTime().toString())
        .toList();
  }
}
