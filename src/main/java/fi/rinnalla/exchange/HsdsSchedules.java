package fi.rinnalla.exchange;

import fi.rinnalla.directory.Schedule;
import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Opening hours as HSDS has had them: rules of version 3, one row for each weekday with its
/// holidays of versions 1 and 2, and our own column of exceptions.
///
/// Hours are those of the clock in Helsinki. HSDS 3.1 wants an offset after each, which a rule that
/// runs over the turn of clocks can't keep; what we make of one, [Moments.Hour] says. The field
/// `timezone` isn't read: it speaks of dates, and its own example is 3.
final class HsdsSchedules {
  private static final Pattern EXCEPTION =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}):(closed|(\\d{1,2}[:.]\\d{2})-(\\d{1,2}[:.]\\d{2}))");
  private static final Pattern BYDAY =
      Pattern.compile("([+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*");
  private static final Pattern BYMONTHDAY = Pattern.compile("-?\\d{1,2}(,-?\\d{1,2}){0,30}");

  private static final int LONGEST_HOLIDAY = 100;
  private static final LocalTime LATEST_NIGHT = LocalTime.of(6, 0);

  private HsdsSchedules() {}

  static List<Schedule> read(Reading of) {
    List<Schedule> schedules = new ArrayList<>();
    for (Node node : of.node().list("schedules")) {
      schedule(of.of(node)).ifPresent(schedules::add);
    }
    List<Schedule.ExceptionalDay> holidays = holidays(of);
    if (!holidays.isEmpty() && !schedules.isEmpty()) {
      schedules.set(
          0, schedules.getFirst().except(holidays.toArray(Schedule.ExceptionalDay[]::new)));
    }
    return schedules;
  }

  private static Optional<Schedule> schedule(Reading of) {
    String frequency = of.node().text("freq");
    String weekday = of.node().text("weekday");
    Optional<Schedule.Frequency> freq =
        frequency == null ? Optional.of(Schedule.Frequency.WEEKLY) : frequency(frequency);
    String byday = weekday == null ? byday(of) : weekday(of, weekday);
    LocalDate first = day(of, "valid_from", "dtstart");
    LocalDate last = day(of, "valid_to", "until");
    LocalTime opens = of.hour("opens_at", first, last);
    LocalTime closes = of.hour("closes_at", first, last);
    if (opens != null && closes != null && isBackwards(opens, closes)) {
      tellBackwards(of, opens, closes);
      opens = null;
      closes = null;
    }
    Text description = of.prose("description");
    if (freq.isEmpty()) {
      of.sink().notice(new ValueNotice.ImpossibleInRule(of.record(), "schedules.freq", frequency));
    }
    // Days that can't be read are not every day.
    boolean daysUnread = byday == null && of.node().text("weekday", "byday") != null;
    if (freq.isEmpty()
        || daysUnread
        || (frequency == null && weekday == null && byday == null && opens == null)) {
      // Words alone: shown, and never reckoned with.
      return description.isEmpty()
          ? Optional.empty()
          : Optional.of(hours(of, Schedule.Frequency.WEEKLY, null, null, null, description));
    }
    return Optional.of(hours(of, freq.get(), byday, opens, closes, description));
  }

  /// A night may end after midnight, yet hardly after six: 09:00–08:00 is a slip.
  private static boolean isBackwards(LocalTime opens, LocalTime closes) {
    return !closes.isAfter(opens) && closes.isAfter(LATEST_NIGHT);
  }

  private static void tellBackwards(Reading of, LocalTime opens, LocalTime closes) {
    of.sink()
        .notice(
            new ValueNotice.ClosesBeforeOpening(
                of.record(), "opens_at, closes_at", opens + "–" + closes));
  }

  private static @Nullable LocalDate day(Reading of, String... names) {
    String text = of.node().text(names);
    return text == null ? null : Moments.date(text).orElse(null);
  }

  private static Schedule hours(
      Reading of,
      Schedule.Frequency frequency,
      @Nullable String byday,
      @Nullable LocalTime opens,
      @Nullable LocalTime closes,
      Text description) {
    Integer interval = of.wholeNumber("interval");
    if (interval != null && (interval < 1 || interval > 520)) {
      impossible(of, "interval");
      interval = null;
    }
    Integer count = of.wholeNumber("count");
    if (count != null && count < 1) {
      impossible(of, "count");
    }
    String bymonthday = of.node().text("bymonthday");
    if (bymonthday != null && !areMonthdays(bymonthday)) {
      impossible(of, "bymonthday");
      bymonthday = null;
    }
    String attending = String.valueOf(of.node().text("attending_type")).toLowerCase(Locale.ROOT);
    return new Schedule(
        of.date("valid_from"),
        of.date("valid_to"),
        of.date("dtstart"),
        of.date("until"),
        frequency,
        interval == null ? 1 : interval,
        byday,
        bymonthday,
        opens,
        closes,
        attending.contains("ajanvarau")
            || attending.contains("appointment")
            || attending.contains("tidsbokning"),
        description,
        exceptions(of));
  }

  private static boolean areMonthdays(String words) {
    if (!BYMONTHDAY.matcher(words).matches()) {
      return false;
    }
    return Stream.of(words.split(","))
        .mapToInt(Integer::parseInt)
        .allMatch(day -> day != 0 && Math.abs(day) <= 31);
  }

  private static void impossible(Reading of, String field) {
    of.sink()
        .notice(
            new ValueNotice.ImpossibleInRule(
                of.record(), "schedules." + field, of.node().text(field)));
  }

  private static Optional<Schedule.Frequency> frequency(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "WEEKLY" -> Optional.of(Schedule.Frequency.WEEKLY);
      case "MONTHLY" -> Optional.of(Schedule.Frequency.MONTHLY);
      default -> Optional.empty();
    };
  }

  private static @Nullable String byday(Reading of) {
    String text = of.node().text("byday");
    if (text == null) {
      return null;
    }
    String days = text.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
    if (BYDAY.matcher(days).matches()) {
      return days;
    }
    of.sink().notice(new ValueNotice.ImpossibleInRule(of.record(), "schedules.byday", text));
    return null;
  }

  private static @Nullable String weekday(Reading of, String weekday) {
    Optional<String> day = Weekdays.find(weekday);
    if (day.isEmpty()) {
      of.sink().notice(new FieldNotice.UnknownWord(of.record(), "weekday", weekday));
    }
    return day.orElse(null);
  }

  private static List<Schedule.ExceptionalDay> exceptions(Reading of) {
    List<Schedule.ExceptionalDay> days = new ArrayList<>();
    for (String word : of.words("exceptions")) {
      Matcher exception = EXCEPTION.matcher(word);
      Optional<LocalDate> date =
          exception.matches() ? Moments.date(exception.group(1)) : Optional.empty();
      if (date.isEmpty()) {
        of.sink().notice(new ValueNotice.NotADate(of.record(), "exceptions", word));
      } else if (exception.group(2).equals("closed")) {
        days.add(Schedule.ExceptionalDay.closed(date.get()));
      } else {
        days.add(
            new Schedule.ExceptionalDay(
                date.get(),
                Moments.time(exception.group(3)).orElse(null),
                Moments.time(exception.group(4)).orElse(null)));
      }
    }
    return days;
  }

  /// Version 1 tells holidays as spans of dates; no longer than a season is believed.
  private static List<Schedule.ExceptionalDay> holidays(Reading of) {
    List<Schedule.ExceptionalDay> days = new ArrayList<>();
    for (Node node : of.node().list("holiday_schedules")) {
      Reading holiday = of.of(node);
      LocalDate from = holiday.date("start_date");
      LocalDate to = holiday.date("end_date");
      boolean closed = !String.valueOf(node.text("closed")).matches("(?i)false|0|no");
      LocalTime opens = closed ? null : holiday.hour("opens_at", from, to);
      LocalTime closes = closed ? null : holiday.hour("closes_at", from, to);
      if (from != null && to != null && !to.isBefore(from)) {
        from.datesUntil(to.plusDays(1))
            .limit(LONGEST_HOLIDAY)
            .forEach(day -> days.add(new Schedule.ExceptionalDay(day, opens, closes)));
      }
    }
    return days;
  }
}
