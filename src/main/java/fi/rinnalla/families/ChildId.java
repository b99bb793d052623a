package fi.rinnalla.families;

import java.util.UUID;

/// The id of a child.
public record ChildId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
