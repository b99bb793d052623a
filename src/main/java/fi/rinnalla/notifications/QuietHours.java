package fi.rinnalla.notifications;

import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// When nobody is disturbed, by the clock on the wall in Finland. They may go over midnight.
record QuietHours(LocalTime from, LocalTime until) {

  boolean holdAt(Instant now) {
    LocalTime time = LocalTime.ofInstant(now, Zone.HELSINKI);
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !time.isBefore(from) || time.isBefore(until);
  }

  /// So long before the quiet hours what can't wait for the morning leaves, and has time for a
  /// second try.
  private static final Duration EVENING = Duration.ofHours(1);

  /// When what is wished for then leaves: then, or when people wake; and where that would be too
  /// late, the evening before. Nothing when no such time comes before the other.
  Optional<Instant> awake(Instant wished, Instant before) {
    if (!holdAt(wished)) {
      return Optional.of(wished).filter(before::isAfter);
    }
    LocalDateTime local = LocalDateTime.ofInstant(wished, Zone.HELSINKI);
    LocalDateTime morning = local.with(until);
    Instant wakes = at(morning.isAfter(local) ? morning : morning.plusDays(1));
    if (wakes.isBefore(before)) {
      return Optional.of(wakes);
    }
    LocalDateTime night = local.with(from);
    return Optional.of(at(night.isAfter(local) ? night.minusDays(1) : night).minus(EVENING));
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(Zone.HELSINKI).toInstant();
  }
}
