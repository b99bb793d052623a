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
import fi.rinnalla.signin.SignInLetter;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
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
  private static final Duration ASKED_LASTS = Duration.ofMinutes(20);

  private final SignInLinks links;
  private final SignInLetter letter;
  private final Session session;

  SignInPage(SignInLinks links, SignInLetter letter, Session session) {
    this.links = links;
    this.letter = letter;
    this.session = session;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/kirjaudu", "/sv/logga-in", "/en/sign-in"})
  String show(Page page, Caller caller, @RequestParam(defaultValue = "") String back, Model model) {
    page.is(Route.SIGN_IN);
    model.addAttribute("form", new Form("", ours(back), caller.isVisitor() ? "" : "step_up", ""));
    return "signin/sign-in";
  }

  /// What the form shows.
  ///
  /// @param why the key of a sentence, or nothing
  /// @param fault the key of what is wrong with the address, or nothing
  public record Form(String email, String back, String why, String fault) {}

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
      model.addAttribute("form", new Form(email, ours(back), "", fault));
      return "signin/sign-in";
    }
    String browser = asked == null || asked.length() < 40 ? links.secret() : asked;
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(browser, request.isSecure()).toString());
    Viewer.house(() -> letter.send(address.get(), page.lang(), browser, ours(back)));
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
    SignInLinks.Outcome outcome =
        asked == null
            ? new SignInLinks.Outcome.NotGood()
            : Viewer.house(() -> links.use(token, asked, page.lang()));
    return switch (outcome) {
      case SignInLinks.Outcome.Welcome welcome -> {
        session.begin(welcome.person().id(), Level.WEAK, request, response);
        String back = welcome.backTo();
        yield "redirect:" + (back.isEmpty() ? page.to(Route.OWN) : back);
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
    session.endEverywhere(caller.person().id());
    session.end(request);
    return "redirect:" + page.to(Route.HOME);
  }

  /// Only a path of ours is gone back to, so that no link of this site leads out of it.
  private static String ours(String back) {
    boolean path = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
    return path && back.length() <= 300 && back.chars().noneMatch(Character::isISOControl)
        ? back
        : "";
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
