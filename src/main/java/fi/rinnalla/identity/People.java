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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people who sign in and the roles they hold.
@Component
public class People {
  private final PeopleRows rows;
  private final Audit audit;
  private final Gate gate;
  private final Clock clock;

  People(PeopleRows rows, Audit audit, Gate gate, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.gate = gate;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Person> find(PersonId id) {
    return rows.find(id);
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
    if (!rows.give(held, by == null ? null : by.person().id(), clock.instant())) {
      return;
    }
    String id = held.id().toString();
    if (by == null) {
      audit.write(
          null, "HOUSE", Action.CREATE.code(), RecordType.ROLE.code(), id, person.value(), "given");
    } else {
      gate.open(by, Action.CREATE, RecordType.ROLE, id, relations(by, held), person.value());
    }
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
  }
}
