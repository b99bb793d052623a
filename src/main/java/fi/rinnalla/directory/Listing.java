package fi.rinnalla.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A record as the directory lists it: with its address, the source it came from and when it last
/// changed. A withdrawn one stays known, so that its page can say so.
///
/// @param landedAt when it first came here
public record Listing<T extends DirectoryRecord>(
    T record,
    String slug,
    String source,
    Instant changedAt,
    Instant landedAt,
    @Nullable Instant withdrawnAt) {

  /// From which day its freshness is counted.
  public LocalDate since() {
    return FreshnessRule.since(record.verification(), landedAt);
  }

  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }
}
