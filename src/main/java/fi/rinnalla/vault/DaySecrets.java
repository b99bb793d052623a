package fi.rinnalla.vault;

import java.time.LocalDate;

/// A secret of each day, the same on every node and after a restart: for digests that must mean
/// something until midnight and nothing after it.
@FunctionalInterface
public interface DaySecrets {
  /// The day's secret. Those of earlier days are destroyed by then.
  byte[] of(LocalDate day);
}
