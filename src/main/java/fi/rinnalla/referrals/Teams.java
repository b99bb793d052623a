package fi.rinnalla.referrals;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where families may ask for help: the teams of navigators, kept by those who are in charge of
/// their organizations. Who is in a team is a role ([fi.rinnalla.identity.Role#NAVIGATOR]).
@Component
public class Teams {
  private final TeamRows rows;
  private final Directory directory;
  private final Areas areas;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Teams(TeamRows rows, Directory directory, Areas areas, Gate gate, HouseWork house, Clock clock) {
    this.rows = rows;
    this.directory = directory;
    this.areas = areas;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of a change.
  public enum Outcome {
    DONE,
    TOO_LONG,
    NO_AREA,
    TOO_MANY
  }

  /// Those who take requests from a municipality, or from what it lies in.
  @Transactional(readOnly = true)
  public List<Team> in(AreaCode municipality) {
    Set<AreaCode> around =
        areas.lineage(municipality).stream()
            .map(Area::code)
            .collect(java.util.stream.Collectors.toSet());
    return rows.open().stream()
        .filter(it -> it.areas().stream().anyMatch(around::contains))
        .filter(it -> directory.find(it.organization()).isPresent())
        .toList();
  }

  /// The municipalities where there is somebody to ask, by name.
  @Transactional(readOnly = true)
  public List<Area> municipalities() {
    TreeMap<String, Area> all = new TreeMap<>();
    for (Team team : rows.open()) {
      for (AreaCode code : team.areas()) {
        for (Area area : municipalities(code)) {
          all.put(String.valueOf(area.name().fi()), area);
        }
      }
    }
    return List.copyOf(all.values());
  }

  private List<Area> municipalities(AreaCode code) {
    return areas
        .find(code)
        .map(area ->
            area.type() == Area.Type.MUNICIPALITY
                ? List.of(area)
                : areas.children(code).stream()
                    .filter(it -> it.type() == Area.Type.MUNICIPALITY)
                    .toList())
        .orElse(List.of());
  }

  /// For those who keep the organization.
  @Transactional
  public Optional<Team> get(Caller caller, OrganizationId organization) {
    require(caller, organization, Action.READ);
    return rows.find(organization);
  }

  @Transactional
  public Outcome tell(
      Caller caller, OrganizationId organization, Text words, Set<AreaCode> where, boolean open) {
    Caller here = require(caller, organization, Action.UPDATE);
    if (java.util.stream.Stream.of(words.fi(), words.sv(), words.en())
        .anyMatch(it -> it != null && it.length() > Team.LONGEST_WORDS)) {
      return Outcome.TOO_LONG;
    }
    if (where.isEmpty() || where.stream().anyMatch(it -> areas.find(it).isEmpty())) {
      return Outcome.NO_AREA;
    }
    if (where.size() > Team.MOST_AREAS) {
      return Outcome.TOO_MANY;
    }
    return house.step(() -> {
      rows.put(new Team(organization, words, where, open), clock.instant());
      gate.open(
          here,
          Action.UPDATE,
          RecordType.TEAM,
          organization.toString(),
          Set.of(Relation.ORGANIZATION),
          null);
      return Outcome.DONE;
    });
  }

  private Caller require(Caller caller, OrganizationId organization, Action action) {
    Caller here = caller.within(organization.value());
    boolean theirs =
        here.organizations().contains(organization.value())
            || here.organizations(Role.NAVIGATOR).contains(organization.value());
    Set<Relation> relations = theirs ? Set.of(Relation.ORGANIZATION) : Set.of();
    if (directory.find(organization).isEmpty()
        || !gate.may(here, action, RecordType.TEAM, relations)) {
      throw new NoSuchRecord(RecordType.TEAM);
    }
    return here;
  }
}
