package fi.rinnalla.workspace.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.workspace.Claims;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Somebody of an organization asks for its page.
@Controller
public class ClaimPage {
  private static final int LONGEST = 600;

  private final Claims claims;

  ClaimPage(Claims claims) {
    this.claims = claims;
  }

  /// What the page shows.
  ///
  /// @param fault the end of a message's key, or nothing
  public record Shown(Claims.Standing standing, String words, String fault) {}

  @Needs(action = Action.CREATE, record = RecordType.CLAIM, in = Relation.OWN)
  @GetMapping({
    "/fi/oma/ota-hoitoon/{slug}",
    "/sv/min/ta-hand-om/{slug}",
    "/en/my/take-over/{slug}"
  })
  String show(Page page, Caller caller, @PathVariable String slug, Model model) {
    return page(page, caller, slug, "", "", model);
  }

  @Needs(action = Action.CREATE, record = RecordType.CLAIM, in = Relation.OWN)
  @Limited(perHour = 30)
  @PostMapping({
    "/fi/oma/ota-hoitoon/{slug}",
    "/sv/min/ta-hand-om/{slug}",
    "/en/my/take-over/{slug}"
  })
  String ask(
      Page page,
      Caller caller,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    String fault =
        words.isBlank()
            ? "empty"
            : words.length() > LONGEST ? "too_long" : ask(page, caller, slug, words);
    if (fault.isEmpty()) {
      return "redirect:" + page.to(Route.CLAIM, slug);
    }
    response.setStatus(422);
    return page(page, caller, slug, words, fault, model);
  }

  private String ask(Page page, Caller caller, String slug, String words) {
    Claims.Standing standing = claims.standing(caller, slug);
    return switch (claims.ask(caller, standing.organization().record(), words, page.lang())) {
      // The page shows what waits and for whom.
      case Claims.Asked.Waits _, Claims.Asked.AlreadyOpen _, Claims.Asked.AlreadyMember _ -> "";
      case Claims.Asked.RefusedLately _ -> "refused_lately";
      case Claims.Asked.TooManyOpen _ -> "too_many";
    };
  }

  private String page(
      Page page, Caller caller, String slug, String words, String fault, Model model) {
    page.is(Route.CLAIM, slug);
    model.addAttribute("shown", new Shown(claims.standing(caller, slug), words, fault));
    return "workspace/claim";
  }
}
