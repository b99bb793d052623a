package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.signin.OutsideAccounts;
import fi.rinnalla.signin.Sessions;
import fi.rinnalla.signin.SignInLetter;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in by a link that is sent to an e-mail address. Mail scanners open links, so opening one
/// does nothing: the person presses a button.
@Controller
public class SignInPage {
  private static final String BROWSER = "rinnalla-asked";

  // Why one was sent here: ends of the message's key.
  private static final String STEP_UP = "step_up";
  static final String CONFIRM = "confirm";

  static final String STRONGLY = "strongly";
  private static final Set<String> WHY =
      Set.of(CONFIRM, STRONGLY, "outside_failed", "outside_unknown");

  private static final Duration ASKED_LASTS = Duration.ofMinutes(20);

  private final SignInLinks links;
  private final SignInLetter letter;
  private final OutsideAccounts outside;
  private final SiteAddress site;
  private final Session session;
  private final Sessions sessions;

  SignInPage(
      SignInLinks links,
      SignInLetter letter,
      OutsideAccounts outside,
      SiteAddress site,
      Session session,
      Sessions sessions) {
    this.links = links;
    this.letter = letter;
    this.outside = outside;
    this.site = site;
    this.session = session;
    this.sessions = sessions;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/kirjaudu", "/sv/logga-in", "/en/sign-in"})
  String show(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String back,
      @RequestParam(defaultValue = "") String why,
      Model model) {
    page.is(Route.SIGN_IN);
    model.addAttribute("form", form("", back, reason(why, caller), "", page));
    return "signin/sign-in";
  }

  /// Whoever is signed in and was sent here needs a stronger sign-in, unless told otherwise. A
  /// visitor always gets the whole form, whoever wrote the link.
  private static String reason(String why, Caller caller) {
    boolean known = WHY.contains(why) && !(why.equals(STRONGLY) && caller.isVisitor());
    return known ? why : caller.isVisitor() ? "" : STEP_UP;
  }

  /// What the form shows.
  ///
  /// @param why the key of a sentence, or nothing
  /// @param fault the key of what is wrong with the address, or nothing
  /// @param provider what the identity provider is called, or nothing when there is none
  public record Form(String email, String back, String why, String fault, String provider) {

    /// Whether a link by e-mail would not help.
    public boolean onlyStrong() {
      return why.equals(STEP_UP) || why.equals(STRONGLY);
    }

    /// Whether it is known that the person has a strong way in.
    public boolean hasStrong() {
      return why.equals(STRONGLY);
    }

    public boolean again() {
      return why.equals(CONFIRM);
    }
  }

  private Form form(String email, String back, String why, String fault, Page page) {
    return new Form(email, Back.ours(back), why, fault, outside.name(page.lang()));
  }

  /// Says the same whether or not the address is known.
  @Needs(action = Action.CREATE, record = RecordType.LINK)
  @Limited(perHour = 20)
  @PostMapping({"/fi/kirjaudu", "/sv/logga-in", "/en/sign-in"})
  String send(
      Page page,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String back,
      @CookieValue(name = BROWSER, required = false) @Nullable String asked,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    page.is(Route.SIGN_IN);
    Optional<EmailAddress> address = EmailAddress.find(email);
    if (address.isEmpty()) {
      response.setStatus(422);
      String fault = email.isBlank() ? "sign_in.fault.empty" : "sign_in.fault.address";
      model.addAttribute("form", form(email, back, "", fault, page));
      return "signin/sign-in";
    }
    String browser = asked == null || asked.length() < 40 ? links.secret() : asked;
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie(browser, site.isSecure() || request.isSecure()).toString());
    Viewer.house(() -> letter.send(address.get(), page.lang(), browser, Back.ours(back)));
    model.addAttribute("email", email);
    return "signin/sent";
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/kirjaudu/{token}", "/sv/logga-in/{token}", "/en/sign-in/{token}"})
  String ask(Page page, @PathVariable String token, Model model) {
    page.is(Route.SIGN_IN);
    model.addAttribute("token", token);
    model.addAttribute("good", true);
    return "signin/welcome";
  }

  @Needs(action = Action.CREATE, record = RecordType.LINK)
  @Limited(perHour = 60)
  @PostMapping({"/fi/kirjaudu/{token}", "/sv/logga-in/{token}", "/en/sign-in/{token}"})
  String use(
      Page page,
      @PathVariable String token,
      @CookieValue(name = BROWSER, required = false) @Nullable String asked,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    page.is(Route.SIGN_IN);
    SignInLinks.Outcome outcome = Viewer.house(() -> links.use(token, asked, page.lang()));
    return switch (outcome) {
      case SignInLinks.Outcome.Welcome welcome -> {
        session.begin(welcome.person().id(), Level.WEAK, request, response);
        yield "redirect:" + Back.orOwn(welcome.backTo(), page.lang());
      }
      case SignInLinks.Outcome.NotGood _ -> {
        response.setStatus(422);
        model.addAttribute("token", token);
        model.addAttribute("good", false);
        yield "signin/welcome";
      }
    };
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @PostMapping({"/fi/ulos", "/sv/logga-ut", "/en/sign-out"})
  String out(Page page, HttpServletRequest request) {
    session.end(request);
    return "redirect:" + page.to(Route.HOME);
  }

  @Needs(action = Action.UPDATE, record = RecordType.ACCOUNT)
  @PostMapping({"/fi/ulos/kaikkialta", "/sv/logga-ut/overallt", "/en/sign-out/everywhere"})
  String outEverywhere(Page page, Caller caller, HttpServletRequest request) {
    sessions.endAll(caller.person().id());
    session.end(request);
    return "redirect:" + page.to(Route.HOME);
  }

  private static ResponseCookie cookie(String browser, boolean secure) {
    return ResponseCookie.from(BROWSER, browser)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(ASKED_LASTS)
        .build();
  }
}
