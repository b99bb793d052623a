package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.OrganizationId;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What places are counted for: one time of an event, or the whole series (FHIR Slot).
///
/// @param time which of the event's times; null for the whole series
public record Slot(
    SlotId id,
    EventId event,
    OrganizationId organization,
    @Nullable LocalDateTime time,
    Instant startsAt,
    Instant endsAt) {}
