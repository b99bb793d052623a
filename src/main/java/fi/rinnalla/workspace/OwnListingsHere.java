package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.OwnListings;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells the upkeep what organizations keep in their workspaces.
@Component
class OwnListingsHere implements OwnListings {
  private final SheetRows rows;
  private final Makers makers;
  private final HouseWork house;
  private final Clock clock;

  OwnListingsHere(SheetRows rows, Makers makers, HouseWork house, Clock clock) {
    this.rows = rows;
    this.makers = makers;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public boolean isOwn(OrganizationId organization, String source) {
    return source.equals(Workspace.source(organization));
  }

  @Override
  @Transactional
  public boolean end(OrganizationId organization, UUID id, UUID by) {
    return house.step(() -> {
      Kept was =
          rows.hold(id)
              .filter(it -> it.organization().equals(organization))
              .filter(it -> it.state() == Kept.State.PUBLISHED)
              .orElse(null);
      if (was == null) {
        return false;
      }
      makers.of(was.kind()).withdraw(Workspace.source(organization), id);
      rows.put(was.changed(Kept.State.WITHDRAWN, was.sheet(), clock.instant(), by).next());
      return true;
    });
  }
}
