package fi.rinnalla.finland;

import fi.rinnalla.directory.Schedule;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Moments;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.RecordNotice;
import fi.rinnalla.exchange.ValueNotice;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opening hours of PTV (`serviceHours`) as schedules. Times are those of a clock on a wall in
/// Helsinki.
///
/// Hours of a few weeks stand in PTV beside the usual ones and take their place; ours would add up,
/// so where there are usual hours the few weeks become exceptional days.
final class PtvHours {
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
  private static final int FEW_WEEKS = 120;
  private static final int LONGEST_CLOSURE = 400;

  private final PtvThing of;
  private final List<Period> periods = new ArrayList<>();
  private final Map<LocalDate, List<Schedule.ExceptionalDay>> days = new TreeMap<>();

  private PtvHours(PtvThing of) {
    this.of = of;
  }

  private record Window(DayOfWeek day, LocalTime from, LocalTime to) {}

  private record Period(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean closed,
      boolean byAppointment,
      List<Window> windows,
      Text words) {

    boolean isUsual() {
      return from == null && to == null && !closed;
    }

    boolean isFewWeeks() {
      return from != null && to != null && ChronoUnit.DAYS.between(from, to) <= FEW_WEEKS;
    }
  }

  static List<Schedule> schedules(PtvThing of, String list) {
    PtvHours hours = new PtvHours(of);
    List<WatchedThing> exceptional = new ArrayList<>();
    for (WatchedThing one : of.thing().things(list)) {
      one.pass("validForNow");
      String type = Objects.toString(one.text("serviceHourType"), "");
      switch (type) {
        case "DaysOfTheWeek", "Standard" -> hours.period(one, false);
        case "OverMidnight", "Special" -> hours.period(one, true);
        case "Exceptional", "Exception" -> exceptional.add(one);
        default ->
            of.sink().notice(new FieldNotice.UnknownWord(of.record(), "serviceHourType", type));
      }
    }
    return hours.schedules(exceptional);
  }

  private List<Schedule> schedules(List<WatchedThing> exceptional) {
    boolean usual = periods.stream().anyMatch(Period::isUsual);
    List<Schedule> schedules = new ArrayList<>();
    for (Period period : periods) {
      if (period.closed() || usual && !period.isUsual() && period.isFewWeeks()) {
        fewWeeks(period);
      } else {
        schedules.addAll(regular(period));
      }
    }
    // Single days come last, for they take the place of a few weeks as well.
    exceptional.forEach(this::exception);
    if (days.isEmpty()) {
      return schedules;
    }
    Schedule.ExceptionalDay[] all =
        days.values().stream().flatMap(List::stream).toArray(Schedule.ExceptionalDay[]::new);
    for (int i = 0; i < schedules.size(); i++) {
      if (!schedules.get(i).byAppointment()) {
        schedules.set(i, schedules.get(i).except(all));
        return schedules;
      }
    }
    schedules.add(schedule(null, null, null, null, null, false, Text.none()).except(all));
    return schedules;
  }

  private void period(WatchedThing one, boolean overMidnight) {
    boolean always = one.isTrue("isAlwaysOpen");
    boolean closed = one.isTrue("isClosed");
    List<Window> windows = new ArrayList<>();
    for (WatchedThing hour : one.things("openingHour")) {
      windows(hour, overMidnight, windows);
    }
    if (always) {
      windows.clear();
      for (DayOfWeek day : DayOfWeek.values()) {
        windows.add(new Window(day, LocalTime.MIDNIGHT, LAST_MINUTE));
      }
    }
    periods.add(
        new Period(
            date(one, "validFrom"),
            date(one, "validTo"),
            closed,
            one.isTrue("isReservation"),
            closed ? List.of() : List.copyOf(windows),
            of.within(one).text("additionalInformation", Reading.PROSE)));
  }

  private void windows(WatchedThing hour, boolean overMidnight, List<Window> windows) {
    DayOfWeek first = day(hour, "dayFrom");
    DayOfWeek last = day(hour, "dayTo");
    LocalTime from = time(hour, "from");
    LocalTime to = time(hour, "to");
    if (first == null || from == null || to == null) {
      return;
    }
    if (!overMidnight || last == null) {
      windows.add(new Window(first, from, to));
      for (DayOfWeek day = first; last != null && day != last; ) {
        day = day.plus(1);
        windows.add(new Window(day, from, to));
      }
      return;
    }
    if (last == first && to.isAfter(from) || last == first.plus(1) && !to.isAfter(from)) {
      // One evening, or one night: hours that end before they begin run over midnight.
      windows.add(new Window(first, from, to));
      return;
    }
    windows.add(new Window(first, from, LAST_MINUTE));
    for (DayOfWeek day = first.plus(1); day != last; day = day.plus(1)) {
      windows.add(new Window(day, LocalTime.MIDNIGHT, LAST_MINUTE));
    }
    if (to.isAfter(LocalTime.MIDNIGHT)) {
      windows.add(new Window(last, LocalTime.MIDNIGHT, to));
    }
  }

  /// One schedule for all the days that have the same hours.
  private static List<Schedule> regular(Period period) {
    record Hours(LocalTime from, LocalTime to) {}
    Map<Hours, List<DayOfWeek>> byHours = new LinkedHashMap<>();
    for (Window window : period.windows()) {
      byHours
          .computeIfAbsent(new Hours(window.from(), window.to()), _ -> new ArrayList<>())
          .add(window.day());
    }
    List<Schedule> schedules = new ArrayList<>();
    byHours.forEach((hours, weekdays) ->
        schedules.add(
            schedule(
                period.from(),
                period.to(),
                byday(weekdays),
                hours.from(),
                hours.to(),
                period.byAppointment(),
                period.words())));
    if (schedules.isEmpty() && (period.byAppointment() || !period.words().isEmpty())) {
      // Words alone, or "by appointment" alone: shown, and never reckoned with.
      schedules.add(
          schedule(
              period.from(),
              period.to(),
              null,
              null,
              null,
              period.byAppointment(),
              period.words()));
    }
    return schedules;
  }

  private static String byday(List<DayOfWeek> days) {
    return days.stream()
        .distinct()
        .sorted()
        .map(day -> day.name().substring(0, 2))
        .collect(Collectors.joining(","));
  }

  private void fewWeeks(Period period) {
    LocalDate from = period.from();
    LocalDate to = period.to();
    if (from == null || to == null) {
      of.sink().notice(new RecordNotice.LeftOutPart(of.record(), "serviceHours: isClosed"));
      return;
    }
    from.datesUntil(to.plusDays(1))
        .limit(LONGEST_CLOSURE)
        .forEach(date -> {
          List<Schedule.ExceptionalDay> hours = new ArrayList<>();
          for (Window window : period.windows()) {
            if (window.day() == date.getDayOfWeek()) {
              hours.add(new Schedule.ExceptionalDay(date, window.from(), window.to()));
            }
          }
          List<Schedule.ExceptionalDay> open = days.computeIfAbsent(date, _ -> new ArrayList<>());
          open.removeIf(Schedule.ExceptionalDay::isClosed);
          open.addAll(hours);
          if (open.isEmpty()) {
            open.add(Schedule.ExceptionalDay.closed(date));
          }
        });
  }

  private void exception(WatchedThing one) {
    LocalDate from = date(one, "validFrom");
    LocalDate until = date(one, "validTo");
    boolean closed = one.isTrue("isClosed");
    List<Window> windows = new ArrayList<>();
    one.pass("isReservation");
    for (WatchedThing hour : one.things("openingHour")) {
      hour.pass("dayFrom", "dayTo");
      LocalTime opens = time(hour, "from");
      LocalTime closes = time(hour, "to");
      if (opens != null && closes != null) {
        windows.add(new Window(DayOfWeek.MONDAY, opens, closes));
      }
    }
    if (one.isTrue("isAlwaysOpen")) {
      windows.add(new Window(DayOfWeek.MONDAY, LocalTime.MIDNIGHT, LAST_MINUTE));
    }
    if (from == null || !closed && windows.isEmpty()) {
      of.sink().notice(new RecordNotice.LeftOutPart(of.record(), "serviceHours: Exceptional"));
      return;
    }
    LocalDate to = until == null || until.isBefore(from) ? from : until;
    from.datesUntil(to.plusDays(1))
        .limit(LONGEST_CLOSURE)
        .forEach(date -> {
          List<Schedule.ExceptionalDay> hours = new ArrayList<>();
          for (Window window : closed ? List.<Window>of() : windows) {
            hours.add(new Schedule.ExceptionalDay(date, window.from(), window.to()));
          }
          days.put(date, hours.isEmpty() ? List.of(Schedule.ExceptionalDay.closed(date)) : hours);
        });
  }

  private static Schedule schedule(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String byday,
      @Nullable LocalTime opens,
      @Nullable LocalTime closes,
      boolean byAppointment,
      Text words) {
    return new Schedule(
        from,
        to,
        null,
        null,
        Schedule.Frequency.WEEKLY,
        1,
        byday,
        null,
        opens,
        closes,
        byAppointment,
        words,
        List.of());
  }

  private @Nullable LocalDate date(WatchedThing one, String field) {
    return of.it().of(one).date(field);
  }

  private @Nullable DayOfWeek day(WatchedThing hour, String field) {
    String word = hour.text(field);
    if (word == null) {
      return null;
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(word.toUpperCase(Locale.ROOT))) {
        return day;
      }
    }
    of.sink().notice(new FieldNotice.UnknownWord(of.record(), "openingHour." + field, word));
    return null;
  }

  private @Nullable LocalTime time(WatchedThing hour, String field) {
    String word = hour.text(field);
    LocalTime time = word == null ? null : Moments.time(word).orElse(null);
    if (word != null && time == null) {
      of.sink().notice(new ValueNotice.NotATime(of.record(), "openingHour." + field, word));
    }
    return time;
  }
}
