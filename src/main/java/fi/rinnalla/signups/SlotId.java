package fi.rinnalla.signups;

import java.util.UUID;

/// The id of a slot.
public record SlotId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
