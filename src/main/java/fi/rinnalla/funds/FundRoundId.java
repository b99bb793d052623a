package fi.rinnalla.funds;

import java.util.UUID;

/// The id of a round of applications.
public record FundRoundId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
