package fi.rinnalla.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {
  private final QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T18:59:59Z, false",
    "2026-11-23T19:00:00Z, true",
    "2026-11-23T22:30:00Z, true",
    "2026-11-24T05:59:59Z, true",
    "2026-11-24T06:00:00Z, false",
    // In summer the clock on the wall is an hour further.
    "2026-06-23T17:59:59Z, false",
    "2026-06-23T18:00:00Z, true",
    "2026-06-24T04:59:59Z, true",
    "2026-06-24T05:00:00Z, false"
  })
  void theyAreByTheClockOnTheWall(Instant now, boolean quiet) {
    assertThat(night.holdAt(now)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:59:00Z, false",
    "2026-11-23T10:00:00Z, true",
    "2026-11-23T11:00:00Z, false"
  })
  void theyMayBeInTheMiddleOfTheDay(Instant now, boolean quiet) {
    assertThat(new QuietHours(LocalTime.NOON, LocalTime.of(13, 0)).holdAt(now)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    // By day it stays as it was wished.
    "2026-11-23T15:00:00Z, 2026-11-24T07:00:00Z, 2026-11-23T15:00:00Z",
    // At night it waits for eight in the morning, on either side of midnight.
    "2026-11-23T20:00:00Z, 2026-11-24T07:00:00Z, 2026-11-24T06:00:00Z",
    "2026-11-24T05:00:00Z, 2026-11-24T07:00:00Z, 2026-11-24T06:00:00Z",
    // And when that is too late, it was the evening before.
    "2026-11-24T04:00:00Z, 2026-11-24T06:00:00Z, 2026-11-23T18:00:00Z",
    "2026-11-23T19:30:00Z, 2026-11-24T05:30:00Z, 2026-11-23T18:00:00Z"
  })
  void whatIsPlannedLeavesWhenPeopleAreAwake(Instant wished, Instant before, Instant leaves) {
    assertThat(night.awake(wished, before)).contains(leaves);
  }

  @Test
  void nothingIsPlannedAfterItsTime() {
    Instant start = Instant.parse("2026-11-24T07:00:00Z");

    assertThat(night.awake(start, start)).isEmpty();
  }
}
