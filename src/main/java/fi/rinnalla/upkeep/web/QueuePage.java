package fi.rinnalla.upkeep.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Reports;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What visitors told of an area, for those who look after it.
@Controller
class QueuePage {
  private final Reports reports;
  private final Desk desk;

  QueuePage(Reports reports, Desk desk) {
    this.reports = reports;
    this.desk = desk;
  }

  @Needs(action = Action.READ, record = RecordType.QUEUE)
  @GetMapping({"/fi/yllapito/jono", "/sv/underhall/ko", "/en/upkeep/queue"})
  String list(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String order,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    page.is(Route.QUEUE);
    Reports.Shelf shelf = Reports.Shelf.of(state);
    boolean newest = order.equals("newest");
    return desk.list(
        page, queue(page), shelf, newest, reports.inRegion(caller, shelf, newest), done, model);
  }

  @Needs(action = Action.READ, record = RecordType.REPORT, in = Relation.REGION)
  @GetMapping({
    "/fi/yllapito/jono/{report}",
    "/sv/underhall/ko/{report}",
    "/en/upkeep/queue/{report}"
  })
  String show(Page page, Caller caller, @PathVariable UUID report, Model model) {
    page.is(Route.QUEUE, report.toString());
    return desk.show(page, caller, queue(page), report, "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.REPORT, in = Relation.REGION)
  @PostMapping({
    "/fi/yllapito/jono/{report}",
    "/sv/underhall/ko/{report}",
    "/en/upkeep/queue/{report}"
  })
  String take(
      Page page,
      Caller caller,
      @PathVariable UUID report,
      @RequestParam(defaultValue = "") Set<UUID> reported,
      @RequestParam(defaultValue = "") String answer,
      HttpServletResponse response,
      Model model) {
    page.is(Route.QUEUE, report.toString());
    return desk.take(page, caller, queue(page), report, reported, answer, response, model);
  }

  private static Desk.Queue queue(Page page) {
    return new Desk.Queue(page.to(Route.QUEUE), null);
  }
}
