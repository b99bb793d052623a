package fi.rinnalla.identity;

import fi.rinnalla.audit.Audit;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people who sign in and the roles they hold.
@Component
public class People {
  private final PeopleRows rows;
  private final Audit audit;
  private final Gate gate;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  People(PeopleRows rows, Audit audit, Gate gate, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.gate = gate;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Person> find(PersonId id) {
    return rows.find(id);
  }

  /// Those of these who are there, in one look.
  @Transactional(readOnly = true)
  public Map<PersonId, Person> all(Collection<PersonId> ids) {
    return rows.all(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /// Whose address it is.
  @Transactional(readOnly = true)
  public Optional<Person> find(String email) {
    return rows.find(email.strip().toLowerCase(Locale.ROOT));
  }

  /// Who calls, with the roles held by now; nothing when the person is gone.
  @Transactional(readOnly = true)
  public Optional<Caller> caller(PersonId id, Level level) {
    return rows.find(id).map(person -> Caller.of(person, level, rows.roles(id)));
  }

  /// The roles held by now.
  @Transactional(readOnly = true)
  public List<RoleHeld> roles(PersonId person) {
    return rows.roles(person);
  }

  /// Those who hold a role for the organization.
  @Transactional(readOnly = true)
  public List<RoleHeld> rolesFor(UUID organization) {
    return rows.rolesFor(organization);
  }

  /// Those who keep an organization's page and listings, its editors and owners, each once. Who
  /// answers at its desk and does nothing else isn't one of them.
  @Transactional(readOnly = true)
  public List<Person> keepers(UUID organization) {
    return rows.keepers(organization);
  }

  /// Those who hold the role for one of the areas.
  @Transactional(readOnly = true)
  public List<RoleHeld> holders(Role role, Collection<AreaCode> areas) {
    return rows.holders(role, areas);
  }

  /// When the role was last given to somebody for one of the areas, also if it has ended since.
  @Transactional(readOnly = true)
  public Optional<Instant> lastGiven(Role role, Collection<AreaCode> areas) {
    return rows.lastGiven(role, areas);
  }

  /// As [#rolesFor], held until the end of the transaction: two who take roles away at once stand
  /// in a line, and the later one sees what the earlier one did.
  @Transactional
  public List<RoleHeld> hold(UUID organization) {
    return rows.hold(organization);
  }

  /// The demo's people, in the order they were made.
  @Transactional(readOnly = true)
  public List<Person> demo() {
    return rows.demo();
  }

  /// The person of an address, made when there is none yet: to have an address is all it takes.
  @Transactional
  public Person of(String email, Lang lang) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    return rows.find(address)
        .orElseGet(() ->
            rows.add(
                new Person(new PersonId(UUID.randomUUID()), "", address, lang, false),
                clock.instant()));
  }

  @Transactional
  public Person add(Person person) {
    return rows.add(person, clock.instant());
  }

  @Transactional
  public void rename(PersonId person, String name, Lang lang) {
    rows.rename(person, name.strip(), lang);
  }

  /// Gives a role; one that is held already stays as it is.
  ///
  /// @param by who gives it, by a right of their own; null is the house itself
  @Transactional
  public void give(
      PersonId person,
      Role role,
      @Nullable UUID organization,
      @Nullable AreaCode area,
      @Nullable Caller by) {
    RoleHeld held = new RoleHeld(UUID.randomUUID(), person, role, organization, area);
    if (by != null) {
      give(held, within(by, held), relations(by, held));
    } else if (rows.give(held, null, clock.instant())) {
      String id = held.id().toString();
      audit.write(
          null, "HOUSE", Action.CREATE.code(), RecordType.ROLE.code(), id, person.value(), "given");
    }
  }

  /// Gives a role for an organization by a right over it that its room knows of.
  ///
  /// @param by who gives it, with the roles that this right comes from
  @Transactional
  public void entrust(
      PersonId person, Role role, UUID organization, Caller by, Set<Relation> relations) {
    give(new RoleHeld(UUID.randomUUID(), person, role, organization, null), by, relations);
  }

  private void give(RoleHeld held, Caller by, Set<Relation> relations) {
    if (rows.give(held, by.person().id(), clock.instant())) {
      gate.open(
          by,
          Action.CREATE,
          RecordType.ROLE,
          held.id().toString(),
          relations,
          held.person().value());
    }
  }

  private static Caller within(Caller by, RoleHeld held) {
    UUID organization = held.organization();
    AreaCode area = held.area();
    return organization != null ? by.within(organization) : area != null ? by.within(area) : by;
  }

  private static Set<Relation> relations(Caller by, RoleHeld held) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    if (held.organization() != null && by.organizations().contains(held.organization())) {
      relations.add(Relation.ORGANIZATION);
    }
    if (held.area() != null && by.areas().contains(held.area())) {
      relations.add(Relation.REGION);
    }
    return relations;
  }

  /// Takes a role away; effective on the next request of whoever held it.
  @Transactional
  public boolean end(UUID role) {
    return rows.end(role, clock.instant());
  }

  /// Forgets the person: name, address and roles. What they did stays in the log under an id that
  /// leads nowhere.
  @Transactional
  public void forget(PersonId person) {
    rows.delete(person);
    events.publishEvent(new PersonLeft(person));
  }
}
