package fi.rinnalla.merging;

import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What a merge changed, so that it can be taken back.
///
/// @param before the overrides of the fields chosen from the one that goes, as they were
/// @param laid the same fields' overrides as the merge left them
/// @param followed what pointed at the one that goes
record Merge(
    PairId pair, UUID stays, UUID goes, JsonNode before, JsonNode laid, Set<UUID> followed) {
  Merge {
    followed = Set.copyOf(followed);
  }
}
