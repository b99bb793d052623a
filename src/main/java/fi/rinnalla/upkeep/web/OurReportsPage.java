package fi.rinnalla.upkeep.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Reports;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What visitors told of an organization's listings, for its own people.
@Controller
public class OurReportsPage {
  private final Reports reports;
  private final Desk desk;

  OurReportsPage(Reports reports, Desk desk) {
    this.reports = reports;
    this.desk = desk;
  }

  /// Where the organization's queue is: `/fi/oma/jarjesto/{organization}/korjattavaa`.
  public static String address(Lang lang, OrganizationId organization) {
    String word =
        switch (lang) {
          case FI -> "korjattavaa";
          case SV -> "att-ratta";
          case EN -> "to-mend";
        };
    return Route.WORKSPACE.path(lang, organization + "/" + word);
  }

  @Needs(action = Action.READ, record = RecordType.REPORT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/korjattavaa",
    "/sv/min/organisation/{organization}/att-ratta",
    "/en/my/organization/{organization}/to-mend"
  })
  String list(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    page.is(lang -> address(lang, organization));
    Reports.Shelf shelf = Reports.Shelf.of(state);
    return desk.list(
        page,
        queue(page, organization),
        shelf,
        shelf == Reports.Shelf.SETTLED,
        reports.of(caller, organization, shelf),
        done,
        model);
  }

  @Needs(action = Action.READ, record = RecordType.REPORT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/korjattavaa/{report}",
    "/sv/min/organisation/{organization}/att-ratta/{report}",
    "/en/my/organization/{organization}/to-mend/{report}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID report,
      Model model) {
    page.is(lang -> address(lang, organization) + "/" + report);
    return desk.show(page, caller, queue(page, organization), report, "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.REPORT, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/korjattavaa/{report}",
    "/sv/min/organisation/{organization}/att-ratta/{report}",
    "/en/my/organization/{organization}/to-mend/{report}"
  })
  String take(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID report,
      @RequestParam(defaultValue = "") Set<UUID> reported,
      @RequestParam(defaultValue = "") String answer,
      HttpServletResponse response,
      Model model) {
    page.is(lang -> address(lang, organization) + "/" + report);
    return desk.take(
        page, caller, queue(page, organization), report, reported, answer, response, model);
  }

  private static Desk.Queue queue(Page page, OrganizationId organization) {
    return new Desk.Queue(address(page.lang(), organization), organization.value());
  }
}
