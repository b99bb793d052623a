package fi.rinnalla.finland;

import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.exchange.FeedNotice;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Moments;
import fi.rinnalla.exchange.Notice;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.ValueNotice;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Text;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// When an activity of Lähellä.fi is held. Its `event_type` is 1 for once, 2 and 4 for days of the
/// week with times of their own, 3 for a stretch of days. A rule of ours has one time of day, so
/// the weekdays of another time stand as dates beside it.
///
/// @param refused why nothing can be held, when it can't
record LahellaTimes(
    @Nullable EventRule rule, List<OccurrenceChange> changes, @Nullable Notice refused) {
  private static final int LONGEST_DAYS = 31;
  private static final int MOST_DATES = 400;

  /// Of all times beside the main one together: with its own they stay below what an event may
  /// have.
  private static final int MOST_BESIDE = 500;

  private record Slot(LocalTime from, LocalTime to) {
    Duration lasts() {
      Duration lasts = Duration.between(from, to);
      return lasts.isNegative() ? lasts.plusDays(1) : lasts;
    }
  }

  static LahellaTimes of(Reading it, WatchedThing schedule) {
    LocalDate first = it.of(schedule).date("start_date");
    LocalDate last = it.of(schedule).date("end_date");
    String zone = Objects.toString(schedule.text("timezone"), "Europe/Helsinki");
    if (!zone.equals("Europe/Helsinki")) {
      it.sink().notice(new FeedNotice.UnknownTimeZone(zone));
    }
    if (first == null) {
      return new LahellaTimes(
          null, List.of(), new FieldNotice.MissingRequiredField(it.record(), "start_date", null));
    }
    if (last != null && last.isBefore(first)) {
      it.sink().notice(new ValueNotice.EndBeforeStart(it.record(), "end_date", last.toString()));
      last = null;
    }
    Map<Slot, Set<DayOfWeek>> slots = slots(it, schedule);
    String type = Objects.toString(schedule.text("event_type"), "4");
    List<LocalDate> except = excluded(it, schedule);
    String period = Objects.toString(schedule.text("recurrence_period"), "P1W");
    String gap = schedule.text("recurrence_gap");
    return switch (type) {
      case "1" -> once(first, last, slots);
      case "3" -> stretch(first, last, except);
      case "2", "4" ->
          slots.isEmpty()
              ? stretch(first, last, except)
              : weekly(it, first, last, slots, except, period, gap);
      default -> {
        it.sink().notice(new FieldNotice.UnknownWord(it.record(), "event_type", type));
        yield once(first, null, slots);
      }
    };
  }

  private static Map<Slot, Set<DayOfWeek>> slots(Reading it, WatchedThing schedule) {
    Map<Slot, Set<DayOfWeek>> slots = new LinkedHashMap<>();
    for (WatchedThing one : schedule.things("weekly")) {
      String weekday = Objects.toString(one.text("weekday"), "");
      LocalTime from = time(it, one, "start_time");
      LocalTime to = time(it, one, "end_time");
      if (!weekday.matches("[1-7]")) {
        it.sink().notice(new FieldNotice.UnknownWord(it.record(), "weekly.weekday", weekday));
      } else if (from != null) {
        slots
            .computeIfAbsent(
                new Slot(from, to == null ? from : to), _ -> EnumSet.noneOf(DayOfWeek.class))
            .add(DayOfWeek.of(Integer.parseInt(weekday)));
      }
    }
    return slots;
  }

  private static @Nullable LocalTime time(Reading it, WatchedThing one, String field) {
    String word = one.text(field);
    LocalTime time = word == null ? null : Moments.time(word).orElse(null);
    if (word != null && time == null) {
      it.sink().notice(new ValueNotice.NotATime(it.record(), "weekly." + field, word));
    }
    return time;
  }

  private static List<LocalDate> excluded(Reading it, WatchedThing schedule) {
    List<LocalDate> dates = new ArrayList<>();
    for (String word : schedule.words("exclude")) {
      Moments.date(word)
          .ifPresentOrElse(
              dates::add,
              () -> it.sink().notice(new ValueNotice.NotADate(it.record(), "exclude", word)));
    }
    return dates;
  }

  private static LahellaTimes once(
      LocalDate first, @Nullable LocalDate last, Map<Slot, Set<DayOfWeek>> slots) {
    if (slots.isEmpty()) {
      return stretch(first, last, List.of());
    }
    Slot slot = slots.keySet().iterator().next();
    return held(EventRule.once(first.atTime(slot.from()), slot.lasts()));
  }

  /// All of some days; what is longer than a month is held each day.
  private static LahellaTimes stretch(
      LocalDate first, @Nullable LocalDate last, List<LocalDate> except) {
    long days = last == null ? 1 : ChronoUnit.DAYS.between(first, last) + 1;
    boolean daily = days > LONGEST_DAYS || !except.isEmpty();
    return held(
        new EventRule(
            first.atStartOfDay(),
            Duration.ofDays(daily ? 1 : days),
            true,
            daily ? "FREQ=DAILY" + until(last) : null,
            EventRule.Weeks.EVERY,
            List.of(),
            except.stream().map(LocalDate::atStartOfDay).toList(),
            false));
  }

  private static LahellaTimes weekly(
      Reading it,
      LocalDate first,
      @Nullable LocalDate last,
      Map<Slot, Set<DayOfWeek>> slots,
      List<LocalDate> except,
      String period,
      @Nullable String gap) {
    if (!period.matches("P1D|P1W|P2W|P1M")) {
      it.sink().notice(new FieldNotice.UnknownWord(it.record(), "recurrence_period", period));
    }
    int weeks = Math.max(weeks(period), weeks(Objects.toString(gap, "P1W")));
    boolean monthly = period.equals("P1M");
    List<Slot> times = new ArrayList<>(slots.keySet());
    Slot main = times.getFirst();
    Set<DayOfWeek> days = slots.getOrDefault(main, Set.of());
    LocalDate start = firstOn(first, days);
    Set<LocalDate> excluded = new HashSet<>(except);
    List<LocalDateTime> extra = new ArrayList<>();
    List<OccurrenceChange> changes = new ArrayList<>();
    for (Slot other : times.subList(1, times.size())) {
      if (extra.size() >= MOST_BESIDE) {
        it.sink()
            .notice(
                new ValueNotice.TooManyDates(
                    it.record(), "weekly", Integer.toString(extra.size())));
        break;
      }
      for (DayOfWeek day : slots.getOrDefault(other, Set.of())) {
        dates(firstOn(first, Set.of(day)), last, weeks, monthly).stream()
            .filter(date -> !excluded.contains(date))
            .limit(MOST_BESIDE - Math.min(extra.size(), MOST_BESIDE))
            .forEach(date -> {
              extra.add(date.atTime(other.from()));
              if (!other.lasts().equals(main.lasts())) {
                LocalDateTime at = date.atTime(other.from());
                changes.add(
                    new OccurrenceChange(
                        at, false, at, at.plus(other.lasts()), Text.none(), Text.none()));
              }
            });
      }
    }
    return new LahellaTimes(
        new EventRule(
            start.atTime(main.from()),
            main.lasts(),
            false,
            rrule(start, days, weeks, monthly) + until(last),
            EventRule.Weeks.EVERY,
            extra,
            except.stream().map(date -> date.atTime(main.from())).toList(),
            false),
        changes,
        null);
  }

  private static String rrule(LocalDate start, Set<DayOfWeek> days, int weeks, boolean monthly) {
    if (monthly) {
      // «Once a month» on a weekday is that weekday's same turn in each month as in the first.
      int turn = (start.getDayOfMonth() - 1) / 7 + 1;
      return "FREQ=MONTHLY;BYDAY="
          + days.stream().map(day -> turn + code(day)).collect(Collectors.joining(","));
    }
    return "FREQ=WEEKLY;"
        + (weeks > 1 ? "INTERVAL=" + weeks + ";" : "")
        + "BYDAY="
        + days.stream().map(LahellaTimes::code).collect(Collectors.joining(","));
  }

  private static List<LocalDate> dates(
      LocalDate start, @Nullable LocalDate last, int weeks, boolean monthly) {
    List<LocalDate> dates = new ArrayList<>();
    LocalDate end = last == null ? start.plusYears(1) : last;
    int turn = (start.getDayOfMonth() - 1) / 7 + 1;
    for (LocalDate date = start; !date.isAfter(end) && dates.size() < MOST_DATES; ) {
      dates.add(date);
      date =
          monthly
              ? date.plusMonths(1)
                  .with(TemporalAdjusters.dayOfWeekInMonth(turn, start.getDayOfWeek()))
              : date.plusWeeks(weeks);
    }
    return dates;
  }

  private static LocalDate firstOn(LocalDate first, Set<DayOfWeek> days) {
    LocalDate date = first;
    while (!days.contains(date.getDayOfWeek())) {
      date = date.plusDays(1);
    }
    return date;
  }

  private static int weeks(String period) {
    return period.matches("P[1-4]W") ? period.charAt(1) - '0' : 1;
  }

  private static String code(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  private static String until(@Nullable LocalDate last) {
    return last == null
        ? ""
        : ";UNTIL=" + last.format(DateTimeFormatter.BASIC_ISO_DATE) + "T235959";
  }

  private static LahellaTimes held(EventRule rule) {
    return new LahellaTimes(rule, List.of(), null);
  }
}
