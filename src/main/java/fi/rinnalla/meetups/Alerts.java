package fi.rinnalla.meetups;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.meetups.MeetupLetters.What;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Reach;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// That something shouldn't be here, as people told it: three of them, or one whom somebody trusted
/// with a role, take it out of sight at once, and a moderator decides. Who told is told to nobody,
/// neither to the host nor to the moderator.
@Component
public class Alerts {
  private static final int ENOUGH = 3;

  private final TellersToday tellers;
  private final Gatherings gatherings;
  private final MeetupRows meetups;
  private final GroupRows groups;
  private final BoardRows rows;
  private final MeetupEvents events;
  private final MeetupLetters letters;
  private final GroupLetters groupLetters;
  private final GroupEnding ending;
  private final Ties ties;
  private final Reach reach;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Alerts(
      TellersToday tellers,
      Gatherings gatherings,
      MeetupRows meetups,
      GroupRows groups,
      BoardRows rows,
      MeetupEvents events,
      MeetupLetters letters,
      GroupLetters groupLetters,
      GroupEnding ending,
      Ties ties,
      Reach reach,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.tellers = tellers;
    this.gatherings = gatherings;
    this.meetups = meetups;
    this.groups = groups;
    this.rows = rows;
    this.events = events;
    this.letters = letters;
    this.groupLetters = groupLetters;
    this.ending = ending;
    this.ties = ties;
    this.reach = reach;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What is wrong with it.
  public enum Why {
    UNSAFE,
    RUDE,
    SPAM,
    OTHER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Why> find(String code) {
      for (Why one : values()) {
        if (one.code().equals(code)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    }
  }

  /// What people have told of, and nobody has decided.
  ///
  /// @param message null when it is the meet-up or the group itself
  public record Alerted(
      Gathering gathering, @Nullable Message message, int people, List<String> why) {}

  /// Tells of a meet-up or a group, or of a message on its board that the caller can read. It
  /// answers the same whether or not it was told before, and whatever comes of it.
  @Transactional
  public void tell(Caller caller, UUID id, @Nullable UUID message, Why why) {
    house.step(() -> {
      Gathering on =
          gatherings
              .hold(id)
              .filter(it -> canSee(caller, it))
              .orElseThrow(() -> new NoSuchRecord(RecordType.ALERT));
      Message about = message == null ? null : readable(caller, on, message);
      gate.open(caller, Action.CREATE, RecordType.ALERT, id.toString(), Set.of(Relation.OWN), null);
      PersonId reporter = caller.person().id();
      if (rows.alert(id, message, reporter, isTrusted(caller), why, clock.instant())) {
        letters.tellModerators(on, reporter, ties.hosts(on));
      }
      weigh(on, about);
      return on;
    });
  }

  /// Tells of a meet-up or a group that everybody sees, without signing in. It is one person's word
  /// once a day, and nothing is kept of who they are.
  @Transactional
  public void tell(CallerToday who, UUID id, Why why) {
    house.step(() -> {
      Gathering on =
          gatherings
              .hold(id)
              .filter(it -> it.isOpen() || it.isHidden())
              .orElseThrow(() -> new NoSuchRecord(RecordType.ALERT));
      if (tellers.isFirst(who, id)) {
        gate.open(Caller.visitor(), Action.CREATE, RecordType.ALERT, id.toString(), Set.of(), null);
        rows.alert(id, why, clock.instant());
        letters.tellModerators(on, null, ties.hosts(on));
        weigh(on, null);
      }
      return on;
    });
  }

  /// A meet-up or a group that may be told of without signing in, by its name.
  @Transactional(readOnly = true)
  public Optional<Text> find(UUID id) {
    return house.step(() ->
        gatherings
            .find(id)
            .filter(Gathering::isOpen)
            .map(it ->
                switch (it) {
                  case Meetup meetup -> events.title(meetup.plan(), meetup.lang());
                  case FamilyGroup group -> group.name();
                }));
  }

  private void weigh(Gathering on, @Nullable Message about) {
    BoardRows.Told told = rows.told(on.uuid(), about == null ? null : about.id());
    if (told.trusted() || told.people() >= ENOUGH) {
      hide(on, about);
    }
  }

  private boolean canSee(Caller caller, Gathering on) {
    return on.isOpen() || on.isHidden() || !ties.staff(caller, on).isEmpty();
  }

  private Message readable(Caller caller, Gathering on, UUID message) {
    boolean along = !ties.of(caller, on).isEmpty();
    return rows.find(on.uuid(), message)
        .filter(it -> along && it.state() != Message.State.REMOVED)
        .orElseThrow(() -> new NoSuchRecord(RecordType.MESSAGE));
  }

  private static boolean isTrusted(Caller caller) {
    Set<Role> roles = EnumSet.copyOf(caller.roles());
    roles.removeAll(Set.of(Role.VISITOR, Role.PARENT));
    return !roles.isEmpty();
  }

  private void hide(Gathering on, @Nullable Message message) {
    if (message != null) {
      if (message.state().mayBecome(Message.State.HIDDEN)) {
        rows.put(message.to(Message.State.HIDDEN));
      }
      return;
    }
    switch (on) {
      case Meetup meetup when meetup.state().mayBecome(Meetup.State.HIDDEN) -> {
        Meetup hidden = meetups.put(meetup.to(Meetup.State.HIDDEN, ""));
        events.hide(hidden);
        letters.tellHost(hidden, What.HIDDEN);
      }
      case FamilyGroup group when group.state().mayBecome(FamilyGroup.State.HIDDEN) ->
          groupLetters.tellHosts(
              groups.put(group.to(FamilyGroup.State.HIDDEN, "", clock.instant())), What.HIDDEN);
      case Meetup _, FamilyGroup _ -> {
        // It is out of sight already, or was never in it.
      }
    }
  }

  /// What an organization's people have to look at.
  @Transactional
  public List<Alerted> of(Caller caller, OrganizationId organization) {
    HostPlaces.requireOurs(caller, organization);
    return read(caller, open(it -> organization.equals(it.organization())));
  }

  @Transactional(readOnly = true)
  public int count(OrganizationId organization) {
    return open(it -> organization.equals(it.organization())).size();
  }

  /// What those who look after the caller's areas have to look at.
  @Transactional
  public List<Alerted> inRegion(Caller caller) {
    return read(caller, regional(caller));
  }

  @Transactional(readOnly = true)
  public int countInRegion(Caller caller) {
    return regional(caller).size();
  }

  private List<Alerted> regional(Caller caller) {
    var areas = reach.of(caller);
    return open(it -> !Collections.disjoint(areas, it.areas()));
  }

  private List<Alerted> read(Caller caller, List<Alerted> alerted) {
    alerted.forEach(it -> ties.open(caller, Action.READ, it.gathering()));
    return alerted;
  }

  private List<Alerted> open(Predicate<Gathering> whose) {
    return house.step(() -> {
      List<Alerted> all = new ArrayList<>();
      for (BoardRows.Open it : rows.open()) {
        Gathering on = gatherings.find(it.gathering()).filter(whose).orElse(null);
        Message message =
            it.message() == null ? null : rows.find(it.gathering(), it.message()).orElse(null);
        boolean gone = message != null && message.state() == Message.State.REMOVED;
        if (on != null && !gone && !on.isOver()) {
          all.add(new Alerted(on, message, it.people(), it.why()));
        }
      }
      return all;
    });
  }

  /// Settles what was told: it stays, or comes back, or is taken away. Of two who decide, the first
  /// does.
  ///
  /// @param keep whether it may be seen
  /// @return false when somebody decided before
  @Transactional
  public boolean settle(Caller caller, UUID id, @Nullable UUID message, boolean keep) {
    return house.step(() -> {
      Gathering on =
          gatherings
              .hold(id)
              .filter(it -> ties.mayModerate(caller, it))
              .orElseThrow(() -> new NoSuchRecord(RecordType.ALERT));
      if (rows.settle(id, message, clock.instant()) == 0) {
        return false;
      }
      ties.open(caller, Action.MODERATE, on);
      if (message != null) {
        rows.find(id, message).ifPresent(it -> settle(it, keep));
        return true;
      }
      switch (on) {
        case Meetup meetup -> settle(meetup, keep);
        case FamilyGroup group -> settle(group, keep);
      }
      return true;
    });
  }

  private void settle(Message message, boolean keep) {
    Message.State next = keep ? Message.State.SHOWN : Message.State.REMOVED;
    if (message.state().mayBecome(next) && !(keep && message.state() == Message.State.WAITING)) {
      rows.put(message.to(next));
    }
  }

  private void settle(Meetup meetup, boolean keep) {
    if (!keep) {
      boolean seen = meetup.state() == Meetup.State.PUBLISHED;
      Meetup gone = meetups.put(meetup.to(Meetup.State.REMOVED, ""));
      if (seen) {
        events.hide(gone);
      }
      letters.tellHost(gone, What.REMOVED);
    } else if (meetup.state() == Meetup.State.HIDDEN) {
      Meetup back = meetups.put(meetup.to(Meetup.State.PUBLISHED, ""));
      events.publish(back);
      letters.tellHost(back, What.RESTORED);
    }
  }

  private void settle(FamilyGroup group, boolean keep) {
    if (!keep) {
      groupLetters.tellHosts(
          ending.end(group, FamilyGroup.State.REMOVED, ties.hosts(group)), What.REMOVED);
    } else if (group.isHidden()) {
      groupLetters.tellHosts(
          groups.put(group.to(FamilyGroup.State.ACTIVE, "", clock.instant())), What.RESTORED);
    }
  }
}
