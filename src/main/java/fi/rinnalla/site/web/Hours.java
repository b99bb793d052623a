package fi.rinnalla.site.web;

import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.pages.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Opening hours as a page shows them: whether it is open now, and the seven days from today with
/// their exceptions already in, so that nobody has to work out a rule.
public record Hours(OpeningHours.State state, List<Day> days, boolean byAppointment) {

  public record Day(LocalDate date, List<OpeningHours.Window> windows) {}

  static Hours of(List<Schedule> schedules, Instant now) {
    OpeningHours hours = OpeningHours.of(schedules);
    List<Day> days = new ArrayList<>();
    LocalDate today = Dates.day(now);
    for (int day = 0; day < 7; day++) {
      LocalDate date = today.plusDays(day);
      days.add(new Day(date, hours.on(date)));
    }
    return new Hours(hours.at(now), days, schedules.stream().anyMatch(Schedule::byAppointment));
  }

  public boolean isTold() {
    return !(state instanceof OpeningHours.State.NotTold);
  }
}
