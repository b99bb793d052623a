package fi.rinnalla.workspace;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Tally;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Claims to pages that nobody keeps yet.
@Component
@Order(220)
class ClaimsTally implements Tally {
  private final ClaimDecisions claims;

  ClaimsTally(ClaimDecisions claims) {
    this.claims = claims;
  }

  @Override
  public String heading() {
    return "claims.heading";
  }

  @Override
  public List<Line> lines(Page page, Caller caller) {
    int many = claims.countForStaff(caller);
    return many == 0
        ? List.of()
        : List.of(new Line(many, page.say("claims.count", many), "", page.to(Route.CLAIMS), true));
  }
}
