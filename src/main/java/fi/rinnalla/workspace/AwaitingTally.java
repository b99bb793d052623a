package fi.rinnalla.workspace;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Tally;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// New listings that wait for a moderator.
@Component
@Order(200)
class AwaitingTally implements Tally {
  private final Awaiting awaiting;

  AwaitingTally(Awaiting awaiting) {
    this.awaiting = awaiting;
  }

  @Override
  public String heading() {
    return "workspace.awaiting.heading";
  }

  @Override
  public List<Line> lines(Page page, Caller caller) {
    int waiting = awaiting.count(caller);
    return List.of(
        new Line(
            waiting,
            page.say("workspace.awaiting.count", waiting),
            "",
            page.to(Route.AWAITING),
            waiting > 0));
  }
}
