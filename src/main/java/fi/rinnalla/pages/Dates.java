package fi.rinnalla.pages;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Optional;

/// Dates and times as people say them: `ti 24.11.`, `klo 9.30–11.30`; never the browser's own idea
/// of them. String.format is not used, for pages are made of many dates.
public final class Dates {
  private Dates() {}

  public static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, Zone.HELSINKI);
  }

  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, Zone.HELSINKI);
  }

  /// `24.11.` in Finnish and Swedish, `24 Nov` in English.
  public static String dayMonth(Lang lang, LocalDate date) {
    return lang == Lang.EN
        ? date.getDayOfMonth()
            + " "
            + date.getMonth().getDisplayName(TextStyle.SHORT, lang.locale())
        : date.getDayOfMonth() + "." + date.getMonthValue() + ".";
  }

  /// `3.5.2026`, `3 May 2026`.
  public static String full(Lang lang, LocalDate date) {
    return lang == Lang.EN
        ? dayMonth(lang, date) + " " + date.getYear()
        : dayMonth(lang, date) + date.getYear();
  }

  /// `ti`, `tis`, `Tue`.
  public static String weekdayShort(Lang lang, LocalDate date) {
    String name = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, lang.locale());
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /// `tiistai`, `tisdag`, `Tuesday`.
  public static String weekday(Lang lang, LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, lang.locale());
  }

  /// `9.30` in Finnish and Swedish, `9:30` in English.
  public static String time(Lang lang, LocalTime time) {
    int minute = time.getMinute();
    return time.getHour() + (lang == Lang.EN ? ":" : ".") + (minute < 10 ? "0" : "") + minute;
  }

  public static String time(Lang lang, Instant instant) {
    return time(lang, local(instant).toLocalTime());
  }

  /// `9.30–11.30`.
  public static String times(Lang lang, Instant start, Instant end) {
    String from = time(lang, start);
    return end.isAfter(start) ? from + "–" + time(lang, end) : from;
  }

  /// Whole days: midnight to midnight in Helsinki.
  public static boolean isAllDay(Instant start, Instant end) {
    return local(start).toLocalTime().equals(LocalTime.MIDNIGHT)
        && local(end).toLocalTime().equals(LocalTime.MIDNIGHT)
        && end.isAfter(start);
  }

  /// The week of a day as an address has it: `2026-W49` (ISO 8601).
  public static String week(LocalDate day) {
    return DateTimeFormatter.ISO_WEEK_DATE.format(day).substring(0, "2026-W49".length());
  }

  /// The Monday of a week as [#week] writes it; nothing when it can't be read.
  public static Optional<LocalDate> monday(String week) {
    try {
      return Optional.of(LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
