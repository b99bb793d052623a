package fi.rinnalla.workspace;

import fi.rinnalla.directory.Schedule;
import fi.rinnalla.exchange.Repeats;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads opening hours as they stand on a door: «ma–to 9–15, pe 9–13; suljettu 24.12.», «arkisin
/// klo 9–11 ja 13–15», «mån–fre 9–16, stängt 6.12.». As [RuleWords], it doesn't guess: it says at
/// which word it stopped.
public final class HoursWords {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final int LONGEST_BREAK_DAYS = 200;
  private static final LocalTime LATEST_NIGHT = LocalTime.of(6, 0);

  private static final String CLOSED_WORD = "(?:suljettu|suljettuna|kiinni|stängt|closed)";
  private static final String DATES =
      "%s(?:(?:\\s*[-–—]\\s*|\\s*,\\s*|\\s+(?:ja|och|and)\\s+)%s)*"
          .formatted(WrittenDates.DATE, WrittenDates.DATE);

  /// «24.12. suljettu», «suljettu 24.12. ja 31.12.».
  private static final Pattern DATES_CLOSED = words(DATES + "\\s+" + CLOSED_WORD);

  private static final Pattern CLOSED_DATES = words("\\b" + CLOSED_WORD + "\\s+" + DATES);

  /// «la–su suljettu»: days that aren't named are closed anyway.
  private static final Pattern CLOSED_DAYS =
      words("(?:^|(?<=[,;]))\\s*([\\p{L}\\s]+(?:[-–—]\\s*\\p{L}+)?)\\s" + CLOSED_WORD + "\\b");

  private static final Pattern APPOINTMENT =
      words("\\b(?:ajanvarauksella|sopimuksen mukaan|enligt överenskommelse|by appointment)\\b");
  private static final Pattern SPAN = words("(\\p{L}+)\\.?\\s*[-–—]\\s*(\\p{L}+)\\.?");
  private static final Pattern WEEKDAY =
      words(
          "\\b(?:ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)\\b");
  private static final Pattern WEEKEND =
      words("\\b(?:viikonloppuisin|viikonloppu|veckoslut|helger|weekends)\\b");
  private static final Pattern BETWEEN = words("^[\\s,;.]*(?:ja|och|and|sekä)?[\\s,;.]*$");

  private HoursWords() {}

  private static Pattern words(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// What was made of the words.
  public sealed interface Outcome {
    /// @param words the same words with the years of their dates in place
    record Read(List<Schedule> schedules, String words) implements Outcome {}

    /// @param word where reading stopped, or nothing
    record NotRead(RuleWords.Reason reason, String word) implements Outcome {}
  }

  /// The hours of a day from one to another.
  private record Window(LocalTime opens, LocalTime closes) {}

  /// @param today whose next days dates without a year mean
  public static Outcome read(String words, LocalDate today) {
    if (words.isBlank()) {
      return new Outcome.NotRead(RuleWords.Reason.EMPTY, "");
    }
    if (words.length() > RuleWords.LONGEST) {
      return new Outcome.NotRead(RuleWords.Reason.NOT_UNDERSTOOD, "");
    }
    try {
      String said = WrittenDates.withYears(words.strip().replaceAll("\\s+", " "), today);
      return new Outcome.Read(understand(said), said);
    } catch (Stopped stopped) {
      return new Outcome.NotRead(stopped.why().reason(), stopped.why().word());
    } catch (DateTimeException noSuchHour) {
      return new Outcome.NotRead(RuleWords.Reason.NO_HOUR, "");
    }
  }

  private static List<Schedule> understand(String words) {
    StringBuilder rest = new StringBuilder(words);
    boolean byAppointment = APPOINTMENT.matcher(rest).find();
    blank(rest, APPOINTMENT);
    List<Schedule.ExceptionalDay> exceptions = new ArrayList<>();
    for (Pattern closed : List.of(CLOSED_DATES, DATES_CLOSED)) {
      for (Matcher one = closed.matcher(rest); one.find(); one = closed.matcher(rest)) {
        StringBuilder dates = new StringBuilder(one.group());
        rest.replace(one.start(), one.end(), " ");
        days(dates).forEach(day -> exceptions.add(Schedule.ExceptionalDay.closed(day)));
      }
    }
    closedDays(rest);
    Map<Window, Set<String>> week = new LinkedHashMap<>();
    for (String clause : rest.toString().split(";")) {
      StringBuilder left = new StringBuilder(clause);
      List<LocalDate> dates = days(left);
      if (dates.isEmpty()) {
        regular(left, week);
      } else {
        LocalTime[] hours = WrittenHours.take(left);
        // «to 24.12. 9–12»: the weekday says no more than the date.
        stopAtWords(WEEKDAY.matcher(left).replaceAll(" "));
        Window window = window(hours);
        dates.forEach(day ->
            exceptions.add(new Schedule.ExceptionalDay(day, window.opens(), window.closes())));
      }
    }
    if (week.isEmpty()) {
      throw new Stopped(RuleWords.Reason.NO_DAY, "");
    }
    List<Schedule> schedules = new ArrayList<>();
    week.forEach((window, days) -> {
      String byday = String.join(",", DAYS.stream().filter(days::contains).toList());
      Schedule weekly = Schedule.weekly(byday, window.opens(), window.closes());
      schedules.add(byAppointment ? weekly.onlyByAppointment() : weekly);
    });
    // Whichever schedule names an exceptional day, it rules all of them.
    schedules.set(
        0, schedules.getFirst().except(exceptions.toArray(Schedule.ExceptionalDay[]::new)));
    return schedules;
  }

  /// «ma–to 9–15, pe 9–11 ja 12–13»: days, their hours, maybe more hours of the same days.
  private static void regular(StringBuilder clause, Map<Window, Set<String>> week) {
    Matcher hours = WrittenHours.BOTH.matcher(clause);
    Set<String> days = Set.of();
    int from = 0;
    while (hours.find()) {
      String before = clause.substring(from, hours.start());
      boolean sameDays = !days.isEmpty() && BETWEEN.matcher(before).matches();
      days = sameDays ? days : weekdays(before);
      from = hours.end();
      Window window = window(WrittenHours.of(hours));
      week.computeIfAbsent(window, _ -> new LinkedHashSet<>()).addAll(days);
    }
    String after = clause.substring(from);
    if (from == 0 && after.chars().anyMatch(Character::isLetterOrDigit)) {
      throw new Stopped(RuleWords.Reason.NO_HOUR, after.strip());
    }
    stopAtWords(after);
  }

  private static Set<String> weekdays(String words) {
    Set<String> days = new LinkedHashSet<>();
    StringBuilder rest = new StringBuilder(words);
    if (WEEKEND.matcher(rest).find()) {
      days.addAll(DAYS.subList(5, 7));
      blank(rest, WEEKEND);
    }
    for (Matcher span = SPAN.matcher(rest); span.find(); span = SPAN.matcher(rest)) {
      int first = DAYS.indexOf(weekday(span.group(1)));
      int last = DAYS.indexOf(weekday(span.group(2)));
      rest.replace(span.start(), span.end(), " ");
      for (int day = first; ; day = (day + 1) % DAYS.size()) {
        days.add(DAYS.get(day));
        if (day == last) {
          break;
        }
      }
    }
    String plain = rest.toString().replaceAll("[,.]+", " ").strip();
    if (!plain.isEmpty() && !BETWEEN.matcher(plain).matches()) {
      days.addAll(bydays(plain));
    }
    if (days.isEmpty()) {
      throw new Stopped(RuleWords.Reason.NO_DAY, "");
    }
    return days;
  }

  private static String weekday(String word) {
    List<String> one = bydays(word);
    if (one.size() != 1) {
      throw new Stopped(RuleWords.Reason.NOT_UNDERSTOOD, word);
    }
    return one.getFirst();
  }

  private static List<String> bydays(String words) {
    String rrule =
        Repeats.read(words)
            .map(Repeats.Repeat::rrule)
            .filter(it -> it.equals("FREQ=DAILY") || it.startsWith("FREQ=WEEKLY;BYDAY="))
            .orElseThrow(() -> new Stopped(RuleWords.Reason.NOT_UNDERSTOOD, words));
    return rrule.equals("FREQ=DAILY")
        ? DAYS
        : List.of(rrule.substring("FREQ=WEEKLY;BYDAY=".length()).split(","));
  }

  private static void closedDays(StringBuilder rest) {
    for (Matcher days = CLOSED_DAYS.matcher(rest); days.find(); days = CLOSED_DAYS.matcher(rest)) {
      weekdays(days.group(1));
      rest.replace(days.start(), days.end(), " ");
    }
  }

  /// Takes the dates and spans of dates out of the words.
  private static List<LocalDate> days(StringBuilder words) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate[] span = WrittenDates.takeRange(words);
        span.length > 0;
        span = WrittenDates.takeRange(words)) {
      span[0].datesUntil(span[1].plusDays(1)).limit(LONGEST_BREAK_DAYS).forEach(days::add);
    }
    for (LocalDate day = WrittenDates.take(words, WrittenDates.ONE);
        day != null;
        day = WrittenDates.take(words, WrittenDates.ONE)) {
      days.add(day);
    }
    return days;
  }

  private static Window window(LocalTime[] hours) {
    boolean backwards = !hours[1].isAfter(hours[0]);
    if (backwards && hours[1].isAfter(LATEST_NIGHT)) {
      throw new Stopped(RuleWords.Reason.END_FIRST, "");
    }
    return new Window(hours[0], hours[1]);
  }

  private static void stopAtWords(String rest) {
    String left = rest.replaceAll("[\\s,;.]+", " ").strip();
    if (!left.isEmpty() && !BETWEEN.matcher(left).matches()) {
      throw new Stopped(RuleWords.Reason.NOT_UNDERSTOOD, left);
    }
  }

  private static void blank(StringBuilder words, Pattern pattern) {
    String blanked = pattern.matcher(words).replaceAll(" ");
    words.setLength(0);
    words.append(blanked);
  }
}
