package fi.rinnalla.networks;

import java.util.UUID;

/// The id of a network.
public record NetworkId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
