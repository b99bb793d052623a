package fi.rinnalla.meetups;

import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What time does to groups: one that nobody hosts, or that has had no times for long, ends by
/// itself, and what is personal goes after the end.
@Component
class GroupPassing {
  private final GroupRows groups;
  private final GroupLetters letters;
  private final GroupEnding ending;
  private final MeetupSettings settings;
  private final HouseWork house;
  private final Clock clock;

  GroupPassing(
      GroupRows groups,
      GroupLetters letters,
      GroupEnding ending,
      MeetupSettings settings,
      HouseWork house,
      Clock clock) {
    this.groups = groups;
    this.letters = letters;
    this.ending = ending;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  void pass() {
    for (FamilyGroup.State state :
        new FamilyGroup.State[] {
          FamilyGroup.State.PROPOSED, FamilyGroup.State.ACTIVE, FamilyGroup.State.HIDDEN
        }) {
      for (FamilyGroup seen : house.step(() -> groups.in(state))) {
        house.step(() -> {
          groups.hold(seen.id()).filter(it -> it.state() == state).ifPresent(this::pass);
          return seen;
        });
      }
    }
  }

  private void pass(FamilyGroup it) {
    Instant now = clock.instant();
    if (it.state() == FamilyGroup.State.PROPOSED) {
      if (!it.askedAt().plus(settings.hostless()).isAfter(now)) {
        groups.put(it.to(FamilyGroup.State.WITHDRAWN, "", now));
        letters.tellHosts(it, GroupLetters.What.LAPSED, "once");
      }
      return;
    }
    FamilyGroup group = busy(it, now);
    Instant hostless = group.hostlessSince();
    if (hostless != null && !hostless.plus(settings.hostless()).isAfter(now)) {
      ending.end(group, FamilyGroup.State.ENDED, Set.of());
      return;
    }
    Instant warn = group.busyUntil().plus(settings.quiet()).minus(settings.warned());
    Instant warnedAt = group.warnedAt();
    if (warnedAt == null) {
      if (!warn.isAfter(now)) {
        groups.put(group.warned(now));
        letters.tellHosts(group, GroupLetters.What.QUIET, group.busyUntil().toString());
      }
    } else if (!warnedAt.plus(settings.warned()).isAfter(now)) {
      // Nobody is taken by surprise, however long the house itself was asleep.
      ending.end(group, FamilyGroup.State.ENDED, Set.of());
    }
  }

  /// Its last time as it stands now: new ones move it on, and cancelled ones leave it where it was,
  /// or at this moment.
  private FamilyGroup busy(FamilyGroup group, Instant now) {
    Instant last = groups.lastTime(group.id()).orElse(null);
    Instant busy = group.busyUntil();
    Instant until = last != null && last.isAfter(now) ? last : busy.isAfter(now) ? now : busy;
    boolean wakes = group.warnedAt() != null && until.isAfter(now);
    return until.equals(busy) && !wakes ? group : groups.put(group.busy(until));
  }

  /// Forgets what is over: who belonged to it, and what they wrote.
  void forget() {
    house.step(() -> groups.forget(clock.instant().minus(settings.kept())));
  }
}
