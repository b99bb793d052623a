package fi.rinnalla.meetups;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.upkeep.Reach;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How somebody stands to a meet-up: its host, one who comes, staff of its place, staff of its
/// area.
@Component
class Ties {
  private final FamilySignups signups;
  private final Reach reach;
  private final People people;
  private final Gate gate;

  Ties(FamilySignups signups, Reach reach, People people, Gate gate) {
    this.signups = signups;
    this.reach = reach;
    this.people = people;
    this.gate = gate;
  }

  Set<Relation> of(Caller caller, Meetup meetup) {
    Set<Relation> ties = EnumSet.noneOf(Relation.class);
    if (isHost(caller, meetup)) {
      ties.add(Relation.OWN);
      ties.add(Relation.ASSIGNED);
    } else if (signups.find(caller, meetup.id().event()).isPresent()) {
      ties.add(Relation.ASSIGNED);
    }
    ties.addAll(staff(caller, meetup));
    return ties;
  }

  static boolean isHost(Caller caller, Meetup meetup) {
    return !caller.isVisitor() && caller.person().id().equals(meetup.host());
  }

  /// Only as staff: nobody moderates by being along.
  Set<Relation> staff(Caller caller, Meetup meetup) {
    Set<Relation> ties = EnumSet.noneOf(Relation.class);
    if (meetup.organization() != null
        && caller.organizations().contains(meetup.organization().value())) {
      ties.add(Relation.ORGANIZATION);
    }
    if (!Collections.disjoint(reach.of(caller), meetup.areas())) {
      ties.add(Relation.REGION);
    }
    return ties;
  }

  /// Whether the caller may moderate it: as staff, and never their own.
  boolean mayModerate(Caller caller, Meetup meetup) {
    return !isHost(caller, meetup)
        && gate.may(caller, Action.MODERATE, RecordType.MEETUP, staff(caller, meetup));
  }

  /// Lets somebody through to it, and writes it down.
  void open(Caller caller, Action action, Meetup meetup) {
    Set<Relation> ties = action == Action.MODERATE ? staff(caller, meetup) : of(caller, meetup);
    gate.open(
        caller,
        action,
        RecordType.MEETUP,
        meetup.id().toString(),
        ties,
        meetup.host() == null ? null : meetup.host().value());
  }

  /// Whether those whose place it is have anybody here to answer.
  boolean hasStaff(Meetup meetup) {
    return meetup.organization() != null
        && !people.keepers(meetup.organization().value()).isEmpty();
  }
}
