package fi.rinnalla.calendar;

import fi.rinnalla.vocabulary.Lang;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says a rule in plain words, as an editor would have written it: the workspace reads the same
/// rule in them.
public final class SpokenRule {
  private static final Pattern WEEKLY =
      Pattern.compile("FREQ=WEEKLY(?:;INTERVAL=([12]))?;BYDAY=([A-Z,]+)(?:;UNTIL=(\\d{8}).*)?");

  private SpokenRule() {}

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
    Matcher weekly = WEEKLY.matcher(rrule);
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
      said.append(day(LocalDate.parse(weekly.group(3), DateTimeFormatter.BASIC_ISO_DATE)));
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

  private static String day(LocalDate date) {
    return "%d.%d.%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
  }

  private static String hour(Lang lang, LocalTime time) {
    return "%d%s%02d".formatted(time.getHour(), lang == Lang.EN ? ":" : ".", time.getMinute());
  }
}
