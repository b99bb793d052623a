package fi.rinnalla.pictures;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Tally;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// New pictures that wait for a moderator.
@Component
@Order(210)
class PictureTally implements Tally {
  private final WaitingPictures waiting;

  PictureTally(WaitingPictures waiting) {
    this.waiting = waiting;
  }

  @Override
  public String heading() {
    return "pictures.waiting.heading";
  }

  @Override
  public List<Line> lines(Page page, Caller caller) {
    int many = waiting.count(caller);
    return many == 0
        ? List.of()
        : List.of(
            new Line(
                many,
                page.say("pictures.waiting.count", many),
                "",
                page.to(Route.WAITING_PICTURES),
                true));
  }
}
