package fi.rinnalla.signin.web;

import fi.rinnalla.audit.Audit;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signin.Departure;
import fi.rinnalla.signin.OutsideAccounts;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A person's own page: what we know of them, what they were trusted with, who has looked, and the
/// way out.
@Controller
class OwnPage {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_LOOKS = 200;

  private final People people;
  private final Gate gate;
  private final Audit audit;
  private final Departure departure;
  private final OutsideAccounts outside;
  private final Session session;

  OwnPage(
      People people,
      Gate gate,
      Audit audit,
      Departure departure,
      OutsideAccounts outside,
      Session session) {
    this.departure = departure;
    this.outside = outside;
    this.people = people;
    this.gate = gate;
    this.audit = audit;
    this.session = session;
  }

  @Needs(action = Action.READ, record = RecordType.ACCOUNT)
  @GetMapping({"/fi/oma", "/sv/min", "/en/my"})
  String show(Page page, Caller caller, Model model) {
    return shown(page, caller, caller.person().name(), "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.ACCOUNT)
  @PostMapping({"/fi/oma", "/sv/min", "/en/my"})
  String rename(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String lang,
      HttpServletResponse response,
      Model model) {
    if (name.strip().length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      response.setStatus(422);
      return shown(page, caller, name, "own.fault.name", model);
    }
    people.rename(caller.person().id(), name, Lang.find(lang).orElse(page.lang()));
    return "redirect:" + page.to(Route.OWN);
  }

  private String shown(Page page, Caller caller, String name, String fault, Model model) {
    page.is(Route.OWN);
    model.addAttribute("caller", caller);
    model.addAttribute("provider", outside.name(page.lang()));
    model.addAttribute("linked", outside.has(caller.person().id()));
    model.addAttribute("lastOwner", isLastOwner(caller));
    model.addAttribute("fault", fault);
    model.addAttribute("name", name);
    return "signin/own";
  }

  /// Whether some organization's page would be left without anyone in charge.
  private boolean isLastOwner(Caller caller) {
    return caller.held().stream()
        .filter(it -> it.role() == Role.ORG_OWNER && it.organization() != null)
        .anyMatch(mine ->
            people.rolesFor(Objects.requireNonNull(mine.organization())).stream()
                .filter(it -> it.role() == Role.ORG_OWNER)
                .allMatch(it -> it.person().equals(mine.person())));
  }

  @Needs(action = Action.READ, record = RecordType.LOOK, in = Relation.OWN)
  @Transactional
  @GetMapping({"/fi/oma/katsojat", "/sv/min/lasare", "/en/my/viewers"})
  public String looks(Page page, Caller caller, Model model) {
    page.is(Route.LOOKS);
    String id = String.valueOf(caller.id());
    gate.open(caller, Action.READ, RecordType.LOOK, id, Set.of(Relation.OWN), caller.id());
    model.addAttribute("looks", audit.about(caller.person().id().value(), MOST_LOOKS));
    return "signin/looks";
  }

  @Needs(action = Action.DELETE, record = RecordType.ACCOUNT)
  @PostMapping({"/fi/oma/poista", "/sv/min/ta-bort", "/en/my/delete"})
  String forget(Page page, Caller caller, HttpServletRequest request) {
    if (!session.mayUndo()) {
      return "redirect:" + Back.again(page, Route.OWN);
    }
    Vault.Receipt receipt = Viewer.house(() -> departure.of(caller));
    session.end(request);
    return "redirect:" + page.to(Route.RECEIPT, receipt.id().toString());
  }
}
