package fi.rinnalla.exchange;

import java.time.Duration;

/// Fetchers for tests.
final class Fetches {
  private Fetches() {}

  /// Of this computer only, and impatient.
  static Fetcher fetcher() {
    return new Fetcher(settings(true, 1_000_000, Duration.ofSeconds(2)));
  }

  static Fetcher careful() {
    return new Fetcher(settings(false, 1_000_000, Duration.ofSeconds(2)));
  }

  static ExchangeSettings settings(boolean allowLoopback, long mostBytes, Duration time) {
    return new ExchangeSettings(
        allowLoopback, mostBytes, 30_000_000, 100, time, 2, Duration.ofMillis(5), 50, 30, 10);
  }
}
