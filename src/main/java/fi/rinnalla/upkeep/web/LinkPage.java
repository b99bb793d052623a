package fi.rinnalla.upkeep.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Answers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Behind the link of a reminder, without signing in. Mail scanners open links, so opening one does
/// nothing: somebody presses a button.
@Controller
class LinkPage {
  private final Answers answers;
  private final AnswerForm form;

  LinkPage(Answers answers, AnswerForm form) {
    this.answers = answers;
    this.form = form;
  }

  @Needs(action = Action.READ, record = RecordType.REMINDER)
  @Limited(perHour = 240)
  @GetMapping({"/fi/voimassa/{token}", "/sv/galler/{token}", "/en/still-true/{token}"})
  String show(
      Page page,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String ref,
      HttpServletResponse response,
      Model model) {
    page.is(Route.STILL_TRUE, token);
    Optional<Answers.Answerer> who = answers.byLink(token);
    return who.isPresent()
        ? form.show(page, who.get(), page.to(Route.STILL_TRUE, token), done, ref, model)
        : tooOld(response);
  }

  @Needs(action = Action.UPDATE, record = RecordType.REMINDER)
  @Limited(perHour = 240)
  @PostMapping({"/fi/voimassa/{token}", "/sv/galler/{token}", "/en/still-true/{token}"})
  String press(
      Page page,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String ref,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    page.is(Route.STILL_TRUE, token);
    Optional<Answers.Answerer> who = answers.byLink(token);
    return who.isPresent()
        ? form.press(
            who.get(),
            page.to(Route.STILL_TRUE, token),
            new AnswerForm.Pressed(act, ref, words),
            response,
            model)
        : tooOld(response);
  }

  /// The same for a link that was good once and for one that never was.
  private static String tooOld(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_GONE);
    return "upkeep/too-old";
  }
}
