package fi.rinnalla.calendar;

import fi.rinnalla.vocabulary.Zone;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/// A rule as RFC 5545 alone can say it, for calendars that know neither even weeks nor Finland's
/// holidays. It begins at the first of the times it was made for and ends at their last, so that no
/// calendar promises what nobody has; with `except` and `extra` it gives exactly those times, which
/// is tried out before it is handed on.
///
/// @param rrule as after `RRULE:`
/// @param except times that the rule gives and that are not held (EXDATE)
/// @param extra times that the rule doesn't give (RDATE)
public record CarriedRule(String rrule, List<LocalDateTime> except, List<LocalDateTime> extra) {
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  public CarriedRule {
    except = List.copyOf(except);
    extra = List.copyOf(extra);
  }

  /// Empty when the times are better told one by one: there is no rule, it is for every other week
  /// by number, or what it gives lies far from what is held.
  ///
  /// @param times by their recurrence ids, in order
  public static Optional<CarriedRule> of(EventRule rule, List<LocalDateTime> times) {
    String rrule = rule.rrule();
    if (rrule == null || rule.weeks() != EventRule.Weeks.EVERY || times.size() < 2) {
      return Optional.empty();
    }
    LocalDateTime first = times.getFirst();
    LocalDateTime last = times.getLast();
    try {
      RepeatingRule read = RepeatingRule.read(rrule);
      String words = "%s;UNTIL=%s".formatted(read.steps(), until(rule, last));
      List<LocalDateTime> given = given(words, first, last.toLocalDate());
      Set<LocalDateTime> held = new HashSet<>(times);
      List<LocalDateTime> except = new ArrayList<>(given);
      except.removeAll(held);
      List<LocalDateTime> extra = new ArrayList<>(times);
      extra.removeAll(new HashSet<>(given));
      // A calendar takes the start for a time of its own whether the rule gives it or not.
      boolean fits =
          given.contains(first) && except.size() * 3 <= given.size() && isStrict(words, rule);
      return fits ? Optional.of(new CarriedRule(words, except, extra)) : Optional.empty();
    } catch (RefusedRule refused) {
      return Optional.empty();
    }
  }

  private static List<LocalDateTime> given(String words, LocalDateTime first, LocalDate last) {
    return RepeatingRule.read(words).starts(first, first.toLocalDate(), last, _ -> true);
  }

  private static String until(EventRule rule, LocalDateTime last) {
    return rule.allDay()
        ? last.format(DateTimeFormatter.BASIC_ISO_DATE)
        : last.atZone(Zone.HELSINKI).withZoneSameInstant(ZoneOffset.UTC).format(UTC);
  }

  /// We read rules leniently; those who read this one may not.
  private static boolean isStrict(String words, EventRule rule) {
    try {
      RecurrenceRule read = new RecurrenceRule(words, RecurrenceRule.RfcMode.RFC5545_STRICT);
      return !rule.allDay() || !read.hasPart(RecurrenceRule.Part.BYHOUR);
    } catch (InvalidRecurrenceRuleException | RuntimeException lenient) {
      return false;
    }
  }
}
