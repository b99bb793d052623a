package fi.rinnalla.workspace;

import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.calendar.RefusedRule;
import fi.rinnalla.exchange.Repeats;
import fi.rinnalla.vocabulary.Lang;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads when an event is held, as people tell it: «joka parillisen viikon tiistai 9.30–11.30, ei
/// 24.12.», «ti 1.12. klo 17–19», «varje onsdag kl. 9–11 till 16.12.». What it isn't sure of it
/// doesn't guess, and says which word it stopped at. Which days repeat, [Repeats] reads.
public final class RuleWords {
  private static final int FURTHEST_START_DAYS = 400;
  private static final int LONGEST_BREAK_DAYS = 200;

  /// A day and a month with their dots, maybe a year. `9.30` is an hour and has no second dot.
  private static final Pattern WRITTEN_DATE =
      Pattern.compile("(?<![\\d.:])(\\d{1,2})\\.\\s?(\\d{1,2})\\.(\\s?(\\d{4}))?(?!\\d)");

  private static final Pattern HOUR_BEFORE =
      Pattern.compile("(?iuU)((klo|kello|kl\\.?)\\s*|\\d{1,2}[.:]\\d{2}\\s*[-–—]\\s*)$");
  private static final Pattern DASH_BEFORE = Pattern.compile("\\d{4}\\s*[-–—]\\s*$");
  private static final Pattern DASH_AFTER = Pattern.compile("^\\s*[-–—]");
  private static final Pattern FROM_BEFORE =
      Pattern.compile("(?iuU)\\b(alkaen|lähtien|från|fr\\.o\\.m\\.|from|starting|med)\\s*$");
  private static final Pattern FROM_AFTER = Pattern.compile("(?iuU)^\\s*(alkaen|lähtien)\\b");

  private static final String DATE = "(\\d{1,2}\\.\\d{1,2}\\.\\d{4})";
  private static final Pattern ONE = Pattern.compile(DATE);
  private static final Pattern RANGE = Pattern.compile(DATE + "\\s*[-–—]\\s*" + DATE);
  private static final Pattern FROM =
      pattern("(?:alkaen|från och med|fr\\.o\\.m\\.|från|from|starting)\\s+" + DATE);
  private static final Pattern FROM_TOO = pattern(DATE + "\\s+(?:alkaen|lähtien)");
  private static final Pattern UNTIL =
      pattern("(?:asti|saakka|till och med|t\\.o\\.m\\.|till|until)\\s+" + DATE);
  private static final Pattern UNTIL_TOO = pattern(DATE + "\\s+(?:asti|saakka)");
  private static final Pattern EXCEPT =
      pattern("\\b(?:ei|eikä|paitsi|inte|utom|ej|but not|not|except)\\b(.*)$");
  private static final Pattern HOLIDAYS =
      pattern(
          "\\b(?:pyhinä|pyhäpäivinä|juhlapyhinä|arkipyhinä|helgdagar|röda dagar|på helgdagar"
              + "|public holidays|holidays)\\b");
  private static final Pattern HOURS =
      pattern(
          "(?:klo|kello|kl\\.?|at)?\\s*(?<![\\d.])(\\d{1,2})(?:[.:](\\d{2}))?\\s*[-–—]\\s*"
              + "(\\d{1,2})(?:[.:](\\d{2}))?(?![\\d.]*\\d)");
  private static final Pattern HOUR =
      pattern(
          "(?:\\b(?:klo|kello|kl\\.?|at)\\s*(\\d{1,2})(?:[.:](\\d{2}))?|(\\d{1,2})[.:](\\d{2}))");
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

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Outcome.NotRead why;

    Stop(Reason reason, String word) {
      super(null, null, false, false);
      this.why = new Outcome.NotRead(reason, word);
    }
  }

  /// @param today whose next days dates without a year mean
  public static Outcome read(String words, LocalDate today) {
    if (words.isBlank()) {
      return new Outcome.NotRead(Reason.EMPTY, "");
    }
    try {
      return understand(withYears(words.strip().replaceAll("\\s+", " "), today), today);
    } catch (Stop stopped) {
      return stopped.why;
    } catch (RefusedRule | DateTimeException refused) {
      return new Outcome.NotRead(Reason.NO_TIMES, "");
    }
  }

  private static Outcome understand(String words, LocalDate today) {
    StringBuilder rest = new StringBuilder(words);
    LocalDate from = take(rest, FROM, FROM_TOO);
    LocalDate until = take(rest, UNTIL, UNTIL_TOO);
    boolean skipHolidays = false;
    Set<LocalDate> not = new TreeSet<>();
    Matcher except = EXCEPT.matcher(rest);
    if (except.find()) {
      StringBuilder exceptions = new StringBuilder(except.group(1));
      rest.delete(except.start(), except.end());
      skipHolidays = HOLIDAYS.matcher(exceptions).find();
      blank(exceptions, HOLIDAYS);
      for (LocalDate[] span = takeRange(exceptions);
          span.length > 0;
          span = takeRange(exceptions)) {
        span[0].datesUntil(span[1].plusDays(1)).limit(LONGEST_BREAK_DAYS).forEach(not::add);
      }
      for (LocalDate day = take(exceptions, ONE); day != null; day = take(exceptions, ONE)) {
        not.add(day);
      }
      leftover(exceptions);
    }
    LocalDate[] span = takeRange(rest);
    if (span.length > 0) {
      from = span[0];
      until = span[1];
    }
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = take(rest, ONE); day != null; day = take(rest, ONE)) {
      days.add(day);
    }
    LocalTime[] hours = hours(rest);
    Duration duration = Duration.between(hours[0], hours[1]);
    if (duration.isNegative()) {
      if (hours[1].isAfter(LocalTime.of(6, 0))) {
        throw new Stop(Reason.END_FIRST, "");
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
      throw new Stop(Reason.NO_DAY, "");
    } else {
      String unread = how;
      repeat = Repeats.read(how).orElseThrow(() -> new Stop(Reason.NOT_UNDERSTOOD, unread));
    }
    boolean hasDay = repeat.rrule().contains("BYDAY") || repeat.rrule().startsWith("FREQ=DAILY");
    if (!hasDay && from == null) {
      throw new Stop(Reason.NO_DAY, "");
    }
    LocalTime at = hours[0];
    LocalDate start = first(repeat, from == null ? today : from, at);
    if (until != null && until.isBefore(start)) {
      throw new Stop(Reason.NO_TIMES, "");
    }
    String rrule =
        until == null
            ? repeat.rrule()
            : repeat.rrule() + ";UNTIL=" + until.format(UNTIL_DAY) + "T235959";
    Recurrence.check(rrule);
    // Every other week counts from its first, which mustn't slide when the words are read again.
    boolean counts = rrule.contains("INTERVAL=") && from == null;
    String said = counts ? words + ", alkaen " + day(start) : words;
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
      throw new Stop(Reason.NOT_UNDERSTOOD, day(days.getFirst()));
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
              .orElseThrow(() -> new Stop(Reason.NOT_UNDERSTOOD, plain));
      for (LocalDate day : days) {
        if (Recurrence.on(day, rrule, day.atTime(at)).isEmpty()) {
          throw new Stop(Reason.OTHER_WEEKDAY, day(day));
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
    throw new Stop(Reason.NO_TIMES, "");
  }

  private static LocalTime[] hours(StringBuilder rest) {
    Matcher both = HOURS.matcher(rest);
    if (both.find()) {
      LocalTime[] hours = {time(both, 1), time(both, 3)};
      rest.replace(both.start(), both.end(), " ");
      return hours;
    }
    Matcher one = HOUR.matcher(rest);
    if (one.find()) {
      LocalTime time = time(one, one.group(1) == null ? 3 : 1);
      rest.replace(one.start(), one.end(), " ");
      return new LocalTime[] {time, time};
    }
    throw new Stop(Reason.NO_HOUR, "");
  }

  private static LocalTime time(Matcher match, int group) {
    int hour = Integer.parseInt(match.group(group));
    int minute = match.group(group + 1) == null ? 0 : Integer.parseInt(match.group(group + 1));
    if (hour > 23 || minute > 59) {
      throw new Stop(Reason.NO_HOUR, match.group().strip());
    }
    return LocalTime.of(hour, minute);
  }

  private static void leftover(StringBuilder exceptions) {
    for (String word : exceptions.toString().split("[\\s,;.]+")) {
      if (!word.isEmpty() && !FILLERS.contains(word.toLowerCase(Locale.ROOT))) {
        throw new Stop(Reason.NOT_UNDERSTOOD, word);
      }
    }
  }

  private static void blank(StringBuilder words, Pattern pattern) {
    String blanked = pattern.matcher(words).replaceAll(" ");
    words.setLength(0);
    words.append(blanked);
  }

  private static LocalDate[] takeRange(StringBuilder rest) {
    Matcher range = RANGE.matcher(rest);
    if (!range.find()) {
      return new LocalDate[0];
    }
    LocalDate[] span = {date(range.group(1)), date(range.group(2))};
    rest.replace(range.start(), range.end(), " ");
    if (span[1].isBefore(span[0])) {
      throw new Stop(Reason.END_FIRST, "");
    }
    return span;
  }

  private static @Nullable LocalDate take(StringBuilder rest, Pattern... patterns) {
    for (Pattern pattern : patterns) {
      Matcher match = pattern.matcher(rest);
      if (match.find()) {
        LocalDate date = date(match.group(1));
        rest.replace(match.start(), match.end(), " ");
        return date;
      }
    }
    return null;
  }

  private static LocalDate date(String written) {
    String[] parts = written.split("\\.");
    return day(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  private static LocalDate day(int day, int month, int year) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      throw new Stop(Reason.NO_SUCH_DAY, day + "." + month + ".");
    }
  }

  private static String day(LocalDate day) {
    return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
  }

  /// The words of a rule that came otherwise, such as from a feed; empty when it takes more than
  /// plain words to say it.
  public static String say(EventRule rule, Lang lang) {
    LocalTime at = rule.start().toLocalTime();
    LocalTime end = at.plus(rule.duration());
    if (rule.allDay() || rule.duration().toHours() >= 24) {
      return "";
    }
    String hours = end.equals(at) ? hour(lang, at) : hour(lang, at) + "–" + hour(lang, end);
    String rrule = rule.rrule();
    if (rrule == null) {
      List<String> days = new ArrayList<>(List.of(day(rule.start().toLocalDate())));
      rule.extra().forEach(it -> days.add(day(it.toLocalDate())));
      boolean sameHour = rule.extra().stream().allMatch(it -> it.toLocalTime().equals(at));
      return sameHour && days.size() <= 20
          ? String.join(", ", days) + " " + word(lang, "klo", "kl.", "at") + " " + hours
          : "";
    }
    Matcher weekly =
        pattern("FREQ=WEEKLY(?:;INTERVAL=([12]))?;BYDAY=([A-Z,]+)(?:;UNTIL=(\\d{8}).*)?")
            .matcher(rrule);
    if (!weekly.matches() || !rule.extra().isEmpty()) {
      return "";
    }
    List<String> days = new ArrayList<>();
    for (String code : weekly.group(2).split(",")) {
      int number = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU").indexOf(code);
      if (number < 0) {
        return "";
      }
      days.add(DayOfWeek.of(number + 1).getDisplayName(TextStyle.FULL_STANDALONE, lang.locale()));
    }
    boolean second = "2".equals(weekly.group(1));
    String every =
        switch (rule.weeks()) {
          case EVERY ->
              second
                  ? word(lang, "joka toinen", "varannan", "every other")
                  : word(lang, "joka", "varje", "every");
          case EVEN -> word(lang, "joka parillisen viikon", "varje jämn vecka", "every even week");
          case ODD -> word(lang, "joka parittoman viikon", "varje udda vecka", "every odd week");
        };
    StringBuilder said = new StringBuilder(every + " ");
    said.append(String.join(" " + word(lang, "ja", "och", "and") + " ", days));
    said.append(' ').append(hours);
    if (second) {
      said.append(", " + word(lang, "alkaen", "från", "from") + " ");
      said.append(day(rule.start().toLocalDate()));
    }
    if (weekly.group(3) != null) {
      said.append(", " + word(lang, "asti", "till", "until") + " ");
      said.append(day(LocalDate.parse(weekly.group(3), UNTIL_DAY)));
    }
    if (!rule.except().isEmpty()) {
      said.append(", " + word(lang, "ei", "inte", "not") + " ");
      said.append(
          String.join(
              ", ", rule.except().stream().map(it -> day(it.toLocalDate())).distinct().toList()));
    }
    if (rule.skipHolidays()) {
      said.append(rule.except().isEmpty() ? ", " + word(lang, "ei", "inte", "not") : ",");
      said.append(" " + word(lang, "pyhinä", "helgdagar", "holidays"));
    }
    return said.toString();
  }

  private static String word(Lang lang, String fi, String sv, String en) {
    return switch (lang) {
      case FI -> fi;
      case SV -> sv;
      case EN -> en;
    };
  }

  private static String hour(Lang lang, LocalTime time) {
    return "%d%s%02d".formatted(time.getHour(), lang == Lang.EN ? ":" : ".", time.getMinute());
  }

  /// A date without a year is the next such day; the start of a season may be behind, so it is the
  /// nearest one.
  private static String withYears(String words, LocalDate today) {
    StringBuilder said = new StringBuilder();
    LocalDate before = today;
    int from = 0;
    Matcher date = WRITTEN_DATE.matcher(words);
    while (date.find()) {
      said.append(words, from, date.start());
      from = date.end();
      int day = Integer.parseInt(date.group(1));
      int month = Integer.parseInt(date.group(2));
      if (HOUR_BEFORE.matcher(said).find() || month > 12) {
        said.append(date.group());
        continue;
      }
      LocalDate meant;
      if (date.group(4) != null) {
        meant = day(day, month, Integer.parseInt(date.group(4)));
      } else if (DASH_BEFORE.matcher(said).find()) {
        meant = next(day, month, before);
      } else if (DASH_AFTER.matcher(words.substring(from)).find()
          || FROM_BEFORE.matcher(said).find()
          || FROM_AFTER.matcher(words.substring(from)).find()) {
        meant = next(day, month, today.minusDays(182));
      } else {
        meant = next(day, month, today);
      }
      before = meant;
      said.append(day(meant));
    }
    return said.append(words.substring(from)).toString();
  }

  private static LocalDate next(int day, int month, LocalDate from) {
    // Leap days come round in eight years at the latest.
    for (int year = from.getYear(); year <= from.getYear() + 8; year++) {
      if (day == 29 && month == 2 && !java.time.Year.isLeap(year)) {
        continue;
      }
      LocalDate one = day(day, month, year);
      if (!one.isBefore(from)) {
        return one;
      }
    }
    throw new Stop(Reason.NO_SUCH_DAY, day + "." + month + ".");
  }
}
