package fi.rinnalla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A clock that tests set.
@TestConfiguration(proxyBeanMethods = false)
public class GivenClock {
  /// Monday 23 November 2026, ten in the morning in Helsinki. ISO week 48, an even one.
  public static final Instant NOW =
      LocalDateTime.of(2026, 11, 23, 10, 0).atZone(ZoneId.of("Europe/Helsinki")).toInstant();

  @Bean
  @Primary
  Settable testClock() {
    return new Settable(NOW);
  }

  public static final class Settable extends Clock {
    private volatile Instant now;

    public Settable(Instant now) {
      this.now = now;
    }

    public void set(Instant instant) {
      now = instant;
    }

    public void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
