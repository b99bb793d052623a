package fi.rinnalla.advice;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The desks of a region, for whoever looks after it: their hours and how they stand, never a talk.
@Component
public class RegionDesks {
  private final DeskRows rows;
  private final DeskKeeping keeping;
  private final Areas areas;
  private final Gate gate;
  private final HouseWork house;

  RegionDesks(DeskRows rows, DeskKeeping keeping, Areas areas, Gate gate, HouseWork house) {
    this.rows = rows;
    this.keeping = keeping;
    this.areas = areas;
    this.gate = gate;
    this.house = house;
  }

  public List<DeskKeeping.Kept> of(Caller caller) {
    List<DeskKeeping.Kept> all = house.step(() -> rows.all().stream().map(keeping::kept).toList());
    return all.stream().filter(it -> looksAfter(caller, it.desk())).toList();
  }

  private boolean looksAfter(Caller caller, AdviceDesk desk) {
    Set<AreaCode> around =
        desk.areas().stream()
            .flatMap(it -> areas.lineage(it).stream())
            .map(Area::code)
            .collect(Collectors.toSet());
    return caller.areas().stream()
        .filter(around::contains)
        .anyMatch(it ->
            gate.may(caller.within(it), Action.READ, RecordType.DESK, Set.of(Relation.REGION)));
  }
}
