package fi.rinnalla.meetups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// When meet-ups are held next, asked of the calendar for all of them at once: the page of all
/// meet-ups takes as many questions for a thousand as for one.
@Component
class ComingTimes {
  private static final int TIMES = 5;

  private final Calendar calendar;

  ComingTimes(Calendar calendar) {
    this.calendar = calendar;
  }

  /// A time that is shown and holds.
  record Coming(MeetupId meetup, EventListing listing, Occurrence time) {}

  /// The next times of each, the soonest of all first.
  List<Coming> of(Collection<MeetupId> meetups) {
    List<EventId> events = meetups.stream().map(MeetupId::event).toList();
    Map<EventId, List<Occurrence>> times = calendar.next(events, TIMES);
    return calendar.list(events).stream()
        .filter(it -> !it.isWithdrawn())
        .flatMap(listing -> {
          EventId event = listing.event().id();
          return times.getOrDefault(event, List.of()).stream()
              .filter(time -> !time.cancelled())
              .map(time -> new Coming(new MeetupId(event.value()), listing, time));
        })
        .sorted(Comparator.comparing(it -> it.time().start()))
        .toList();
  }
}
