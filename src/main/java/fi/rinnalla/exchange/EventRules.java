package fi.rinnalla.exchange;

import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.calendar.RefusedRule;
import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes the rule of an event from the columns that tell when it is held.
final class EventRules {
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final Pattern UNTIL =
      Pattern.compile("UNTIL=(\\d{8})(T\\d{6})?(Z)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNT =
      Pattern.compile("\\bCOUNT=(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private EventRules() {}

  /// Null when it can't land; the sink has been told why.
  static @Nullable EventRule of(Reading it, UUID id) {
    String written = it.node().text("start");
    if (written == null) {
      it.sink()
          .refuse(
              Draft.Kind.EVENT,
              id,
              new FieldNotice.MissingRequiredField(it.record(), "start", null));
      return null;
    }
    Optional<Moments.Moment> start = Moments.moment(written);
    if (start.isEmpty()) {
      it.sink()
          .refuse(
              Draft.Kind.EVENT, id, new ValueNotice.StartUnreadable(it.record(), "start", written));
      return null;
    }
    LocalDateTime from = start.get().at();
    boolean allDay = start.get().dateOnly();
    Duration duration = duration(it, from, allDay);
    EventRule.Weeks weeks = weeks(it);
    String rrule = null;
    String repeat = it.node().text("repeat");
    if (repeat != null) {
      Optional<Repeats.Repeat> read = Repeats.read(repeat);
      if (read.isEmpty()) {
        it.sink().notice(new ValueNotice.UnreadableRule(it.record(), "repeat", repeat));
      } else {
        rrule = until(it, localUntil(read.get().rrule()));
        weeks = read.get().weeks() == EventRule.Weeks.EVERY ? weeks : read.get().weeks();
        try {
          Recurrence.check(rrule);
        } catch (RefusedRule refused) {
          it.sink().refuse(Draft.Kind.EVENT, id, refusal(it.record(), "repeat", repeat, refused));
          return null;
        }
      }
    }
    return new EventRule(
        from,
        duration,
        allDay,
        rrule,
        weeks,
        moments(it, "extra_dates", from.toLocalTime()),
        moments(it, "skip_dates", from.toLocalTime()),
        EventCsvReader.yes(it.node().text("skip_holidays")));
  }

  /// What is wrong with a rule, for whoever wrote it.
  static ValueNotice refusal(
      @Nullable String record, String field, @Nullable String written, RefusedRule refused) {
    return switch (refused.reason()) {
      case NOT_A_RULE -> new ValueNotice.NotARule(record, field, written);
      case TOO_OFTEN -> new ValueNotice.RefusedRuleNotice(record, field, written);
      case NO_TIMES -> new ValueNotice.RuleWithoutTimes(record, field, written);
      case YEAR -> new ValueNotice.RuleOfAnotherAge(record, field, written);
    };
  }

  private static Duration duration(Reading it, LocalDateTime start, boolean allDay) {
    String written = it.node().text("end");
    if (written == null) {
      return allDay ? Duration.ofDays(1) : Duration.ZERO;
    }
    Optional<LocalTime> time = allDay ? Optional.empty() : Moments.time(written);
    Optional<LocalDateTime> end =
        time.isPresent()
            ? time.map(at -> start.toLocalDate().atTime(at))
            : Moments.moment(written)
                .map(moment -> moment.dateOnly() ? moment.at().plusDays(1) : moment.at());
    if (end.isEmpty()) {
      it.sink().notice(new ValueNotice.NotATime(it.record(), "end", written));
      return allDay ? Duration.ofDays(1) : Duration.ZERO;
    }
    LocalDateTime to = end.get();
    // A night's end, told by the clock alone.
    if (time.isPresent() && to.isBefore(start) && time.get().isBefore(LocalTime.of(6, 0))) {
      to = to.plusDays(1);
    }
    return checked(it, "end", written, Duration.between(start, to), allDay);
  }

  static Duration checked(
      Reading it, String field, String written, Duration duration, boolean allDay) {
    Duration short_ = allDay ? Duration.ofDays(1) : Duration.ZERO;
    if (duration.isNegative()) {
      it.sink().notice(new ValueNotice.EndBeforeStart(it.record(), field, written));
      return short_;
    }
    if (duration.compareTo(LONGEST) > 0) {
      it.sink().notice(new ValueNotice.TooLong(it.record(), field, written));
      return short_;
    }
    return duration;
  }

  private static EventRule.Weeks weeks(Reading it) {
    String word = it.node().text("weeks");
    return switch (String.valueOf(word).toLowerCase(Locale.ROOT)) {
      case "null", "every", "joka", "kaikki", "varje" -> EventRule.Weeks.EVERY;
      case "even", "parilliset", "parillinen", "jämna" -> EventRule.Weeks.EVEN;
      case "odd", "parittomat", "pariton", "udda" -> EventRule.Weeks.ODD;
      default -> {
        it.sink().notice(new FieldNotice.UnknownWord(it.record(), "weeks", word));
        yield EventRule.Weeks.EVERY;
      }
    };
  }

  private static String until(Reading it, String rrule) {
    LocalDate until = it.date("until");
    boolean bounded = rrule.toUpperCase(Locale.ROOT).matches(".*(UNTIL|COUNT)=.*");
    return until == null || bounded
        ? rrule
        : rrule + ";UNTIL=" + until.format(DateTimeFormatter.BASIC_ISO_DATE) + "T235959";
  }

  /// UNTIL as a local time, as our starts are: a date means the whole of that day, and a UTC time
  /// (which RFC 5545 asks for) is turned to the clock of Helsinki.
  static String localUntil(String rrule) {
    Matcher until = UNTIL.matcher(rrule);
    if (!until.find()) {
      return rrule;
    }
    String time = until.group(2) == null ? "T235959" : until.group(2).toUpperCase(Locale.ROOT);
    LocalDateTime local;
    try {
      local = LocalDateTime.parse(until.group(1) + time, BASIC);
    } catch (DateTimeException noSuchDay) {
      return rrule;
    }
    if (until.group(3) != null) {
      local = local.atOffset(ZoneOffset.UTC).atZoneSameInstant(Zone.HELSINKI).toLocalDateTime();
    }
    return until.replaceFirst("UNTIL=" + local.format(BASIC));
  }

  /// The rule with one time less to give; nothing when its COUNT leaves none.
  static @Nullable String oneLess(String rrule) {
    Matcher count = COUNT.matcher(rrule);
    if (!count.find()) {
      return rrule;
    }
    int left = Integer.parseInt(count.group(1)) - 1;
    return left < 1 ? null : count.replaceFirst("COUNT=" + left);
  }

  private static List<LocalDateTime> moments(Reading it, String field, LocalTime time) {
    List<LocalDateTime> moments = new ArrayList<>();
    for (String word : it.words(field)) {
      Optional<Moments.Moment> moment = Moments.moment(word);
      if (moment.isEmpty()) {
        it.sink().notice(new ValueNotice.NotADate(it.record(), field, word));
      } else {
        LocalDateTime at = moment.get().at();
        moments.add(moment.get().dateOnly() ? at.toLocalDate().atTime(time) : at);
      }
    }
    return moments;
  }
}
