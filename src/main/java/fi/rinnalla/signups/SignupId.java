package fi.rinnalla.signups;

import java.util.UUID;

/// The id of one family's sign-up.
public record SignupId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
