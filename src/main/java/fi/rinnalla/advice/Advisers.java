package fi.rinnalla.advice;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.workspace.Members;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who of an organization's people may sit at a desk; its owners say so.
@Component
public class Advisers {
  private static final int LONGEST_NAME = 40;

  private final DeskRows desks;
  private final AdviserRows rows;
  private final Members members;
  private final People people;
  private final Gate gate;
  private final HouseWork house;

  Advisers(
      DeskRows desks,
      AdviserRows rows,
      Members members,
      People people,
      Gate gate,
      HouseWork house) {
    this.desks = desks;
    this.rows = rows;
    this.members = members;
    this.people = people;
    this.gate = gate;
    this.house = house;
  }

  /// Whoever sits at the desk for this organization, and who else of its people could.
  ///
  /// @param mayChange whether the caller owns the page
  public record Table(List<Adviser> sitting, List<Person> others, boolean mayChange) {}

  /// What became of a change.
  public enum Outcome {
    DONE,
    /// It isn't one of the organization's people.
    NOBODY,
    /// No first name that visitors could be shown.
    NO_NAME
  }

  @Transactional
  public Table of(Caller caller, UUID organization, UUID desk) {
    require(caller, organization, desk, Action.READ);
    List<Adviser> sitting =
        house.step(() ->
            rows.of(desk).stream().filter(it -> it.organization().equals(organization)).toList());
    Members.Team team = members.of(caller, new OrganizationId(organization));
    List<Person> others =
        team.members().stream()
            .flatMap(it -> Optional.ofNullable(it.person()).stream())
            .filter(it -> sitting.stream().noneMatch(one -> one.person().equals(it.id())))
            .toList();
    return new Table(sitting, team.mayChange() ? others : List.of(), team.mayChange());
  }

  /// @param name the first name that visitors see
  @Transactional
  public Outcome seat(Caller caller, UUID organization, UUID desk, PersonId person, String name) {
    Caller here = require(caller, organization, desk, Action.UPDATE);
    Members.Team team = members.of(caller, new OrganizationId(organization));
    boolean ours =
        team.mayChange()
            && team.members().stream()
                .flatMap(it -> Optional.ofNullable(it.person()).stream())
                .anyMatch(it -> it.id().equals(person));
    if (!ours) {
      return Outcome.NOBODY;
    }
    String first = name.strip();
    if (first.isEmpty()
        || first.length() > LONGEST_NAME
        || !first.codePoints().allMatch(it -> Character.isLetter(it) || it == '-')) {
      return Outcome.NO_NAME;
    }
    people.give(person, Role.ADVISER, organization, null, here);
    house.step(() -> {
      rows.add(desk, person, organization, first);
      return desk;
    });
    return Outcome.DONE;
  }

  @Transactional
  public Outcome unseat(Caller caller, UUID organization, UUID desk, PersonId person) {
    Caller here = require(caller, organization, desk, Action.UPDATE);
    if (!here.roles().contains(Role.ORG_OWNER)) {
      return Outcome.NOBODY;
    }
    house.step(() -> rows.remove(desk, person, organization));
    boolean elsewhere =
        house.step(() ->
            rows.desksOf(person).stream().anyMatch(it -> it.organization().equals(organization)));
    if (!elsewhere) {
      people.rolesFor(organization).stream()
          .filter(it -> it.person().equals(person) && it.role() == Role.ADVISER)
          .forEach(it -> end(here, organization, it));
    }
    return Outcome.DONE;
  }

  private void end(Caller here, UUID organization, RoleHeld held) {
    gate.open(
        here,
        Action.DELETE,
        RecordType.ROLE,
        held.id().toString(),
        DeskKeeping.theirs(here, organization),
        held.person().value());
    people.end(held.id());
  }

  private Caller require(Caller caller, UUID organization, UUID desk, Action action) {
    Caller here = caller.within(organization);
    boolean ours =
        house.step(() -> desks.find(desk)).filter(it -> it.isOf(organization)).isPresent();
    if (!ours || !gate.may(here, action, RecordType.DESK, DeskKeeping.theirs(here, organization))) {
      throw DeskKeeping.none();
    }
    return here;
  }
}
