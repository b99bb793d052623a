package fi.rinnalla.visits.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// On which days a place is open, as two lists to choose from: which week of the month, and which
/// day of the week. What they can't say is written as a rule of RFC 5545.
public final class RuleChoice {
  public static final List<String> WEEKS = List.of("every", "1", "2", "3", "4", "-1");
  public static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private static final Pattern MONTHLY =
      Pattern.compile("FREQ=MONTHLY;BYDAY=\\+?(-?\\d)(MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern WEEKLY = Pattern.compile("FREQ=WEEKLY;BYDAY=([A-Z,]+)");

  private RuleChoice() {}

  /// What was chosen, or written. An unknown choice is no rule, and is refused as such.
  static String rrule(Map<String, String> typed) {
    String own = typed.getOrDefault("rrule", "").strip();
    if (!own.isEmpty()) {
      return own;
    }
    String week = typed.getOrDefault("week", "");
    String day = typed.getOrDefault("weekday", "");
    if (!WEEKS.contains(week) || !DAYS.contains(day)) {
      return "";
    }
    return week.equals("every") ? "FREQ=WEEKLY;BYDAY=" + day : "FREQ=MONTHLY;BYDAY=" + week + day;
  }

  /// The choices that say a place's usual days; of a place that is open on many, the first Saturday
  /// of the month, or its first day.
  static Map<String, String> values(String rrule) {
    Map<String, String> values = new HashMap<>(Map.of("week", "1", "weekday", "SA"));
    String rule = rrule.toUpperCase(Locale.ROOT);
    Matcher monthly = MONTHLY.matcher(rule);
    Matcher weekly = WEEKLY.matcher(rule);
    if (monthly.matches() && WEEKS.contains(monthly.group(1))) {
      values.put("week", monthly.group(1));
      values.put("weekday", monthly.group(2));
    } else if (weekly.matches()) {
      List<String> days = List.of(weekly.group(1).split(","));
      values.put("week", days.size() == 1 ? "every" : "1");
      values.put("weekday", days.contains("SA") ? "SA" : days.getFirst());
    } else if (!rule.isEmpty()) {
      values.put("rrule", rrule);
    }
    return values;
  }
}
