package fi.rinnalla.families;

import java.util.UUID;

/// The id of a family.
public record FamilyId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
