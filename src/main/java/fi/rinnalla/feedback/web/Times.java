package fi.rinnalla.feedback.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.feedback.Opening;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The times of an event that one can still be asked about.
@Component
class Times {
  private static final int MOST = 20;
  private static final Duration BACK = Duration.ofDays(7);

  /// Further than that they would be another round.
  private static final Duration AHEAD = Duration.ofDays(170);

  private final Calendar calendar;
  private final Clock clock;

  Times(Calendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /// Those of the last week and the next ones, without the cancelled.
  List<Occurrence> of(UUID event) {
    Instant from = clock.instant().minus(BACK);
    Instant until = clock.instant().plus(AHEAD);
    return calendar
        .times(List.of(new EventId(event)))
        .getOrDefault(new EventId(event), List.of())
        .stream()
        .filter(it -> !it.cancelled() && it.end().isAfter(from) && it.end().isBefore(until))
        .limit(MOST)
        .toList();
  }

  /// Of those the chosen, by when they begin.
  List<Opening.Occasion> occasions(UUID event, Set<Instant> chosen) {
    return of(event).stream()
        .filter(it -> chosen.contains(it.start()))
        .map(it -> new Opening.Occasion(it.title(), it.start(), it.end()))
        .toList();
  }

  /// What can't be read is no time of ours.
  static Set<Instant> read(Collection<String> written) {
    Set<Instant> times = new HashSet<>();
    for (String one : written) {
      try {
        times.add(Instant.parse(one));
      } catch (DateTimeException unreadable) {
        continue;
      }
    }
    return times;
  }
}
