package fi.rinnalla.directory;

import java.util.Set;
import java.util.UUID;

/// Records of a kind have come to stand for others, or for themselves again. Told within the
/// transaction, so that what points at them follows at once.
public record RecordsReplaced(RecordKind kind, Set<UUID> ids) {
  public RecordsReplaced {
    ids = Set.copyOf(ids);
  }
}
