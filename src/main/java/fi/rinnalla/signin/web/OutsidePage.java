package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signin.OutsideAccounts;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Away to the identity provider, and back. Leaving is a link and not a form, for our policy lets
/// no form lead to anybody else.
@Controller
class OutsidePage {
  private static final String ASKED = OutsideAccounts.Asked.class.getName();

  private final OutsideAccounts accounts;
  private final Session session;

  OutsidePage(OutsideAccounts accounts, Session session) {
    this.accounts = accounts;
    this.session = session;
  }

  @Needs(action = Action.CREATE, record = RecordType.LINK)
  @Limited(perHour = 120)
  @GetMapping({"/fi/kirjaudu/tunnus", "/sv/logga-in/konto", "/en/sign-in/account"})
  @Nullable String leave(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    return leave(page, caller, Back.ours(back), false, request, response);
  }

  @Needs(action = Action.CREATE, record = RecordType.FACTOR)
  @Limited(perHour = 60)
  @GetMapping({"/fi/oma/tunnus", "/sv/min/konto", "/en/my/account"})
  @Nullable String link(
      Page page, Caller caller, HttpServletRequest request, HttpServletResponse response) {
    Session.Lack lack = session.toAdd(caller);
    return lack == Session.Lack.NOTHING
        ? leave(page, caller, page.to(Route.OWN), true, request, response)
        : "redirect:" + Back.again(page, Route.OWN, lack);
  }

  private @Nullable String leave(
      Page page,
      Caller caller,
      String back,
      boolean links,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (accounts.name(page.lang()).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Optional<OutsideAccounts.Asked> asked = accounts.ask(back, page.lang(), caller.id(), links);
    if (asked.isEmpty()) {
      return "redirect:" + Back.signIn(page.lang(), back, "outside_failed");
    }
    request.getSession().setAttribute(ASKED, asked.get());
    // Not by a view's name, which would read braces in the address as its own.
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", asked.get().to());
    response.setHeader("Cache-Control", "no-store");
    return null;
  }

  @Needs(action = Action.CREATE, record = RecordType.LINK)
  @Limited(perHour = 120)
  @GetMapping("/oidc/back")
  String back(
      Caller caller,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String iss,
      HttpServletRequest request,
      HttpServletResponse response) {
    HttpSession kept = request.getSession(false);
    if (kept == null || !(kept.getAttribute(ASKED) instanceof OutsideAccounts.Asked asked)) {
      return "redirect:" + Back.signIn(Lang.FI, "", "outside_failed");
    }
    kept.removeAttribute(ASKED);
    return switch (accounts.back(asked, caller, state, code, iss)) {
      case OutsideAccounts.Outcome.Known known -> {
        session.begin(known.person(), known.level(), request, response);
        yield "redirect:" + Back.orOwn(asked.back(), asked.lang());
      }
      case OutsideAccounts.Outcome.Unknown _ ->
          "redirect:" + Back.signIn(asked.lang(), asked.back(), "outside_unknown");
      case OutsideAccounts.Outcome.NotGood _ ->
          "redirect:" + Back.signIn(asked.lang(), asked.back(), "outside_failed");
    };
  }

  @Needs(action = Action.DELETE, record = RecordType.FACTOR)
  @PostMapping({"/fi/oma/tunnus/poista", "/sv/min/konto/ta-bort", "/en/my/account/remove"})
  String unlink(Page page, Caller caller) {
    Session.Lack lack = session.toRemove(caller);
    if (lack != Session.Lack.NOTHING) {
      return "redirect:" + Back.again(page, Route.OWN, lack);
    }
    Viewer.house(() -> accounts.unlink(caller));
    return "redirect:" + page.to(Route.OWN);
  }
}
