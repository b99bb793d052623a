package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/// When something is open, read from its schedules. Hours are local to Helsinki; those that end
/// before they begin run over midnight.
public final class OpeningHours {
  private static final int FURTHEST_DAYS = 60;

  private final List<Schedule> schedules;

  private OpeningHours(List<Schedule> schedules) {
    this.schedules = schedules;
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
    record Open(Instant until) implements State {}

    record Closed(@Nullable Instant opensNext) implements State {}

    /// Nobody has told the hours, or they are by appointment only.
    record NotTold() implements State {}
  }

  public State at(Instant now) {
    if (schedules.stream().noneMatch(schedule -> schedule.opensAt() != null)) {
      return new State.NotTold();
    }
    LocalDate today = LocalDate.ofInstant(now, Zone.HELSINKI);
    List<Window> soon = new ArrayList<>(on(today.minusDays(1)));
    soon.addAll(on(today));
    Optional<Window> open = soon.stream().filter(window -> window.contains(now)).findFirst();
    if (open.isPresent()) {
      return new State.Open(open.get().closes());
    }
    for (int day = 0; day <= FURTHEST_DAYS; day++) {
      for (Window window : on(today.plusDays(day))) {
        if (window.opens().isAfter(now)) {
          return new State.Closed(window.opens());
        }
      }
    }
    return new State.Closed(null);
  }

  /// The windows that open on a day, in order. A day named as an exception has only the hours that
  /// the exception gives it, whatever the other schedules say.
  public List<Window> on(LocalDate date) {
    List<Schedule.ExceptionalDay> exceptions = new ArrayList<>();
    for (Schedule schedule : schedules) {
      schedule.exceptions().stream()
          .filter(exception -> exception.date().equals(date))
          .forEach(exceptions::add);
    }
    List<Window> windows = new ArrayList<>();
    if (!exceptions.isEmpty()) {
      for (Schedule.ExceptionalDay day : exceptions) {
        addWindow(windows, date, day.opensAt(), day.closesAt(), false);
      }
    } else {
      for (Schedule schedule : schedules) {
        if (occurs(schedule, date)) {
          addWindow(
              windows, date, schedule.opensAt(), schedule.closesAt(), schedule.byAppointment());
        }
      }
    }
    windows.sort(Comparator.comparing(Window::opens));
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

  private static void addWindow(
      List<Window> windows,
      LocalDate date,
      @Nullable LocalTime opens,
      @Nullable LocalTime closes,
      boolean byAppointment) {
    if (opens == null || closes == null) {
      return;
    }
    LocalDateTime from = date.atTime(opens);
    // HSDS writes a whole day as 00:00–23:59 (API reference, schedule).
    boolean untilMidnight = closes.equals(LocalTime.of(23, 59)) || closes.equals(LocalTime.MIDNIGHT);
    LocalDateTime to =
        untilMidnight
            ? date.plusDays(1).atStartOfDay()
            : closes.isAfter(opens) ? date.atTime(closes) : date.plusDays(1).atTime(closes);
    ZonedDateTime start = from.atZone(Zone.HELSINKI);
    windows.add(new Window(start.toInstant(), to.atZone(Zone.HELSINKI).toInstant(), byAppointment));
  }

  private static boolean occurs(Schedule schedule, LocalDate date) {
    if (isAfter(schedule.validFrom(), date)
        || isAfter(schedule.dtstart(), date)
        || isBefore(schedule.validTo(), date)
        || isBefore(schedule.until(), date)) {
      return false;
    }
    String byday = schedule.byday();
    if (schedule.frequency() == Schedule.Frequency.WEEKLY && schedule.interval() == 1) {
      String day = date.getDayOfWeek().name().substring(0, 2);
      return byday == null || byday.toUpperCase(java.util.Locale.ROOT).contains(day);
    }
    return occursByRule(schedule, date);
  }

  private static boolean occursByRule(Schedule schedule, LocalDate date) {
    LocalDate anchor = schedule.dtstart() != null ? schedule.dtstart() : schedule.validFrom();
    LocalDate start = anchor != null ? anchor : date.withDayOfMonth(1);
    StringBuilder rule = new StringBuilder("FREQ=").append(schedule.frequency());
    rule.append(";INTERVAL=").append(schedule.interval());
    if (schedule.byday() != null) {
      rule.append(";BYDAY=").append(schedule.byday());
    }
    if (schedule.bymonthday() != null) {
      rule.append(";BYMONTHDAY=").append(schedule.bymonthday());
    }
    try {
      RecurrenceRuleIterator days =
          new RecurrenceRule(rule.toString()).iterator(day(start));
      DateTime wanted = day(date);
      days.fastForward(wanted);
      return days.hasNext() && days.peekDateTime().equals(wanted);
    } catch (InvalidRecurrenceRuleException faulty) {
      // Importers refuse such a rule with a notice; hours that can't be read are not told.
      return false;
    }
  }

  private static DateTime day(LocalDate date) {
    return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
  }

  private static boolean isAfter(@Nullable LocalDate limit, LocalDate date) {
    return limit != null && limit.isAfter(date);
  }

  private static boolean isBefore(@Nullable LocalDate limit, LocalDate date) {
    return limit != null && limit.isBefore(date);
  }
}
