package fi.rinnalla.calendar;

import fi.rinnalla.vocabulary.Text;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What differs at one time of a series: RFC 5545 §3.8.4.4. Null fields are as in the series.
public record OccurrenceChange(
    LocalDateTime recurrenceId,
    boolean cancelled,
    @Nullable LocalDateTime start,
    @Nullable LocalDateTime end,
    Text title,
    Text note) {

  public static OccurrenceChange cancelled(LocalDateTime recurrenceId) {
    return new OccurrenceChange(recurrenceId, true, null, null, Text.none(), Text.none());
  }
}
