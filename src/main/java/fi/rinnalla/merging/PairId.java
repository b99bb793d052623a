package fi.rinnalla.merging;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The id of a [Pair].
public record PairId(UUID value) {
  private static final Pattern WRITTEN =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /// As it stands in an address; nothing when that is no id at all.
  public static Optional<PairId> find(String written) {
    return WRITTEN.matcher(written).matches()
        ? Optional.of(new PairId(UUID.fromString(written)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
