package fi.rinnalla.upkeep;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What visitors have told and nobody has settled.
@Component
@Order(100)
class QueueTally implements Tally {
  private final Reports reports;

  QueueTally(Reports reports) {
    this.reports = reports;
  }

  @Override
  public String heading() {
    return "upkeep.region.reports";
  }

  @Override
  public List<Line> lines(Page page, Caller caller) {
    String queue = page.to(Route.QUEUE);
    int open = reports.countInRegion(caller, Reports.Shelf.OPEN);
    int forwarded = reports.countInRegion(caller, Reports.Shelf.FORWARDED);
    int settled = reports.countInRegion(caller, Reports.Shelf.SETTLED);
    String oldest =
        reports
            .waitingSince(caller)
            .map(it -> page.say("upkeep.region.oldest", page.date(Dates.day(it))))
            .orElse("");
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(open, page.say("upkeep.region.open", open), oldest, queue, open > 0));
    if (forwarded > 0) {
      lines.add(
          new Line(
              forwarded,
              page.say("upkeep.region.forwarded", forwarded),
              "",
              queue + "?state=forwarded",
              false));
    }
    lines.add(
        new Line(
            settled,
            page.say("upkeep.region.settled", settled),
            "",
            queue + "?state=settled",
            false));
    return lines;
  }
}
