package fi.rinnalla.meetups;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Coming into a group and leaving it. A first name and an address that is one's own are all it
/// takes; leaving takes one tap.
@Component
public class GroupMembership {
  private final GroupRows groups;
  private final MemberRows members;
  private final GroupEnding ending;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  GroupMembership(
      GroupRows groups,
      MemberRows members,
      GroupEnding ending,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.groups = groups;
    this.members = members;
    this.ending = ending;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of coming or leaving.
  public sealed interface Became {
    record Done() implements Became {}

    /// The person has no address that could be written to.
    record NoAddress() implements Became {}

    /// A host has taken them out.
    record TakenOut() implements Became {}

    /// Nobody else hosts the group: hand it over first, or end it.
    record LastHost() implements Became {}
  }

  /// @param name checked to be a first name
  @Transactional
  public Became join(Caller caller, GroupId id, String name) {
    // The demo's people read their letters on its page.
    if (caller.person().email() == null && !caller.person().demo()) {
      return new Became.NoAddress();
    }
    PersonId person = caller.person().id();
    return house.step(() -> {
      if (groups.hold(id).filter(FamilyGroup::isOpen).isEmpty()) {
        throw new NoSuchRecord(RecordType.GROUP);
      }
      if (members.isTakenOut(id, person)) {
        return new Became.TakenOut();
      }
      if (members.find(id, person).isEmpty()) {
        open(caller, Action.CREATE, id, person);
        members.put(Member.joining(id, person, name.strip(), false, clock.instant()));
      }
      return new Became.Done();
    });
  }

  @Transactional
  public Became leave(Caller caller, GroupId id) {
    return house.step(() -> {
      FamilyGroup group = groups.hold(id).orElseThrow(() -> new NoSuchRecord(RecordType.GROUP));
      Member it =
          members
              .find(id, caller.person().id())
              .orElseThrow(() -> new NoSuchRecord(RecordType.GROUP));
      return leave(caller, group, it);
    });
  }

  private Became leave(Caller caller, FamilyGroup group, Member it) {
    boolean last = it.host() && ending.otherHost(group.id(), it.person()).isEmpty();
    if (last && !group.isOver()) {
      return new Became.LastHost();
    }
    open(caller, Action.DELETE, group.id(), it.person());
    members.remove(it);
    if (it.host()) {
      ending.without(group, it.person());
    }
    return new Became.Done();
  }

  /// What a letter's link leads out of; nothing when one has left already.
  @Transactional(readOnly = true)
  public Optional<Text> find(String secret) {
    return house.step(
        () -> members.byLink(secret).flatMap(it -> groups.find(it.group())).map(FamilyGroup::name));
  }

  /// Leaves by a letter's link, whoever is signed in. Said twice, one has left all the same.
  @Transactional
  public Became leave(Caller caller, String secret) {
    return house.step(() -> {
      Member seen = members.byLink(secret).orElse(null);
      FamilyGroup group = seen == null ? null : groups.hold(seen.group()).orElse(null);
      Member it = members.byLink(secret).orElse(null);
      return group == null || it == null ? new Became.Done() : leave(caller, group, it);
    });
  }

  private void open(Caller caller, Action action, GroupId group, PersonId person) {
    gate.open(
        caller,
        action,
        RecordType.MEMBERSHIP,
        group.toString(),
        Set.of(Relation.OWN),
        person.value());
  }

  /// Whoever leaves the house leaves their groups, too. A proposal goes with its founder.
  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      members.forgetTakenOut(left.person());
      for (Member it : members.of(left.person())) {
        FamilyGroup group = groups.hold(it.group()).orElseThrow();
        members.remove(it);
        if (group.state() == FamilyGroup.State.PROPOSED && it.host()) {
          groups.put(group.to(FamilyGroup.State.WITHDRAWN, "", clock.instant()));
        } else if (it.host()) {
          ending.without(group, it.person());
        }
      }
      return left;
    });
  }
}
