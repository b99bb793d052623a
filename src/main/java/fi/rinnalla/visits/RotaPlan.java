package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import java.time.LocalDate;
import java.time.LocalTime;

/// A rota as its host plans it.
///
/// @param first the first day that may have a turn
/// @param until the last one
/// @param rrule on which days between them the place is open
public record RotaPlan(
    LocationId location,
    LocalDate first,
    LocalDate until,
    LocalTime from,
    LocalTime to,
    String rrule) {}
