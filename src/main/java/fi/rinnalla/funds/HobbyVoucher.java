package fi.rinnalla.funds;

import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A promise to pay a club, as the books keep it: without the child.
///
/// @param days from sending to decision
/// @param goesOn whether the child goes on after the term; null until somebody said
record HobbyVoucher(
    UUID id,
    FundId fund,
    State state,
    int cents,
    String club,
    boolean isNew,
    int days,
    LocalDate issuedOn,
    LocalDate validTo,
    LocalDate endsOn,
    PersonId acceptedBy,
    @Nullable String invoice,
    @Nullable PersonId paidBy,
    @Nullable LocalDate paidOn,
    @Nullable Boolean goesOn) {

  Money sum() {
    return Cents.money(cents);
  }

  boolean isGood(LocalDate today) {
    return state == State.VOUCHER_ISSUED && !today.isAfter(validTo);
  }
}
