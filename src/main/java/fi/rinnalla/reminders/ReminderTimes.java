package fi.rinnalla.reminders;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventReplacements;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What there is to be reminded of, and when.
@Component
class ReminderTimes {
  private final Calendar calendar;
  private final EventReplacements replacements;
  private final Notifications notifications;
  private final ReminderSettings settings;

  ReminderTimes(
      Calendar calendar,
      EventReplacements replacements,
      Notifications notifications,
      ReminderSettings settings) {
    this.calendar = calendar;
    this.replacements = replacements;
    this.notifications = notifications;
    this.settings = settings;
  }

  /// The event, or the one that stands for it by now.
  Optional<EventListing> listing(EventId event) {
    return calendar
        .find(event)
        .filter(it -> !it.isWithdrawn())
        .or(() -> calendar.find(replacements.successor(event).orElse(event)));
  }

  /// Its times that this is about, in order; of an event that is off as a whole none is held.
  List<Occurrence> of(EventListing listing, @Nullable LocalDateTime time) {
    if (isOff(listing)) {
      return List.of();
    }
    EventId id = listing.event().id();
    return calendar.times(List.of(id)).getOrDefault(id, List.of()).stream()
        .filter(it -> time == null || time.equals(it.recurrenceId()))
        .toList();
  }

  static boolean isOff(EventListing listing) {
    Event.Status status = listing.event().status();
    return listing.isWithdrawn()
        || status == Event.Status.CANCELLED
        || status == Event.Status.POSTPONED;
  }

  /// When to remind of what starts then: never at night, never after the start; nothing when it was
  /// wished for too late.
  ///
  /// @param lateToo whether whoever wished after the usual time is reminded shortly before
  Optional<Instant> due(Instant start, Instant madeAt, boolean lateToo) {
    Instant usual =
        start
            .atZone(Zone.HELSINKI)
            .toLocalDate()
            .minusDays(settings.daysBefore())
            .atTime(settings.at())
            .atZone(Zone.HELSINKI)
            .toInstant();
    Optional<Instant> due = notifications.awake(usual, start).filter(madeAt::isBefore);
    return due.isPresent() || !lateToo
        ? due
        : notifications.awake(start.minus(settings.late()), start).filter(madeAt::isBefore);
  }
}
