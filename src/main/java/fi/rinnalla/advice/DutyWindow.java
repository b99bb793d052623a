package fi.rinnalla.advice;

import java.time.DayOfWeek;
import java.time.LocalTime;

/// When a desk answers on a weekday; a day may have several.
public record DutyWindow(DayOfWeek weekday, LocalTime opens, LocalTime closes) {

  public DutyWindow {
    if (!closes.isAfter(opens)) {
      throw new IllegalArgumentException("a window closes after it opens");
    }
  }

  public boolean overlaps(DutyWindow other) {
    return weekday == other.weekday && opens.isBefore(other.closes) && other.opens.isBefore(closes);
  }
}
