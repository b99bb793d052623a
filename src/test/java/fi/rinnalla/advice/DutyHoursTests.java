package fi.rinnalla.advice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// When a desk answers, and how it stands with it.
class DutyHoursTests {
  private static final DutyWindow MONDAY_MORNING = window(DayOfWeek.MONDAY, 10, 13);
  private static final DutyWindow MONDAY_EVENING = window(DayOfWeek.MONDAY, 17, 20);
  private static final AdviceDesk DESK =
      new AdviceDesk(
          UUID.randomUUID(),
          Text.fi("Neuvo"),
          Set.of(UUID.randomUUID()),
          Set.of(),
          List.of(Lang.FI),
          2,
          48);

  @Test
  void aDayMayHaveSeveralWindows() {
    DutyHours hours = new DutyHours(List.of(MONDAY_MORNING, MONDAY_EVENING), List.of());

    assertThat(hours.isOpenAt(at("2026-11-23T12:59"))).isTrue();
    assertThat(hours.isOpenAt(at("2026-11-23T13:00"))).isFalse();
    assertThat(hours.opensNext(at("2026-11-23T13:00"))).contains(at("2026-11-23T17:00"));
    assertThat(hours.opensNext(at("2026-11-23T20:00"))).contains(at("2026-11-30T10:00"));
  }

  @Test
  void aChristmasBreakIsClosedAndOpensTheFirstMondayAfterIt() {
    DutyHours hours =
        new DutyHours(
            List.of(MONDAY_MORNING),
            List.of(exception("2026-12-23", "2027-01-06", List.of(), "Joulutauko")));

    Instant between = at("2026-12-28T11:00");
    assertThat(hours.isOpenAt(between)).as("a Monday within its hours").isFalse();
    assertThat(hours.reason(between).fi()).isEqualTo("Joulutauko");
    assertThat(hours.opensNext(at("2026-12-27T12:00"))).contains(at("2027-01-11T10:00"));
    assertThat(state(hours, between, 1, 3, 0, 0))
        .isEqualTo(new DeskState.Closed(at("2027-01-11T10:00")));
  }

  @Test
  void anExceptionMayHaveTimesOfItsOwnAndTheCloserOneCounts() {
    var evening = List.of(new DutyException.Times(LocalTime.of(18, 0), LocalTime.of(19, 0)));
    DutyHours hours =
        new DutyHours(
            List.of(MONDAY_MORNING),
            List.of(
                exception("2026-12-01", "2026-12-31", List.of(), "Remontti"),
                exception("2026-12-14", "2026-12-14", evening, "Ilta")));

    assertThat(hours.isOpenAt(at("2026-12-14T18:30"))).isTrue();
    assertThat(hours.isOpenAt(at("2026-12-14T11:00"))).isFalse();
    assertThat(hours.isOpenAt(at("2026-12-21T11:00"))).isFalse();
  }

  @Test
  void hoursStayLocalWhenClocksAreTurned() {
    DutyHours hours = new DutyHours(List.of(window(DayOfWeek.SUNDAY, 10, 13)), List.of());

    assertThat(hours.opensNext(at("2027-03-27T12:00")))
        .contains(Instant.parse("2027-03-28T07:00:00Z"));
    assertThat(hours.opensNext(at("2026-10-24T12:00")))
        .contains(Instant.parse("2026-10-25T08:00:00Z"));
  }

  @Test
  void aDeskSaysHonestlyHowItStands() {
    DutyHours hours = new DutyHours(List.of(MONDAY_MORNING), List.of());
    Instant open = at("2026-11-23T10:00");

    assertThat(state(hours, open, 1, 3, 2, 0)).isEqualTo(new DeskState.Open(0));
    assertThat(state(hours, open, 1, 1, 1, 1)).isEqualTo(new DeskState.Open(16));
    assertThat(state(hours, open, 1, 3, 3, 2)).isEqualTo(new DeskState.Full());
    assertThat(state(hours, open, 0, 0, 0, 0)).isEqualTo(new DeskState.Offline());
    assertThat(state(hours, at("2026-11-23T09:59"), 1, 3, 0, 0))
        .isEqualTo(new DeskState.Closed(open));
    assertThat(state(new DutyHours(List.of(), List.of()), open, 1, 3, 0, 0))
        .as("no hours at all")
        .isEqualTo(new DeskState.Closed(null));
  }

  private static DeskState state(
      DutyHours hours, Instant now, int advisers, int seats, int talking, int waiting) {
    return DeskState.of(DESK, hours, now, advisers, seats, talking, waiting, 8);
  }

  private static DutyWindow window(DayOfWeek day, int opens, int closes) {
    return new DutyWindow(day, LocalTime.of(opens, 0), LocalTime.of(closes, 0));
  }

  private static DutyException exception(
      String first, String last, List<DutyException.Times> windows, String reason) {
    return new DutyException(
        UUID.randomUUID(), LocalDate.parse(first), LocalDate.parse(last), windows, Text.fi(reason));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(Zone.HELSINKI).toInstant();
  }
}
