package fi.rinnalla.meetups;

import fi.rinnalla.identity.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The end of a group, and what passes on when one of its hosts goes.
@Component
class GroupEnding {
  private final GroupRows groups;
  private final MemberRows members;
  private final MeetupRows meetups;
  private final MeetupEvents events;
  private final GroupLetters letters;
  private final Clock clock;

  GroupEnding(
      GroupRows groups,
      MemberRows members,
      MeetupRows meetups,
      MeetupEvents events,
      GroupLetters letters,
      Clock clock) {
    this.groups = groups;
    this.members = members;
    this.meetups = meetups;
    this.events = events;
    this.letters = letters;
    this.clock = clock;
  }

  /// Ends a group that is held: its meet-ups ahead are cancelled, of which the sign-ups tell, and
  /// its members hear of it once.
  ///
  /// @param but who did it, and knows
  FamilyGroup end(FamilyGroup group, FamilyGroup.State as, Set<PersonId> but) {
    FamilyGroup over = groups.put(group.to(as, "", clock.instant()));
    for (MeetupId id : groups.meetups(group.id())) {
      meetups.hold(id).ifPresent(this::cancel);
    }
    letters.tellMembers(over, GroupLetters.What.ENDED, "once", but);
    return over;
  }

  private void cancel(Meetup meetup) {
    boolean seen = meetup.state() == Meetup.State.PUBLISHED;
    Meetup.State next =
        meetup.state() == Meetup.State.WAITING ? Meetup.State.WITHDRAWN : Meetup.State.CANCELLED;
    Meetup over = meetups.put(meetup.to(next, ""));
    if (seen) {
      events.cancel(over);
    }
  }

  /// Somebody hosts a group no longer: what they hosted of its meet-ups goes to another host; where
  /// there is none, its members hear that one is wanted.
  void without(FamilyGroup group, PersonId host) {
    Optional<Member> other = otherHost(group.id(), host);
    if (other.isPresent()) {
      for (MeetupId id : groups.meetups(group.id())) {
        meetups
            .hold(id)
            .filter(it -> host.equals(it.host()))
            .ifPresent(it -> meetups.put(it.hostedBy(other.get().person(), other.get().name())));
      }
    } else if (!group.isOver() && group.hostlessSince() == null) {
      FamilyGroup alone = groups.put(group.hostless(clock.instant()));
      letters.tellMembers(
          alone, GroupLetters.What.HOSTLESS, clock.instant().toString(), Set.of(host));
    }
  }

  /// Another who hosts the group.
  Optional<Member> otherHost(GroupId group, PersonId than) {
    List<Member> all = members.of(group);
    return all.stream().filter(it -> it.host() && !it.person().equals(than)).findFirst();
  }
}
