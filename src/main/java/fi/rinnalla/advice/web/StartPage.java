package fi.rinnalla.advice.web;

import fi.rinnalla.advice.Desks;
import fi.rinnalla.advice.Topic;
import fi.rinnalla.advice.VisitorChats;
import fi.rinnalla.advice.VisitorChats.Began;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Articles;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Before a talk: how it stands with the desk, what is kept and what isn't, and the button. Until
/// it is pressed the browser has no cookie of ours.
@Controller
public class StartPage {
  private static final int COMMON = 5;

  private final Desks desks;
  private final VisitorChats chats;
  private final ChatCookie cookie;
  private final OrganizationNames names;
  private final Articles articles;
  private final OwnForms ours;

  StartPage(
      Desks desks,
      VisitorChats chats,
      ChatCookie cookie,
      OrganizationNames names,
      Articles articles,
      OwnForms ours) {
    this.ours = ours;
    this.desks = desks;
    this.chats = chats;
    this.cookie = cookie;
    this.names = names;
    this.articles = articles;
  }

  /// What the page shows.
  ///
  /// @param going whether this browser has a talk that goes on
  /// @param barred whether this connection may begin no more today
  /// @param common what is asked often
  public record Shown(
      Desks.Shown desk,
      List<Text> organizations,
      boolean going,
      boolean barred,
      List<Article> common) {}

  @Needs(action = Action.CREATE, record = RecordType.CHAT)
  @GetMapping({"/fi/keskustelu/aloita/{desk}", "/sv/samtal/borja/{desk}", "/en/chat/start/{desk}"})
  String show(Page page, @PathVariable UUID desk, HttpServletRequest request, Model model) {
    Desks.Shown found = find(desk);
    boolean going =
        cookie.token(request).flatMap(chats::find).filter(it -> !it.chat().isClosed()).isPresent();
    return page(page, found, going, false, model);
  }

  @Needs(action = Action.CREATE, record = RecordType.CHAT)
  @Limited(perHour = 20)
  @PostMapping({"/fi/keskustelu/aloita/{desk}", "/sv/samtal/borja/{desk}", "/en/chat/start/{desk}"})
  String begin(
      Page page,
      CallerToday caller,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String topic,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    ours.require(request);
    boolean going =
        cookie.token(request).flatMap(chats::find).filter(it -> !it.chat().isClosed()).isPresent();
    if (going) {
      return "redirect:" + page.to(Route.CHAT);
    }
    return switch (chats.begin(desk, page.lang(), Topic.find(topic), caller)) {
      case Began.Waiting(String token) -> {
        cookie.set(response, token);
        yield "redirect:" + page.to(Route.CHAT);
      }
      case Began.NotOpen(Desks.Shown found) -> {
        response.setStatus(422);
        yield page(page, found, false, false, model);
      }
      case Began.Barred _ -> {
        response.setStatus(422);
        yield page(page, find(desk), false, true, model);
      }
      case Began.NoDesk _ -> throw new NoSuchRecord(RecordType.DESK);
    };
  }

  private Desks.Shown find(UUID desk) {
    return desks.find(desk).orElseThrow(() -> new NoSuchRecord(RecordType.DESK));
  }

  private String page(Page page, Desks.Shown desk, boolean going, boolean barred, Model model) {
    page.is(Route.CHAT_START, desk.desk().id().toString()).beSensitive();
    List<OrganizationId> ids =
        desk.desk().organizations().stream().map(OrganizationId::new).toList();
    model.addAttribute(
        "shown",
        new Shown(
            desk,
            List.copyOf(names.of(ids).values()),
            going,
            barred,
            articles.common(desk.desk().id(), COMMON)));
    return "advice/start";
  }
}
