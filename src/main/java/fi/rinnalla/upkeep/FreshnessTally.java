package fi.rinnalla.upkeep;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What nobody has vouched for in good time.
@Component
@Order(300)
class FreshnessTally implements Tally {
  private final GrownOld grownOld;

  FreshnessTally(GrownOld grownOld) {
    this.grownOld = grownOld;
  }

  @Override
  public String heading() {
    return "upkeep.region.old";
  }

  @Override
  public List<Line> lines(Page page, Caller caller) {
    List<GrownOld.Task> tasks = grownOld.of(caller);
    int expired = tasks.stream().mapToInt(GrownOld.Task::expired).sum();
    int waiting = tasks.stream().mapToInt(GrownOld.Task::aged).sum() - expired;
    long unreached =
        tasks.stream().filter(it -> it.reached() != GrownOld.Task.Reached.BY_LETTER).count();
    return List.of(
        line(page, expired, "expired", expired > 0),
        line(page, waiting, "waiting", false),
        line(page, unreached, "unreached", unreached > 0));
  }

  private static Line line(Page page, long number, String what, boolean urgent) {
    return new Line(
        number,
        page.say("upkeep.region.old." + what, number),
        "",
        page.to(Route.GROWN_OLD),
        urgent);
  }
}
