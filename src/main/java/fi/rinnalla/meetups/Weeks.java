package fi.rinnalla.meetups;

import fi.rinnalla.vocabulary.Zone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;

/// How far a weekly meet-up goes: so many weeks at a time, for a row of dates that nobody hosts any
/// more is worse than none.
final class Weeks {
  private Weeks() {}

  static LocalDate until(LocalDate today, MeetupSettings settings) {
    return today.plusWeeks(settings.weeklyWeeks());
  }

  /// The meet-up every week until a day.
  ///
  /// @param anchor on what day of the week, and at what time
  static Meetup of(Meetup meetup, LocalDateTime anchor, LocalDate until) {
    DayOfWeek day = anchor.getDayOfWeek();
    LocalDate last = until.with(TemporalAdjusters.previousOrSame(day));
    return meetup.weekly(
        until,
        last.atTime(anchor.toLocalTime())
            .plusMinutes(meetup.plan().minutes())
            .atZone(Zone.HELSINKI)
            .toInstant());
  }
}
