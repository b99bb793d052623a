package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signin.Passkeys;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
@ConditionalOnWebApplication
class PasskeyPage {
  private static final String NEW_ASKED = Passkeys.NewAsked.class.getName();
  private static final String ASKED = Passkeys.Asked.class.getName();
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final Passkeys passkeys;
  private final Session session;
  private final Gate gate;

  PasskeyPage(Passkeys passkeys, Session session, Gate gate) {
    this.passkeys = passkeys;
    this.session = session;
    this.gate = gate;
  }

  @Needs(action = Action.READ, record = RecordType.FACTOR)
  @GetMapping({"/fi/oma/paasyavaimet", "/sv/min/nycklar", "/en/my/passkeys"})
  String show(Page page, Caller caller, Model model) {
    page.is(Route.PASSKEYS);
    model.addAttribute("passkeys", passkeys.of(caller.person().id()));
    model.addAttribute("strong", caller.level() == Level.STRONG);
    model.addAttribute("mayAdd", session.mayAddFactor());
    model.addAttribute("mayRemove", session.mayRemove());
    model.addAttribute("again", Back.again(page, Route.PASSKEYS));
    return "signin/passkeys";
  }

  @Needs(action = Action.CREATE, record = RecordType.FACTOR)
  @Limited(perHour = 60)
  @PostMapping("/passkeys/new")
  @ResponseBody
  ResponseEntity<String> askNew(Caller caller, HttpServletRequest request) {
    if (!session.mayAddFactor()) {
      return json(CONFLICT, "{}");
    }
    Passkeys.NewAsked asked = passkeys.askNew(caller.person().id());
    request.getSession().setAttribute(NEW_ASKED, asked);
    return json(200, passkeys.json(asked));
  }

  @Needs(action = Action.CREATE, record = RecordType.FACTOR)
  @Limited(perHour = 60)
  @PostMapping(path = "/passkeys/add", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ResponseEntity<String> add(
      Caller caller, @RequestBody String answer, HttpServletRequest request) {
    if (!session.mayAddFactor()) {
      return json(CONFLICT, "{}");
    }
    PersonId person = caller.person().id();
    if (taken(request, NEW_ASKED) instanceof Passkeys.NewAsked asked
        && Viewer.house(() -> passkeys.add(asked, person, answer))
            instanceof Passkeys.Outcome.Known) {
      written(caller, Action.CREATE);
      return json(200, "{}");
    }
    return json(UNPROCESSABLE, "{}");
  }

  @Needs(action = Action.DELETE, record = RecordType.FACTOR)
  @PostMapping({"/fi/oma/paasyavaimet/poista", "/sv/min/nycklar/ta-bort", "/en/my/passkeys/remove"})
  String remove(Page page, Caller caller, @RequestParam(defaultValue = "") String id) {
    if (!session.mayRemove()) {
      return "redirect:" + Back.again(page, Route.PASSKEYS);
    }
    if (Viewer.house(() -> passkeys.remove(caller.person().id(), id))) {
      written(caller, Action.DELETE);
    }
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
  @PostMapping(path = "/passkeys/sign-in", consumes = MediaType.APPLICATION_JSON_VALUE)
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

  private void written(Caller caller, Action action) {
    gate.open(
        caller,
        action,
        RecordType.FACTOR,
        caller.person().id().toString(),
        Set.of(Relation.OWN),
        caller.id());
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
