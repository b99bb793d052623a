package fi.rinnalla.merging;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Tally;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// How many pairs of the area wait for somebody to say whether they are one.
@Component
@Order(550)
class PairsTally implements Tally {
  private final Pairs pairs;
  private final Merger merger;

  PairsTally(Pairs pairs, Merger merger) {
    this.pairs = pairs;
    this.merger = merger;
  }

  @Override
  public String heading() {
    return "merging.pairs.title";
  }

  @Override
  public List<Line> lines(Page page, Caller caller) {
    int open = pairs.count(caller, Pair.State.OPEN);
    int resting = merger.countResting(caller);
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            open,
            page.say("merging.pairs.open", open),
            page.say("merging.pairs.open_note"),
            page.to(Route.SAME),
            false));
    if (resting > 0) {
      lines.add(
          new Line(
              resting,
              page.say("merging.pairs.resting", resting),
              page.say("merging.pairs.resting_note"),
              page.to(Route.SAME) + "?state=" + Pair.State.MERGED.code(),
              true));
    }
    return lines;
  }
}
