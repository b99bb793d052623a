package fi.rinnalla.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an event is held: the truth that occurrences are made from. Times are local to Helsinki, so
/// that a café at half past nine stays there when the clocks turn (RFC 5545 §3.3.5, form 3).
///
/// @param start the first time, local; also the anchor of the rule (DTSTART)
/// @param duration of each time, from nothing to 31 days
/// @param rrule RFC 5545 §3.3.10, such as `FREQ=WEEKLY;BYDAY=TU`. A start that the rule doesn't
///   give only anchors it (the RFC leaves that open); one that is held all the same is among
///   `extra`
/// @param weeks even or odd ISO weeks only. INTERVAL=2 drifts in a year of 53 weeks; notices on
///   church doors say "parillisilla viikoilla" and mean the number of the week. A COUNT counts the
///   times on those weeks
/// @param extra times beside the rule (RDATE)
/// @param except times that the rule gives and that are not held (EXDATE)
/// @param skipHolidays what the rule gives is not held on Finland's public holidays, Christmas Eve
///   or Midsummer Eve; the extra times are, since somebody named their very day
public record EventRule(
    LocalDateTime start,
    Duration duration,
    boolean allDay,
    @Nullable String rrule,
    Weeks weeks,
    List<LocalDateTime> extra,
    List<LocalDateTime> except,
    boolean skipHolidays) {
  private static final Duration LONGEST = Duration.ofDays(31);

  public EventRule {
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "one time of an event lasts from 0 to 31 days: " + duration);
    }
    extra = List.copyOf(extra);
    except = List.copyOf(except);
  }

  /// Held just once.
  public static EventRule once(LocalDateTime start, Duration duration) {
    return new EventRule(start, duration, false, null, Weeks.EVERY, List.of(), List.of(), false);
  }

  public static EventRule repeating(LocalDateTime start, Duration duration, String rrule) {
    return new EventRule(start, duration, false, rrule, Weeks.EVERY, List.of(), List.of(), false);
  }

  /// By the number of the ISO week (ISO 8601).
  public enum Weeks {
    EVERY,
    EVEN,
    ODD
  }

  public boolean repeats() {
    return rrule != null || !extra.isEmpty();
  }
}
