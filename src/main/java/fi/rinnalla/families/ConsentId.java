package fi.rinnalla.families;

import java.util.UUID;

/// The id of a consent.
public record ConsentId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
