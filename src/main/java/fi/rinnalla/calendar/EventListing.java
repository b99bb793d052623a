package fi.rinnalla.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event as the calendar lists it: with its address and source.
public record EventListing(
    Event event, String slug, String source, Instant changedAt, @Nullable Instant withdrawnAt) {

  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }
}
