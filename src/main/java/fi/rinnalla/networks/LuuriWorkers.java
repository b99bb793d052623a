package fi.rinnalla.networks;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.signin.Invitations;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who takes the calls of an area, for those who look after it. They see no call and no family.
@Component
public class LuuriWorkers {
  private final People people;
  private final Invitations invitations;
  private final Gate gate;
  private final HouseWork house;

  LuuriWorkers(People people, Invitations invitations, Gate gate, HouseWork house) {
    this.people = people;
    this.invitations = invitations;
    this.gate = gate;
    this.house = house;
  }

  /// One of them.
  ///
  /// @param name empty when they have given none
  public record Worker(UUID role, PersonId person, String name, String email, AreaCode area) {}

  /// The areas for which the caller may say who takes the calls.
  public Set<AreaCode> areas(Caller caller) {
    if (!caller.roles().contains(Role.REGION_ADMIN)) {
      return Set.of();
    }
    return caller.held().stream()
        .filter(it -> it.role() == Role.REGION_ADMIN)
        .map(RoleHeld::area)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  @Transactional
  public List<Worker> of(Caller caller) {
    Set<AreaCode> areas = areas(caller);
    areas.forEach(it -> open(caller, Action.READ, it, it.value(), null));
    return house.step(() -> {
      List<RoleHeld> held = people.holders(Role.LUURI_WORKER, areas);
      Map<PersonId, Person> named = people.all(held.stream().map(RoleHeld::person).toList());
      return held.stream()
          .flatMap(it -> worker(it, Optional.ofNullable(named.get(it.person()))).stream())
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    });
  }

  private static Optional<Worker> worker(RoleHeld held, Optional<Person> person) {
    return person.map(it ->
        new Worker(
            held.id(),
            it.id(),
            it.name(),
            Optional.ofNullable(it.email()).orElse(""),
            Objects.requireNonNull(held.area())));
  }

  /// Asks somebody by letter to take the calls of an area.
  ///
  /// @return whether a letter went: not when the address has been asked too often today
  @Transactional
  public boolean invite(Caller caller, AreaCode area, EmailAddress to, Lang lang) {
    if (!areas(caller).contains(area)) {
      throw new NoSuchRecord(RecordType.ROLE);
    }
    return invitations.toArea(caller, to, lang, Role.LUURI_WORKER, area);
  }

  /// Takes the calls out of somebody's hands: at once, for roles are asked anew at each request.
  @Transactional
  public void end(Caller caller, UUID role) {
    Worker found =
        of(caller).stream()
            .filter(it -> it.role().equals(role))
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord(RecordType.ROLE));
    open(caller, Action.DELETE, found.area(), role.toString(), found.person().value());
    house.step(() -> people.end(role));
  }

  private void open(
      Caller caller, Action action, AreaCode area, String record, @Nullable UUID subject) {
    gate.open(
        caller.within(area), action, RecordType.ROLE, record, Set.of(Relation.REGION), subject);
  }
}
