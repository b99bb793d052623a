package fi.rinnalla.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The days when Finland stays at home: the public holidays as jollyday keeps them, Whit Sunday,
/// which it gives to Åland alone, and the two eves.
final class Holidays {
  private static final HolidayManager FINLAND =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FINLAND));
  private static final Map<Integer, Map<LocalDate, DayOff>> YEARS = new ConcurrentHashMap<>();

  private Holidays() {}

  /// Why a day is off.
  enum DayOff {
    /// A holiday by law: a church holiday, or the first of May or Independence Day.
    PUBLIC_HOLIDAY,
    /// Christmas Eve and Midsummer Eve: no holidays in law, but days off by nearly every collective
    /// agreement, and no café or clubhouse is open.
    EVE
  }

  static Optional<DayOff> dayOff(LocalDate day) {
    return Optional.ofNullable(YEARS.computeIfAbsent(day.getYear(), Holidays::daysOff).get(day));
  }

  private static Map<LocalDate, DayOff> daysOff(int year) {
    Map<LocalDate, DayOff> days = new HashMap<>();
    for (Holiday holiday : FINLAND.getHolidays(Year.of(year))) {
      String key = holiday.getPropertiesKey();
      days.put(holiday.getDate(), key.endsWith("_EVE") ? DayOff.EVE : DayOff.PUBLIC_HOLIDAY);
      if (key.equals("christian.EASTER")) {
        days.put(holiday.getDate().plusDays(49), DayOff.PUBLIC_HOLIDAY);
      }
    }
    return Map.copyOf(days);
  }
}
