package fi.rinnalla.signups.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.signups.OwnSignups;
import fi.rinnalla.signups.OwnSignups.Became;
import fi.rinnalla.signups.OwnSignups.Key;
import fi.rinnalla.signups.Party;
import fi.rinnalla.signups.Signup;
import fi.rinnalla.signups.SignupId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
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

/// A family's own sign-ups. The list is for whoever signed in, and in a browser where a letter's
/// link was used; the link itself leads to its one sign-up. Mail scanners open links, so opening
/// one changes nothing.
@Controller
public class MinePage {
  private static final String BROWSER = "rinnalla-mine";
  private static final Duration REMEMBERED = Duration.ofHours(12);

  private final OwnSignups own;
  private final SignInLinks secrets;
  private final SiteAddress site;
  private final Discretion discretion;

  MinePage(OwnSignups own, SignInLinks secrets, SiteAddress site, Discretion discretion) {
    this.own = own;
    this.secrets = secrets;
    this.site = site;
    this.discretion = discretion;
  }

  /// What the pages show.
  ///
  /// @param token of a letter's link; empty on the list
  /// @param said the end of the key of what has just happened, or nothing
  /// @param wrong the end of the key of why nothing has, or nothing
  /// @param typed what was typed into the form of a change that wasn't made; null otherwise
  public record Shown(
      List<OwnSignups.Seen> seen,
      String token,
      boolean signedIn,
      String said,
      String wrong,
      @Nullable Typed typed) {

    /// How many come to this one, as its form shows it.
    public Typed party(Signup signup) {
      return typed != null && typed.signup().equals(signup.id().toString())
          ? typed
          : new Typed(
              signup.id().toString(),
              String.valueOf(signup.party().adults()),
              signup.party().writtenAges());
    }

    /// Whether the form of this one has to be mended.
    public boolean isOpen(Signup signup) {
      return typed != null && typed.signup().equals(signup.id().toString());
    }
  }

  /// A form as somebody wrote it.
  public record Typed(String signup, String adults, String ages) {
    static @Nullable Typed of(String act, String signup, String adults, String ages) {
      return act.equals("change") ? new Typed(signup, adults, ages) : null;
    }
  }

  @Needs(action = Action.READ, record = RecordType.SIGNUP, in = Relation.OWN)
  @GetMapping({"/fi/omat", "/sv/mina", "/en/mine"})
  String list(
      Page page,
      Caller caller,
      @CookieValue(name = BROWSER, required = false) @Nullable String browser,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return list(page, caller, browser, done, "", null, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.SIGNUP, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({"/fi/omat", "/sv/mina", "/en/mine"})
  String act(
      Page page,
      Caller caller,
      @CookieValue(name = BROWSER, required = false) @Nullable String browser,
      @RequestParam(defaultValue = "") String signup,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String adults,
      @RequestParam(defaultValue = "") String ages,
      HttpServletResponse response,
      Model model) {
    String wrong =
        id(signup)
            .map(it -> done(caller, new Key.Here(it, browser), act, adults, ages))
            .orElse("over");
    if (wrong.isEmpty()) {
      return "redirect:" + page.to(Route.MINE) + "?done=" + act;
    }
    response.setStatus(422);
    return list(page, caller, browser, "", wrong, Typed.of(act, signup, adults, ages), model);
  }

  @Needs(action = Action.READ, record = RecordType.SIGNUP, in = Relation.OWN)
  @Limited(perHour = 120)
  @GetMapping({"/fi/omat/{token}", "/sv/mina/{token}", "/en/mine/{token}"})
  String one(Page page, Caller caller, @PathVariable String token, Model model) {
    return one(page, caller, token, "", "", null, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.SIGNUP, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({"/fi/omat/{token}", "/sv/mina/{token}", "/en/mine/{token}"})
  String act(
      Page page,
      Caller caller,
      @PathVariable String token,
      @CookieValue(name = BROWSER, required = false) @Nullable String browser,
      @RequestParam(defaultValue = "") String signup,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String adults,
      @RequestParam(defaultValue = "") String ages,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String wrong = done(caller, new Key.ByLink(token), act, adults, ages);
    if (!wrong.isEmpty()) {
      response.setStatus(422);
      return one(page, caller, token, "", wrong, Typed.of(act, signup, adults, ages), model);
    }
    String secret = browser == null || browser.length() < 40 ? secrets.secret() : browser;
    own.remember(token, secret);
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie(secret, site.isSecure() || request.isSecure()).toString());
    return one(page, caller, token, act, "", null, model);
  }

  /// The end of the key of why nothing was done; nothing when it was.
  private String done(Caller caller, Key key, String act, String adults, String ages) {
    Became became =
        switch (act) {
          case "confirm" -> own.confirm(caller, key);
          case "accept" -> own.accept(caller, key);
          case "cancel" -> own.cancel(caller, key);
          case "change" -> {
            Party party = PartyForm.read(adults, ages).party();
            if (party == null) {
              yield null;
            }
            yield own.change(caller, key, party);
          }
          case "remind" -> own.remind(caller, key, true);
          case "no_reminder" -> own.remind(caller, key, false);
          default -> new Became.NotGood();
        };
    return switch (became) {
      case null -> "party";
      case Became.Done _ -> "";
      case Became.NoRoom _ -> "no_room";
      case Became.NotGood _ -> "over";
    };
  }

  private String list(
      Page page,
      Caller caller,
      @Nullable String browser,
      String done,
      String wrong,
      @Nullable Typed typed,
      Model model) {
    page.is(Route.MINE);
    String said = page.has("signups.done." + done) ? done : "";
    List<OwnSignups.Seen> seen = own.of(caller, browser);
    seen.forEach(it -> discretion.on(page, it.listing()));
    model.addAttribute("shown", new Shown(seen, "", !caller.isVisitor(), said, wrong, typed));
    return "signups/mine";
  }

  private String one(
      Page page,
      Caller caller,
      String token,
      String done,
      String wrong,
      @Nullable Typed typed,
      Model model) {
    page.is(Route.MINE, token);
    List<OwnSignups.Seen> seen = own.find(caller, token).stream().toList();
    seen.forEach(it -> discretion.on(page, it.listing()));
    String said = page.has("signups.done." + done) ? done : "";
    model.addAttribute("shown", new Shown(seen, token, !caller.isVisitor(), said, wrong, typed));
    return "signups/mine";
  }

  private static Optional<SignupId> id(String written) {
    return WrittenId.find(written).map(SignupId::new);
  }

  private static ResponseCookie cookie(String browser, boolean secure) {
    return ResponseCookie.from(BROWSER, browser)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(REMEMBERED)
        .build();
  }
}
