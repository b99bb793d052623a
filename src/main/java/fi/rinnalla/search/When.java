package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// The times people ask by: `now`, `today`, `tomorrow`, `week`, `weekend`, a date (`2026-11-24`) or
/// a range of them (`2026-11-24..2026-11-30`). Today begins now: what is over is of no use.
public final class When {
  private When() {}

  /// Empty when the word is none of these.
  public static Optional<Span> parse(String word, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Zone.HELSINKI);
    return switch (word) {
      case "now" -> Optional.of(new Span(now, now));
      case "today" -> Optional.of(new Span(now, startOf(today.plusDays(1))));
      case "tomorrow" -> Optional.of(days(today.plusDays(1), today.plusDays(1)));
      case "week" ->
          Optional.of(
              new Span(
                  now,
                  startOf(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusDays(1))));
      case "weekend" -> Optional.of(weekend(today, now));
      default -> dates(word, now);
    };
  }

  /// From midnight to midnight, both days whole.
  public static Span days(LocalDate first, LocalDate last) {
    return new Span(startOf(first), startOf(last.plusDays(1)));
  }

  private static Span weekend(LocalDate today, Instant now) {
    LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    Instant start = startOf(sunday.minusDays(1));
    return new Span(start.isBefore(now) ? now : start, startOf(sunday.plusDays(1)));
  }

  private static Optional<Span> dates(String word, Instant now) {
    int dots = word.indexOf("..");
    try {
      LocalDate first = LocalDate.parse(dots < 0 ? word : word.substring(0, dots));
      LocalDate last = dots < 0 ? first : LocalDate.parse(word.substring(dots + 2));
      LocalDate today = LocalDate.ofInstant(now, Zone.HELSINKI);
      boolean sensible =
          !last.isBefore(first)
              && first.isAfter(today.minusYears(2))
              && last.isBefore(today.plusYears(3));
      return sensible ? Optional.of(days(first, last)) : Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(Zone.HELSINKI).toInstant();
  }
}
