package fi.rinnalla.channels.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
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
    try {
      LocalDate monday = LocalDate.parse(asked + "-1", DateTimeFormatter.ISO_WEEK_DATE);
      LocalDate sunday = monday.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
      if (sunday.isBefore(today) || monday.isAfter(today.plusWeeks(FURTHEST_WEEKS))) {
        return Optional.empty();
      }
      LocalDate first = monday.isBefore(today) ? today : monday;
      return Optional.of(
          new PosterWeek(first, sunday, monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
