package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When something is open, read from its schedules. Hours are local to Helsinki; those that end
/// before they begin run over midnight. A schedule whose days can't be read ([DayRule]) is as if
/// nobody had told it, save for its exceptional days.
public final class OpeningHours {
  /// How far ahead one looks for the next opening, and for the end of one that goes on and on.
  static final int FURTHEST_DAYS = 60;

  private final List<Schedule> schedules;
  private final List<Regular> regulars;

  private OpeningHours(List<Schedule> schedules) {
    this.schedules = schedules;
    List<Regular> readable = new ArrayList<>();
    for (Schedule schedule : schedules) {
      if (schedule.opensAt() != null && schedule.closesAt() != null) {
        DayRule.of(schedule).ifPresent(days -> readable.add(new Regular(schedule, days)));
      }
    }
    this.regulars = readable;
  }

  public static OpeningHours of(List<Schedule> schedules) {
    return new OpeningHours(List.copyOf(schedules));
  }

  /// One stretch of being open.
  public record Window(Instant opens, Instant closes, boolean byAppointment) {
    public boolean contains(Instant at) {
      return !at.isBefore(opens) && at.isBefore(closes);
    }
  }

  /// What one can say at the door.
  public sealed interface State {
    /// @param until when it closes; of a place that hardly ever does, no further than two months
    ///   off
    record Open(Instant until) implements State {}

    /// @param opensNext null when it doesn't within two months
    record Closed(@Nullable Instant opensNext) implements State {}

    /// Nobody has told the hours, nobody vouches for them any more, or they are by appointment
    /// only.
    record NotTold() implements State {}
  }

  public State at(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Zone.HELSINKI);
    // Over midnight, yesterday's hours may still be running.
    Optional<Window> open =
        from(today.minusDays(1), 2).stream()
            .filter(window -> !window.byAppointment() && window.contains(now))
            .findFirst();
    if (open.isPresent()) {
      return new State.Open(end(open.get().closes(), today));
    }
    if (!isTold(today)) {
      return new State.NotTold();
    }
    for (int day = 0; day <= FURTHEST_DAYS; day++) {
      for (Window window : on(today.plusDays(day))) {
        if (!window.byAppointment() && window.opens().isAfter(now)) {
          return new State.Closed(window.opens());
        }
      }
    }
    return new State.Closed(null);
  }

  /// Whether one can walk in at this moment.
  public boolean isOpenAt(Instant moment) {
    return at(moment) instanceof State.Open;
  }

  /// The windows that open on a day, in order. A day named as an exception has only the hours that
  /// the exception gives it, whatever the other schedules say.
  public List<Window> on(LocalDate date) {
    List<Window> windows = new ArrayList<>();
    boolean exceptional = false;
    for (Schedule schedule : schedules) {
      for (Schedule.ExceptionalDay day : schedule.exceptions()) {
        if (day.date().equals(date)) {
          exceptional = true;
          addWindow(windows, date, day.opensAt(), day.closesAt(), schedule.byAppointment());
        }
      }
    }
    if (!exceptional) {
      for (Regular regular : regulars) {
        Schedule schedule = regular.schedule();
        if (regular.fallsOn(date)) {
          addWindow(
              windows, date, schedule.opensAt(), schedule.closesAt(), schedule.byAppointment());
        }
      }
    }
    windows.sort(Comparator.comparing(Window::opens).thenComparing(Window::closes));
    return windows.stream().distinct().toList();
  }

  /// All windows from a day on, for as many days as asked.
  public List<Window> from(LocalDate first, int days) {
    List<Window> windows = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      windows.addAll(on(first.plusDays(day)));
    }
    return windows;
  }

  /// Hours that follow one another without a pause, or overlap, close when the last of them does.
  private Instant end(Instant closes, LocalDate today) {
    Instant end = closes;
    for (int day = -1; day <= FURTHEST_DAYS; day++) {
      LocalDate date = today.plusDays(day);
      if (date.isAfter(LocalDate.ofInstant(end, Zone.HELSINKI))) {
        break;
      }
      for (Window window : on(date)) {
        if (!window.byAppointment()
            && !window.opens().isAfter(end)
            && window.closes().isAfter(end)) {
          end = window.closes();
        }
      }
    }
    return end;
  }

  /// Whether somebody vouches for hours that one can walk in at, from a day on. `valid_to` ends the
  /// vouching, `until` ends the service (HSDS): after the latter one knows that it is closed.
  private boolean isTold(LocalDate today) {
    boolean regularly =
        regulars.stream()
            .map(Regular::schedule)
            .anyMatch(hours -> !hours.byAppointment() && !isBefore(hours.validTo(), today));
    return regularly
        || schedules.stream()
            .flatMap(schedule -> schedule.exceptions().stream())
            .anyMatch(
                day -> day.date().equals(today) || (day.date().isAfter(today) && !day.isClosed()));
  }

  private static void addWindow(
      List<Window> windows,
      LocalDate date,
      @Nullable LocalTime opens,
      @Nullable LocalTime closes,
      boolean byAppointment) {
    if (opens == null || closes == null) {
      return;
    }
    // HSDS writes a whole day as 00:00–23:59 (API reference, schedule).
    boolean untilMidnight =
        closes.equals(LocalTime.of(23, 59)) || closes.equals(LocalTime.MIDNIGHT);
    LocalDateTime to =
        untilMidnight
            ? date.plusDays(1).atStartOfDay()
            : closes.isBefore(opens) ? date.plusDays(1).atTime(closes) : date.atTime(closes);
    Instant start = date.atTime(opens).atZone(Zone.HELSINKI).toInstant();
    Instant end = to.atZone(Zone.HELSINKI).toInstant();
    // From ten to ten is no time at all, and neither is the hour that a spring night hasn't got.
    if (start.isBefore(end)) {
      windows.add(new Window(start, end, byAppointment));
    }
  }

  /// Hours whose days can be read.
  private record Regular(Schedule schedule, DayRule days) {

    boolean fallsOn(LocalDate date) {
      return !isAfter(schedule.validFrom(), date)
          && !isAfter(schedule.dtstart(), date)
          && !isBefore(schedule.validTo(), date)
          && !isBefore(schedule.until(), date)
          && days.fallsOn(date);
    }
  }

  private static boolean isAfter(@Nullable LocalDate limit, LocalDate date) {
    return limit != null && limit.isAfter(date);
  }

  private static boolean isBefore(@Nullable LocalDate limit, LocalDate date) {
    return limit != null && limit.isBefore(date);
  }
}
