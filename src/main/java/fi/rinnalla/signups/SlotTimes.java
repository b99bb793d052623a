package fi.rinnalla.signups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the calendar says of the slots of an event.
@Component
class SlotTimes {
  private final Calendar calendar;
  private final Clock clock;

  SlotTimes(Calendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /// All made times of an event, in order; none of one that is withdrawn.
  List<Occurrence> of(EventListing listing) {
    return listing.isWithdrawn()
        ? List.of()
        : calendar
            .times(List.of(listing.event().id()))
            .getOrDefault(listing.event().id(), List.of());
  }

  List<Occurrence> ahead(EventListing listing, int most) {
    return listing.isWithdrawn() ? List.of() : calendar.next(listing.event().id(), most);
  }

  /// The slot as it would be made now; nothing when the event has no such time.
  ///
  /// @param time which of the times; null for the whole series
  Optional<Slot> slot(EventListing listing, Terms terms, @Nullable LocalDateTime time) {
    List<Occurrence> times = of(listing);
    if (terms.scope() == Terms.Scope.TIME) {
      return times.stream()
          .filter(it -> it.recurrenceId().equals(time))
          .findFirst()
          .map(it -> slot(terms, time, it.start(), it.end()));
    }
    Instant now = clock.instant();
    // Who joins a series that is running already begins at its next time.
    return times.stream()
        .filter(it -> it.start().isAfter(now) && !it.cancelled())
        .findFirst()
        .map(next -> slot(terms, null, next.start(), times.getLast().end()));
  }

  private static Slot slot(Terms terms, @Nullable LocalDateTime time, Instant start, Instant end) {
    return new Slot(
        new SlotId(UUID.randomUUID()), terms.event(), terms.organization(), time, start, end);
  }

  /// Whether the event as a whole is off.
  static boolean isOff(EventListing listing) {
    Event.Status status = listing.event().status();
    return listing.isWithdrawn()
        || status == Event.Status.CANCELLED
        || status == Event.Status.POSTPONED;
  }
}
