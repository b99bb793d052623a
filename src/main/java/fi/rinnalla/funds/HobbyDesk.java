package fi.rinnalla.funds;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consents;
import fi.rinnalla.funds.HobbyApplication.Asked;
import fi.rinnalla.funds.HobbyApplication.Decision;
import fi.rinnalla.funds.HobbyApplication.Reason;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyApplication.Word;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where an organization's handlers decide. Nobody decides on what they recommended or applied for,
/// and whoever approves a payment isn't the one who accepted it.
@Component
public class HobbyDesk {
  private final HobbyApplicationRows rows;
  private final FundRows funds;
  private final HobbyVoucherRows vouchers;
  private final HobbyMoney money;
  private final HobbyLetters letters;
  private final Consents consents;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  HobbyDesk(
      HobbyApplicationRows rows,
      FundRows funds,
      HobbyVoucherRows vouchers,
      HobbyMoney money,
      HobbyLetters letters,
      Consents consents,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.funds = funds;
    this.vouchers = vouchers;
    this.money = money;
    this.letters = letters;
    this.consents = consents;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// An application as its handler sees it.
  ///
  /// @param it without words when the consent doesn't hold any more
  /// @param fourEyes whether the caller may not decide about it
  /// @param payFourEyes whether the caller may not approve its payment
  public record Seen(
      HobbyApplication it,
      Fund fund,
      boolean fourEyes,
      boolean payFourEyes,
      @Nullable String invoice,
      @Nullable LocalDate validTo,
      @Nullable LocalDate paidOn) {}

  /// What became of an act.
  public enum Outcome {
    DONE,
    WAITLISTED,
    NOT_NOW,
    FOUR_EYES,
    /// More than one child may get in a year.
    OVER_MOST,
    BAD_SUM,
    NOTHING_ASKED
  }

  /// What was sent to a fund, the oldest first.
  @Transactional
  public List<HobbyApplication> of(Caller caller, OrganizationId organization, FundId id) {
    return house.step(() -> {
      Fund fund = fund(organization, id);
      return rows.of(fund.id()).stream().map(it -> opened(caller, Action.READ, fund, it)).toList();
    });
  }

  @Transactional
  public Seen find(
      Caller caller, OrganizationId organization, FundId id, HobbyApplicationId application) {
    return house.step(() -> {
      Fund fund = fund(organization, id);
      HobbyApplication it = opened(caller, Action.READ, fund, sent(fund, rows.find(application)));
      Optional<HobbyVoucher> voucher = voucher(it);
      return new Seen(
          it,
          fund,
          isOneEye(caller, it),
          isOneEye(caller, it)
              || voucher
                  .filter(paper -> paper.acceptedBy().equals(caller.person().id()))
                  .isPresent(),
          voucher.map(HobbyVoucher::invoice).orElse(null),
          voucher.map(HobbyVoucher::validTo).orElse(null),
          voucher.map(HobbyVoucher::paidOn).orElse(null));
    });
  }

  /// Asks the family for more.
  @Transactional
  public Outcome ask(
      Caller caller,
      OrganizationId organization,
      FundId id,
      HobbyApplicationId application,
      Set<Asked> asked) {
    return act(
        caller,
        organization,
        id,
        application,
        (_, it) -> {
          if (asked.isEmpty()) {
            return Outcome.NOTHING_ASKED;
          }
          if (!it.state().leadsTo(State.ADDITIONAL_INFORMATION_REQUESTED)) {
            return Outcome.NOT_NOW;
          }
          rows.ask(it, asked);
          letters.tell(it, HobbyLetters.About.MISSING, clock.instant().toString());
          return Outcome.DONE;
        });
  }

  /// Accepts so much. When the fund hasn't got it, the application waits for money.
  @Transactional
  public Outcome accept(
      Caller caller,
      OrganizationId organization,
      FundId id,
      HobbyApplicationId application,
      int cents) {
    return act(
        caller,
        organization,
        id,
        application,
        (fund, it) -> {
          if (it.state() != State.RECOMMENDED || it.recommended() != Word.NEED_SEEN) {
            return Outcome.NOT_NOW;
          }
          if (it.terms() == null || cents <= 0 || cents > it.terms().cents()) {
            return Outcome.BAD_SUM;
          }
          if (granted(it) + cents > fund.mostCents()) {
            return Outcome.OVER_MOST;
          }
          money.give(fund, it, caller.person().id(), cents);
          State now = rows.find(it.id()).orElseThrow().state();
          return now == State.WAITLISTED ? Outcome.WAITLISTED : Outcome.DONE;
        });
  }

  @Transactional
  public Outcome reject(
      Caller caller,
      OrganizationId organization,
      FundId id,
      HobbyApplicationId application,
      Reason reason) {
    return act(
        caller,
        organization,
        id,
        application,
        (fund, it) -> {
          if (!it.state().leadsTo(State.REJECTED)) {
            return Outcome.NOT_NOW;
          }
          Decision before = it.decision();
          if (it.state() == State.WAITLISTED
              && reason != Reason.NO_MONEY
              && before != null
              && before.cents() != null) {
            funds.refuse(fund.id(), -before.cents());
          }
          rows.reject(it, caller.person().id(), reason, clock.instant());
          letters.tell(it, HobbyLetters.About.DECISION, "rejected");
          money.offer(fund.id());
          return Outcome.DONE;
        });
  }

  /// Approves the payment of a club's invoice; the money moves elsewhere.
  @Transactional
  public Outcome pay(
      Caller caller, OrganizationId organization, FundId id, HobbyApplicationId application) {
    return act(
        caller,
        organization,
        id,
        application,
        (_, it) -> {
          HobbyVoucher voucher = voucher(it).orElse(null);
          if (voucher == null || it.state() != State.REDEEMED) {
            return Outcome.NOT_NOW;
          }
          if (voucher.acceptedBy().equals(caller.person().id())) {
            return Outcome.FOUR_EYES;
          }
          vouchers.pay(voucher.id(), caller.person().id(), today());
          rows.to(it, State.PAID);
          return Outcome.DONE;
        });
  }

  /// The place wasn't used: the money comes back and goes to the next.
  @Transactional
  public Outcome giveBack(
      Caller caller, OrganizationId organization, FundId id, HobbyApplicationId application) {
    return act(
        caller,
        organization,
        id,
        application,
        (_, it) -> {
          HobbyVoucher voucher = voucher(it).orElse(null);
          if (voucher == null || !it.state().leadsTo(State.RETURNED)) {
            return Outcome.NOT_NOW;
          }
          money.comeBack(voucher, State.RETURNED);
          return Outcome.DONE;
        });
  }

  private interface Work {
    Outcome of(Fund fund, HobbyApplication it);
  }

  private Outcome act(
      Caller caller,
      OrganizationId organization,
      FundId id,
      HobbyApplicationId application,
      Work work) {
    return house.step(() -> {
      fund(organization, id);
      Fund fund = funds.hold(id).orElseThrow();
      HobbyApplication it = opened(caller, Action.UPDATE, fund, sent(fund, rows.hold(application)));
      return isOneEye(caller, it) ? Outcome.FOUR_EYES : work.of(fund, it);
    });
  }

  /// What the same child has been granted by this fund this year.
  private int granted(HobbyApplication one) {
    int year = today().getYear();
    return rows.of(one.person()).stream()
        .filter(it -> it.fund().equals(one.fund()) && !it.id().equals(one.id()))
        .filter(it -> it.words().isSameChild(one.words()))
        .filter(it -> it.state() != State.EXPIRED && it.state() != State.RETURNED)
        .filter(it -> it.state().isPromised() || it.state() == State.WAITLISTED)
        .map(HobbyApplication::decision)
        .filter(it -> it != null && Dates.day(it.at()).getYear() == year && it.cents() != null)
        .mapToInt(Decision::cents)
        .sum();
  }

  private boolean isOneEye(Caller caller, HobbyApplication it) {
    return rows.hasSaid(it.id(), caller.person().id())
        || caller.person().id().equals(it.recommender())
        || caller.person().id().equals(it.person());
  }

  private Optional<HobbyVoucher> voucher(HobbyApplication it) {
    UUID voucher = it.voucher();
    return voucher == null ? Optional.empty() : vouchers.find(voucher);
  }

  private Fund fund(OrganizationId organization, FundId id) {
    return funds
        .find(id)
        .filter(it -> it.organization().equals(organization))
        .orElseThrow(() -> new NoSuchRecord(RecordType.FUND));
  }

  private static HobbyApplication sent(Fund fund, Optional<HobbyApplication> found) {
    return found
        .filter(it -> it.fund().equals(fund.id()) && it.state() != State.DRAFT)
        .orElseThrow(() -> new NoSuchRecord(RecordType.HOBBY_APPLICATION));
  }

  private HobbyApplication opened(Caller caller, Action action, Fund fund, HobbyApplication it) {
    gate.open(
        caller.within(fund.organization().value()),
        action,
        RecordType.HOBBY_APPLICATION,
        it.id().toString(),
        Funds.relations(caller, fund.organization()),
        it.person().value());
    boolean known =
        consents.about(it.id().value()).stream().anyMatch(one -> one.isGiven(clock.instant()));
    return known ? it : it.without();
  }

  private LocalDate today() {
    return Dates.day(clock.instant());
  }
}
