package fi.rinnalla.advice.web;

import fi.rinnalla.advice.ChatMessage;
import fi.rinnalla.advice.VisitorChats;
import fi.rinnalla.advice.VisitorChats.Said;
import fi.rinnalla.advice.VisitorChats.Talk;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A talk as its visitor has it: by the token in the browser's cookie, and by nothing else.
@Controller
public class ChatPage {
  private final VisitorChats chats;
  private final ChatCookie cookie;
  private final LiveStreams streams;
  private final Fragments fragments;
  private final Transcript transcript;
  private final OwnForms ours;

  ChatPage(
      VisitorChats chats,
      ChatCookie cookie,
      LiveStreams streams,
      Fragments fragments,
      Transcript transcript,
      OwnForms ours) {
    this.ours = ours;
    this.chats = chats;
    this.cookie = cookie;
    this.streams = streams;
    this.fragments = fragments;
    this.transcript = transcript;
  }

  /// What the page shows.
  ///
  /// @param talk null when there is none in this browser
  /// @param organization the adviser's
  /// @param key of the form for the next message
  /// @param typed a message that wasn't taken
  public record Shown(
      @Nullable Talk talk, Text organization, UUID key, String typed, boolean faulty) {}

  @Needs(action = Action.READ, record = RecordType.CHAT)
  @GetMapping({"/fi/keskustelu", "/sv/samtal", "/en/chat"})
  String show(Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
    return page(page, talk(request), UUID.randomUUID(), "", response, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.CHAT)
  @Limited(perHour = 600)
  @PostMapping({"/fi/keskustelu/viesti", "/sv/samtal/meddelande", "/en/chat/message"})
  @Nullable String say(
      Page page,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(required = false) @Nullable UUID key,
      @RequestParam(defaultValue = "false") boolean quiet,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    ours.require(request);
    UUID form = key == null ? UUID.randomUUID() : key;
    Said said =
        cookie
            .token(request)
            .map(it -> chats.say(it, form, Typed.plain(words)))
            .orElseGet(Said.Over::new);
    return switch (said) {
      case Said.Done _ when quiet -> {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        yield null;
      }
      case Said.Done _ -> "redirect:" + page.to(Route.CHAT) + "#say";
      // Also when it came too late: what was written stays before the eyes of whoever wrote it.
      case Said.Over _, Said.NotGood _ -> {
        response.setStatus(422);
        yield page(page, talk(request), form, words, response, model);
      }
    };
  }

  /// @param forget whether this browser lets go of it too, as by the quick way out
  @Needs(action = Action.UPDATE, record = RecordType.CHAT)
  @PostMapping({"/fi/keskustelu/lopeta", "/sv/samtal/avsluta", "/en/chat/end"})
  String end(
      Page page,
      @RequestParam(defaultValue = "false") boolean forget,
      HttpServletRequest request,
      HttpServletResponse response) {
    ours.require(request);
    cookie.token(request).ifPresent(chats::leave);
    if (forget) {
      cookie.clear(response);
    }
    return "redirect:" + page.to(Route.CHAT);
  }

  /// The words as a file of one's own: after a day they are nowhere else.
  @Needs(action = Action.READ, record = RecordType.CHAT)
  @GetMapping({"/fi/keskustelu/tallenna", "/sv/samtal/spara", "/en/chat/save"})
  ResponseEntity<String> save(Page page, HttpServletRequest request) {
    return talk(request)
        .map(it ->
            ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + page.say("advice.transcript.file") + "\"")
                .body(transcript.of(page, it)))
        .orElseGet(() ->
            ResponseEntity.status(303).header(HttpHeaders.LOCATION, page.to(Route.CHAT)).build());
  }

  /// @param lastEventId what a browser that was away has had (HTML, server-sent events)
  @Needs(action = Action.READ, record = RecordType.CHAT)
  @GetMapping({"/fi/keskustelu/virta", "/sv/samtal/strom", "/en/chat/stream"})
  @Nullable SseEmitter stream(
      Page page,
      @RequestParam(defaultValue = "0") int after,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response) {
    Talk talk = talk(request).orElse(null);
    if (talk == null) {
      // Tells a browser not to come again.
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return null;
    }
    Streaming.prepare(response);
    UUID chat = talk.chat().id();
    VisitorLook look =
        new VisitorLook(chats, fragments, page.lang(), chat, Streaming.from(lastEventId, after));
    return streams.open(chat, talk.chat().desk(), true, look);
  }

  private Optional<Talk> talk(HttpServletRequest request) {
    return cookie.token(request).flatMap(chats::find);
  }

  private String page(
      Page page,
      Optional<Talk> talk,
      UUID key,
      String typed,
      HttpServletResponse response,
      Model model) {
    page.is(Route.CHAT).beSensitive();
    if (talk.isEmpty()) {
      cookie.clear(response);
    }
    model.addAttribute(
        "shown",
        new Shown(
            talk.orElse(null),
            talk.map(it -> fragments.organization(it.chat())).orElse(Text.none()),
            key,
            typed,
            response.getStatus() == 422));
    return "advice/chat";
  }

  /// The longest message that is taken.
  public static int longest() {
    return ChatMessage.LONGEST;
  }
}
