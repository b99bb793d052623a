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
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The same list and buttons as behind the link, for the organization's own people.
@Controller
class OwnRecordsPage {
  private final Answers answers;
  private final AnswerForm form;

  OwnRecordsPage(Answers answers, AnswerForm form) {
    this.answers = answers;
    this.form = form;
  }

  @Needs(action = Action.UPDATE, record = RecordType.ORGANIZATION, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/voimassa",
    "/sv/min/organisation/{organization}/galler",
    "/en/my/organization/{organization}/still-true"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String ref,
      Model model) {
    Answers.Answerer who = answers.byPerson(caller, organization, false);
    page.is(Route.WORKSPACE, organization.toString());
    return form.show(page, who, page.path(), done, ref, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.ORGANIZATION, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/voimassa",
    "/sv/min/organisation/{organization}/galler",
    "/en/my/organization/{organization}/still-true"
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
    Answers.Answerer who = answers.byPerson(caller, organization, false);
    page.is(Route.WORKSPACE, organization.toString());
    return form.press(who, page.path(), new AnswerForm.Pressed(act, ref, words), response, model);
  }
}
