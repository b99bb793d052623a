package fi.rinnalla.visits.web;

import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A day and a time as browsers send them, and as hands write them where browsers have no such
/// field.
final class LocalTimes {
  private LocalTimes() {}

  /// Null when it can't be read.
  static @Nullable Instant read(String day, String time) {
    LocalDate date = date(day);
    LocalTime at = clock(time);
    return date == null || at == null ? null : date.atTime(at).atZone(Zone.HELSINKI).toInstant();
  }

  static @Nullable LocalDate date(String day) {
    try {
      String[] parts = day.strip().split("\\.");
      return parts.length == 3
          ? LocalDate.of(number(parts[2]), number(parts[1]), number(parts[0]))
          : LocalDate.parse(day.strip());
    } catch (DateTimeException | NumberFormatException unreadable) {
      return null;
    }
  }

  static @Nullable LocalTime clock(String time) {
    try {
      String clock = time.strip().replace('.', ':');
      return LocalTime.parse(clock.length() == 4 ? "0" + clock : clock);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static int number(String written) {
    return Integer.parseInt(written.strip());
  }

  static String day(@Nullable Instant instant) {
    return instant == null ? "" : instant.atZone(Zone.HELSINKI).toLocalDate().toString();
  }

  static String time(@Nullable Instant instant) {
    return instant == null ? "" : instant.atZone(Zone.HELSINKI).toLocalTime().toString();
  }
}
