package fi.rinnalla.funds;

import java.util.UUID;

/// The id of a fund.
public record FundId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
