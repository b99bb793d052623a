package fi.rinnalla.calendar;

import java.time.Instant;

/// Something in the calendar changed; what, stands in its log ([Calendar#changesAfter]).
public record CalendarChanged(Instant at) {}
