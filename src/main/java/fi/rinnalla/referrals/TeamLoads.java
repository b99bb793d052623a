package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many matters each navigator of a team has, for whoever is in charge of it, and what becomes
/// of them when a navigator is away or has gone. Whose matters they are is never told here.
@Component
public class TeamLoads {
  private final CaseRows rows;
  private final CaseLetters letters;
  private final People people;
  private final Gate gate;
  private final HouseWork house;

  TeamLoads(CaseRows rows, CaseLetters letters, People people, Gate gate, HouseWork house) {
    this.rows = rows;
    this.letters = letters;
    this.people = people;
    this.gate = gate;
    this.house = house;
  }

  /// @param name empty when they have given none
  /// @param open how many matters they have that aren't closed
  public record Load(PersonId navigator, String name, int open) {}

  /// Nothing for those who aren't in charge.
  @Transactional(readOnly = true)
  public List<Load> of(Caller caller, OrganizationId organization) {
    Caller here = caller.within(organization.value());
    if (!gate.may(here, Action.UPDATE, RecordType.TEAM, theirs(here, organization))) {
      return List.of();
    }
    return house.step(() -> {
      Map<PersonId, Integer> open = rows.loads(organization);
      return people.all(open.keySet()).values().stream()
          .map(it -> new Load(it.id(), it.name(), open.getOrDefault(it.id(), 0)))
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    });
  }

  /// Gives a navigator's open matters back to the team's queue, as when they fall ill: whoever
  /// takes one writes to the family.
  ///
  /// @return how many there were
  @Transactional
  public int giveBack(Caller caller, OrganizationId organization, PersonId navigator) {
    Caller here = caller.within(organization.value());
    gate.open(
        here,
        Action.UPDATE,
        RecordType.TEAM,
        organization.toString(),
        theirs(here, organization),
        navigator.value());
    return house.step(() -> {
      List<HelpCaseId> back = rows.giveBack(organization, navigator);
      back.forEach(it -> rows.find(it).ifPresent(letters::returned));
      return back.size();
    });
  }

  /// A navigator who is in the team no more would have matters that nobody could open: they go back
  /// to the queue by themselves.
  void letGo() {
    for (OrganizationId team : house.step(rows::teams)) {
      house.step(() -> {
        Set<PersonId> navigators =
            people.rolesFor(team.value()).stream()
                .filter(it -> it.role() == Role.NAVIGATOR)
                .map(RoleHeld::person)
                .collect(Collectors.toSet());
        rows.loads(team).keySet().stream()
            .filter(it -> !navigators.contains(it))
            .flatMap(it -> rows.giveBack(team, it).stream())
            .toList()
            .forEach(it -> rows.find(it).ifPresent(letters::returned));
        return team;
      });
    }
  }

  private static Set<Relation> theirs(Caller here, OrganizationId organization) {
    return here.organizations().contains(organization.value())
        ? Set.of(Relation.ORGANIZATION)
        : Set.of();
  }
}
