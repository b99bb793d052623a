package fi.rinnalla.funds;

import fi.rinnalla.families.Consent;
import fi.rinnalla.families.ConsentEnded;
import fi.rinnalla.families.ConsentId;
import fi.rinnalla.families.Consents;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What ends applications without a handler: a consent that is taken back, a person who leaves, and
/// time.
@Component
class HobbyKeeping {
  private final HobbyApplicationRows rows;
  private final HobbyVoucherRows vouchers;
  private final FundRows funds;
  private final HobbyMoney money;
  private final HobbyLetters letters;
  private final Consents consents;
  private final FundSettings settings;
  private final HouseWork house;
  private final Clock clock;

  HobbyKeeping(
      HobbyApplicationRows rows,
      HobbyVoucherRows vouchers,
      FundRows funds,
      HobbyMoney money,
      HobbyLetters letters,
      Consents consents,
      FundSettings settings,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.vouchers = vouchers;
    this.funds = funds;
    this.money = money;
    this.letters = letters;
    this.consents = consents;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// A consent that is taken back ends the handling at once. One whose time is out ends what isn't
  /// decided, and the family is told; a voucher that was promised stays good.
  @EventListener
  void end(ConsentEnded ended) {
    house.step(() -> {
      about(ended.consent())
          .ifPresent(consent ->
              rows.find(new HobbyApplicationId(consent.matter()))
                  .ifPresent(seen -> end(seen, consent.state() == Consent.State.EXPIRED)));
      return ended;
    });
  }

  private void end(HobbyApplication seen, boolean byTime) {
    funds.hold(seen.fund());
    rows.hold(seen.id())
        .filter(it -> !byTime || it.state().isUndecided())
        .ifPresent(it -> {
          money.takeBack(it);
          if (byTime) {
            letters.tell(it, HobbyLetters.About.DECISION, "lapsed");
          }
        });
  }

  private Optional<Consent> about(ConsentId id) {
    return consents.find(id).filter(it -> it.purpose() == Consent.Purpose.HOBBY_APPLICATION);
  }

  /// Nothing stays of whoever leaves; what a club was promised stays in the books without them.
  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      for (HobbyApplication seen : rows.of(left.person())) {
        funds.hold(seen.fund());
        rows.hold(seen.id()).ifPresent(money::takeBack);
        rows.delete(seen.id());
      }
      return left;
    });
  }

  /// What time does by itself.
  void pass() {
    Instant now = clock.instant();
    LocalDate today = Dates.day(now);
    for (HobbyVoucher voucher : house.step(() -> vouchers.expired(today))) {
      house.step(() -> {
        funds.hold(voucher.fund());
        vouchers
            .find(voucher.id())
            .filter(it -> it.state() == State.VOUCHER_ISSUED)
            .ifPresent(it -> money.comeBack(it, State.EXPIRED));
        return voucher;
      });
    }
    for (HobbyApplication late : house.step(() -> rows.waitedInVain(today))) {
      house.step(() -> {
        funds.hold(late.fund());
        rows.hold(late.id())
            .filter(it -> it.state() == State.WAITLISTED)
            .ifPresent(it -> {
              PersonId by = Objects.requireNonNull(it.decision()).by();
              rows.reject(it, by, HobbyApplication.Reason.NO_MONEY, now);
              letters.tell(it, HobbyLetters.About.DECISION, "rejected");
              money.offer(it.fund());
            });
        return late;
      });
    }
    house.step(() -> {
      tell(vouchers.endSoon(today.plus(settings.warned())), HobbyLetters.About.ENDS_SOON);
      tell(vouchers.termOver(today), HobbyLetters.About.GOES_ON);
      rows.forget(
          now.atZone(Zone.HELSINKI).minus(settings.refused()).toInstant(),
          today.minus(settings.personal()));
      vouchers.forgetIssuedBefore(today.minus(settings.books()).withDayOfYear(1));
      return today;
    });
  }

  private void tell(List<HobbyVoucher> of, HobbyLetters.About about) {
    for (HobbyVoucher voucher : of) {
      rows.byVoucher(voucher.id()).ifPresent(it -> letters.tell(it, about, ""));
    }
  }
}
