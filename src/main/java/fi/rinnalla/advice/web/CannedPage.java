package fi.rinnalla.advice.web;

import fi.rinnalla.advice.CannedAnswer;
import fi.rinnalla.advice.CannedAnswers;
import fi.rinnalla.advice.Duty;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A desk's written answers.
@Controller
public class CannedPage {
  private final Duty duty;
  private final CannedAnswers answers;

  CannedPage(Duty duty, CannedAnswers answers) {
    this.duty = duty;
    this.answers = answers;
  }

  /// What the page shows.
  public record Shown(
      Duty.View view, List<CannedAnswer> answers, Map<String, String> typed, String fault) {
    public String value(String name) {
      return typed.getOrDefault(name, "");
    }

    public String faulty() {
      return switch (fault) {
        case "no_title" -> "title";
        case "no_card" -> "q";
        default -> "body";
      };
    }
  }

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.ASSIGNED)
  @GetMapping({
    "/fi/oma/neuvonta/{desk}/vastaukset",
    "/sv/min/radgivning/{desk}/svar",
    "/en/my/advice/{desk}/answers"
  })
  String list(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String edit,
      Model model) {
    Map<String, String> typed =
        WrittenId.find(edit)
            .flatMap(id ->
                answers.of(caller, desk).stream().filter(it -> it.id().equals(id)).findFirst())
            .map(CannedPage::typed)
            .orElse(Map.of());
    return page(page, caller, desk, typed, "", model);
  }

  private static Map<String, String> typed(CannedAnswer it) {
    return Map.of(
        "edit",
        it.id().toString(),
        "lang",
        it.lang().code(),
        "title",
        it.title(),
        "body",
        it.body(),
        "q",
        it.cards().stream().map(CannedAnswer.Shows::words).findFirst().orElse(""));
  }

  @Needs(action = Action.UPDATE, record = RecordType.DESK, in = Relation.ASSIGNED)
  @PostMapping({
    "/fi/oma/neuvonta/{desk}/vastaukset",
    "/sv/min/radgivning/{desk}/svar",
    "/en/my/advice/{desk}/answers"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    Optional<UUID> delete = WrittenId.find(typed.getOrDefault("delete", ""));
    if (delete.isPresent()) {
      answers.delete(caller, desk, delete.get());
      return "redirect:" + Addresses.canned(page.lang(), desk);
    }
    CannedAnswers.Written written =
        answers.write(
            caller,
            desk,
            WrittenId.find(typed.getOrDefault("edit", "")).orElse(null),
            Lang.find(typed.getOrDefault("lang", "")).orElse(page.lang()),
            Typed.plain(typed.getOrDefault("title", "")).replace('\n', ' '),
            Typed.plain(typed.getOrDefault("body", "")),
            Typed.plain(typed.getOrDefault("q", "")));
    String fault =
        switch (written) {
          case DONE -> "";
          case NO_TITLE -> "no_title";
          case NO_BODY -> "no_body";
          case NO_CARD -> "no_card";
          case TOO_MANY -> "too_many";
        };
    if (fault.isEmpty()) {
      return "redirect:" + Addresses.canned(page.lang(), desk);
    }
    response.setStatus(422);
    return page(page, caller, desk, typed, fault, model);
  }

  private String page(
      Page page, Caller caller, UUID desk, Map<String, String> typed, String fault, Model model) {
    page.is(lang -> Addresses.canned(lang, desk));
    model.addAttribute(
        "shown", new Shown(duty.at(caller, desk), answers.of(caller, desk), typed, fault));
    return "advice/canned";
  }
}
