package fi.rinnalla.workspace;

import fi.rinnalla.directory.Schedule;
import fi.rinnalla.vocabulary.Lang;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// Says opening hours in plain words, such that [HoursWords] reads the same hours in them.
final class SpokenHours {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private SpokenHours() {}

  /// Empty when it takes more than plain words.
  static String say(List<Schedule> schedules, Lang lang) {
    List<String> said = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    for (Schedule one : schedules) {
      LocalTime opens = one.opensAt();
      LocalTime closes = one.closesAt();
      String byday = one.byday();
      if (opens == null
          || closes == null
          || byday == null
          || one.frequency() != Schedule.Frequency.WEEKLY
          || one.interval() != 1
          || one.byAppointment()
          || !DAYS.containsAll(List.of(byday.split(",")))) {
        return "";
      }
      List<String> days = new ArrayList<>();
      for (String code : byday.split(",")) {
        days.add(
            DayOfWeek.of(DAYS.indexOf(code) + 1).getDisplayName(TextStyle.SHORT, lang.locale()));
      }
      said.add(String.join(", ", days) + " " + hour(lang, opens) + "–" + hour(lang, closes));
      for (Schedule.ExceptionalDay day : one.exceptions()) {
        if (!day.isClosed()) {
          return "";
        }
        closed.add(WrittenDates.day(day.date()));
      }
    }
    if (!closed.isEmpty()) {
      String word =
          switch (lang) {
            case FI -> "suljettu ";
            case SV -> "stängt ";
            case EN -> "closed ";
          };
      said.add(word + String.join(", ", closed));
    }
    return String.join("; ", said);
  }

  private static String hour(Lang lang, LocalTime time) {
    return "%d%s%02d".formatted(time.getHour(), lang == Lang.EN ? ":" : ".", time.getMinute());
  }
}
