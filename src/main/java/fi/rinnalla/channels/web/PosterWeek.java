package fi.rinnalla.channels.web;

import fi.rinnalla.pages.Dates;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;

/// The days of a poster, seven at most.
///
/// @param number of the week (ISO 8601), or 0 for the seven days from today
record PosterWeek(LocalDate first, LocalDate last, int number) {
  /// Nobody hangs up what is half a year off, and little is known of it.
  private static final int FURTHEST_WEEKS = 26;

  /// `2026-W49` from Monday to Sunday, without what is over of it; nothing asked, from today on.
  static Optional<PosterWeek> of(String asked, LocalDate today) {
    if (asked.isEmpty()) {
      return Optional.of(new PosterWeek(today, today.plusDays(6), 0));
    }
    return Dates.monday(asked)
        .filter(monday -> !monday.plusDays(6).isBefore(today))
        .filter(monday -> !monday.isAfter(today.plusWeeks(FURTHEST_WEEKS)))
        .map(monday ->
            new PosterWeek(
                monday.isBefore(today) ? today : monday,
                monday.plusDays(6),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
  }
}
