package fi.rinnalla.meetups;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Meet-ups and groups by the one id that a board and what is told of it know.
@Component
class Gatherings {
  private final MeetupRows meetups;
  private final GroupRows groups;

  Gatherings(MeetupRows meetups, GroupRows groups) {
    this.meetups = meetups;
    this.groups = groups;
  }

  Optional<Gathering> find(UUID id) {
    Optional<Gathering> meetup = meetups.find(new MeetupId(id)).map(it -> it);
    return meetup.or(() -> groups.find(new GroupId(id)));
  }

  /// Held until the end of the transaction.
  Optional<Gathering> hold(UUID id) {
    Optional<Gathering> meetup = meetups.hold(new MeetupId(id)).map(it -> it);
    return meetup.or(() -> groups.hold(new GroupId(id)));
  }

  /// The one with a board of its own: a group's meet-up has none, for its families write to each
  /// other on the group's.
  Optional<Gathering> holdWithBoard(UUID id) {
    return hold(id).filter(it -> !(it instanceof Meetup meetup && meetup.group() != null));
  }
}
