package fi.rinnalla.referrals;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Disclosure;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.referrals.Referral.Reason;
import fi.rinnalla.referrals.Referral.State;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The referrals that an organization receives. Its people see what the consent names and no field
/// more; whoever has only a letter's link may answer, and sees nobody.
@Component
public class Inbox {
  /// How long after its end a referral is still the organization's business.
  private static final Duration SEEN = Duration.ofDays(90);

  private final ReferralRows rows;
  private final CaseRows cases;
  private final OptionRows options;
  private final SaidRows said;
  private final Referrals referrals;
  private final Disclosure disclosure;
  private final Directory directory;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Inbox(
      ReferralRows rows,
      CaseRows cases,
      OptionRows options,
      SaidRows said,
      Referrals referrals,
      Disclosure disclosure,
      Directory directory,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.options = options;
    this.said = said;
    this.referrals = referrals;
    this.disclosure = disclosure;
    this.directory = directory;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// A referral and what it is to; nothing of the family.
  public record Nameless(Referral referral, Text title) {}

  /// A referral as its organization's people see it.
  ///
  /// @param said what was written about it by either side
  /// @param known nothing when it is over: then the contact isn't needed any more
  public record Received(
      Referral referral,
      Text title,
      Optional<Disclosure.Known> known,
      Set<Need> needs,
      String words,
      HelpCase.@Nullable Reach reach,
      String contact,
      Set<HelpCase.Hours> hours,
      List<Said> said) {
    /// Whether the family may be written to.
    public boolean isReachable() {
      return reach != null;
    }
  }

  /// The organization's, those that wait for an answer first.
  @Transactional
  public List<Nameless> of(Caller caller, OrganizationId organization) {
    require(caller, organization);
    return house.step(() ->
        rows.received(organization, clock.instant().minus(SEEN)).stream()
            .map(this::nameless)
            .toList());
  }

  /// @throws NoSuchRecord when it isn't the organization's, or the consent was taken back
  @Transactional
  public Received get(Caller caller, OrganizationId organization, ReferralId id) {
    Caller here = require(caller, organization);
    return house.step(() -> {
      Referral referral = received(organization, id);
      open(here, Action.READ, referral);
      return seen(referral);
    });
  }

  /// @return whether it could be done
  @Transactional
  public boolean answer(
      Caller caller, OrganizationId organization, ReferralId id, State next, @Nullable Reason why) {
    Caller here = require(caller, organization);
    return house.step(() -> {
      open(here, Action.UPDATE, received(organization, id));
      return referrals.step(id, next, why);
    });
  }

  /// By the link of a letter.
  @Transactional
  public Optional<Nameless> find(Caller caller, String secret) {
    return house.step(() -> {
      Optional<Referral> found = bySecret(secret);
      found.ifPresent(it -> openByLink(caller, Action.READ, it));
      return found.map(this::nameless);
    });
  }

  /// Answers by the link of a letter: yes, no, or that there is no room now.
  @Transactional
  public boolean answer(Caller caller, String secret, State next, @Nullable Reason why) {
    return house.step(() -> {
      Referral found = bySecret(secret).filter(it -> it.state() == State.REQUESTED).orElse(null);
      if (found == null) {
        return false;
      }
      openByLink(caller, Action.UPDATE, found);
      return referrals.step(found.id(), next, why);
    });
  }

  private Optional<Referral> bySecret(String secret) {
    return rows.bySecret(secret)
        .flatMap(rows::find)
        .filter(it -> it.reason() != Reason.CONSENT_WITHDRAWN);
  }

  private Received seen(Referral referral) {
    Optional<Disclosure.Known> known =
        referral.state().isOpen() ? disclosure.by(referral.consent()) : Optional.empty();
    HelpCase its = cases.find(referral.helpCase()).orElse(null);
    if (its == null || known.isEmpty()) {
      return new Received(
          referral, title(referral), known, Set.of(), "", null, "", Set.of(), List.of());
    }
    boolean reached = known.get().has(Disclosed.CONTACT);
    return new Received(
        referral,
        title(referral),
        known,
        known.get().has(Disclosed.NEEDS) ? its.needs() : Set.of(),
        known.get().has(Disclosed.WORDS) ? its.words() : "",
        reached ? its.reach() : null,
        reached ? its.contact() : "",
        reached ? its.hours() : Set.of(),
        reached ? about(its, referral) : List.of());
  }

  private List<Said> about(HelpCase its, Referral referral) {
    return said.of(its).stream().filter(it -> referral.id().equals(it.referral())).toList();
  }

  /// One whose family may be written to: it is open, and the consent names how to reach them.
  Optional<Referral> reachable(Caller caller, OrganizationId organization, ReferralId id) {
    Caller here = require(caller, organization);
    Referral referral = received(organization, id);
    open(here, Action.UPDATE, referral);
    return Optional.of(referral)
        .filter(it -> it.state().isOpen())
        .filter(it ->
            disclosure.by(it.consent()).filter(one -> one.has(Disclosed.CONTACT)).isPresent());
  }

  private Nameless nameless(Referral referral) {
    return new Nameless(referral, title(referral));
  }

  private Text title(Referral referral) {
    return cases
        .find(referral.helpCase())
        .flatMap(it -> options.find(it, referral.option()))
        .map(Option::title)
        .orElse(Text.none());
  }

  private Referral received(OrganizationId organization, ReferralId id) {
    return rows.find(id)
        .filter(it -> it.organization().equals(organization))
        .filter(it -> it.reason() != Reason.CONSENT_WITHDRAWN)
        .filter(it -> {
          var ended = it.endedAt();
          return ended == null || ended.isAfter(clock.instant().minus(SEEN));
        })
        .orElseThrow(Inbox::none);
  }

  private Caller require(Caller caller, OrganizationId organization) {
    Caller here = caller.within(organization.value());
    if (directory.find(organization).isEmpty()
        || !gate.may(here, Action.READ, RecordType.REFERRAL, theirs(here, organization))) {
      throw none();
    }
    return here;
  }

  private static Set<Relation> theirs(Caller here, OrganizationId organization) {
    return here.organizations().contains(organization.value())
        ? Set.of(Relation.ORGANIZATION)
        : Set.of();
  }

  private void open(Caller here, Action action, Referral referral) {
    gate.open(
        here,
        action,
        RecordType.REFERRAL,
        referral.id().toString(),
        theirs(here, referral.organization()),
        referral.person().value());
  }

  private void openByLink(Caller caller, Action action, Referral referral) {
    gate.open(
        caller,
        action,
        RecordType.REFERRAL,
        referral.id().toString(),
        Set.of(Relation.ASSIGNED),
        referral.person().value());
  }

  private static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.REFERRAL);
  }
}
