package fi.rinnalla.funds;

import java.util.UUID;

/// The id of an application.
public record HobbyApplicationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
