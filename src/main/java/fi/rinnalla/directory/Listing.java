package fi.rinnalla.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record as the directory lists it: with its address, the source it came from and when it last
/// changed. A withdrawn one stays known, so that its page can say so.
public record Listing<T extends DirectoryRecord>(
    T record, String slug, String source, Instant changedAt, @Nullable Instant withdrawnAt) {

  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }
}
