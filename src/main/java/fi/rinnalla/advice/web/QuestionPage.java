package fi.rinnalla.advice.web;

import fi.rinnalla.advice.Desks;
import fi.rinnalla.advice.LeftQuestion;
import fi.rinnalla.advice.LeftQuestions;
import fi.rinnalla.advice.Topic;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.pages.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Leaving a question, and reading its answer behind the secret link.
@Controller
public class QuestionPage {
  private final Desks desks;
  private final LeftQuestions questions;
  private final SiteAddress site;
  private final OwnForms ours;

  QuestionPage(Desks desks, LeftQuestions questions, SiteAddress site, OwnForms ours) {
    this.ours = ours;
    this.desks = desks;
    this.questions = questions;
    this.site = site;
  }

  /// The form.
  ///
  /// @param secret by which the question will be known, however often the form is sent
  /// @param fault the end of the key of what must be mended, or nothing
  public record Form(
      Desks.Shown desk,
      String secret,
      String topic,
      String words,
      String reply,
      String email,
      String fault) {
    public String faulty() {
      return fault.equals("no_address") ? "email" : "words";
    }
  }

  /// A question behind its link.
  ///
  /// @param question null when there is none, or no more
  /// @param address of the link, to be kept
  public record Shown(
      @Nullable LeftQuestion question, String address, boolean fresh, boolean removed) {}

  @Needs(action = Action.CREATE, record = RecordType.QUESTION)
  @GetMapping({"/fi/kysymys/jata/{desk}", "/sv/fragan/lamna/{desk}", "/en/question/leave/{desk}"})
  String form(
      Page page,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    if (done.equals("sent")) {
      return sent(page, find(desk), model);
    }
    return form(page, new Form(find(desk), questions.secret(), "", "", "link", "", ""), model);
  }

  @Needs(action = Action.CREATE, record = RecordType.QUESTION)
  @Limited(perHour = 10)
  @PostMapping({"/fi/kysymys/jata/{desk}", "/sv/fragan/lamna/{desk}", "/en/question/leave/{desk}"})
  String leave(
      Page page,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String secret,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "link") String reply,
      @RequestParam(defaultValue = "") String email,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    ours.require(request);
    Desks.Shown found = find(desk);
    LeftQuestion.Reply how = LeftQuestion.Reply.find(reply).orElse(LeftQuestion.Reply.LINK);
    LeftQuestions.Left left =
        questions.leave(
            desk,
            secret,
            page.lang(),
            Topic.find(topic),
            Typed.plain(words),
            how,
            EmailAddress.find(email).orElse(null));
    String fault =
        switch (left) {
          case DONE -> "";
          case NOT_GOOD -> "words";
          case NO_ADDRESS -> "no_address";
          case NO_DESK -> throw new NoSuchRecord(RecordType.DESK);
        };
    if (fault.isEmpty()) {
      // A page of its own after sending, which may be loaded again.
      return "redirect:"
          + (how.isByMail()
              ? page.to(Route.QUESTION_LEAVE, desk.toString()) + "?done=sent"
              : page.to(Route.QUESTION, secret) + "?new");
    }
    response.setStatus(422);
    String again = secret.matches("[0-9a-f]{64}") ? secret : questions.secret();
    return form(page, new Form(found, again, topic, words, reply, email, fault), model);
  }

  @Needs(action = Action.READ, record = RecordType.QUESTION)
  @Limited(perHour = 120)
  @GetMapping({"/fi/kysymys/{secret}", "/sv/fragan/{secret}", "/en/question/{secret}"})
  String show(
      Page page,
      @PathVariable String secret,
      @RequestParam(name = "new", required = false) @Nullable String fresh,
      @RequestParam(required = false) @Nullable String removed,
      Model model) {
    page.is(Route.QUESTION, secret).beSensitive();
    model.addAttribute(
        "shown",
        new Shown(
            questions.find(secret).orElse(null),
            site.of(page.to(Route.QUESTION, secret)).toString(),
            fresh != null,
            removed != null));
    return "advice/question";
  }

  @Needs(action = Action.READ, record = RecordType.QUESTION)
  @Limited(perHour = 30)
  @PostMapping({"/fi/kysymys/{secret}", "/sv/fragan/{secret}", "/en/question/{secret}"})
  String takeBack(Page page, @PathVariable String secret, HttpServletRequest request) {
    ours.require(request);
    String done = questions.takeBack(secret) ? "?removed" : "";
    return "redirect:" + page.to(Route.QUESTION, secret) + done;
  }

  private Desks.Shown find(UUID desk) {
    return desks.find(desk).orElseThrow(() -> new NoSuchRecord(RecordType.DESK));
  }

  private static String form(Page page, Form form, Model model) {
    page.is(Route.QUESTION_LEAVE, form.desk().desk().id().toString()).beSensitive();
    model.addAttribute("form", form);
    return "advice/leave";
  }

  private static String sent(Page page, Desks.Shown desk, Model model) {
    page.is(Route.ASK).beSensitive();
    model.addAttribute("desk", desk);
    return "advice/sent";
  }
}
