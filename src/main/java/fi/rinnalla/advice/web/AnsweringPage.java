package fi.rinnalla.advice.web;

import fi.rinnalla.advice.Duty;
import fi.rinnalla.advice.LeftQuestion;
import fi.rinnalla.advice.QuestionAnswers;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Questions that were left at a desk, for its advisers.
@Controller
public class AnsweringPage {
  private final Duty duty;
  private final QuestionAnswers answers;

  AnsweringPage(Duty duty, QuestionAnswers answers) {
    this.duty = duty;
    this.answers = answers;
  }

  /// What the list shows.
  public record Shown(Duty.View view, List<LeftQuestion> questions) {}

  /// One question.
  ///
  /// @param typed an answer that wasn't taken
  public record One(Duty.View view, LeftQuestion question, String typed, String fault) {
    public boolean isMine() {
      return view.adviser().person().equals(question.adviser());
    }

    public boolean isFree() {
      return question.adviser() == null;
    }
  }

  @Needs(action = Action.READ, record = RecordType.QUESTION, in = Relation.ASSIGNED)
  @GetMapping({
    "/fi/oma/neuvonta/{desk}/kysymykset",
    "/sv/min/radgivning/{desk}/fragor",
    "/en/my/advice/{desk}/questions"
  })
  String list(Page page, Caller caller, @PathVariable UUID desk, Model model) {
    List<LeftQuestion> questions = answers.of(caller, desk);
    page.is(lang -> Addresses.questions(lang, desk));
    model.addAttribute("shown", new Shown(duty.at(caller, desk), questions));
    return "advice/questions";
  }

  @Needs(action = Action.READ, record = RecordType.QUESTION, in = Relation.ASSIGNED)
  @GetMapping({
    "/fi/oma/neuvonta/{desk}/kysymykset/{question}",
    "/sv/min/radgivning/{desk}/fragor/{question}",
    "/en/my/advice/{desk}/questions/{question}"
  })
  String show(
      Page page, Caller caller, @PathVariable UUID desk, @PathVariable UUID question, Model model) {
    return page(page, caller, desk, question, "", "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.QUESTION, in = Relation.ASSIGNED)
  @PostMapping({
    "/fi/oma/neuvonta/{desk}/kysymykset/{question}",
    "/sv/min/radgivning/{desk}/fragor/{question}",
    "/en/my/advice/{desk}/questions/{question}"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      @PathVariable UUID question,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    QuestionAnswers.Outcome outcome =
        switch (act) {
          case "take" -> answers.assign(caller, desk, question, true);
          case "give_back" -> answers.assign(caller, desk, question, false);
          default -> answers.answer(caller, desk, question, Typed.plain(words));
        };
    return switch (outcome) {
      case DONE -> "redirect:" + Addresses.question(page.lang(), desk, question);
      case NOT_GOOD, TOO_LATE -> {
        response.setStatus(422);
        String fault = outcome == QuestionAnswers.Outcome.NOT_GOOD ? "words" : "taken";
        yield page(page, caller, desk, question, words, fault, model);
      }
    };
  }

  private String page(
      Page page, Caller caller, UUID desk, UUID question, String typed, String fault, Model model) {
    LeftQuestion found = answers.open(caller, desk, question);
    page.is(lang -> Addresses.question(lang, desk, question));
    model.addAttribute("one", new One(duty.at(caller, desk), found, typed, fault));
    return "advice/answer";
  }
}
