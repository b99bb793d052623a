package fi.rinnalla.meetups;

import fi.rinnalla.vocabulary.Zone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// How far a weekly meet-up goes: so many weeks at a time, for a row of dates that nobody hosts any
/// more is worse than none.
final class Weeks {
  private Weeks() {}

  static LocalDate until(LocalDate today, MeetupSettings settings) {
    return today.plusWeeks(settings.weeklyWeeks());
  }

  /// The meet-up every week until a day.
  static Meetup of(Meetup meetup, LocalDate until) {
    DayOfWeek day = meetup.plan().start().getDayOfWeek();
    LocalDate last = until.with(TemporalAdjusters.previousOrSame(day));
    return meetup.weekly(
        until,
        last.atTime(meetup.plan().start().toLocalTime())
            .plusMinutes(meetup.plan().minutes())
            .atZone(Zone.HELSINKI)
            .toInstant());
  }
}
