package fi.rinnalla.pages;

import java.util.Optional;
import java.util.UUID;

/// An id as an address or a form has it.
public final class WrittenId {
  private WrittenId() {}

  /// Nothing when it is written otherwise than we write ids: anybody may type anything there.
  public static Optional<UUID> find(String written) {
    try {
      UUID id = UUID.fromString(written);
      return id.toString().equals(written) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
