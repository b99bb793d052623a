package fi.rinnalla.advice.web;

import fi.rinnalla.advice.AdviserChats;
import fi.rinnalla.advice.AdviserChats.Outcome;
import fi.rinnalla.advice.AdviserChats.Talk;
import fi.rinnalla.advice.CannedAnswer;
import fi.rinnalla.advice.CannedAnswers;
import fi.rinnalla.advice.Cards;
import fi.rinnalla.advice.Chat;
import fi.rinnalla.advice.Desks;
import fi.rinnalla.advice.Duty;
import fi.rinnalla.advice.QuestionAnswers;
import fi.rinnalla.advice.Topic;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Results;
import fi.rinnalla.signin.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One talk at an adviser's desk. What is searched in it comes by a form and not by an address, for
/// it repeats a visitor's words.
@Controller
public class AdviserChatPage {
  private final Sessions sessions;
  private final Duty duty;
  private final AdviserChats chats;
  private final QuestionAnswers questions;
  private final CannedAnswers canned;
  private final Cards cards;
  private final Desks desks;
  private final LiveStreams streams;
  private final Fragments fragments;

  AdviserChatPage(
      Duty duty,
      AdviserChats chats,
      QuestionAnswers questions,
      CannedAnswers canned,
      Cards cards,
      Desks desks,
      LiveStreams streams,
      Fragments fragments,
      Sessions sessions) {
    this.sessions = sessions;
    this.duty = duty;
    this.chats = chats;
    this.questions = questions;
    this.canned = canned;
    this.cards = cards;
    this.desks = desks;
    this.streams = streams;
    this.fragments = fragments;
  }

  /// What came by a form.
  ///
  /// @param quiet whether the page stays as it is and only the stream tells
  public record Sent(
      @Nullable String act,
      @Nullable String words,
      @Nullable String q,
      @Nullable String card,
      @Nullable UUID canned,
      @Nullable UUID person,
      @Nullable UUID to,
      @Nullable String note,
      @Nullable String tag,
      @Nullable String outcome,
      @Nullable UUID key,
      @Nullable Boolean bar,
      @Nullable Boolean quiet) {

    static String or(@Nullable String given) {
      return given == null ? "" : given;
    }

    UUID form() {
      return key == null ? UUID.randomUUID() : key;
    }
  }

  /// What the page shows.
  ///
  /// @param q what was searched
  /// @param hits what was found; null when nothing was searched
  /// @param danger whether the instructions for danger are opened
  public record Shown(
      Duty.View view,
      Talk talk,
      List<CannedAnswer> canned,
      List<Desks.Shown> otherDesks,
      UUID key,
      String typed,
      String q,
      @Nullable List<Results.Hit> hits,
      boolean danger,
      String fault) {
    /// The field to mend first.
    public String faulty() {
      return switch (fault) {
        case "no_card" -> "q";
        case "outcome" -> "outcome-" + Chat.Outcome.RESOLVED.code();
        default -> "words";
      };
    }
  }

  @Needs(action = Action.READ, record = RecordType.CHAT, in = Relation.ASSIGNED)
  @GetMapping({
    "/fi/oma/neuvonta/{desk}/keskustelu/{chat}",
    "/sv/min/radgivning/{desk}/samtal/{chat}",
    "/en/my/advice/{desk}/chat/{chat}"
  })
  String show(
      Page page, Caller caller, @PathVariable UUID desk, @PathVariable UUID chat, Model model) {
    return page(page, caller, desk, chat, "", "", null, false, "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.CHAT, in = Relation.ASSIGNED)
  @PostMapping({
    "/fi/oma/neuvonta/{desk}/keskustelu/{chat}",
    "/sv/min/radgivning/{desk}/samtal/{chat}",
    "/en/my/advice/{desk}/chat/{chat}"
  })
  @Nullable String act(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      @PathVariable UUID chat,
      @ModelAttribute Sent sent,
      HttpServletResponse response,
      Model model) {
    String act = Sent.or(sent.act());
    String q = Typed.plain(Sent.or(sent.q()));
    if (act.equals("search")) {
      return page(
          page,
          caller,
          desk,
          chat,
          Sent.or(sent.words()),
          q,
          cards.search(desk, q),
          false,
          "",
          model);
    }
    if (act.equals("close") && Chat.Outcome.find(Sent.or(sent.outcome())).isEmpty()) {
      response.setStatus(422);
      return page(page, caller, desk, chat, "", q, null, false, "outcome", model);
    }
    Outcome outcome = step(caller, desk, chat, act, q, sent);
    String fault = AdvisingPage.fault(outcome);
    if (!fault.isEmpty()) {
      boolean gone = outcome instanceof Outcome.TooLate;
      response.setStatus(422);
      return gone
          ? over(page, caller, desk, model)
          : page(page, caller, desk, chat, Sent.or(sent.words()), q, null, false, fault, model);
    }
    return switch (act) {
      case "danger" -> page(page, caller, desk, chat, "", "", null, true, "", model);
      case "close" -> "redirect:" + Addresses.desk(page.lang(), desk) + "?done=closed";
      case "hand_to", "hand_on" ->
          "redirect:" + Addresses.desk(page.lang(), desk) + "?done=handed_over";
      default -> {
        if (Boolean.TRUE.equals(sent.quiet())) {
          response.setStatus(HttpServletResponse.SC_NO_CONTENT);
          yield null;
        }
        yield "redirect:" + Addresses.chat(page.lang(), desk, chat) + "#say";
      }
    };
  }

  private Outcome step(Caller caller, UUID desk, UUID chat, String act, String q, Sent sent) {
    String note = Typed.plain(Sent.or(sent.note()));
    return switch (act) {
      case "say" -> chats.say(caller, desk, chat, sent.form(), Typed.plain(Sent.or(sent.words())));
      case "card" -> card(caller, desk, chat, q, sent);
      case "canned" ->
          sent.canned() == null
              ? new Outcome.NotGood()
              : chats.sayCanned(caller, desk, chat, sent.form(), sent.canned());
      case "help" -> chats.help(caller, desk, chat, sent.form());
      case "danger" -> chats.danger(caller, desk, chat);
      case "hand_to" ->
          sent.person() == null
              ? new Outcome.NobodyThere()
              : chats.handTo(caller, desk, chat, new PersonId(sent.person()), note);
      case "hand_on" ->
          Optional.ofNullable(sent.to())
              .flatMap(desks::find)
              .map(it -> chats.handTo(caller, desk, chat, it, note))
              .orElseGet(Outcome.NobodyThere::new);
      case "close" ->
          chats.close(
              caller,
              desk,
              chat,
              Chat.Outcome.find(Sent.or(sent.outcome())).orElseThrow(),
              Topic.find(Sent.or(sent.tag())),
              Boolean.TRUE.equals(sent.bar()));
      default -> {
        chats.open(caller, desk, chat);
        yield new Outcome.NotGood();
      }
    };
  }

  /// `service:<id>`, one of the hits of the words that were searched.
  private Outcome card(Caller caller, UUID desk, UUID chat, String q, Sent sent) {
    String[] parts = Sent.or(sent.card()).split(":", 2);
    Optional<Kind> kind = Kind.find(parts[0]);
    if (kind.isEmpty()
        || parts.length < 2
        || !parts[1].matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      chats.open(caller, desk, chat);
      return new Outcome.NoCard();
    }
    EntryKey key = new EntryKey(kind.get(), UUID.fromString(parts[1]));
    return chats.show(caller, desk, chat, sent.form(), key, q);
  }

  @Needs(action = Action.READ, record = RecordType.CHAT, in = Relation.ASSIGNED)
  @GetMapping({
    "/fi/oma/neuvonta/{desk}/keskustelu/{chat}/virta",
    "/sv/min/radgivning/{desk}/samtal/{chat}/strom",
    "/en/my/advice/{desk}/chat/{chat}/stream"
  })
  SseEmitter stream(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      @PathVariable UUID chat,
      @RequestParam(defaultValue = "0") int after,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response) {
    chats.open(caller, desk, chat);
    Streaming.prepare(response);
    AdviserLook look =
        new AdviserLook(
            duty,
            chats,
            fragments,
            page.lang(),
            caller.person().id(),
            desk,
            chat,
            Streaming.signedIn(request, sessions),
            Streaming.from(lastEventId, after));
    return streams.open(chat, desk, false, look);
  }

  /// The talk ended while something was being sent: the desk says so.
  private String over(Page page, Caller caller, UUID desk, Model model) {
    page.is(lang -> Addresses.desk(lang, desk));
    model.addAttribute(
        "shown",
        new AdvisingPage.Shown(
            duty.at(caller, desk), "", "too_late", questions.waiting(caller, desk)));
    return "advice/desk";
  }

  private String page(
      Page page,
      Caller caller,
      UUID desk,
      UUID chat,
      String typed,
      String q,
      @Nullable List<Results.Hit> hits,
      boolean danger,
      String fault,
      Model model) {
    Talk talk = chats.open(caller, desk, chat);
    Duty.View view = duty.at(caller, desk);
    List<Desks.Shown> others =
        desks.shown().stream()
            .filter(it -> it.state().isOpen() && !it.desk().id().equals(desk))
            .toList();
    page.is(lang -> Addresses.chat(lang, desk, chat));
    model.addAttribute(
        "shown",
        new Shown(
            view,
            talk,
            canned.of(caller, desk),
            others,
            UUID.randomUUID(),
            typed,
            q,
            hits,
            danger,
            fault));
    return "advice/adviser-chat";
  }
}
