package fi.rinnalla.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;

/// Finland's public holidays, as jollyday keeps them.
final class Holidays {
  private static final HolidayManager FINLAND =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FINLAND));

  private Holidays() {}

  static boolean isHoliday(LocalDate day) {
    return FINLAND.isHoliday(day);
  }
}
