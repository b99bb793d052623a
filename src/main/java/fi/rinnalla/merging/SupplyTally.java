package fi.rinnalla.merging;

import fi.rinnalla.directory.Area;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Tally;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Of how many themes there is nothing at all in the area.
@Component
@Order(600)
class SupplyTally implements Tally {
  private final Supply supply;

  SupplyTally(Supply supply) {
    this.supply = supply;
  }

  @Override
  public String heading() {
    return "merging.supply.title";
  }

  @Override
  public List<Line> lines(Page page, Caller caller) {
    List<Area> towns = supply.ownTowns(caller.areas());
    if (towns.isEmpty()) {
      return List.of();
    }
    long missing = supply.byTheme(towns).stream().filter(Supply.OfTheme::isNowhere).count();
    return List.of(
        new Line(
            missing,
            page.say("merging.supply.nowhere", missing),
            page.say("merging.supply.nowhere_note"),
            page.to(Route.SUPPLY),
            false));
  }
}
