package fi.rinnalla.workspace;

import fi.rinnalla.audit.Audit;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Moderators;
import fi.rinnalla.vocabulary.Sha256;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What becomes of claims. The first whose claim is granted on a page that nobody keeps owns it;
/// those who asked beside them are told, and now ask the owner.
@Component
public class ClaimDecisions {
  private final ClaimRows rows;
  private final ClaimLetters letters;
  private final Directory directory;
  private final Regions regions;
  private final Moderators moderators;
  private final People people;
  private final Gate gate;
  private final Audit audit;
  private final HouseWork house;
  private final Clock clock;

  ClaimDecisions(
      ClaimRows rows,
      ClaimLetters letters,
      Directory directory,
      Regions regions,
      Moderators moderators,
      People people,
      Gate gate,
      Audit audit,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.letters = letters;
    this.directory = directory;
    this.regions = regions;
    this.moderators = moderators;
    this.people = people;
    this.gate = gate;
    this.audit = audit;
    this.house = house;
    this.clock = clock;
  }

  /// A claim with what is needed to decide it.
  ///
  /// @param claimant the address, or what they want to be called
  public record Asking(Claim claim, Organization organization, String claimant) {}

  /// What became of a decision.
  public sealed interface Decided {
    record Granted(Organization organization) implements Decided {}

    record Refused() implements Decided {}

    /// Somebody else owns the page by now, and decides.
    record AlreadyKept() implements Decided {}

    /// Decided already, or the link is too old.
    record NotGood() implements Decided {}
  }

  /// What a link that came to the published address asks.
  @Transactional(readOnly = true)
  public Optional<Asking> asked(String token) {
    return house.step(() -> byToken(token).flatMap(this::asking));
  }

  /// Whoever reads the mail of the published address decides.
  @Transactional
  public Decided byMailbox(String token, boolean yes) {
    return house.step(() ->
        byToken(token)
            .flatMap(claim ->
                // Read again when it's this one's turn: another may have been granted meanwhile.
                rows.hold(claim.organization()).stream()
                    .filter(it -> it.id().equals(claim.id()) && it.isGoodAt(clock.instant()))
                    .findFirst())
            .map(claim -> {
              audit.write(
                  null,
                  "HOUSE",
                  Action.UPDATE.code(),
                  RecordType.CLAIM.code(),
                  claim.id().toString(),
                  claim.person().value(),
                  "mailbox");
              return yes ? grant(claim, null) : refuse(claim, null, "");
            })
            .orElseGet(Decided.NotGood::new));
  }

  private Optional<Claim> byToken(String token) {
    return rows.find(Sha256.of(token)).filter(it -> it.isGoodAt(clock.instant()));
  }

  /// The claims that wait for those who look after the caller's areas.
  @Transactional
  public List<Asking> forStaff(Caller caller) {
    List<Asking> asking = overBy(caller);
    asking.forEach(it -> open(caller, Action.READ, it));
    return asking;
  }

  @Transactional(readOnly = true)
  public int countForStaff(Caller caller) {
    return overBy(caller).size();
  }

  private List<Asking> overBy(Caller caller) {
    return house.step(() ->
        rows.open(Claim.Way.STAFF).stream()
            .flatMap(it -> asking(it).stream())
            .filter(it -> over(caller, it.organization()) != null)
            .toList());
  }

  /// The claims that wait for an organization's owner.
  @Transactional
  public List<Asking> forOwner(Caller caller, OrganizationId organization) {
    List<Asking> asking =
        house.step(() ->
            rows.open(organization).stream()
                .filter(it -> it.way() == Claim.Way.OWNERS)
                .flatMap(it -> asking(it).stream())
                .toList());
    asking.forEach(it -> open(caller, Action.READ, it));
    return asking;
  }

  /// Somebody of staff, or an owner, decides.
  ///
  /// @param reason for the claimant, when it's refused
  @Transactional
  public Decided decide(Caller caller, UUID id, boolean yes, String reason) {
    Asking asking =
        house
            .step(() -> rows.find(id).flatMap(this::asking))
            .orElseThrow(() -> new NoSuchRecord(RecordType.CLAIM));
    Caller acting = open(caller, Action.UPDATE, asking);
    return house.step(() ->
        rows.hold(asking.organization().id()).stream()
            .filter(it -> it.id().equals(id) && it.way() == asking.claim().way())
            .findFirst()
            .map(claim -> yes ? grant(claim, acting) : refuse(claim, acting, reason))
            .orElseGet(Decided.NotGood::new));
  }

  private Caller open(Caller caller, Action action, Asking asking) {
    Claim claim = asking.claim();
    boolean staff = claim.way() == Claim.Way.STAFF;
    Caller acting =
        staff ? over(caller, asking.organization()) : Members.within(caller, claim.organization());
    Set<Relation> relations =
        staff
            ? Set.of(Relation.REGION)
            : acting == null ? Set.of() : Members.theirs(acting, claim.organization());
    if (acting == null || claim.way() == Claim.Way.MAILBOX) {
      throw new NoSuchRecord(RecordType.CLAIM);
    }
    gate.open(
        acting, action, RecordType.CLAIM, claim.id().toString(), relations, claim.person().value());
    return acting;
  }

  private @Nullable Caller over(Caller caller, Organization organization) {
    return regions.over(caller, moderators.areasOf(organization.id()));
  }

  /// @param by null when the published address decided
  private Decided grant(Claim claim, @Nullable Caller by) {
    Organization organization = organization(claim).orElse(null);
    if (organization == null || people.find(claim.person()).isEmpty()) {
      rows.forget(claim.person());
      return new Decided.NotGood();
    }
    UUID id = organization.id().value();
    boolean owned = people.hold(id).stream().anyMatch(it -> it.role() == Role.ORG_OWNER);
    if (owned && claim.way() != Claim.Way.OWNERS) {
      toOwners(claim, organization);
      return new Decided.AlreadyKept();
    }
    if (by == null) {
      people.give(claim.person(), Role.ORG_OWNER, id, null, null);
    } else if (owned) {
      people.give(claim.person(), Role.ORG_EDITOR, id, null, by);
    } else {
      people.entrust(claim.person(), Role.ORG_OWNER, id, by, Set.of(Relation.REGION));
    }
    rows.put(claim.granted(by == null ? null : by.id(), clock.instant()));
    letters.granted(claim.person(), organization);
    rows.hold(organization.id()).stream()
        .filter(it -> it.way() != Claim.Way.OWNERS)
        .forEach(it -> toOwners(it, organization));
    return new Decided.Granted(organization);
  }

  private void toOwners(Claim claim, Organization organization) {
    rows.put(claim.to(Claim.Way.OWNERS));
    letters.kept(claim.person(), organization);
  }

  private Decided refuse(Claim claim, @Nullable Caller by, String reason) {
    String why = reason.replaceAll("[\\s\\p{C}]+", " ").strip();
    rows.put(claim.refused(by == null ? null : by.id(), clock.instant(), why));
    organization(claim).ifPresent(it -> letters.refused(claim.person(), it, why));
    return new Decided.Refused();
  }

  private Optional<Asking> asking(Claim claim) {
    Optional<Person> person = people.find(claim.person());
    return organization(claim)
        .flatMap(organization -> person.map(it -> new Asking(claim, organization, nameOf(it))));
  }

  private static String nameOf(Person person) {
    String email = person.email();
    return email == null ? person.name() : email;
  }

  private Optional<Organization> organization(Claim claim) {
    return directory
        .find(claim.organization())
        .filter(it -> !it.isWithdrawn())
        .map(it -> it.record());
  }
}
