package fi.rinnalla.upkeep.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Answers;
import fi.rinnalla.upkeep.GrownOld;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What has grown old in the area of the region's staff, who call and ask where letters aren't
/// answered.
@Controller
class StaffPage {
  private final Answers answers;
  private final GrownOld grownOld;
  private final AnswerForm form;

  StaffPage(Answers answers, GrownOld grownOld, AnswerForm form) {
    this.answers = answers;
    this.grownOld = grownOld;
    this.form = form;
  }

  @Needs(action = Action.MODERATE, record = RecordType.ORGANIZATION, in = Relation.REGION)
  @GetMapping({"/fi/oma/vanhenevat", "/sv/min/foraldras", "/en/my/grown-old"})
  String list(Page page, Caller caller, Model model) {
    page.is(Route.GROWN_OLD);
    model.addAttribute("tasks", grownOld.of(caller));
    return "upkeep/grown-old";
  }

  @Needs(action = Action.MODERATE, record = RecordType.ORGANIZATION, in = Relation.REGION)
  @GetMapping({
    "/fi/oma/vanhenevat/{organization}",
    "/sv/min/foraldras/{organization}",
    "/en/my/grown-old/{organization}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String ref,
      Model model) {
    Answers.Answerer who = answers.byPerson(caller, organization, true);
    page.is(Route.GROWN_OLD, organization.toString());
    return form.show(
        page, who, page.to(Route.GROWN_OLD, organization.toString()), done, ref, model);
  }

  @Needs(action = Action.MODERATE, record = RecordType.ORGANIZATION, in = Relation.REGION)
  @PostMapping({
    "/fi/oma/vanhenevat/{organization}",
    "/sv/min/foraldras/{organization}",
    "/en/my/grown-old/{organization}"
  })
  String press(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String ref,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    Answers.Answerer who = answers.byPerson(caller, organization, true);
    page.is(Route.GROWN_OLD, organization.toString());
    return form.press(
        who,
        page.to(Route.GROWN_OLD, organization.toString()),
        new AnswerForm.Pressed(act, ref, words),
        response,
        model);
  }
}
