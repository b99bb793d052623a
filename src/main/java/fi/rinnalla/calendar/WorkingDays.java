package fi.rinnalla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Days on which offices answer: Monday to Friday, but for holidays and the two eves.
public final class WorkingDays {
  private WorkingDays() {}

  public static boolean isOne(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && Holidays.dayOff(day).isEmpty();
  }

  /// How many whole ones have gone by after a day, up to and with another.
  public static int after(LocalDate day, LocalDate until) {
    return (int)
        day.plusDays(1)
            .datesUntil(until.isAfter(day) ? until.plusDays(1) : day.plusDays(1))
            .filter(WorkingDays::isOne)
            .count();
  }
}
