package fi.rinnalla.exchange;

import biweekly.ICalVersion;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.io.WriteContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.calendar.RefusedRule;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a VEVENT is held: its start, its rule and the changes to single times, on the clock of
/// Helsinki.
final class IcsTimes {
  /// Fewer than the times that an event may have in all.
  private static final int MOST_DATES = 990;

  private final TimezoneInfo zones;

  IcsTimes(TimezoneInfo zones) {
    this.zones = zones;
  }

  @Nullable LocalDateTime start(VEvent event) {
    return event.getDateStart() == null
        ? null
        : local(event.getDateStart(), event.getDateStart().getValue());
  }

  /// @throws RefusedRule when the rule may not be followed
  EventRule rule(Reading it, VEvent event, LocalDateTime start) {
    boolean allDay = !event.getDateStart().getValue().hasTime();
    String rrule = rrule(event);
    if (rrule == null && !event.getExperimentalProperties("RRULE").isEmpty()) {
      String written = event.getExperimentalProperties("RRULE").getFirst().getValue();
      it.sink().notice(new ValueNotice.UnreadableRule(it.record(), "RRULE", written));
    }
    List<LocalDateTime> extra = new ArrayList<>();
    if (rrule != null) {
      if (event.getProperties(RecurrenceRule.class).size() > 1) {
        it.sink().notice(new ValueNotice.SecondRule(it.record(), "RRULE", null));
      }
      Recurrence.check(rrule);
      if (!Recurrence.on(start.toLocalDate(), rrule, start).contains(start)) {
        // DTSTART is the first time also when the rule doesn't give it, and COUNT counts it
        // (§3.8.5.3 and §3.3.10).
        extra.add(start);
        rrule = EventRules.oneLess(rrule);
      }
    }
    for (RecurrenceDates dates : event.getRecurrenceDates()) {
      dates.getDates().forEach(date -> add(extra, dates, date, start, allDay));
      for (Period period : dates.getPeriods()) {
        add(extra, dates, period.getStartDate(), start, allDay);
      }
    }
    List<LocalDateTime> except = new ArrayList<>();
    for (ExceptionDates dates : event.getExceptionDates()) {
      dates.getValues().forEach(date -> add(except, dates, date, start, allDay));
    }
    // biweekly reads a day without VALUE=DATE as its midnight, and some programs write just that.
    except.replaceAll(at ->
        at.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? at.toLocalDate().atTime(start.toLocalTime())
            : at);
    return new EventRule(
        start,
        duration(it, event, start, allDay),
        allDay,
        rrule,
        EventRule.Weeks.EVERY,
        next(it, "RDATE", extra),
        next(it, "EXDATE", except),
        false);
  }

  /// As many dates as are kept, those to come before those that have been.
  private static List<LocalDateTime> next(Reading it, String field, List<LocalDateTime> dates) {
    if (dates.size() <= MOST_DATES) {
      return dates;
    }
    it.sink()
        .notice(new ValueNotice.TooManyDates(it.record(), field, Integer.toString(dates.size())));
    List<LocalDateTime> sorted = dates.stream().sorted().distinct().toList();
    LocalDateTime today = it.sink().today().atStartOfDay();
    int past = (int) sorted.stream().filter(date -> date.isBefore(today)).count();
    int from = Math.max(0, Math.min(past, sorted.size() - MOST_DATES));
    return sorted.subList(from, Math.min(from + MOST_DATES, sorted.size()));
  }

  private void add(
      List<LocalDateTime> to,
      ICalProperty property,
      @Nullable ICalDate date,
      LocalDateTime start,
      boolean allDay) {
    LocalDateTime at = local(property, date);
    if (at != null && date != null) {
      // A day alone means that day's time, and a day that lasts has no time of day.
      to.add(date.hasTime() && !allDay ? at : at.toLocalDate().atTime(start.toLocalTime()));
    }
  }

  private Duration duration(Reading it, VEvent event, LocalDateTime start, boolean allDay) {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      LocalDateTime end = local(event.getDateEnd(), event.getDateEnd().getValue());
      if (end != null) {
        Duration told = Duration.between(start, end);
        // Many programs end a day on itself, though DTEND is the first day after (§3.6.1).
        boolean sameDay = allDay && told.isZero();
        return sameDay
            ? Duration.ofDays(1)
            : EventRules.checked(it, "DTEND", end.toString(), told, allDay);
      }
    }
    if (event.getDuration() != null && event.getDuration().getValue() != null) {
      Duration told = Duration.ofMillis(event.getDuration().getValue().toMillis());
      return EventRules.checked(it, "DURATION", told.toString(), told, allDay);
    }
    return allDay ? Duration.ofDays(1) : Duration.ZERO;
  }

  @Nullable String rrule(VEvent event) {
    if (event.getRecurrenceRule() == null || event.getRecurrenceRule().getValue() == null) {
      return null;
    }
    String text =
        new RecurrenceRuleScribe()
            .writeText(event.getRecurrenceRule(), new WriteContext(ICalVersion.V2_0, zones, null));
    return EventRules.localUntil(text);
  }

  List<OccurrenceChange> changes(Reading it, String title, EventRule rule, List<VEvent> overrides) {
    List<OccurrenceChange> changes = new ArrayList<>();
    for (VEvent one : overrides) {
      LocalDateTime which = local(one.getRecurrenceId(), one.getRecurrenceId().getValue());
      if (which == null) {
        continue;
      }
      if (!one.getRecurrenceId().getValue().hasTime()) {
        which = which.toLocalDate().atTime(rule.start().toLocalTime());
      }
      if (isCancelled(one)) {
        changes.add(OccurrenceChange.cancelled(which));
        continue;
      }
      LocalDateTime start = start(one);
      String name = it.clean("SUMMARY", IcsEvent.words(one.getSummary()), Reading.LINE);
      LocalDateTime from = start == null ? which : start;
      changes.add(
          new OccurrenceChange(
              which,
              false,
              from,
              from.plus(duration(it, one, from, rule.allDay())),
              title.equals(name) ? Text.none() : Text.fi(name),
              Text.none()));
    }
    return changes;
  }

  /// A time on the wall in Helsinki. Floating times are that already (§3.3.5 form 1).
  private @Nullable LocalDateTime local(ICalProperty property, @Nullable ICalDate date) {
    if (date == null) {
      return null;
    }
    DateTimeComponents raw = date.getRawComponents();
    boolean wall = !date.hasTime() || zones.isFloating(property);
    try {
      LocalDateTime at =
          wall && raw != null
              ? LocalDateTime.of(
                  raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute())
              : LocalDateTime.ofInstant(date.toInstant(), Zone.HELSINKI).withNano(0);
      return at.getYear() < 1 || at.getYear() > 9999 ? null : at;
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  static boolean isCancelled(VEvent event) {
    return event.getStatus() != null && event.getStatus().isCancelled();
  }
}
