package fi.rinnalla.meetups;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The host of a weekly meet-up founds a group, so that it lives on when the weeks are over. The
/// place and the day were approved already; its name and its sentence wait for the same people.
@Component
public class Founding {
  private final MeetupRows meetups;
  private final GroupRows groups;
  private final MemberRows members;
  private final MeetupLetters letters;
  private final Ties ties;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Founding(
      MeetupRows meetups,
      GroupRows groups,
      MemberRows members,
      MeetupLetters letters,
      Ties ties,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.meetups = meetups;
    this.groups = groups;
    this.members = members;
    this.letters = letters;
    this.ties = ties;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of founding.
  public sealed interface Founded {
    record Done(FamilyGroup group) implements Founded {}

    /// It isn't weekly, or has become a group already, or waits to become one.
    record NotNow() implements Founded {}
  }

  /// The caller's meet-up when it can become a group.
  @Transactional(readOnly = true)
  public Optional<Meetup> find(Caller caller, MeetupId id) {
    return house.step(() -> meetups.find(id).filter(it -> isHost(caller, it) && isReady(it)));
  }

  /// The group that a meet-up waits to become.
  @Transactional(readOnly = true)
  public Optional<GroupId> waiting(MeetupId id) {
    return house.step(() ->
        groups
            .from(id)
            .filter(it -> it.state() == FamilyGroup.State.PROPOSED)
            .map(FamilyGroup::id));
  }

  private static boolean isHost(Caller caller, Meetup meetup) {
    return !caller.isVisitor() && caller.person().id().equals(meetup.host());
  }

  /// Weekly means that families have met, or soon have, more than once.
  private boolean isReady(Meetup it) {
    boolean held = it.state() == Meetup.State.PUBLISHED || it.state() == Meetup.State.ENDED;
    return held && it.isWeekly() && it.group() == null && groups.from(it.id()).isEmpty();
  }

  /// Proposes a group; it's nowhere to be seen until it is approved.
  @Transactional
  public Founded found(
      Caller caller, MeetupId id, Text name, Plan.Ages ages, String words, Lang lang) {
    PersonId founder = caller.person().id();
    return house.step(() -> {
      Meetup meetup =
          meetups
              .hold(id)
              .filter(it -> isHost(caller, it))
              .orElseThrow(() -> new NoSuchRecord(RecordType.MEETUP));
      if (!isReady(meetup)) {
        return new Founded.NotNow();
      }
      ties.open(caller, Action.UPDATE, meetup);
      Instant now = clock.instant();
      FamilyGroup group =
          new FamilyGroup(
              new GroupId(UUID.randomUUID()),
              lang,
              name,
              ages,
              words,
              meetup.place(),
              meetup.organization(),
              meetup.areas(),
              id,
              FamilyGroup.State.PROPOSED,
              1,
              "",
              now,
              meetup.endsAt(),
              null,
              null,
              null);
      gate.open(
          caller,
          Action.CREATE,
          RecordType.GROUP,
          group.id().toString(),
          Set.of(Relation.OWN),
          founder.value());
      groups.put(group);
      members.put(Member.joining(group.id(), founder, meetup.hostName(), true, now));
      letters.tellStaff(group);
      return new Founded.Done(group);
    });
  }
}
