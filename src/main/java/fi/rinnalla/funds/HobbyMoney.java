package fi.rinnalla.funds;

import fi.rinnalla.funds.HobbyApplication.Decision;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyApplication.Terms;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.signin.SignInLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The money of a fund: given, come back, offered to the next. Everything here happens in the
/// caller's transaction with the fund held, so that nobody promises what another has just promised.
@Component
class HobbyMoney {
  private final FundRows funds;
  private final HobbyApplicationRows applications;
  private final HobbyVoucherRows vouchers;
  private final HobbyLetters letters;
  private final SignInLinks secrets;
  private final FundSettings settings;
  private final Clock clock;

  HobbyMoney(
      FundRows funds,
      HobbyApplicationRows applications,
      HobbyVoucherRows vouchers,
      HobbyLetters letters,
      SignInLinks secrets,
      FundSettings settings,
      Clock clock) {
    this.funds = funds;
    this.applications = applications;
    this.vouchers = vouchers;
    this.letters = letters;
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  /// Gives the sum, or puts the application into the queue when the fund hasn't got it or others
  /// wait already.
  ///
  /// @param fund as it is held
  void give(Fund fund, HobbyApplication it, PersonId by, int cents) {
    Instant now = clock.instant();
    applications.decide(it.id(), by, cents, now);
    if (fund.has(cents) && applications.waiting(fund.id()).isEmpty()) {
      issue(fund, applications.find(it.id()).orElseThrow());
    } else {
      applications.queue(it);
      funds.refuse(fund.id(), cents);
      letters.tell(it, HobbyLetters.About.DECISION, "waitlisted");
    }
  }

  /// Offers what there is to those who wait, in their order: one for whom there isn't enough is not
  /// overtaken.
  void offer(FundId id) {
    for (HobbyApplication next : applications.waiting(id)) {
      Fund fund = funds.find(id).orElseThrow();
      int cents = granted(next);
      if (!fund.has(cents)) {
        return;
      }
      funds.refuse(id, -cents);
      issue(fund, next);
    }
  }

  private void issue(Fund fund, HobbyApplication it) {
    Decision decision = Objects.requireNonNull(it.decision());
    Terms terms = Objects.requireNonNull(it.terms());
    int cents = granted(it);
    LocalDate today = Dates.day(clock.instant());
    String serial = secrets.secret();
    HobbyVoucher voucher =
        new HobbyVoucher(
            UUID.randomUUID(),
            fund.id(),
            State.VOUCHER_ISSUED,
            cents,
            it.words().club(),
            terms.isNew(),
            (int) Duration.between(Objects.requireNonNull(it.sentAt()), decision.at()).toDays(),
            today,
            today.plus(settings.valid()),
            terms.ends(),
            decision.by(),
            null,
            null,
            null,
            null);
    vouchers.add(voucher, serial);
    applications.issue(it, voucher.id(), serial);
    funds.commit(fund.id(), cents);
    letters.tell(it, HobbyLetters.About.VOUCHER, "");
    if (!fund.isNearlyUsed(fund.committedCents())
        && fund.isNearlyUsed(fund.committedCents() + cents)) {
      letters.nearlyUsed(fund);
    }
  }

  /// A voucher that nobody will use: its money goes to the next.
  void comeBack(HobbyVoucher voucher, State how) {
    voucher.state().to(how);
    vouchers.to(voucher.id(), how);
    funds.commit(voucher.fund(), -voucher.cents());
    applications
        .byVoucher(voucher.id())
        .ifPresent(it -> applications.end(it, how, clock.instant()));
    offer(voucher.fund());
  }

  /// The family, or time, takes the application back, whatever stood on it. What a club has sent an
  /// invoice for is paid nevertheless.
  void takeBack(HobbyApplication it) {
    if (it.state().isUndecided()) {
      if (it.state() == State.WAITLISTED) {
        funds.refuse(it.fund(), -granted(it));
      }
      applications.end(it, State.WITHDRAWN, clock.instant());
      offer(it.fund());
    } else if (it.state() == State.VOUCHER_ISSUED) {
      vouchers
          .find(Objects.requireNonNull(it.voucher()))
          .ifPresent(voucher -> comeBack(voucher, State.RETURNED));
    }
  }

  private static int granted(HobbyApplication it) {
    return Objects.requireNonNull(Objects.requireNonNull(it.decision()).cents());
  }
}
