package fi.rinnalla.calendar;

import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.time.LocalDateTime;

/// One time that an event is held.
public record Occurrence(
    EventId event,
    LocalDateTime recurrenceId,
    Instant start,
    Instant end,
    boolean cancelled,
    Text title,
    Text note) {}
