package fi.rinnalla.workspace;

import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.calendar.RefusedRule;
import fi.rinnalla.exchange.Repeats;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads when an event is held, as people tell it: «joka parillisen viikon tiistai 9.30–11.30, ei
/// 24.12.», «ti 1.12. klo 17–19», «varje onsdag kl. 9–11 till 16.12.». What it isn't sure of it
/// doesn't guess, and says which word it stopped at. Which days repeat, [Repeats] reads.
public final class RuleWords {
  /// A field is shorter; what is longer wasn't typed by a person, and would be read for minutes.
  static final int LONGEST = 1000;

  private static final int FURTHEST_START_DAYS = 400;
  private static final int LONGEST_BREAK_DAYS = 200;

  private static final Pattern FROM =
      pattern("(?:alkaen|från och med|fr\\.o\\.m\\.|från|from|starting)\\s+" + WrittenDates.DATE);
  private static final Pattern FROM_TOO = pattern(WrittenDates.DATE + "\\s+(?:alkaen|lähtien)");
  private static final Pattern UNTIL =
      pattern("(?:asti|saakka|till och med|t\\.o\\.m\\.|till|until)\\s+" + WrittenDates.DATE);
  private static final Pattern UNTIL_TOO = pattern(WrittenDates.DATE + "\\s+(?:asti|saakka)");
  private static final Pattern EXCEPT =
      pattern("\\b(?:ei|eikä|paitsi|inte|utom|ej|but not|not|except)\\b(.*)$");
  private static final Pattern HOLIDAYS =
      pattern(
          "\\b(?:pyhinä|pyhäpäivinä|juhlapyhinä|arkipyhinä|helgdagar|röda dagar|på helgdagar"
              + "|public holidays|holidays)\\b");
  private static final Pattern EVERY = pattern("\\b(?:joka|varje|every|varannan|each)\\b|isin\\b");
  private static final Set<String> FILLERS =
      Set.of("ja", "och", "and", "eikä", "ei", "myöskään", "on", "den", "på", "klo", "kl", "eller");
  private static final DateTimeFormatter UNTIL_DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private RuleWords() {}

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// What was made of the words.
  public sealed interface Outcome {
    /// @param words the same words with the years of their dates in place, so that they mean the
    ///   same when they are read next autumn
    record Read(EventRule rule, String words) implements Outcome {}

    /// @param word where reading stopped, or nothing
    record NotRead(Reason reason, String word) implements Outcome {}
  }

  public enum Reason {
    EMPTY,
    NO_HOUR,
    NO_DAY,
    NOT_UNDERSTOOD,
    NO_SUCH_DAY,
    OTHER_WEEKDAY,
    END_FIRST,
    NO_TIMES;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param today whose next days dates without a year mean
  public static Outcome read(String words, LocalDate today) {
    if (words.isBlank()) {
      return new Outcome.NotRead(Reason.EMPTY, "");
    }
    if (words.length() > LONGEST) {
      return new Outcome.NotRead(Reason.NOT_UNDERSTOOD, "");
    }
    try {
      return understand(
          WrittenDates.withYears(words.strip().replaceAll("\\s+", " "), today), today);
    } catch (Stopped stopped) {
      return stopped.why();
    } catch (RefusedRule | DateTimeException refused) {
      return new Outcome.NotRead(Reason.NO_TIMES, "");
    }
  }

  private static Outcome understand(String words, LocalDate today) {
    StringBuilder rest = new StringBuilder(words);
    LocalDate from = WrittenDates.take(rest, FROM, FROM_TOO);
    LocalDate until = WrittenDates.take(rest, UNTIL, UNTIL_TOO);
    boolean skipHolidays = false;
    Set<LocalDate> not = new TreeSet<>();
    Matcher except = EXCEPT.matcher(rest);
    if (except.find()) {
      StringBuilder exceptions = new StringBuilder(except.group(1));
      rest.delete(except.start(), except.end());
      skipHolidays = HOLIDAYS.matcher(exceptions).find();
      blank(exceptions, HOLIDAYS);
      for (LocalDate[] span = WrittenDates.takeRange(exceptions);
          span.length > 0;
          span = WrittenDates.takeRange(exceptions)) {
        span[0].datesUntil(span[1].plusDays(1)).limit(LONGEST_BREAK_DAYS).forEach(not::add);
      }
      for (LocalDate day = WrittenDates.take(exceptions, WrittenDates.ONE);
          day != null;
          day = WrittenDates.take(exceptions, WrittenDates.ONE)) {
        not.add(day);
      }
      leftover(exceptions);
    }
    LocalDate[] span = WrittenDates.takeRange(rest);
    if (span.length > 0) {
      from = span[0];
      until = span[1];
    }
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = WrittenDates.take(rest, WrittenDates.ONE);
        day != null;
        day = WrittenDates.take(rest, WrittenDates.ONE)) {
      days.add(day);
    }
    LocalTime[] hours = WrittenHours.take(rest);
    Duration duration = Duration.between(hours[0], hours[1]);
    if (duration.isNegative()) {
      if (hours[1].isAfter(LocalTime.of(6, 0))) {
        throw new Stopped(Reason.END_FIRST, "");
      }
      duration = duration.plusDays(1);
    }
    String how = rest.toString().replaceAll("[,;.]+(?=\\s|$)(?<!\\b\\d\\.)", " ").strip();
    how = how.replaceAll("\\s+", " ");
    if (!days.isEmpty()) {
      return new Outcome.Read(single(days, how, hours[0], duration, skipHolidays), words);
    }
    Repeats.Repeat repeat;
    if (how.isEmpty() && span.length > 0) {
      repeat = new Repeats.Repeat("FREQ=DAILY", EventRule.Weeks.EVERY);
    } else if (how.isEmpty()) {
      throw new Stopped(Reason.NO_DAY, "");
    } else {
      String unread = how;
      repeat = Repeats.read(how).orElseThrow(() -> new Stopped(Reason.NOT_UNDERSTOOD, unread));
    }
    boolean hasDay = repeat.rrule().contains("BYDAY") || repeat.rrule().startsWith("FREQ=DAILY");
    if (!hasDay && from == null) {
      throw new Stopped(Reason.NO_DAY, "");
    }
    LocalTime at = hours[0];
    LocalDate start = first(repeat, from == null ? today : from, at);
    if (until != null && until.isBefore(start)) {
      throw new Stopped(Reason.NO_TIMES, "");
    }
    String rrule =
        until == null
            ? repeat.rrule()
            : repeat.rrule() + ";UNTIL=" + until.format(UNTIL_DAY) + "T235959";
    Recurrence.check(rrule);
    // Every other week counts from its first, which mustn't slide when the words are read again.
    boolean counts = rrule.contains("INTERVAL=") && from == null;
    String said = counts ? words + ", alkaen " + WrittenDates.day(start) : words;
    List<LocalDateTime> notHeld = not.stream().map(day -> day.atTime(at)).toList();
    return new Outcome.Read(
        new EventRule(
            start.atTime(at),
            duration,
            false,
            rrule,
            repeat.weeks(),
            List.of(),
            notHeld,
            skipHolidays),
        said);
  }

  /// Named days, with or without their weekdays.
  private static EventRule single(
      List<LocalDate> days, String how, LocalTime at, Duration duration, boolean skipHolidays) {
    if (EVERY.matcher(how).find()) {
      throw new Stopped(Reason.NOT_UNDERSTOOD, WrittenDates.day(days.getFirst()));
    }
    String plain =
        Arrays.stream(how.split(" "))
            .filter(word -> !FILLERS.contains(word.toLowerCase(Locale.ROOT)))
            .reduce("", (one, other) -> (one + " " + other).strip());
    if (!plain.isEmpty()) {
      String rrule =
          Repeats.read(plain)
              .map(Repeats.Repeat::rrule)
              .filter(it -> it.startsWith("FREQ=WEEKLY;BYDAY="))
              .orElseThrow(() -> new Stopped(Reason.NOT_UNDERSTOOD, plain));
      for (LocalDate day : days) {
        if (Recurrence.on(day, rrule, day.atTime(at)).isEmpty()) {
          throw new Stopped(Reason.OTHER_WEEKDAY, WrittenDates.day(day));
        }
      }
    }
    List<LocalDateTime> times = days.stream().sorted().distinct().map(it -> it.atTime(at)).toList();
    return new EventRule(
        times.getFirst(),
        duration,
        false,
        null,
        EventRule.Weeks.EVERY,
        times.subList(1, times.size()),
        List.of(),
        skipHolidays);
  }

  /// The first day of the rule from this day on. The words' own first day, not the anchor's.
  private static LocalDate first(Repeats.Repeat repeat, LocalDate from, LocalTime at) {
    String everyTime = repeat.rrule().replaceAll(";INTERVAL=\\d+", "");
    for (int ahead = 0; ahead < FURTHEST_START_DAYS; ahead++) {
      LocalDate day = from.plusDays(ahead);
      int week = day.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      boolean inWeek =
          switch (repeat.weeks()) {
            case EVERY -> true;
            case EVEN -> week % 2 == 0;
            case ODD -> week % 2 == 1;
          };
      if (inWeek && !Recurrence.on(day, everyTime, day.atTime(at)).isEmpty()) {
        return day;
      }
    }
    throw new Stopped(Reason.NO_TIMES, "");
  }

  private static void leftover(StringBuilder exceptions) {
    for (String word : exceptions.toString().split("[\\s,;.]+")) {
      if (!word.isEmpty() && !FILLERS.contains(word.toLowerCase(Locale.ROOT))) {
        throw new Stopped(Reason.NOT_UNDERSTOOD, word);
      }
    }
  }

  private static void blank(StringBuilder words, Pattern pattern) {
    String blanked = pattern.matcher(words).replaceAll(" ");
    words.setLength(0);
    words.append(blanked);
  }
}
