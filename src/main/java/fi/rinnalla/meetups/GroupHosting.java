package fi.rinnalla.meetups;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who hosts a group: several may, one may give it to another, and nobody becomes one unasked. To
/// everybody else it answers [NoSuchRecord].
@Component
public class GroupHosting {
  private final GroupRows groups;
  private final MemberRows members;
  private final GroupEnding ending;
  private final GroupLetters letters;
  private final MeetupSettings settings;
  private final Ties ties;
  private final HouseWork house;
  private final Clock clock;

  GroupHosting(
      GroupRows groups,
      MemberRows members,
      GroupEnding ending,
      GroupLetters letters,
      MeetupSettings settings,
      Ties ties,
      HouseWork house,
      Clock clock) {
    this.groups = groups;
    this.members = members;
    this.ending = ending;
    this.letters = letters;
    this.settings = settings;
    this.ties = ties;
    this.house = house;
    this.clock = clock;
  }

  /// What became of an act.
  public sealed interface Became {
    record Done() implements Became {}

    /// It doesn't stand so that this could be done any more; nothing has changed.
    record NotNow() implements Became {}

    /// Nobody else hosts the group.
    record LastHost() implements Became {}
  }

  /// Asks a member to host, beside the one who asks or instead of them. It can be asked anew.
  @Transactional
  public Became ask(Caller caller, GroupId id, UUID membership, boolean instead) {
    return house.step(() -> {
      FamilyGroup group = hosted(caller, id);
      Member member =
          members.of(id).stream()
              .filter(it -> it.id().equals(membership) && !it.host())
              .findFirst()
              .orElse(null);
      if (member == null || !group.isOpen()) {
        return new Became.NotNow();
      }
      ties.open(caller, Action.UPDATE, group);
      Instant until = clock.instant().plus(settings.offered());
      Member asked = member.asked(until, instead ? caller.person().id() : null);
      members.put(asked);
      letters.ask(group, asked);
      return new Became.Done();
    });
  }

  /// Takes a member out, who hears it and doesn't come back by themselves. Another host isn't taken
  /// out, but asked to step back.
  @Transactional
  public Became takeOut(Caller caller, GroupId id, UUID membership) {
    return house.step(() -> {
      FamilyGroup group = hosted(caller, id);
      Member member =
          members.of(id).stream()
              .filter(it -> it.id().equals(membership) && !it.host())
              .findFirst()
              .orElse(null);
      if (member == null || !group.isOpen()) {
        return new Became.NotNow();
      }
      ties.open(caller, Action.UPDATE, group);
      letters.tellTakenOut(group, member);
      members.takeOut(member);
      return new Became.Done();
    });
  }

  /// Says yes or no to what was asked.
  @Transactional
  public Became answer(Caller caller, GroupId id, boolean yes) {
    return house.step(() -> {
      FamilyGroup group = groups.hold(id).orElseThrow(() -> new NoSuchRecord(RecordType.GROUP));
      Member member = own(caller, id);
      if (!member.isAsked(clock.instant()) || !group.isOpen()) {
        return new Became.NotNow();
      }
      ties.open(caller, Action.READ, group);
      if (!yes) {
        members.put(member.asked(null, null));
        return new Became.Done();
      }
      members.put(member.hosting(true));
      PersonId old = member.insteadOf();
      if (old != null) {
        members
            .find(id, old)
            .filter(Member::host)
            .ifPresent(it -> {
              members.put(it.hosting(false));
              ending.without(group, old);
              letters.tell(group, it, GroupLetters.What.HANDED_OVER, clock.instant().toString());
            });
      }
      return new Became.Done();
    });
  }

  /// A member takes up what nobody hosts any more.
  @Transactional
  public Became takeUp(Caller caller, GroupId id) {
    return house.step(() -> {
      FamilyGroup group = groups.hold(id).orElseThrow(() -> new NoSuchRecord(RecordType.GROUP));
      Member member = own(caller, id);
      if (group.hostlessSince() == null || !group.isOpen()) {
        return new Became.NotNow();
      }
      ties.open(caller, Action.READ, group);
      members.put(member.hosting(true));
      groups.put(group.hostless(null));
      return new Became.Done();
    });
  }

  /// Stays a member and hosts no longer, where somebody else does.
  @Transactional
  public Became stepBack(Caller caller, GroupId id) {
    return house.step(() -> {
      FamilyGroup group = hosted(caller, id);
      PersonId person = caller.person().id();
      if (ending.otherHost(id, person).isEmpty()) {
        return new Became.LastHost();
      }
      ties.open(caller, Action.UPDATE, group);
      members.put(own(caller, id).hosting(false));
      ending.without(group, person);
      return new Became.Done();
    });
  }

  /// Ends the group, or takes it back before an answer.
  @Transactional
  public Became end(Caller caller, GroupId id) {
    return house.step(() -> {
      FamilyGroup group = hosted(caller, id);
      if (group.isOver()) {
        return new Became.NotNow();
      }
      ties.open(caller, Action.DELETE, group);
      if (group.state() == FamilyGroup.State.PROPOSED) {
        groups.put(group.to(FamilyGroup.State.WITHDRAWN, "", clock.instant()));
      } else {
        ending.end(group, FamilyGroup.State.ENDED, Set.of(caller.person().id()));
      }
      return new Became.Done();
    });
  }

  private FamilyGroup hosted(Caller caller, GroupId id) {
    return groups
        .hold(id)
        .filter(it -> ties.isHost(caller, it))
        .orElseThrow(() -> new NoSuchRecord(RecordType.GROUP));
  }

  private Member own(Caller caller, GroupId id) {
    return members
        .find(id, caller.person().id())
        .orElseThrow(() -> new NoSuchRecord(RecordType.GROUP));
  }
}
