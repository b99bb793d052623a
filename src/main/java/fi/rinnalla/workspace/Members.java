package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people who keep an organization's page: who they are, what each may do, and how one leaves.
@Component
public class Members {
  private final People people;
  private final InvitationRows invitations;
  private final Gate gate;

  Members(People people, InvitationRows invitations, Gate gate) {
    this.people = people;
    this.invitations = invitations;
    this.gate = gate;
  }

  /// One of them.
  ///
  /// @param person null for an editor's eyes, unless it is they themselves
  public record Member(@Nullable Person person, Role role, boolean you) {}

  /// @param mayChange whether the caller owns the page: then names and addresses are there
  public record Team(List<Member> members, boolean mayChange) {}

  /// What became of a change.
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /// Somebody must own the page, or nobody could ever let anyone in again.
    record LastOwner() implements Outcome {}
  }

  @Transactional
  public Team of(Caller caller, OrganizationId organization) {
    Caller here = within(caller, organization);
    gate.open(
        here,
        Action.READ,
        RecordType.ROLE,
        organization.toString(),
        theirs(here, organization),
        null);
    boolean owner = here.roles().contains(Role.ORG_OWNER);
    List<RoleHeld> held = people.rolesFor(organization.value());
    PersonId own = caller.person().id();
    Map<PersonId, Role> roles =
        held.stream()
            .collect(
                Collectors.toMap(
                    RoleHeld::person,
                    RoleHeld::role,
                    BinaryOperator.maxBy(Comparator.naturalOrder()),
                    LinkedHashMap::new));
    Map<PersonId, Person> named =
        people.all(roles.keySet().stream().filter(it -> owner || it.equals(own)).toList());
    List<Member> members = new ArrayList<>();
    roles.forEach((id, role) -> members.add(new Member(named.get(id), role, id.equals(own))));
    members.sort(
        Comparator.comparing((Member it) -> it.role() != Role.ORG_OWNER)
            .thenComparing(it -> !it.you()));
    return new Team(List.copyOf(members), owner);
  }

  /// Gives somebody the other of the two roles.
  @Transactional
  public Outcome change(Caller caller, OrganizationId organization, PersonId person, Role to) {
    List<RoleHeld> held = people.hold(organization.value());
    Caller here = owner(caller, organization, held, Action.DELETE);
    Role now = roleOf(held, person);
    if (now == to) {
      return new Outcome.Done();
    }
    if (now == Role.ORG_OWNER && owners(held).equals(Set.of(person))) {
      return new Outcome.LastOwner();
    }
    people.give(person, to, organization.value(), null, here);
    // Whether they also work with families is another matter.
    end(
        here,
        organization,
        held.stream().filter(it -> it.role() != to && Role.KEEPERS.contains(it.role())).toList(),
        person);
    return new Outcome.Done();
  }

  /// Takes the page out of somebody's hands, one's own among them: at once, for roles are asked
  /// anew at each request. What they had asked others to do is withdrawn with them.
  @Transactional
  public Outcome remove(Caller caller, OrganizationId organization, PersonId person) {
    List<RoleHeld> held = people.hold(organization.value());
    Caller here = owner(caller, organization, held, Action.DELETE);
    roleOf(held, person);
    if (owners(held).equals(Set.of(person))) {
      return new Outcome.LastOwner();
    }
    end(here, organization, held, person);
    return new Outcome.Done();
  }

  /// Takes the page out of one's own hands, whichever of the roles one has.
  @Transactional
  public Outcome leave(Caller caller, OrganizationId organization) {
    List<RoleHeld> held = people.hold(organization.value());
    PersonId me = caller.person().id();
    roleOf(held, me);
    if (owners(held).equals(Set.of(me))) {
      return new Outcome.LastOwner();
    }
    end(caller, Set.of(Relation.OWN), organization, held, me);
    return new Outcome.Done();
  }

  private void end(Caller here, OrganizationId organization, List<RoleHeld> held, PersonId person) {
    end(here, theirs(here, organization), organization, held, person);
  }

  private void end(
      Caller here,
      Set<Relation> relations,
      OrganizationId organization,
      List<RoleHeld> held,
      PersonId person) {
    held.stream()
        .filter(it -> it.person().equals(person))
        .forEach(it -> {
          gate.open(
              here, Action.DELETE, RecordType.ROLE, it.id().toString(), relations, person.value());
          people.end(it.id());
        });
    invitations.forgetBy(person, organization);
  }

  /// The caller as an owner of the page. By the roles that are held fast now: whoever lost theirs
  /// while waiting for another's change has no say any more.
  private Caller owner(
      Caller caller, OrganizationId organization, List<RoleHeld> held, Action action) {
    Caller here = within(caller, organization);
    boolean allowed =
        gate.may(here, action, RecordType.ROLE, theirs(here, organization))
            && owners(held).contains(caller.person().id());
    if (!allowed) {
      throw new NoSuchRecord(RecordType.ROLE);
    }
    return here;
  }

  private static Set<PersonId> owners(List<RoleHeld> held) {
    return held.stream()
        .filter(it -> it.role() == Role.ORG_OWNER)
        .map(RoleHeld::person)
        .collect(java.util.stream.Collectors.toSet());
  }

  /// The weightier, should somebody hold both.
  private static Role roleOf(List<RoleHeld> held, PersonId person) {
    return held.stream()
        .filter(it -> it.person().equals(person))
        .map(RoleHeld::role)
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new NoSuchRecord(RecordType.ROLE));
  }

  static Caller within(Caller caller, OrganizationId organization) {
    return caller.within(organization.value());
  }

  static Set<Relation> theirs(Caller here, OrganizationId organization) {
    return here.organizations().contains(organization.value())
        ? Set.of(Relation.ORGANIZATION)
        : Set.of();
  }

  boolean isMember(OrganizationId organization, String email) {
    return people.keepers(organization.value()).stream().map(Person::email).anyMatch(email::equals);
  }
}
