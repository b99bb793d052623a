package fi.rinnalla.advice;

import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/// Days on which a desk isn't as usual.
///
/// @param windows the times of each of these days; none when it is shut
/// @param reason shown to visitors beside the next opening
public record DutyException(
    UUID id, LocalDate first, LocalDate last, List<Times> windows, Text reason) {
  public static final int LONGEST_REASON = 200;

  public record Times(LocalTime opens, LocalTime closes) {
    public Times {
      if (!closes.isAfter(opens)) {
        throw new IllegalArgumentException("a window closes after it opens");
      }
    }
  }

  public DutyException {
    windows = List.copyOf(windows);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("an exception ends before it begins");
    }
  }

  public boolean isOn(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  public boolean isClosed() {
    return windows.isEmpty();
  }
}
