package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signin.Invitations;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How the owners of a page ask others along. The role is given when it's accepted, by the right
/// that the one who asked has then: who was let go meanwhile lets nobody in.
@Component
public class Colleagues {
  private static final int MOST_OPEN = 20;
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  private final InvitationRows rows;
  private final Members members;
  private final Invitations letters;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Colleagues(
      InvitationRows rows,
      Members members,
      Invitations letters,
      People people,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.members = members;
    this.letters = letters;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of asking somebody along.
  public sealed interface Asked {
    record Sent() implements Asked {}

    record AlreadyMember() implements Asked {}

    /// An invitation waits for an answer.
    record AlreadyAsked() implements Asked {}

    /// The address has had enough letters for a day.
    record Enough() implements Asked {}

    /// So many invitations wait that a mistake is likelier than a need.
    record TooManyOpen(int most) implements Asked {}
  }

  /// What became of an answer.
  public sealed interface Answered {
    record Welcome(OrganizationId organization, Role role) implements Answered {}

    record Declined() implements Answered {}

    /// Withdrawn, answered or too old.
    record NotGood() implements Answered {}
  }

  /// Those who haven't answered, for owners.
  @Transactional(readOnly = true)
  public List<Invitation> open(Caller caller, OrganizationId organization) {
    require(caller, Action.READ, organization);
    return rows.of(organization, clock.instant());
  }

  /// @param lang the language of the letter
  @Transactional
  public Asked ask(
      Caller caller, OrganizationId organization, EmailAddress to, Role role, Lang lang) {
    Caller here = require(caller, Action.CREATE, organization);
    Instant now = clock.instant();
    String email = to.value().toLowerCase(Locale.ROOT);
    house.step(() -> {
      rows.forgetLapsed(now);
      return now;
    });
    if (members.isMember(organization, email)) {
      return new Asked.AlreadyMember();
    }
    if (rows.of(organization, now).size() >= MOST_OPEN) {
      return new Asked.TooManyOpen(MOST_OPEN);
    }
    Invitation invitation =
        new Invitation(
            UUID.randomUUID(),
            organization,
            email,
            role,
            caller.person().id(),
            now,
            now.plus(GOOD_FOR));
    if (!rows.add(invitation)) {
      return new Asked.AlreadyAsked();
    }
    if (!letters.along(to, lang, Route.INVITATIONS.path(lang))) {
      rows.take(invitation.id(), now);
      return new Asked.Enough();
    }
    written(here, Action.CREATE, invitation);
    return new Asked.Sent();
  }

  /// An owner takes an invitation back. One that was answered meanwhile is no more there.
  @Transactional
  public void withdraw(Caller caller, OrganizationId organization, UUID id) {
    Caller here = require(caller, Action.DELETE, organization);
    Invitation taken =
        rows.take(id, clock.instant())
            .filter(it -> it.organization().equals(organization))
            .orElseThrow(() -> new NoSuchRecord(RecordType.INVITATION));
    written(here, Action.DELETE, taken);
  }

  /// What the caller is asked to do. By address: an invitation isn't for whoever has its link.
  @Transactional(readOnly = true)
  public List<Invitation> mine(Caller caller) {
    String email = caller.person().email();
    return email == null ? List.of() : house.step(() -> rows.to(email, clock.instant()));
  }

  @Transactional
  public Answered answer(Caller caller, UUID id, boolean yes) {
    String email = caller.person().email();
    Optional<Invitation> taken =
        email == null ? Optional.empty() : house.step(() -> rows.take(id, email, clock.instant()));
    if (taken.isEmpty()) {
      return new Answered.NotGood();
    }
    Invitation invitation = taken.get();
    gate.open(
        caller,
        Action.UPDATE,
        RecordType.INVITATION,
        id.toString(),
        Set.of(Relation.OWN),
        caller.person().id().value());
    return yes ? accept(caller, invitation) : new Answered.Declined();
  }

  private Answered accept(Caller caller, Invitation invitation) {
    OrganizationId organization = invitation.organization();
    return house.step(() -> {
      Optional<Caller> inviter =
          people
              .caller(invitation.invitedBy(), Level.WEAK)
              .map(it -> Members.within(it, organization))
              .filter(it ->
                  gate.may(it, Action.CREATE, RecordType.ROLE, Members.theirs(it, organization)));
      inviter.ifPresent(by ->
          people.give(caller.person().id(), invitation.role(), organization.value(), null, by));
      return inviter.isPresent()
          ? new Answered.Welcome(organization, invitation.role())
          : new Answered.NotGood();
    });
  }

  private Caller require(Caller caller, Action action, OrganizationId organization) {
    Caller here = Members.within(caller, organization);
    if (!gate.may(here, action, RecordType.INVITATION, Members.theirs(here, organization))) {
      throw new NoSuchRecord(RecordType.INVITATION);
    }
    return here;
  }

  private void written(Caller here, Action action, Invitation invitation) {
    gate.open(
        here,
        action,
        RecordType.INVITATION,
        invitation.id().toString(),
        Members.theirs(here, invitation.organization()),
        null);
  }
}
