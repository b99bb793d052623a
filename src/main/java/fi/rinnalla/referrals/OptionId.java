package fi.rinnalla.referrals;

import java.util.UUID;

/// The id of something a family is offered.
public record OptionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
