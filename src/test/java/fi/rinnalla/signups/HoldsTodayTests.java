package fi.rinnalla.signups;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.identity.CallerToday;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldsTodayTests {
  private final GivenClock.Settable clock = new GivenClock.Settable(GivenClock.NOW);
  private final HoldsToday holds =
      new HoldsToday(
          new SignupSettings(
              Duration.ofMinutes(10),
              Duration.ofMinutes(30),
              Duration.ofHours(24),
              Duration.ofHours(48),
              Duration.ofHours(1),
              Duration.ofHours(12),
              Duration.ofDays(30),
              5),
          clock);

  @Test
  void oneConnectionKeepsSoManyPlacesAtATimeAndNoMore() {
    CallerToday cafe = new CallerToday("kahvilan verkko");

    assertThat(holds.mayHold(cafe, 12)).isTrue();
    assertThat(holds.mayHold(cafe, 12)).isTrue();
    assertThat(holds.mayHold(cafe, 1)).isFalse();
    assertThat(holds.mayHold(new CallerToday("koti"), 4)).isTrue();

    clock.pass(Duration.ofMinutes(10));
    assertThat(holds.mayHold(cafe, 12)).isTrue();
  }
}
