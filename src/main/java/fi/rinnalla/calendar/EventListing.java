package fi.rinnalla.calendar;

import fi.rinnalla.directory.FreshnessRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event as the calendar lists it: with its address and source.
///
/// @param landedAt when it first came here
public record EventListing(
    Event event,
    String slug,
    String source,
    Instant changedAt,
    Instant landedAt,
    @Nullable Instant withdrawnAt) {

  /// From which day its freshness is counted; nothing for what is held just once, which goes by
  /// itself.
  public Optional<LocalDate> since() {
    return event.rule().repeats()
        ? Optional.of(FreshnessRule.since(event.verification(), landedAt))
        : Optional.empty();
  }

  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }
}
