package fi.rinnalla.meetups;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.meetups.Approvals.Outcome;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Reach;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Groups that wait for a look, before the same people as meet-ups and under the same rules.
@Component
public class GroupApprovals {
  private static final Set<Meetup.State> GOOD =
      EnumSet.of(Meetup.State.PUBLISHED, Meetup.State.CANCELLED, Meetup.State.ENDED);

  private final GroupRows groups;
  private final MeetupRows meetups;
  private final BoardRows board;
  private final GroupLetters letters;
  private final MeetupSettings settings;
  private final Ties ties;
  private final Reach reach;
  private final HouseWork house;
  private final Clock clock;

  GroupApprovals(
      GroupRows groups,
      MeetupRows meetups,
      BoardRows board,
      GroupLetters letters,
      MeetupSettings settings,
      Ties ties,
      Reach reach,
      HouseWork house,
      Clock clock) {
    this.groups = groups;
    this.meetups = meetups;
    this.board = board;
    this.letters = letters;
    this.settings = settings;
    this.ties = ties;
    this.reach = reach;
    this.house = house;
    this.clock = clock;
  }

  /// What waits for an organization's people, the longest first.
  @Transactional
  public List<FamilyGroup> of(Caller caller, OrganizationId organization) {
    HostPlaces.requireOurs(caller, organization);
    return read(caller, waiting(it -> organization.equals(it.organization())));
  }

  /// How many there are; who asks has been let into the organization's workspace.
  @Transactional(readOnly = true)
  public int count(OrganizationId organization) {
    return waiting(it -> organization.equals(it.organization())).size();
  }

  /// What waits for those who look after the caller's areas.
  @Transactional
  public List<FamilyGroup> inRegion(Caller caller) {
    return read(caller, regional(caller));
  }

  @Transactional(readOnly = true)
  public int countInRegion(Caller caller) {
    return regional(caller).size();
  }

  private List<FamilyGroup> regional(Caller caller) {
    var areas = reach.of(caller);
    Instant lately = clock.instant().minus(settings.alone());
    return waiting(it ->
        !Collections.disjoint(areas, it.areas())
            && (!ties.hasStaff(it) || it.askedAt().isBefore(lately)));
  }

  private List<FamilyGroup> waiting(Predicate<FamilyGroup> whose) {
    return house.step(() -> groups.in(FamilyGroup.State.PROPOSED).stream().filter(whose).toList());
  }

  private List<FamilyGroup> read(Caller caller, List<FamilyGroup> waiting) {
    waiting.forEach(it -> ties.open(caller, Action.READ, it));
    return waiting;
  }

  /// Says yes to what was seen. The board goes on from the meet-up to the group.
  @Transactional
  public Outcome approve(Caller caller, GroupId id, int version) {
    return answer(
        caller,
        id,
        version,
        it -> {
          Meetup first = meetups.hold(it.from()).orElse(null);
          if (first == null || !GOOD.contains(first.state())) {
            return new Outcome.TooLate();
          }
          Instant now = clock.instant();
          Instant busy = first.endsAt().isAfter(now) ? first.endsAt() : now;
          FamilyGroup active = groups.put(it.to(FamilyGroup.State.ACTIVE, "", now).busy(busy));
          meetups.put(first.inGroup(id));
          board.move(first.id().value(), id.value());
          letters.tellHosts(active, GroupLetters.What.APPROVED, "once");
          return new Outcome.Done();
        });
  }

  /// Says no; the founder reads why on the group's page.
  @Transactional
  public Outcome decline(Caller caller, GroupId id, int version, String reason) {
    return answer(
        caller,
        id,
        version,
        it -> {
          FamilyGroup no =
              groups.put(it.to(FamilyGroup.State.REFUSED, reason.strip(), clock.instant()));
          letters.tellHosts(no, GroupLetters.What.REFUSED, "once");
          return new Outcome.Done();
        });
  }

  private interface Answer {
    Outcome of(FamilyGroup group);
  }

  private Outcome answer(Caller caller, GroupId id, int version, Answer answer) {
    return house.step(() -> {
      FamilyGroup group =
          groups
              .hold(id)
              .filter(it -> ties.mayModerate(caller, it))
              .orElseThrow(() -> new NoSuchRecord(RecordType.GROUP));
      if (group.state() != FamilyGroup.State.PROPOSED || group.version() != version) {
        return new Outcome.Changed();
      }
      ties.open(caller, Action.MODERATE, group);
      return answer.of(group);
    });
  }
}
