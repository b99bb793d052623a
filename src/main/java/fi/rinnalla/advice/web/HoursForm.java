package fi.rinnalla.advice.web;

import fi.rinnalla.advice.DutyException;
import fi.rinnalla.advice.DutyHours;
import fi.rinnalla.advice.DutyWindow;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Hours as people write them: `10–13, 17–20`; an empty day is shut.
final class HoursForm {
  private static final Pattern WINDOW =
      Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?\\s*[-–]\\s*(\\d{1,2})(?:[.:](\\d{2}))?");

  private HoursForm() {}

  /// `10–13, 17–20.30`.
  static String write(Lang lang, DutyHours hours, DayOfWeek day) {
    return hours.week().stream()
        .filter(it -> it.weekday() == day)
        .map(it -> times(lang, it.opens(), it.closes()))
        .collect(Collectors.joining(", "));
  }

  static String write(Lang lang, DutyException exception) {
    return exception.windows().stream()
        .map(it -> times(lang, it.opens(), it.closes()))
        .collect(Collectors.joining(", "));
  }

  private static String times(Lang lang, LocalTime opens, LocalTime closes) {
    return Dates.time(lang, opens) + "–" + Dates.time(lang, closes);
  }

  /// The usual week; nothing when a day can't be read.
  static Optional<List<DutyWindow>> week(Map<String, String> typed) {
    List<DutyWindow> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      Optional<List<DutyException.Times>> read =
          times(typed.getOrDefault("day_" + day.getValue(), ""));
      if (read.isEmpty()) {
        return Optional.empty();
      }
      read.get().forEach(it -> week.add(new DutyWindow(day, it.opens(), it.closes())));
    }
    return Optional.of(week);
  }

  /// The first day of a week that can't be read or whose hours overlap.
  static Optional<DayOfWeek> faultyDay(Map<String, String> typed) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day ->
            times(typed.getOrDefault("day_" + day.getValue(), ""))
                .filter(times -> !overlap(times))
                .isEmpty())
        .findFirst();
  }

  static Optional<List<DutyException.Times>> times(String written) {
    List<DutyException.Times> times = new ArrayList<>();
    for (String part : Typed.plain(written).split("[,;]")) {
      Matcher window = WINDOW.matcher(part.strip());
      if (part.isBlank()) {
        continue;
      }
      if (!window.matches()) {
        return Optional.empty();
      }
      Optional<LocalTime> opens = time(window.group(1), window.group(2));
      Optional<LocalTime> closes = time(window.group(3), window.group(4));
      if (opens.isEmpty() || closes.isEmpty() || !closes.get().isAfter(opens.get())) {
        return Optional.empty();
      }
      times.add(new DutyException.Times(opens.get(), closes.get()));
    }
    return Optional.of(times);
  }

  private static Optional<LocalTime> time(String hour, @Nullable String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    return hours > 23 || minutes > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hours, minutes));
  }

  /// What came of reading an exception.
  sealed interface Read {
    record Good(DutyException exception) implements Read {}

    record BadDays() implements Read {}

    record BadTime() implements Read {}
  }

  static Read exception(Map<String, String> typed, LocalDate today) {
    Optional<LocalDate> first = date(typed.getOrDefault("first", ""));
    Optional<LocalDate> last =
        typed.getOrDefault("last", "").isBlank() ? first : date(typed.getOrDefault("last", ""));
    boolean good =
        first.isPresent()
            && last.isPresent()
            && !last.get().isBefore(first.get())
            && !last.get().isBefore(today);
    if (!good) {
      return new Read.BadDays();
    }
    Optional<List<DutyException.Times>> times = times(typed.getOrDefault("windows", ""));
    if (times.isEmpty() || overlap(times.get())) {
      return new Read.BadTime();
    }
    Text reason = Text.none();
    for (Lang lang : Lang.values()) {
      String words = Typed.plain(typed.getOrDefault("reason_" + lang.code(), ""));
      reason = reason.with(lang, words.replace('\n', ' '));
    }
    return new Read.Good(
        new DutyException(
            UUID.randomUUID(), first.orElseThrow(), last.orElseThrow(), times.get(), reason));
  }

  private static boolean overlap(List<DutyException.Times> times) {
    return times.stream()
        .anyMatch(it ->
            times.stream()
                .anyMatch(other ->
                    other != it
                        && it.opens().isBefore(other.closes())
                        && other.opens().isBefore(it.closes())));
  }

  private static Optional<LocalDate> date(String written) {
    try {
      return Optional.of(LocalDate.parse(written.strip()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
