package fi.rinnalla.finland;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.Notice;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PtvHoursTests {
  private final List<Notice> notices = new ArrayList<>();

  private final Sink sink =
      new Sink() {
        @Override
        public void take(Draft draft) {}

        @Override
        public void notice(Notice notice) {
          notices.add(notice);
        }

        @Override
        public void refuse(Draft.Kind kind, UUID recordId, Notice why) {}

        @Override
        public void gone(Draft.Kind kind, UUID recordId) {}

        @Override
        public LocalDate today() {
          return LocalDate.of(2026, 11, 22);
        }

        @Override
        public void covers(Draft.Kind... kinds) {}
      };

  private List<Schedule> schedules(String hours) {
    return PtvHours.schedules(
        PtvThing.of(
            WatchedThing.of(new JsonMapper().readTree("{\"serviceHours\": " + hours + "}")),
            "r",
            sink),
        "serviceHours");
  }

  /// `9–15, 17–19` of a day, as a door says it.
  private String on(String hours, String date) {
    return String.join(
        ", ",
        OpeningHours.of(schedules(hours)).on(LocalDate.parse(date)).stream()
            .map(it ->
                LocalTime.ofInstant(it.opens(), Zone.HELSINKI)
                    + "–"
                    + LocalTime.ofInstant(it.closes(), Zone.HELSINKI))
            .toList());
  }

  @Test
  void aSpanOfDaysHasTheSameHoursOnEachOfThem() {
    String hours =
        """
        [{"serviceHourType": "DaysOfTheWeek", "openingHour": [
          {"dayFrom": "Monday", "dayTo": "Wednesday", "from": "09:00:00", "to": "15:00:00"},
          {"dayFrom": "Wednesday", "dayTo": "", "from": "17:00:00", "to": "19:00:00"}]}]
        """;

    assertThat(schedules(hours)).extracting(Schedule::byday).containsExactly("MO,TU,WE", "WE");
    assertThat(on(hours, "2026-11-24")).isEqualTo("09:00–15:00");
    assertThat(on(hours, "2026-11-25")).isEqualTo("09:00–15:00, 17:00–19:00");
    assertThat(on(hours, "2026-11-26")).isEmpty();
  }

  @Test
  void aNightRunsOverMidnightAndAWeekendOverItsDays() {
    String night =
        """
        [{"serviceHourType": "OverMidnight", "openingHour": [
          {"dayFrom": "Friday", "dayTo": "Saturday", "from": "20:00:00", "to": "02:00:00"}]}]
        """;
    String weekend =
        """
        [{"serviceHourType": "Special", "openingHour": [
          {"dayFrom": "Friday", "dayTo": "Monday", "from": "18:00:00", "to": "08:00:00"}]}]
        """;

    assertThat(on(night, "2026-11-27")).isEqualTo("20:00–02:00");
    assertThat(on(night, "2026-11-28")).isEmpty();
    assertThat(on(weekend, "2026-11-27")).isEqualTo("18:00–00:00");
    assertThat(on(weekend, "2026-11-28")).isEqualTo("00:00–00:00");
    assertThat(on(weekend, "2026-11-30")).isEqualTo("00:00–08:00");
    assertThat(on(weekend, "2026-12-01")).isEmpty();
  }

  @Test
  void aFewWeeksTakeThePlaceOfTheUsualHours() {
    String hours =
        """
        [{"serviceHourType": "Standard", "validFrom": "2026-12-07T00:00:00+02:00", "validTo": "2026-12-13T00:00:00+02:00",
          "openingHour": [{"dayFrom": "Tuesday", "dayTo": "", "from": "08:00:00", "to": "17:00:00"}]},
         {"serviceHourType": "Standard", "validFrom": null, "validTo": null, "openingHour": [
          {"dayFrom": "Monday", "dayTo": "Friday", "from": "09:00:00", "to": "16:00:00"}]},
         {"serviceHourType": "Exception", "validFrom": "2026-12-09T00:00:00+02:00", "validTo": null, "isClosed": false,
          "openingHour": [{"dayFrom": null, "dayTo": null, "from": "06:00:00", "to": "9:00:00"}]}]
        """;

    assertThat(on(hours, "2026-12-07")).isEmpty();
    assertThat(on(hours, "2026-12-08")).isEqualTo("08:00–17:00");
    assertThat(on(hours, "2026-12-09")).isEqualTo("06:00–09:00");
    assertThat(on(hours, "2026-12-14")).isEqualTo("09:00–16:00");
  }

  @Test
  void aSeasonWithoutUsualHoursIsASeason() {
    String hours =
        """
        [{"serviceHourType": "DaysOfTheWeek", "validFrom": "2026-11-30T22:00:00Z", "validTo": "2026-12-31T00:00:00+02:00",
          "openingHour": [{"dayFrom": "Monday", "dayTo": "", "from": "10:00:00", "to": "12:00:00"}]}]
        """;

    assertThat(schedules(hours).getFirst().validFrom()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(on(hours, "2026-11-30")).isEmpty();
    assertThat(on(hours, "2026-12-07")).isEqualTo("10:00–12:00");
    assertThat(on(hours, "2027-01-04")).isEmpty();
  }

  @Test
  void alwaysOpenIsAllDayAndByAppointmentIsNoOpenDoor() {
    assertThat(
            on("[{\"serviceHourType\": \"DaysOfTheWeek\", \"isAlwaysOpen\": true}]", "2026-11-29"))
        .isEqualTo("00:00–00:00");
    List<Schedule> booked =
        schedules(
            "[{\"serviceHourType\": \"DaysOfTheWeek\", \"isReservation\": true, \"openingHour\": []}]");

    assertThat(booked).singleElement().matches(Schedule::byAppointment);
  }

  @Test
  void whatCanNotBeReadIsToldAndTheRestStays() {
    String hours =
        """
        [{"serviceHourType": "Sometimes"},
         {"serviceHourType": "DaysOfTheWeek", "openingHour": [
          {"dayFrom": "Mondag", "dayTo": "", "from": "09:00", "to": "10:00"},
          {"dayFrom": "Tuesday", "dayTo": "", "from": "nine", "to": "10:00"},
          {"dayFrom": "Friday", "dayTo": "", "from": "09:00", "to": "10:00"}]}]
        """;

    assertThat(schedules(hours)).extracting(Schedule::byday).containsExactly("FR");
    assertThat(notices)
        .extracting(Notice::type)
        .containsExactly("UnknownWord", "UnknownWord", "NotATime");
  }
}
