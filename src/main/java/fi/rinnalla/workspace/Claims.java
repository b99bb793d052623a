package fi.rinnalla.workspace;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Moderators;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How somebody asks for an organization's page. Asking gives nothing: whoever reads the published
/// mail decides, or those who keep the page already, or those who look after the area.
@Component
public class Claims {
  private static final Duration LETTER_GOOD_FOR = Duration.ofDays(7);
  private static final Duration QUIET_AFTER_REFUSAL = Duration.ofDays(30);
  private static final Duration KEPT = Duration.ofDays(365);
  private static final int MOST_OPEN = 5;

  /// So many letters wait at one published address; what comes after them, staff look at.
  private static final int MOST_LETTERS = 2;

  private final ClaimRows rows;
  private final InvitationRows invitations;
  private final ClaimLetters letters;
  private final Directory directory;
  private final People people;
  private final Moderators moderators;
  private final SignInLinks secrets;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Claims(
      ClaimRows rows,
      InvitationRows invitations,
      ClaimLetters letters,
      Directory directory,
      People people,
      Moderators moderators,
      SignInLinks secrets,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.invitations = invitations;
    this.letters = letters;
    this.directory = directory;
    this.people = people;
    this.moderators = moderators;
    this.secrets = secrets;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of asking.
  public sealed interface Asked {
    record Waits(Claim.Way way) implements Asked {}

    record AlreadyOpen() implements Asked {}

    record AlreadyMember() implements Asked {}

    /// It was refused so lately that asking again would be pestering.
    record RefusedLately() implements Asked {}

    record TooManyOpen(int most) implements Asked {}
  }

  /// What the caller should know before asking.
  ///
  /// @param open the claim that waits, or null
  /// @param way who will decide
  public record Standing(
      Listing<Organization> organization, @Nullable Claim open, Claim.Way way, boolean member) {}

  @Transactional(readOnly = true)
  public Standing standing(Caller caller, String slug) {
    Listing<Organization> listing =
        directory
            .findOrganization(slug)
            .filter(it -> !it.isWithdrawn())
            .orElseThrow(() -> new NoSuchRecord(RecordType.ORGANIZATION));
    Organization organization = listing.record();
    Claim open = mine(caller, organization.id()).orElse(null);
    boolean lapsed = open != null && isLapsed(open);
    return new Standing(
        listing,
        lapsed ? null : open,
        lapsed ? Claim.Way.STAFF : house.step(() -> way(caller, organization)),
        isMember(caller, organization.id()));
  }

  /// @param words who they say they are
  /// @param lang the language of the page, in which the published address is written to
  @Transactional
  public Asked ask(Caller caller, Organization organization, String words, Lang lang) {
    if (isMember(caller, organization.id())) {
      return new Asked.AlreadyMember();
    }
    return house.step(() -> asked(caller, organization, words, lang));
  }

  private Asked asked(Caller caller, Organization organization, String words, Lang lang) {
    Instant now = clock.instant();
    PersonId person = caller.person().id();
    rows.hold(person);
    rows.forgetDecided(now.minus(KEPT));
    List<Claim> mine = rows.of(person);
    boolean refused =
        mine.stream()
            .filter(it -> it.organization().equals(organization.id()))
            .anyMatch(it ->
                it.state() == Claim.State.REFUSED
                    && now.minus(QUIET_AFTER_REFUSAL).isBefore(decidedAt(it)));
    if (refused) {
      return new Asked.RefusedLately();
    }
    Optional<Claim> before = mine(caller, organization.id());
    if (before.isPresent()) {
      return lapsed(before.get(), organization);
    }
    if (mine.stream().filter(Claim::isOpen).count() >= MOST_OPEN) {
      return new Asked.TooManyOpen(MOST_OPEN);
    }
    Claim.Way way = way(caller, organization);
    boolean byLetter = way == Claim.Way.MAILBOX;
    String token = secrets.secret();
    Instant until = now.plus(LETTER_GOOD_FOR);
    Claim claim =
        new Claim(
            UUID.randomUUID(),
            organization.id(),
            person,
            way,
            Claim.State.OPEN,
            words.strip(),
            now,
            byLetter ? Sha256.of(token) : null,
            byLetter ? until : null,
            null,
            null,
            "");
    if (!rows.add(claim)) {
      return new Asked.AlreadyOpen();
    }
    gate.open(
        caller,
        Action.CREATE,
        RecordType.CLAIM,
        claim.id().toString(),
        Set.of(Relation.OWN),
        person.value());
    if (byLetter) {
      letters.toMailbox(
          published(organization).orElseThrow(),
          organization,
          String.valueOf(caller.person().email()),
          token,
          until,
          lang);
    }
    switch (way) {
      case OWNERS ->
          owners(organization.id()).forEach(owner -> letters.toOwner(owner, organization));
      case STAFF -> tellStaff(organization);
      case MAILBOX -> {
        // The letter with the link has gone.
      }
    }
    return new Asked.Waits(way);
  }

  private void tellStaff(Organization organization) {
    moderators.of(organization.id()).forEach(it -> letters.toStaff(it, organization));
  }

  /// A letter that nobody answered for a week: then staff look at it.
  private Asked lapsed(Claim before, Organization organization) {
    return rows.hold(before.organization()).stream()
        .filter(it -> it.id().equals(before.id()) && isLapsed(it))
        .findFirst()
        .<Asked>map(it -> {
          rows.put(it.to(Claim.Way.STAFF));
          tellStaff(organization);
          return new Asked.Waits(Claim.Way.STAFF);
        })
        .orElseGet(Asked.AlreadyOpen::new);
  }

  private boolean isLapsed(Claim claim) {
    return claim.way() == Claim.Way.MAILBOX && !claim.isGoodAt(clock.instant());
  }

  private Optional<Claim> mine(Caller caller, OrganizationId organization) {
    return rows.of(caller.person().id()).stream()
        .filter(it -> it.isOpen() && it.organization().equals(organization))
        .findFirst();
  }

  private Claim.Way way(Caller caller, Organization organization) {
    if (!owners(organization.id()).isEmpty()) {
      return Claim.Way.OWNERS;
    }
    String email = caller.person().email();
    long letters =
        rows.open(organization.id()).stream().filter(it -> it.way() == Claim.Way.MAILBOX).count();
    boolean byLetter =
        email != null
            && letters < MOST_LETTERS
            && OwnDomain.isNear(email, organization)
            && published(organization).isPresent();
    return byLetter ? Claim.Way.MAILBOX : Claim.Way.STAFF;
  }

  private static Optional<EmailAddress> published(Organization organization) {
    return Optional.ofNullable(organization.email()).flatMap(EmailAddress::find);
  }

  private Set<PersonId> owners(OrganizationId organization) {
    return people.rolesFor(organization.value()).stream()
        .filter(it -> it.role() == Role.ORG_OWNER)
        .map(RoleHeld::person)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static boolean isMember(Caller caller, OrganizationId organization) {
    return caller.organizations().contains(organization.value());
  }

  private static Instant decidedAt(Claim claim) {
    Instant at = claim.decidedAt();
    return at == null ? claim.madeAt() : at;
  }

  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      rows.forget(left.person());
      invitations.forgetBy(left.person());
      rows.open(Claim.Way.OWNERS).stream()
          .map(Claim::organization)
          .distinct()
          .filter(it -> owners(it).isEmpty())
          .forEach(this::toStaff);
      return left;
    });
  }

  /// What waited for an owner waits for staff when the last owner has left.
  private void toStaff(OrganizationId organization) {
    rows.hold(organization).stream()
        .filter(it -> it.way() == Claim.Way.OWNERS)
        .forEach(it -> rows.put(it.to(Claim.Way.STAFF)));
    directory.find(organization).map(Listing::record).ifPresent(this::tellStaff);
  }
}
