package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates and times as people and machines write them: `2026-08-11 09:30`, `11.8.2026 klo 9.30`,
/// `2026-08-11T06:30:00Z`. What comes out is the time on a wall in Helsinki.
public final class Moments {
  private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern FINNISH_DATE =
      Pattern.compile("(?:\\p{L}{2,12}\\.?,?\\s+)?(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?:klo|kl\\.?|kello|at)\\s*)?(\\d{1,2})(?:[:.](\\d{2}))?(?:[:.](\\d{2})(?:[.,]\\d+)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OFFSET = Pattern.compile("\\s*(Z|[+-]\\d{2}:?\\d{2})$");

  private static final Set<ZoneOffset> OF_HELSINKI =
      Set.of(ZoneOffset.ofHours(2), ZoneOffset.ofHours(3));

  private Moments() {}

  /// @param dateOnly whether no time of day was given
  public record Moment(LocalDateTime at, boolean dateOnly) {}

  /// An hour of the day that comes back on other days.
  ///
  /// @param offset from UTC, when one is written after it
  record Hour(LocalTime at, @Nullable ZoneOffset offset) {

    /// The hour on a wall in Helsinki on each of these days; nothing when it isn't one and the same
    /// hour of the same day. One with either of Finland's offsets is on that wall already: whoever
    /// wrote `+02:00` in winter doesn't open an hour later in summer. Any other, `Z` too, is two
    /// different hours over a turn of the clocks.
    Optional<LocalTime> inHelsinki(@Nullable LocalDate first, @Nullable LocalDate last) {
      if (offset == null || OF_HELSINKI.contains(offset)) {
        return Optional.of(at);
      }
      if (first == null || last == null || last.isBefore(first)) {
        return Optional.empty();
      }
      ZonedDateTime begins = first.atTime(at).atOffset(offset).atZoneSameInstant(Zone.HELSINKI);
      ZonedDateTime ends = last.atTime(at).atOffset(offset).atZoneSameInstant(Zone.HELSINKI);
      ZoneOffsetTransition turn = Zone.HELSINKI.getRules().nextTransition(begins.toInstant());
      boolean clocksTurn = turn != null && !turn.getInstant().isAfter(ends.toInstant());
      return clocksTurn || !begins.toLocalDate().equals(first)
          ? Optional.empty()
          : Optional.of(begins.toLocalTime());
    }
  }

  /// A day. One told as a moment with an offset (`2026-05-31T21:00:00Z`) is the day it is in
  /// Helsinki then.
  public static Optional<LocalDate> date(String text) {
    String date = text.strip();
    if (date.length() > 12 && OFFSET.matcher(date).find()) {
      Optional<Moment> moment = moment(date);
      if (moment.isPresent()) {
        return moment.map(it -> it.at().toLocalDate());
      }
    }
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

  /// An hour of the day without an offset.
  public static Optional<LocalTime> time(String text) {
    return hour(text).filter(hour -> hour.offset() == null).map(Hour::at);
  }

  static Optional<Hour> hour(String text) {
    String written = text.strip();
    Matcher offset = OFFSET.matcher(written);
    if (!offset.find()) {
      return hour(written, null);
    }
    try {
      return hour(written.substring(0, offset.start()), ZoneOffset.of(offset.group(1)));
    } catch (DateTimeException noSuchOffset) {
      return Optional.empty();
    }
  }

  private static Optional<Hour> hour(String text, @Nullable ZoneOffset offset) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int hour = number(parts, 1);
    int minute = parts.group(2) == null ? 0 : number(parts, 2);
    if (hour == 24 && minute == 0) {
      return Optional.of(new Hour(LocalTime.MIDNIGHT, offset));
    }
    return hour > 23 || minute > 59
        ? Optional.empty()
        : Optional.of(new Hour(LocalTime.of(hour, minute), offset));
  }

  public static Optional<Moment> moment(String text) {
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
