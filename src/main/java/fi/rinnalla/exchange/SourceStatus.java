package fi.rinnalla.exchange;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source with its last run: how fresh it is, and whether anybody should look at it.
public record SourceStatus(Source source, @Nullable ImportRun lastRun) {

  /// What is wrong with a feed as a whole; single records have notices.
  public enum Fault {
    /// It is to be fetched by itself, and never has been.
    NEVER_READ,
    FAILED,
    /// So much is gone at once that a person must say whether it is true.
    ASKS,
    /// Two readings in a row were missed.
    LATE
  }

  /// When it is fetched next; null for what somebody brings in by hand. A moment that is past means
  /// as soon as its turn comes.
  public @Nullable Instant next() {
    Duration every = source.every();
    ImportRun run = lastRun;
    return every == null || run == null ? null : run.startedAt().plus(every);
  }

  public @Nullable Fault fault(Instant now) {
    Duration every = source.every();
    ImportRun run = lastRun;
    if (run == null) {
      return every == null ? null : Fault.NEVER_READ;
    }
    if (run.state() == ImportRun.State.FAILED) {
      return Fault.FAILED;
    }
    if (run.state() == ImportRun.State.AWAITING_CONFIRMATION) {
      return Fault.ASKS;
    }
    boolean late = every != null && run.startedAt().plus(every.multipliedBy(2)).isBefore(now);
    return late ? Fault.LATE : null;
  }
}
