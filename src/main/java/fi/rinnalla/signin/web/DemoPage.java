package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.storage.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// The demo's people, one for each role; anyone may be any of them with one press. There is no such
/// page outside the demo.
@Controller
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoPage {
  private final People people;
  private final Session session;

  DemoPage(People people, Session session) {
    this.people = people;
    this.session = session;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/demo")
  String show(Page page, Model model) {
    Map<Person, List<RoleHeld>> all = new LinkedHashMap<>();
    Viewer.house(people::demo)
        .forEach(person -> all.put(person, Viewer.house(() -> people.roles(person.id()))));
    model.addAttribute("people", all);
    return "signin/demo";
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @PostMapping("/demo/{person}")
  String be(
      Page page,
      @PathVariable UUID person,
      HttpServletRequest request,
      HttpServletResponse response) {
    Person found =
        Viewer.house(() -> people.find(new PersonId(person)))
            .filter(Person::demo)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    // Strong for staff only, so that the demo shows what an e-mail link opens and what not.
    Level level =
        Viewer.house(() -> people.roles(found.id())).stream()
            .map(held -> held.role().needs())
            .max(Level::compareTo)
            .orElse(Level.WEAK);
    session.begin(found.id(), level, request, response);
    return "redirect:" + Route.OWN.path(found.lang());
  }
}
