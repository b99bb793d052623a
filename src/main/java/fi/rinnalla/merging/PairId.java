package fi.rinnalla.merging;

import java.util.UUID;

/// The id of a [Pair].
public record PairId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
