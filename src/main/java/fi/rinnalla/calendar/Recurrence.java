package fi.rinnalla.calendar;

import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/// Makes the times of an event from its rule. A rule is code that a stranger wrote, so it is held on
/// a short rein: only daily and slower, no more than so many times, and no more than so many steps.
public final class Recurrence {
  /// More than one a day for the whole horizon is no programme for families.
  private static final int MOST_TIMES = 1000;

  /// How many steps a rule may take before its first wanted day; ten years of days and more.
  private static final int MOST_STEPS = 20_000;

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
    parse(rrule);
  }

  /// The times whose start falls on these days, both ends among them, with the changes made to single
  /// times laid over. Ordered by start.
  ///
  /// @throws RefusedRule when the rule may not be followed
  public List<Occurrence> between(LocalDate first, LocalDate last) {
    EventRule rule = event.rule();
    Set<LocalDateTime> starts = new TreeSet<>();
    if (rule.rrule() == null) {
      starts.add(rule.start());
    } else {
      starts.addAll(byRule(rule, rule.rrule(), first, last));
    }
    starts.addAll(rule.extra());
    starts.removeAll(new HashSet<>(rule.except()));
    Map<LocalDateTime, OccurrenceChange> changes = new HashMap<>();
    event.changes().forEach(change -> changes.put(change.recurrenceId(), change));
    // A change to a time that the rule doesn't give is a time of its own: feeds send such
    // (an override without its master).
    changes.values().stream()
        .filter(change -> change.start() != null)
        .forEach(change -> starts.add(change.recurrenceId()));
    List<Occurrence> times = new ArrayList<>();
    for (LocalDateTime start : starts) {
      OccurrenceChange change = changes.get(start);
      if (change == null && rule.skipHolidays() && Holidays.isHoliday(start.toLocalDate())) {
        continue;
      }
      Occurrence one = occurrence(start, change);
      LocalDate day = LocalDate.ofInstant(one.start(), Zone.HELSINKI);
      LocalDate lastDay = LocalDate.ofInstant(one.end(), Zone.HELSINKI);
      if (!lastDay.isBefore(first) && !day.isAfter(last)) {
        times.add(one);
      }
      if (times.size() > MOST_TIMES) {
        throw new RefusedRule("the rule gives over %d times".formatted(MOST_TIMES));
      }
    }
    times.sort(java.util.Comparator.comparing(Occurrence::start));
    return times;
  }

  private Occurrence occurrence(
      LocalDateTime start, @org.jspecify.annotations.Nullable OccurrenceChange change) {
    EventRule rule = event.rule();
    LocalDateTime from = change == null || change.start() == null ? start : change.start();
    // The length is kept on the clock's face: a night over the turn of clocks still ends at nine.
    LocalDateTime to =
        change == null || change.end() == null ? from.plus(rule.duration()) : change.end();
    Instant starts = from.atZone(Zone.HELSINKI).toInstant();
    Instant ends = to.atZone(Zone.HELSINKI).toInstant();
    boolean cancelled =
        event.status() == Event.Status.CANCELLED || (change != null && change.cancelled());
    return new Occurrence(
        event.id(),
        start,
        starts,
        ends.isBefore(starts) ? starts : ends,
        cancelled,
        change == null ? Text.none() : change.title(),
        change == null ? Text.none() : change.note());
  }

  private static List<LocalDateTime> byRule(
      EventRule rule, String rrule, LocalDate first, LocalDate last) {
    RecurrenceRuleIterator times = parse(rrule).iterator(local(rule.start()));
    LocalDate from = first.minusDays(rule.duration().toDays() + 1);
    if (from.isAfter(rule.start().toLocalDate())) {
      times.fastForward(local(from.atStartOfDay()));
    }
    List<LocalDateTime> starts = new ArrayList<>();
    for (int step = 0; times.hasNext(); step++) {
      if (step > MOST_STEPS) {
        throw new RefusedRule("the rule %s runs on without end".formatted(rrule));
      }
      LocalDateTime start = local(times.nextDateTime());
      if (start.toLocalDate().isAfter(last)) {
        break;
      }
      if (start.toLocalDate().isBefore(from) || !inWeek(rule.weeks(), start.toLocalDate())) {
        continue;
      }
      starts.add(start);
      if (starts.size() > MOST_TIMES) {
        throw new RefusedRule(
            "the rule %s gives over %d times".formatted(rrule, MOST_TIMES));
      }
    }
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

  private static RecurrenceRule parse(String rrule) {
    if (rrule.length() > 500) {
      throw new RefusedRule("a rule of %d characters is no rule".formatted(rrule.length()));
    }
    RecurrenceRule rule;
    try {
      rule = new RecurrenceRule(rrule, RecurrenceRule.RfcMode.RFC5545_LAX);
    } catch (InvalidRecurrenceRuleException | RuntimeException faulty) {
      throw new RefusedRule("«%s» is not a rule of RFC 5545".formatted(rrule));
    }
    if (rule.getFreq() == Freq.SECONDLY
        || rule.getFreq() == Freq.MINUTELY
        || rule.getFreq() == Freq.HOURLY) {
      throw new RefusedRule(
          "«%s» repeats oftener than daily; nothing for families does".formatted(rrule));
    }
    for (RecurrenceRule.Part part :
        List.of(
            RecurrenceRule.Part.BYHOUR, RecurrenceRule.Part.BYMINUTE, RecurrenceRule.Part.BYSECOND)) {
      if (rule.hasPart(part) && rule.getByPart(part).size() > 4) {
        throw new RefusedRule("«%s» gives too many times a day".formatted(rrule));
      }
    }
    Integer count = rule.getCount();
    if (count != null && count > 10_000) {
      throw new RefusedRule("«%s» repeats %d times; 10 000 is the most".formatted(rrule, count));
    }
    return rule;
  }

  private static DateTime local(LocalDateTime time) {
    return new DateTime(
        time.getYear(),
        time.getMonthValue() - 1,
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
  }

  private static LocalDateTime local(DateTime time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth() + 1,
        time.getDayOfMonth(),
        time.getHours(),
        time.getMinutes(),
        time.getSeconds());
  }
}
