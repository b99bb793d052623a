package fi.rinnalla.advice.web;

import fi.rinnalla.advice.Adviser;
import fi.rinnalla.advice.AdviserChats;
import fi.rinnalla.advice.Duty;
import fi.rinnalla.advice.QuestionAnswers;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signin.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// An adviser's desks: who waits, whom one talks with, and whether one is there.
@Controller
public class AdvisingPage {
  private static final Set<String> DONE = Set.of("closed", "handed_over", "shift");

  private final Sessions sessions;
  private final Duty duty;
  private final AdviserChats chats;
  private final QuestionAnswers questions;
  private final LiveStreams streams;
  private final Fragments fragments;

  AdvisingPage(
      Duty duty,
      AdviserChats chats,
      QuestionAnswers questions,
      LiveStreams streams,
      Fragments fragments,
      Sessions sessions) {
    this.questions = questions;
    this.sessions = sessions;
    this.duty = duty;
    this.chats = chats;
    this.streams = streams;
    this.fragments = fragments;
  }

  /// What the page shows.
  ///
  /// @param done the end of the key of what has just happened, or nothing
  /// @param fault the end of the key of why something hasn't, or nothing
  /// @param unanswered how many left questions wait
  public record Shown(Duty.View view, String done, String fault, int unanswered) {}

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.ASSIGNED)
  @GetMapping({"/fi/oma/neuvonta", "/sv/min/radgivning", "/en/my/advice"})
  String mine(Page page, Caller caller, Model model) {
    List<Duty.Own> own = duty.desks(caller);
    if (own.size() == 1) {
      return "redirect:" + Addresses.desk(page.lang(), own.getFirst().desk().desk().id());
    }
    page.is(Route.ADVISING);
    model.addAttribute("own", own);
    return "advice/mine";
  }

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.ASSIGNED)
  @GetMapping({"/fi/oma/neuvonta/{desk}", "/sv/min/radgivning/{desk}", "/en/my/advice/{desk}"})
  String desk(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return page(page, caller, duty.at(caller, desk), DONE.contains(done) ? done : "", "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.DESK, in = Relation.ASSIGNED)
  @PostMapping({"/fi/oma/neuvonta/{desk}", "/sv/min/radgivning/{desk}", "/en/my/advice/{desk}"})
  String act(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String seats,
      @RequestParam(defaultValue = "false") boolean sure,
      @RequestParam(required = false) @Nullable UUID chat,
      HttpServletResponse response,
      Model model) {
    if (act.isEmpty() && chat != null) {
      return take(page, caller, desk, chat, response, model);
    }
    Adviser.Shift shift =
        switch (act) {
          case "on" -> Adviser.Shift.ON;
          case "paused" -> Adviser.Shift.PAUSED;
          case "off" -> Adviser.Shift.OFF;
          default -> null;
        };
    if (shift == Adviser.Shift.OFF && !sure && duty.look(caller, desk).hasTalksHere()) {
      return page(page, caller, duty.at(caller, desk), "", "talks", model);
    }
    boolean good =
        shift != null
            && seats.matches("\\d{1,2}")
            && duty.shift(caller, desk, shift, Integer.parseInt(seats));
    if (good) {
      return "redirect:" + Addresses.desk(page.lang(), desk) + "?done=shift";
    }
    response.setStatus(422);
    return page(page, caller, duty.at(caller, desk), "", "seats", model);
  }

  private String take(
      Page page, Caller caller, UUID desk, UUID chat, HttpServletResponse response, Model model) {
    AdviserChats.Outcome outcome = chats.take(caller, desk, chat);
    if (outcome instanceof AdviserChats.Outcome.Done) {
      return "redirect:" + Addresses.chat(page.lang(), desk, chat);
    }
    response.setStatus(422);
    return page(page, caller, duty.at(caller, desk), "", fault(outcome), model);
  }

  /// The end of a message's key.
  static String fault(AdviserChats.Outcome outcome) {
    return switch (outcome) {
      case AdviserChats.Outcome.Done _ -> "";
      case AdviserChats.Outcome.TooLate _ -> "too_late";
      case AdviserChats.Outcome.NoSeat _ -> "no_seat";
      case AdviserChats.Outcome.NotGood _ -> "not_good";
      case AdviserChats.Outcome.NoCard _ -> "no_card";
      case AdviserChats.Outcome.NobodyThere _ -> "nobody_there";
      case AdviserChats.Outcome.NotThere _ -> "not_there";
    };
  }

  /// A page that stands open says that somebody sits before it.
  @Needs(action = Action.UPDATE, record = RecordType.DESK, in = Relation.ASSIGNED)
  @PostMapping({
    "/fi/oma/neuvonta/{desk}/paikalla",
    "/sv/min/radgivning/{desk}/narvaro",
    "/en/my/advice/{desk}/presence"
  })
  @ResponseBody
  String beat(Caller caller, @PathVariable UUID desk) {
    return duty.beat(caller, desk) ? "on" : "off";
  }

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.ASSIGNED)
  @GetMapping({
    "/fi/oma/neuvonta/{desk}/virta",
    "/sv/min/radgivning/{desk}/strom",
    "/en/my/advice/{desk}/stream"
  })
  SseEmitter stream(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      HttpServletRequest request,
      HttpServletResponse response) {
    duty.look(caller, desk);
    Streaming.prepare(response);
    return streams.open(
        null,
        desk,
        false,
        new AdviserLook(
            duty,
            chats,
            fragments,
            page.lang(),
            caller.person().id(),
            desk,
            null,
            Streaming.signedIn(request, sessions),
            0));
  }

  private String page(
      Page page, Caller caller, Duty.View view, String done, String fault, Model model) {
    UUID desk = view.desk().desk().id();
    page.is(lang -> Addresses.desk(lang, desk));
    model.addAttribute("shown", new Shown(view, done, fault, questions.waiting(caller, desk)));
    return "advice/desk";
  }
}
