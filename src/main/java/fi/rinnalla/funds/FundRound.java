package fi.rinnalla.funds;

import java.time.LocalDate;

/// When one may apply. Both days belong to it.
public record FundRound(FundRoundId id, FundId fund, LocalDate opens, LocalDate closes) {
  public FundRound {
    if (closes.isBefore(opens)) {
      throw new IllegalArgumentException("a round closes after it opens");
    }
  }

  public boolean isOpen(LocalDate today) {
    return !today.isBefore(opens) && !today.isAfter(closes);
  }
}
