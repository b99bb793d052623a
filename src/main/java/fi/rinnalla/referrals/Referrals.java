package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.ConsentEnded;
import fi.rinnalla.families.ConsentId;
import fi.rinnalla.families.Consents;
import fi.rinnalla.referrals.Referral.Reason;
import fi.rinnalla.referrals.Referral.State;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What happens to referrals, whoever has it done: each step once, told to the other side, and none
/// without a consent that holds at that moment.
@Component
class Referrals {
  private final ReferralRows rows;
  private final CaseRows cases;
  private final SaidRows said;
  private final Following following;
  private final Consents consents;
  private final CaseLetters letters;
  private final CaseTally tally;
  private final SignInLinks secrets;
  private final HouseWork house;
  private final Clock clock;

  Referrals(
      ReferralRows rows,
      CaseRows cases,
      SaidRows said,
      Following following,
      Consents consents,
      CaseLetters letters,
      CaseTally tally,
      SignInLinks secrets,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.said = said;
    this.following = following;
    this.consents = consents;
    this.letters = letters;
    this.tally = tally;
    this.secrets = secrets;
    this.house = house;
    this.clock = clock;
  }

  List<Referral> of(HelpCaseId helpCase) {
    return rows.of(helpCase);
  }

  /// Whether an option has a referral that lives. What was chosen stands; but a refused or ended
  /// referral may be tried again, and whoever said no may say yes.
  boolean isUnderWay(Option option) {
    return rows.of(option.helpCase()).stream()
        .filter(it -> it.option().equals(option.id()))
        .anyMatch(it -> it.state().isOpen());
  }

  /// Sends a referral, by a consent that names its organization. Without one it isn't sent.
  Referral request(
      HelpCase its, Option option, OrganizationId organization, ReferralId id, ConsentId consent) {
    if (!consents.holds(consent)) {
      throw new IllegalStateException("no referral without a consent");
    }
    Referral made =
        new Referral(
            id,
            its.id(),
            option.id(),
            organization,
            its.person(),
            consent,
            State.REQUESTED,
            null,
            clock.instant(),
            null,
            null);
    String secret = secrets.secret();
    rows.add(made, secret);
    cases
        .hold(its.id())
        .filter(it -> it.state() != HelpCase.State.REFERRED)
        .ifPresent(it -> following.to(it, HelpCase.State.REFERRED));
    tally.count(its.team(), "referred", "");
    letters.toOrganization(made, secret, "requested");
    return made;
  }

  /// Takes a step.
  ///
  /// @return whether it could follow; not when somebody else was faster, or the consent is gone
  boolean step(ReferralId id, State next, @Nullable Reason reason) {
    return house.step(() -> {
      Referral held = rows.hold(id).orElse(null);
      if (held == null || !held.state().leadsTo(next)) {
        return false;
      }
      boolean theirs =
          Reason.of(next).isEmpty() ? reason == null : Reason.of(next).contains(reason);
      if (!theirs || !consents.holds(held.consent())) {
        return false;
      }
      put(held.to(next, reason, clock.instant()));
      if (!next.isOpen()) {
        consents.over(held.consent());
      }
      return true;
    });
  }

  /// Ends one for a reason that isn't its organization's.
  boolean cancel(ReferralId id, Reason why) {
    return house.step(() -> {
      Referral held = rows.hold(id).filter(it -> it.state().isOpen()).orElse(null);
      if (held == null) {
        return false;
      }
      put(held.to(State.CANCELLED, why, clock.instant()));
      consents.over(held.consent());
      return true;
    });
  }

  private void put(Referral referral) {
    rows.put(referral);
    Reason reason = referral.reason();
    cases
        .find(referral.helpCase())
        .ifPresent(its -> {
          tally.count(
              its.team(),
              "referral_" + referral.state().code(),
              reason == null ? "" : reason.code());
          letters.toFamily(its);
          letters.toNavigator(its);
        });
  }

  /// A consent that was taken back ends what stood on it, in the same transaction.
  @EventListener
  void ended(ConsentEnded consent) {
    house.step(() -> {
      for (Referral referral : rows.by(consent.consent())) {
        rows.hold(referral.id())
            .filter(it -> it.state().isOpen())
            .ifPresent(it -> {
              rows.put(it.to(State.CANCELLED, Reason.CONSENT_WITHDRAWN, clock.instant()));
              said.forget(it.id());
              letters.over(it);
            });
      }
      cases
          .by(consent.consent())
          .flatMap(cases::hold)
          .filter(HelpCase::isOpen)
          .ifPresent(this::withdrawn);
      return consent;
    });
  }

  /// Whoever takes back the consent of the whole matter ends it: nothing is left to read but that
  /// it was.
  private void withdrawn(HelpCase its) {
    for (Referral referral : rows.of(its.id())) {
      cancel(referral.id(), Reason.FAMILY);
    }
    cases.put(Steps.withdrawn(its, clock.instant()));
    said.forget(its.id());
    tally.count(its.team(), "closed", HelpCase.Outcome.WITHDRAWN.code());
  }
}
