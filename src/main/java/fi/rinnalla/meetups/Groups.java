package fi.rinnalla.meetups;

import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the groups: what anybody may see of one, what its members may, and which there are.
@Component
public class Groups {
  private static final int TIMES = 4;

  private final GroupRows rows;
  private final MemberRows members;
  private final MeetupRows meetups;
  private final ComingTimes coming;
  private final Directory directory;
  private final Ties ties;
  private final HouseWork house;

  Groups(
      GroupRows rows,
      MemberRows members,
      MeetupRows meetups,
      ComingTimes coming,
      Directory directory,
      Ties ties,
      HouseWork house) {
    this.rows = rows;
    this.members = members;
    this.meetups = meetups;
    this.coming = coming;
    this.directory = directory;
    this.ties = ties;
    this.house = house;
  }

  /// A group that everybody may see, by its name.
  public record Named(GroupId id, Text name) {}

  /// One of a group's next times, and where.
  ///
  /// @param place null when it isn't shown any more
  public record Time(
      MeetupId meetup, EventListing listing, Occurrence time, @Nullable Listing<Location> place) {}

  /// A group as everybody may see it.
  public record Open(FamilyGroup group, int families, List<Time> next) {
    public Open {
      next = List.copyOf(next);
    }
  }

  /// A group, as the one who asks may see it.
  ///
  /// @param members by first name; empty for whoever is no member and no staff
  /// @param own the caller as a member; null when they are none
  /// @param waiting its meet-ups that wait for an answer, for its hosts
  public record Inside(
      Open open,
      Set<Relation> ties,
      List<Member> members,
      @Nullable Member own,
      List<Meetup> waiting) {

    public FamilyGroup group() {
      return open.group();
    }

    public boolean isHost() {
      return ties.contains(Relation.OWN);
    }

    /// Whether who asks may read its board.
    public boolean isAlong() {
      return ties.contains(Relation.ASSIGNED);
    }

    public boolean isStaff() {
      return ties.contains(Relation.ORGANIZATION) || ties.contains(Relation.REGION);
    }
  }

  /// For anybody while it is active; else for its hosts and those who moderate it, and after its
  /// end for those who belonged to it.
  @Transactional
  public Inside get(Caller caller, GroupId id) {
    FamilyGroup group =
        house.step(() -> rows.find(id)).orElseThrow(() -> new NoSuchRecord(RecordType.GROUP));
    Member own =
        caller.isVisitor()
            ? null
            : house.step(() -> members.find(id, caller.person().id())).orElse(null);
    Set<Relation> how = ties.of(caller, group);
    boolean staff = how.contains(Relation.ORGANIZATION) || how.contains(Relation.REGION);
    boolean over = group.state() == FamilyGroup.State.ENDED && own != null;
    if (!group.isOpen() && !how.contains(Relation.OWN) && !staff && !over) {
      throw new NoSuchRecord(RecordType.GROUP);
    }
    if (!how.isEmpty()) {
      ties.open(caller, Action.READ, group);
    }
    boolean names = own != null || staff;
    boolean hosts = how.contains(Relation.OWN);
    return house.step(() ->
        new Inside(
            open(group, TIMES),
            how,
            names ? members.of(id) : List.of(),
            own,
            hosts ? waiting(id) : List.of()));
  }

  private List<Meetup> waiting(GroupId id) {
    return rows.meetups(id).stream()
        .flatMap(it -> meetups.find(it).stream())
        .filter(it -> it.state() == Meetup.State.WAITING)
        .toList();
  }

  private Open open(FamilyGroup group, int most) {
    return new Open(group, members.count(group.id()), next(group.id(), most));
  }

  private List<Time> next(GroupId id, int most) {
    return coming.of(rows.meetups(id)).stream().limit(most).map(this::time).toList();
  }

  private Time time(ComingTimes.Coming it) {
    return new Time(it.meetup(), it.listing(), it.time(), place(it.listing()));
  }

  private @Nullable Listing<Location> place(EventListing listing) {
    return Optional.ofNullable(listing.event().venue().location())
        .flatMap(directory::find)
        .orElse(null);
  }

  /// Those that everybody may see, whoever meets next first.
  @Transactional(readOnly = true)
  public List<Open> all(int most) {
    return house.step(() -> {
      List<FamilyGroup> active = rows.in(FamilyGroup.State.ACTIVE);
      Map<MeetupId, GroupId> whose = rows.meetups(active.stream().map(FamilyGroup::id).toList());
      Map<GroupId, ComingTimes.Coming> first = new HashMap<>();
      coming
          .of(whose.keySet())
          .forEach(it -> first.putIfAbsent(Objects.requireNonNull(whose.get(it.meetup())), it));
      return active.stream()
          .sorted(
              Comparator.comparing((FamilyGroup it) ->
                  Optional.ofNullable(first.get(it.id()))
                      .map(next -> next.time().start())
                      .orElse(Instant.MAX)))
          .limit(most)
          .map(it ->
              new Open(
                  it,
                  members.count(it.id()),
                  Optional.ofNullable(first.get(it.id())).map(this::time).stream().toList()))
          .toList();
    });
  }

  /// The group of a meet-up, when everybody may see it.
  @Transactional(readOnly = true)
  public Optional<Named> of(MeetupId meetup) {
    return house.step(() ->
        meetups
            .find(meetup)
            .flatMap(it -> Optional.ofNullable(it.group()))
            .flatMap(rows::find)
            .filter(FamilyGroup::isOpen)
            .map(it -> new Named(it.id(), it.name())));
  }

  /// A group that the caller hosts, for its next meet-up.
  @Transactional(readOnly = true)
  public Optional<FamilyGroup> hosted(Caller caller, GroupId id) {
    return house.step(
        () -> rows.find(id).filter(FamilyGroup::isOpen).filter(it -> ties.isHost(caller, it)));
  }

  /// The group's latest meet-up, whatever became of it; nothing when it has been forgotten.
  @Transactional(readOnly = true)
  public Optional<Meetup> last(GroupId id) {
    return house.step(() -> meetups.lastOf(id));
  }

  /// What the caller is called in a group, or nothing.
  @Transactional(readOnly = true)
  public Optional<String> ownName(Caller caller, GroupId id) {
    return house.step(() -> members.find(id, caller.person().id()).map(Member::name));
  }

  /// Those that the caller belongs to.
  @Transactional
  public List<FamilyGroup> of(Caller caller) {
    return house.step(() ->
        rows.of(caller.person().id()).stream()
            .filter(it -> it.isOpen() || ties.isHost(caller, it) || isOverFor(it))
            .toList());
  }

  private static boolean isOverFor(FamilyGroup it) {
    return it.state() == FamilyGroup.State.ENDED;
  }
}
