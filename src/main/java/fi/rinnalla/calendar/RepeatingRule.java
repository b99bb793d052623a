package fi.rinnalla.calendar;

import fi.rinnalla.calendar.RefusedRule.Reason;
import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/// A rule of RFC 5545 §3.3.10, read and found fit to follow. A rule is code that a stranger wrote,
/// so it is held on a short rein: daily or slower, no wider gaps, no more times and no more steps
/// than families' programmes have.
///
/// COUNT and UNTIL are kept beside the rule and looked after here: lib-recur reads a COUNT of
/// nothing as no COUNT, and refuses an UNTIL in UTC, which most calendars send, beside a local
/// start.
record RepeatingRule(
    String words, RecurrenceRule steps, @Nullable Integer count, @Nullable LocalDateTime until) {
  /// More than one a day for the whole horizon is no programme for families.
  static final int MOST_TIMES = 1000;

  /// How many steps a rule may take on its way to the last wanted day.
  private static final int MOST_STEPS = 20_000;

  private static final int LONGEST = 500;
  private static final int MOST_COUNTED = 10_000;

  /// lib-recur walks a wide gap day by day: an INTERVAL of 2 147 483 647 days kept it for a minute.
  private static final int WIDEST_INTERVAL = 1000;

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2500;

  private static final Pattern LIST =
      Pattern.compile(
          "%1$s(,%1$s)*".formatted("([+-]?\\d{1,3}|([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))"));

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  /// Reads a rule: `FREQ=WEEKLY;BYDAY=TU`, also in lower case, with its name `RRULE:` before it or
  /// a semicolon left over at the end.
  ///
  /// @throws RefusedRule when it isn't one, or may not be followed
  static RepeatingRule read(String rrule) {
    if (rrule.length() > LONGEST) {
      throw new RefusedRule(
          Reason.NOT_A_RULE, "a rule of %d characters is no rule".formatted(rrule.length()));
    }
    String words = rrule.strip().toUpperCase(Locale.ROOT);
    words = words.startsWith("RRULE:") ? words.substring(6) : words;
    Set<String> names = new HashSet<>();
    List<String> kept = new ArrayList<>();
    Integer count = null;
    LocalDateTime until = null;
    for (String part : words.split(";")) {
      if (part.isBlank()) {
        continue;
      }
      int sign = part.indexOf('=');
      String name = part.substring(0, Math.max(sign, 0)).strip();
      String value = part.substring(sign + 1).strip();
      if (name.isEmpty() || value.isEmpty()) {
        throw notARule(rrule);
      }
      if (!names.add(name)) {
        throw new RefusedRule(Reason.NOT_A_RULE, "«%s» says %s twice".formatted(rrule, name));
      }
      switch (name) {
        case "COUNT" -> count = number(rrule, name, value, MOST_COUNTED);
        case "UNTIL" -> until = until(rrule, value);
        case "INTERVAL" -> kept.add("INTERVAL=" + number(rrule, name, value, WIDEST_INTERVAL));
        default -> {
          // Lenient lib-recur leaves out what it can't read, and then the café is held on any day.
          if (name.startsWith("BY") && !LIST.matcher(value).matches()) {
            throw notARule(rrule);
          }
          kept.add(name + "=" + value);
        }
      }
    }
    return new RepeatingRule(rrule, steps(rrule, String.join(";", kept)), count, until);
  }

  private static RecurrenceRule steps(String rrule, String kept) {
    RecurrenceRule rule;
    try {
      rule = new RecurrenceRule(kept, RecurrenceRule.RfcMode.RFC5545_LAX);
    } catch (InvalidRecurrenceRuleException | RuntimeException faulty) {
      throw notARule(rrule);
    }
    if (rule.getFreq() == Freq.SECONDLY
        || rule.getFreq() == Freq.MINUTELY
        || rule.getFreq() == Freq.HOURLY) {
      throw new RefusedRule(
          Reason.TOO_OFTEN,
          "«%s» repeats oftener than daily; nothing for families does".formatted(rrule));
    }
    for (RecurrenceRule.Part part :
        List.of(
            RecurrenceRule.Part.BYHOUR,
            RecurrenceRule.Part.BYMINUTE,
            RecurrenceRule.Part.BYSECOND)) {
      if (rule.hasPart(part) && rule.getByPart(part).size() > 4) {
        throw new RefusedRule(Reason.TOO_OFTEN, "«%s» gives too many times a day".formatted(rrule));
      }
    }
    return rule;
  }

  /// The starts by the rule on these days. `counts` says which of the rule's times there are at
  /// all: ten times on even weeks are ten, not five.
  List<LocalDateTime> starts(
      LocalDateTime anchor, LocalDate from, LocalDate last, Predicate<LocalDate> counts) {
    if (anchor.getYear() < EARLIEST_YEAR || anchor.getYear() > LATEST_YEAR) {
      throw new RefusedRule(
          Reason.YEAR, "«%s» begins in the year %d".formatted(words, anchor.getYear()));
    }
    try {
      return walk(anchor, from, last, counts);
    } catch (RefusedRule refused) {
      throw refused;
    } catch (RuntimeException lost) {
      // lib-recur gives up in many words on a rule that gives no time at all (30 February).
      throw new RefusedRule(Reason.NO_TIMES, "«%s» gives no times".formatted(words));
    }
  }

  private List<LocalDateTime> walk(
      LocalDateTime anchor, LocalDate from, LocalDate last, Predicate<LocalDate> counts) {
    RecurrenceRuleIterator times = steps.iterator(local(anchor));
    // Counting begins at the beginning.
    if (count == null && from.isAfter(anchor.toLocalDate())) {
      times.fastForward(local(from.atStartOfDay()));
    }
    List<LocalDateTime> starts = new ArrayList<>();
    int counted = 0;
    for (int step = 0; times.hasNext(); step++) {
      if (step > MOST_STEPS) {
        throw new RefusedRule(Reason.TOO_OFTEN, "«%s» runs on without end".formatted(words));
      }
      LocalDateTime start = local(times.nextDateTime());
      LocalDate day = start.toLocalDate();
      if (day.isAfter(last) || (until != null && start.isAfter(until))) {
        break;
      }
      if (!counts.test(day)) {
        continue;
      }
      counted++;
      if (count != null && counted > count) {
        break;
      }
      if (!day.isBefore(from)) {
        starts.add(start);
      }
      if (starts.size() > MOST_TIMES) {
        throw new RefusedRule(
            Reason.TOO_OFTEN, "«%s» gives over %d times".formatted(words, MOST_TIMES));
      }
    }
    return starts;
  }

  private static int number(String rrule, String name, String value, int most) {
    if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) < 1) {
      throw new RefusedRule(
          Reason.NOT_A_RULE, "«%s»: %s is a number from one up".formatted(rrule, name));
    }
    if (Long.parseLong(value) > most) {
      throw new RefusedRule(
          Reason.TOO_OFTEN, "«%s»: %s is %s; %d is the most".formatted(rrule, name, value, most));
    }
    return Integer.parseInt(value);
  }

  /// The last moment that UNTIL lets in: a date means the whole day, and a time in UTC is turned to
  /// the clock of Helsinki.
  private static LocalDateTime until(String rrule, String value) {
    try {
      if (value.length() == 8) {
        return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atTime(LocalTime.MAX);
      }
      if (value.endsWith("Z")) {
        return LocalDateTime.parse(value.substring(0, value.length() - 1), LOCAL)
            .atOffset(ZoneOffset.UTC)
            .atZoneSameInstant(Zone.HELSINKI)
            .toLocalDateTime();
      }
      return LocalDateTime.parse(value, LOCAL);
    } catch (DateTimeException faulty) {
      throw new RefusedRule(Reason.NOT_A_RULE, "«%s»: UNTIL is no date".formatted(rrule));
    }
  }

  private static RefusedRule notARule(String rrule) {
    return new RefusedRule(Reason.NOT_A_RULE, "«%s» is not a rule of RFC 5545".formatted(rrule));
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
