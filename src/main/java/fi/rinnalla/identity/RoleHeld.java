package fi.rinnalla.identity;

import fi.rinnalla.vocabulary.AreaCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that a person holds, for one organization or one area.
public record RoleHeld(
    UUID id, PersonId person, Role role, @Nullable UUID organization, @Nullable AreaCode area) {

  public RoleHeld {
    if ((organization == null) == (area == null)) {
      throw new IllegalArgumentException("a role is held for an organization or an area");
    }
  }
}
