package fi.rinnalla.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Weeks as addresses have them.
class WeekTests {
  @ParameterizedTest
  @CsvSource({
    "2026-11-30, 2026-W49, 2026-11-30",
    "2026-12-06, 2026-W49, 2026-11-30",
    "2027-01-01, 2026-W53, 2026-12-28",
    "2025-12-29, 2026-W01, 2025-12-29",
  })
  void aWeekIsReadAsItIsWritten(LocalDate day, String week, LocalDate monday) {
    assertThat(Dates.week(day)).isEqualTo(week);
    assertThat(Dates.monday(week)).contains(monday);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-W54", "2026-49", "soon", "2026-W49-1"})
  void whatIsNoWeekIsNone(String typed) {
    assertThat(Dates.monday(typed)).isEmpty();
  }
}
