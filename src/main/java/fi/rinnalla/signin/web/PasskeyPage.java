package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signin.Passkeys;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// A person's passkeys, and signing in by one. `passkeys.js` carries questions and answers between
/// these doors and the browser; without it, the buttons aren't there.
@Controller
class PasskeyPage {
  private static final String NEW_ASKED = Passkeys.NewAsked.class.getName();
  private static final String ASKED = Passkeys.Asked.class.getName();
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final Passkeys passkeys;
  private final Session session;

  PasskeyPage(Passkeys passkeys, Session session) {
    this.passkeys = passkeys;
    this.session = session;
  }

  @Needs(action = Action.READ, record = RecordType.FACTOR)
  @GetMapping({"/fi/oma/paasyavaimet", "/sv/min/nycklar", "/en/my/passkeys"})
  String show(Page page, Caller caller, Model model) {
    page.is(Route.PASSKEYS);
    model.addAttribute("passkeys", passkeys.of(caller.person().id()));
    model.addAttribute("strong", caller.level() == Level.STRONG);
    Session.Lack toAdd = session.toAdd(caller);
    model.addAttribute("mayAdd", toAdd == Session.Lack.NOTHING);
    model.addAttribute("mayRemove", session.toRemove(caller) == Session.Lack.NOTHING);
    model.addAttribute("strongly", toAdd == Session.Lack.STRENGTH);
    model.addAttribute("again", Back.again(page, Route.PASSKEYS, toAdd));
    return "signin/passkeys";
  }

  @Needs(action = Action.CREATE, record = RecordType.FACTOR)
  @Limited(perHour = 60)
  @PostMapping("/passkeys/new")
  @ResponseBody
  ResponseEntity<String> askNew(Caller caller, HttpServletRequest request) {
    if (session.toAdd(caller) != Session.Lack.NOTHING) {
      return json(CONFLICT, "{}");
    }
    Passkeys.NewAsked asked = passkeys.askNew(caller.person().id());
    request.getSession().setAttribute(NEW_ASKED, asked);
    return json(200, passkeys.json(asked));
  }

  @Needs(action = Action.CREATE, record = RecordType.FACTOR)
  @Limited(perHour = 60)
  @PostMapping("/passkeys/add")
  @ResponseBody
  ResponseEntity<String> add(
      Caller caller, @RequestBody String answer, HttpServletRequest request) {
    if (session.toAdd(caller) != Session.Lack.NOTHING) {
      return json(CONFLICT, "{}");
    }
    if (taken(request, NEW_ASKED) instanceof Passkeys.NewAsked asked
        && Viewer.house(() -> passkeys.add(asked, caller, answer))
            instanceof Passkeys.Outcome.Known) {
      return json(200, "{}");
    }
    return json(UNPROCESSABLE, "{}");
  }

  @Needs(action = Action.DELETE, record = RecordType.FACTOR)
  @PostMapping({"/fi/oma/paasyavaimet/poista", "/sv/min/nycklar/ta-bort", "/en/my/passkeys/remove"})
  String remove(Page page, Caller caller, @RequestParam(defaultValue = "") String id) {
    Session.Lack lack = session.toRemove(caller);
    if (lack != Session.Lack.NOTHING) {
      return "redirect:" + Back.again(page, Route.PASSKEYS, lack);
    }
    Viewer.house(() -> passkeys.remove(caller, id));
    return "redirect:" + page.to(Route.PASSKEYS);
  }

  @Needs(action = Action.CREATE, record = RecordType.LINK)
  @Limited(perHour = 240)
  @PostMapping("/passkeys/ask")
  @ResponseBody
  ResponseEntity<String> ask(HttpServletRequest request) {
    Passkeys.Asked asked = passkeys.ask();
    request.getSession().setAttribute(ASKED, asked);
    return json(200, passkeys.json(asked));
  }

  @Needs(action = Action.CREATE, record = RecordType.LINK)
  @Limited(perHour = 120)
  @PostMapping("/passkeys/sign-in")
  @ResponseBody
  ResponseEntity<Map<String, String>> signIn(
      @RequestBody String answer,
      @RequestParam(defaultValue = "") String back,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (taken(request, ASKED) instanceof Passkeys.Asked asked
        && Viewer.house(() -> passkeys.answer(asked, answer))
            instanceof Passkeys.Outcome.Known(PersonId person)) {
      session.begin(person, Level.STRONG, request, response);
      return ResponseEntity.ok(Map.of("to", Back.orOwn(back, Lang.find(lang).orElse(Lang.FI))));
    }
    return ResponseEntity.status(UNPROCESSABLE).body(Map.of());
  }

  /// What waits in the session is answered once.
  private static Object taken(HttpServletRequest request, String name) {
    HttpSession kept = request.getSession(false);
    Object asked = kept == null ? null : kept.getAttribute(name);
    if (kept == null || asked == null) {
      return "nothing";
    }
    kept.removeAttribute(name);
    return asked;
  }

  private static ResponseEntity<String> json(int status, String body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
