package fi.rinnalla.upkeep;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whether anybody looks after an area. Where nobody has for a week, organizations' new listings
/// wait for somebody instead of going out unseen: decision 0019.
@Component
public class Moderators {
  private final ModeratorRows rows;
  private final Subjects subjects;
  private final Reach reach;
  private final People people;
  private final HouseWork house;
  private final ModerationSettings settings;
  private final Clock clock;

  Moderators(
      ModeratorRows rows,
      Subjects subjects,
      Reach reach,
      People people,
      HouseWork house,
      ModerationSettings settings,
      Clock clock) {
    this.rows = rows;
    this.subjects = subjects;
    this.reach = reach;
    this.people = people;
    this.house = house;
    this.settings = settings;
    this.clock = clock;
  }

  /// A colleague, and when they last looked after the area.
  ///
  /// @param seenAt null for one who never has
  public record Colleague(String name, @Nullable Instant seenAt) {}

  /// Remembers that the caller looks after their areas just now; of others nothing is remembered.
  @Transactional
  public void seen(Caller caller) {
    if (!caller.roles().contains(Role.REGION_ADMIN)) {
      return;
    }
    caller.held().stream().filter(it -> it.role() == Role.REGION_ADMIN).forEach(this::seen);
  }

  private void seen(RoleHeld held) {
    AreaCode area = held.area();
    if (area != null) {
      rows.seen(held.person().value(), area, clock.instant());
    }
  }

  /// Whether the organization's new listings must wait: its area has moderators, or has had, and
  /// none of them has been here for a week. A new moderator has a week from being given the task.
  /// An area that never had one is open, for what would wait there would wait for nobody.
  @Transactional(readOnly = true)
  public boolean areAwayFrom(OrganizationId organization) {
    return house.step(() -> {
      Set<AreaCode> areas = reach.of(subjects.areasOf(organization));
      Instant limit = clock.instant().minus(settings.moderatorAway());
      return Stream.of(rows.last(areas), people.lastGiven(Role.REGION_ADMIN, areas))
          .flatMap(Optional::stream)
          .max(Instant::compareTo)
          .filter(last -> last.isBefore(limit))
          .isPresent();
    });
  }

  /// Whether the caller, as region staff, looks after the area where the organization works.
  public boolean lookAfter(Caller caller, OrganizationId organization) {
    return subjects.areasOf(organization).stream().anyMatch(reach.of(caller)::contains);
  }

  /// Where the organization works: by its own area, and by its services and places.
  public Set<AreaCode> areasOf(OrganizationId organization) {
    return subjects.areasOf(organization);
  }

  /// Those whose business the organization is.
  public Set<PersonId> of(OrganizationId organization) {
    Set<AreaCode> areas = reach.of(subjects.areasOf(organization));
    return house.step(() ->
        people.holders(Role.REGION_ADMIN, areas).stream()
            .map(RoleHeld::person)
            .collect(Collectors.toSet()));
  }

  /// Those who look after the caller's areas, in the order in which they were given the task.
  @Transactional(readOnly = true)
  public List<Colleague> colleagues(Caller caller) {
    Set<AreaCode> areas = reach.of(caller);
    if (areas.isEmpty()) {
      throw new NoSuchRecord(RecordType.QUEUE);
    }
    return house.step(() ->
        people.holders(Role.REGION_ADMIN, areas).stream()
            .map(RoleHeld::person)
            .distinct()
            .map(this::colleague)
            .toList());
  }

  private Colleague colleague(PersonId person) {
    return new Colleague(
        people.find(person).map(Person::name).orElse(""), rows.lastOf(person.value()).orElse(null));
  }

  /// The demo's moderators are always here, or the demo would close by itself.
  void demoIsHere() {
    house.step(() -> {
      people.demo().stream()
          .flatMap(it -> people.roles(it.id()).stream())
          .filter(it -> it.role() == Role.REGION_ADMIN)
          .forEach(this::seen);
      return clock;
    });
  }
}
