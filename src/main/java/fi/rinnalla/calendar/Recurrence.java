package fi.rinnalla.calendar;

import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes the times of an event: by its rule ([RepeatingRule]), with the extra ones, without the
/// excepted ones, and with the changes to single times laid over.
public final class Recurrence {
  static final Comparator<Occurrence> IN_ORDER =
      Comparator.comparing(Occurrence::start).thenComparing(Occurrence::recurrenceId);

  private final Event event;

  private Recurrence(Event event) {
    this.event = event;
  }

  public static Recurrence of(Event event) {
    return new Recurrence(event);
  }

  /// Says whether a rule may be followed, before it is.
  ///
  /// @throws RefusedRule with the reason when it may not
  public static void check(String rrule) {
    RepeatingRule.read(rrule);
  }

  /// The times that a rule alone gives on a day.
  ///
  /// @throws RefusedRule when it may not be followed
  public static List<LocalDateTime> on(LocalDate day, String rrule, LocalDateTime start) {
    return RepeatingRule.read(rrule).starts(start, day, day, _ -> true);
  }

  /// The starts that a rule gives on these days, both ends among them, before there is any event
  /// that it belongs to.
  ///
  /// @throws RefusedRule when it may not be followed
  public static List<LocalDateTime> starts(EventRule rule, LocalDate first, LocalDate last) {
    return starts(rule, Set.of(), first, last).stream()
        .filter(start -> !start.toLocalDate().isBefore(first) && !start.toLocalDate().isAfter(last))
        .toList();
  }

  /// The times held at some moment of these days, both ends among them, with the changes made to
  /// single times laid over: one that began before and is still going on is there too. Ordered by
  /// start.
  ///
  /// @throws RefusedRule when the rule may not be followed
  public List<Occurrence> between(LocalDate first, LocalDate last) {
    Map<LocalDateTime, OccurrenceChange> changes = new HashMap<>();
    event.changes().forEach(change -> changes.put(change.recurrenceId(), change));
    Set<LocalDateTime> starts = starts(event.rule(), changes.keySet(), first, last);
    // A change to a time that the rule doesn't give is a time of its own: feeds send such
    // (an override without its master).
    changes.values().stream()
        .filter(change -> change.start() != null)
        .forEach(change -> starts.add(change.recurrenceId()));
    Instant opens = first.atStartOfDay(Zone.HELSINKI).toInstant();
    Instant closes = last.plusDays(1).atStartOfDay(Zone.HELSINKI).toInstant();
    List<Occurrence> times = new ArrayList<>();
    for (LocalDateTime start : starts) {
      Occurrence one = occurrence(start, changes.get(start));
      boolean notOver = one.end().isAfter(opens) || !one.start().isBefore(opens);
      if (notOver && one.start().isBefore(closes)) {
        times.add(one);
      }
      if (times.size() > RepeatingRule.MOST_TIMES) {
        throw new RefusedRule(
            RefusedRule.Reason.TOO_OFTEN,
            "the event has over %d times".formatted(RepeatingRule.MOST_TIMES));
      }
    }
    times.sort(IN_ORDER);
    return times;
  }

  private Occurrence occurrence(LocalDateTime start, @Nullable OccurrenceChange change) {
    EventRule rule = event.rule();
    LocalDateTime from = change == null || change.start() == null ? start : change.start();
    // The length is kept on the clock's face: a night over the turn of clocks still ends at nine.
    LocalDateTime to =
        change == null || change.end() == null ? from.plus(rule.duration()) : change.end();
    Instant starts = from.atZone(Zone.HELSINKI).toInstant();
    Instant ends = to.atZone(Zone.HELSINKI).toInstant();
    if (!ends.isAfter(starts)) {
      // Half past three on a spring night that has none is half past four (RFC 5545 §3.3.5), and
      // may be past its own end. An end said to be before the start says nothing.
      ends = to.isAfter(from) ? starts.plus(rule.duration()) : starts;
    }
    boolean cancelled =
        event.status() == Event.Status.CANCELLED || (change != null && change.cancelled());
    return new Occurrence(
        event.id(),
        start,
        starts,
        ends,
        cancelled,
        change == null ? Text.none() : change.title(),
        change == null ? Text.none() : change.note());
  }

  /// @param changed single times that somebody changed, who knew what day it is
  private static Set<LocalDateTime> starts(
      EventRule rule, Set<LocalDateTime> changed, LocalDate first, LocalDate last) {
    Set<LocalDateTime> starts = new TreeSet<>();
    String rrule = rule.rrule();
    if (rrule == null) {
      starts.add(rule.start());
    } else {
      LocalDate from = first.minusDays(rule.duration().toDays() + 1);
      List<LocalDateTime> given =
          RepeatingRule.read(rrule)
              .starts(rule.start(), from, last, day -> inWeek(rule.weeks(), day));
      if (rule.skipHolidays()) {
        given.removeIf(
            start -> !changed.contains(start) && Holidays.dayOff(start.toLocalDate()).isPresent());
      }
      starts.addAll(given);
    }
    starts.addAll(rule.extra());
    starts.removeAll(new HashSet<>(rule.except()));
    return starts;
  }

  private static boolean inWeek(EventRule.Weeks weeks, LocalDate day) {
    int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return switch (weeks) {
      case EVERY -> true;
      case EVEN -> week % 2 == 0;
      case ODD -> week % 2 == 1;
    };
  }
}
