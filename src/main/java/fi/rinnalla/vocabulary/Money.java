package fi.rinnalla.vocabulary;

import java.math.BigDecimal;

/// An amount in euros.
public record Money(BigDecimal euros) {

  public Money {
    if (euros.signum() < 0) {
      throw new IllegalArgumentException("a price is not below zero: " + euros);
    }
  }

  public boolean isFree() {
    return euros.signum() == 0;
  }
}
