package fi.rinnalla.finland;

import fi.rinnalla.directory.Schedule;
import fi.rinnalla.exchange.Moments;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.ValueNotice;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The hours of a library, which Kirkanta tells day by day. A family reads them by the week, so
/// what most Mondays are like becomes the hours of Mondays, from the first day told to the last;
/// days that differ are exceptional.
final class KirkantaHours {
  private static final String SELF_SERVICE = "2";
  private static final Text SELF_SERVICE_WORDS =
      new Text(
          "Omatoimiaika: sisään kirjastokortilla",
          "Meröppet: in med bibliotekskortet",
          "Self-service hours: come in with a library card");

  private KirkantaHours() {}

  private record Window(LocalTime from, LocalTime to, boolean selfService) {}

  static List<Schedule> schedules(Reading it, WatchedThing library) {
    TreeMap<LocalDate, List<Window>> days = new TreeMap<>();
    for (WatchedThing day : library.things("schedules")) {
      LocalDate date = it.of(day).date("date");
      day.pass("period");
      if (date != null) {
        days.put(date, windows(it, day));
      }
    }
    if (days.isEmpty()) {
      return List.of();
    }
    Map<DayOfWeek, List<Window>> usual = usual(days);
    List<Schedule> schedules = regular(usual, days.firstKey(), days.lastKey());
    List<Schedule.ExceptionalDay> exceptional = new ArrayList<>();
    days.forEach((date, windows) -> {
      if (!windows.equals(usual.getOrDefault(date.getDayOfWeek(), List.of()))) {
        exceptional.addAll(exception(date, windows));
      }
    });
    if (exceptional.isEmpty()) {
      return schedules;
    }
    if (schedules.isEmpty()) {
      schedules.add(hours(null, null, null, days.firstKey(), days.lastKey(), Text.none()));
    }
    schedules.set(
        0, schedules.getFirst().except(exceptional.toArray(Schedule.ExceptionalDay[]::new)));
    return schedules;
  }

  private static List<Window> windows(Reading it, WatchedThing day) {
    boolean closed = day.isTrue("closed");
    List<Window> windows = new ArrayList<>();
    for (WatchedThing one : day.things("times")) {
      LocalTime from = time(it, one, "from");
      LocalTime to = time(it, one, "to");
      String status = Objects.toString(one.text("status"), "1");
      // 1 is with staff and 2 without; anything else is a closed door.
      if (!closed && from != null && to != null && status.matches("[12]")) {
        windows.add(new Window(from, to, status.equals(SELF_SERVICE)));
      }
    }
    return windows;
  }

  private static @Nullable LocalTime time(Reading it, WatchedThing one, String field) {
    String word = one.text(field);
    LocalTime time = word == null ? null : Moments.time(word).orElse(null);
    if (word != null && time == null) {
      it.sink().notice(new ValueNotice.NotATime(it.record(), "schedules.times." + field, word));
    }
    return time;
  }

  /// What most of the days told are like, by weekday; of a draw the earlier, and a closed day
  /// yields to an open one.
  private static Map<DayOfWeek, List<Window>> usual(Map<LocalDate, List<Window>> days) {
    Map<DayOfWeek, Map<List<Window>, Integer>> counts = new EnumMap<>(DayOfWeek.class);
    days.forEach((date, windows) ->
        counts
            .computeIfAbsent(date.getDayOfWeek(), _ -> new LinkedHashMap<>())
            .merge(windows, 1, Integer::sum));
    Map<DayOfWeek, List<Window>> usual = new EnumMap<>(DayOfWeek.class);
    counts.forEach((weekday, seen) -> {
      List<Window> most = List.of();
      int times = 0;
      for (Map.Entry<List<Window>, Integer> one : seen.entrySet()) {
        boolean opens = most.isEmpty() && !one.getKey().isEmpty();
        if (one.getValue() > times || one.getValue() == times && opens) {
          most = one.getKey();
          times = one.getValue();
        }
      }
      usual.put(weekday, most);
    });
    return usual;
  }

  private static List<Schedule> regular(
      Map<DayOfWeek, List<Window>> usual, LocalDate first, LocalDate last) {
    Map<Window, List<DayOfWeek>> byWindow = new LinkedHashMap<>();
    usual.forEach((weekday, windows) ->
        windows.forEach(
            window -> byWindow.computeIfAbsent(window, _ -> new ArrayList<>()).add(weekday)));
    List<Schedule> schedules = new ArrayList<>();
    byWindow.forEach((window, weekdays) ->
        schedules.add(
            hours(
                weekdays.stream()
                    .map(day -> day.name().substring(0, 2))
                    .collect(Collectors.joining(",")),
                window.from(),
                window.to(),
                first,
                last,
                window.selfService() ? SELF_SERVICE_WORDS : Text.none())));
    return schedules;
  }

  private static List<Schedule.ExceptionalDay> exception(LocalDate date, List<Window> windows) {
    return windows.isEmpty()
        ? List.of(Schedule.ExceptionalDay.closed(date))
        : windows.stream()
            .map(it -> new Schedule.ExceptionalDay(date, it.from(), it.to()))
            .toList();
  }

  private static Schedule hours(
      @Nullable String byday,
      @Nullable LocalTime from,
      @Nullable LocalTime to,
      LocalDate first,
      LocalDate last,
      Text words) {
    return new Schedule(
        first,
        last,
        null,
        null,
        Schedule.Frequency.WEEKLY,
        1,
        byday,
        null,
        from,
        to,
        false,
        words,
        List.of());
  }
}
