package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times as people and machines write them: `2026-08-11 09:30`, `11.8.2026 klo 9.30`,
/// `2026-08-11T06:30:00Z`. What comes out is the time on a wall in Helsinki.
final class Moments {
  private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern FINNISH_DATE =
      Pattern.compile("(?:\\p{L}{2,12}\\.?,?\\s+)?(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?:klo|kl\\.?|kello|at)\\s*)?(\\d{1,2})(?:[:.](\\d{2}))?(?:[:.](\\d{2})(?:[.,]\\d+)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OFFSET = Pattern.compile("\\s*(Z|[+-]\\d{2}:?\\d{2})$");

  private Moments() {}

  /// @param dateOnly whether no time of day was given
  record Moment(LocalDateTime at, boolean dateOnly) {}

  static Optional<LocalDate> date(String text) {
    String date = text.strip();
    try {
      Matcher iso = ISO_DATE.matcher(date);
      if (iso.lookingAt()
          && (iso.end() == date.length() || "T ".indexOf(date.charAt(iso.end())) >= 0)) {
        return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
      }
      Matcher finnish = FINNISH_DATE.matcher(date);
      if (finnish.matches()) {
        return Optional.of(
            LocalDate.of(number(finnish, 3), number(finnish, 2), number(finnish, 1)));
      }
    } catch (DateTimeException noSuchDay) {
      // 31.2. and its like
    }
    return Optional.empty();
  }

  /// An hour of the day. An offset after it is passed over: publishers of opening hours write `Z`
  /// and mean the clock on their wall (the mock data of the ORUK profile does).
  static Optional<LocalTime> time(String text) {
    String time = OFFSET.matcher(text.strip()).replaceFirst("");
    Matcher parts = TIME.matcher(time);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int hour = number(parts, 1);
    int minute = parts.group(2) == null ? 0 : number(parts, 2);
    if (hour == 24 && minute == 0) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }

  static Optional<Moment> moment(String text) {
    String moment = text.strip();
    if (moment.length() > 60) {
      return Optional.empty();
    }
    Optional<LocalDate> alone = dateAlone(moment);
    if (alone.isPresent()) {
      return Optional.of(new Moment(alone.get().atStartOfDay(), true));
    }
    Matcher offset = OFFSET.matcher(moment);
    if (offset.find() && moment.length() > 12) {
      return instant(moment, offset);
    }
    Matcher date = ISO_DATE.matcher(moment);
    int end = date.lookingAt() ? date.end() : -1;
    if (end < 0) {
      Matcher finnish = FINNISH_DATE.matcher(moment);
      end = finnish.lookingAt() ? finnish.end() : -1;
    }
    if (end < 0) {
      return Optional.empty();
    }
    String rest = moment.substring(end).replaceFirst("^[T,\\s]+", "");
    Optional<LocalDate> day = date(moment.substring(0, end));
    Optional<LocalTime> time = time(rest);
    return day.isPresent() && time.isPresent()
        ? Optional.of(new Moment(day.get().atTime(time.get()), false))
        : Optional.empty();
  }

  private static Optional<Moment> instant(String moment, Matcher offset) {
    Optional<Moment> local = moment(moment.substring(0, offset.start()));
    if (local.isEmpty() || local.get().dateOnly()) {
      return local;
    }
    try {
      OffsetDateTime at = local.get().at().atOffset(ZoneOffset.of(offset.group(1)));
      return Optional.of(new Moment(at.atZoneSameInstant(Zone.HELSINKI).toLocalDateTime(), false));
    } catch (DateTimeException noSuchOffset) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> dateAlone(String text) {
    return ISO_DATE.matcher(text).matches() || FINNISH_DATE.matcher(text).matches()
        ? date(text)
        : Optional.empty();
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
