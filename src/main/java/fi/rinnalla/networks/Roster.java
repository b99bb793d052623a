package fi.rinnalla.networks;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whom an organization has put on duty, for which function and where. Only its own people can be.
@Component
public class Roster {
  private final DutyRows rows;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Roster(DutyRows rows, People people, Gate gate, HouseWork house, Clock clock) {
    this.rows = rows;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// The roster, and those who can be put on it.
  public record View(List<Duty> duties, List<Person> people) {
    public String name(PersonId person) {
      return people.stream()
          .filter(it -> it.id().equals(person))
          .map(Person::name)
          .findFirst()
          .orElse("");
    }
  }

  @Transactional
  public View of(Caller caller, OrganizationId organization) {
    open(caller, Action.READ, organization);
    return house.step(() -> new View(rows.of(organization), ours(organization)));
  }

  /// @return whether the person is one of the organization's
  @Transactional
  public boolean put(
      Caller caller,
      OrganizationId organization,
      Function function,
      AreaCode area,
      PersonId person) {
    open(caller, Action.UPDATE, organization);
    return house.step(() -> {
      boolean isOurs = ours(organization).stream().anyMatch(it -> it.id().equals(person));
      if (isOurs) {
        rows.put(
            new Duty(UUID.randomUUID(), organization, function, area, person), clock.instant());
      }
      return isOurs;
    });
  }

  @Transactional
  public boolean remove(Caller caller, OrganizationId organization, UUID duty) {
    open(caller, Action.UPDATE, organization);
    return house.step(() -> {
      Optional<Duty> found = rows.find(duty).filter(it -> it.organization().equals(organization));
      found.ifPresent(it -> rows.delete(it.id()));
      return found.isPresent();
    });
  }

  private List<Person> ours(OrganizationId organization) {
    List<PersonId> ids =
        people.rolesFor(organization.value()).stream().map(RoleHeld::person).distinct().toList();
    return List.copyOf(people.all(ids).values());
  }

  private void open(Caller caller, Action action, OrganizationId organization) {
    Caller here = caller.within(organization.value());
    if (!here.organizations().contains(organization.value())) {
      throw new NoSuchRecord(RecordType.DUTY);
    }
    gate.open(
        here,
        action,
        RecordType.DUTY,
        organization.toString(),
        Set.of(Relation.ORGANIZATION),
        null);
  }
}
