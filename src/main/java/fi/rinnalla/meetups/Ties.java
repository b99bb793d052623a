package fi.rinnalla.meetups;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Reach;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// How somebody stands to a meet-up or a group: its host, one who comes or belongs to it, staff of
/// its place, staff of its area. Whoever hosts a group hosts its meet-ups, too, and whoever comes
/// to one of its meet-ups is along in the group.
@Component
class Ties {
  private final FamilySignups signups;
  private final GroupRows groups;
  private final MemberRows members;
  private final Reach reach;
  private final People people;
  private final Gate gate;
  private final HouseWork house;

  Ties(
      FamilySignups signups,
      GroupRows groups,
      MemberRows members,
      Reach reach,
      People people,
      Gate gate,
      HouseWork house) {
    this.signups = signups;
    this.groups = groups;
    this.members = members;
    this.reach = reach;
    this.people = people;
    this.gate = gate;
    this.house = house;
  }

  Set<Relation> of(Caller caller, Gathering it) {
    Set<Relation> ties = EnumSet.noneOf(Relation.class);
    if (isHost(caller, it)) {
      ties.add(Relation.OWN);
      ties.add(Relation.ASSIGNED);
    } else if (name(caller, it).isPresent()) {
      ties.add(Relation.ASSIGNED);
    }
    ties.addAll(staff(caller, it));
    return ties;
  }

  boolean isHost(Caller caller, Gathering it) {
    return !caller.isVisitor() && hosts(it).contains(caller.person().id());
  }

  /// Those who see to it.
  Set<PersonId> hosts(Gathering it) {
    Set<PersonId> hosts = new HashSet<>();
    GroupId group;
    switch (it) {
      case Meetup meetup -> {
        group = meetup.group();
        if (meetup.host() != null) {
          hosts.add(meetup.host());
        }
      }
      case FamilyGroup its -> group = its.id();
    }
    if (group != null) {
      hosts.addAll(
          house.step(() ->
              members.of(group).stream()
                  .filter(Member::host)
                  .map(Member::person)
                  .collect(Collectors.toSet())));
    }
    return hosts;
  }

  /// What whoever is along is called there; nothing for whoever isn't, and empty when they told
  /// none.
  Optional<String> name(Caller caller, Gathering it) {
    if (caller.isVisitor()) {
      return Optional.empty();
    }
    PersonId person = caller.person().id();
    return switch (it) {
      case Meetup meetup when person.equals(meetup.host()) -> Optional.of(meetup.hostName());
      case Meetup meetup -> {
        GroupId group = meetup.group();
        Optional<String> member =
            group == null
                ? Optional.empty()
                : house.step(() -> members.find(group, person).map(Member::name));
        yield member.or(() -> guest(caller, meetup.id()));
      }
      case FamilyGroup group ->
          house
              .step(() -> members.find(group.id(), person).map(Member::name))
              .or(() ->
                  house.step(() -> groups.meetups(group.id())).stream()
                      .flatMap(meetup -> guest(caller, meetup).stream())
                      .findFirst());
    };
  }

  private Optional<String> guest(Caller caller, MeetupId meetup) {
    return signups.find(caller, meetup.event()).map(FamilySignups.Guest::name);
  }

  /// Only as staff: nobody moderates by being along.
  Set<Relation> staff(Caller caller, Gathering it) {
    Set<Relation> ties = EnumSet.noneOf(Relation.class);
    if (it.organization() != null && caller.organizations().contains(it.organization().value())) {
      ties.add(Relation.ORGANIZATION);
    }
    if (!Collections.disjoint(reach.of(caller), it.areas())) {
      ties.add(Relation.REGION);
    }
    return ties;
  }

  /// Whether the caller may moderate it: as staff, and never their own.
  boolean mayModerate(Caller caller, Gathering it) {
    return !isHost(caller, it) && gate.may(caller, Action.MODERATE, it.record(), staff(caller, it));
  }

  /// Lets somebody through to it, and writes it down.
  void open(Caller caller, Action action, Gathering it) {
    Set<Relation> ties = action == Action.MODERATE ? staff(caller, it) : of(caller, it);
    UUID subject =
        it instanceof Meetup meetup && meetup.host() != null ? meetup.host().value() : null;
    gate.open(caller, action, it.record(), it.uuid().toString(), ties, subject);
  }

  /// Whether those whose place it is have anybody here to answer.
  boolean hasStaff(Gathering it) {
    return it.organization() != null && !people.keepers(it.organization().value()).isEmpty();
  }
}
