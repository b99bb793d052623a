package fi.rinnalla.workspace.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.workspace.ClaimDecisions;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the link leads that came to an organization's published address. Mail scanners open links,
/// so opening it changes nothing; who reads that mail needn't sign in.
@Controller
public class ClaimConfirmPage {
  private final ClaimDecisions claims;

  ClaimConfirmPage(ClaimDecisions claims) {
    this.claims = claims;
  }

  /// What the page shows.
  ///
  /// @param asking null when the link is no longer good, or was just used
  /// @param became the end of a message's key
  public record Shown(String token, ClaimDecisions.@Nullable Asking asking, String became) {}

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @Limited(perHour = 60)
  @GetMapping({"/fi/vahvista/{token}", "/sv/bekrafta/{token}", "/en/confirm/{token}"})
  String show(Page page, @PathVariable String token, Model model) {
    ClaimDecisions.Asking asking = claims.asked(token).orElse(null);
    return page(page, new Shown(token, asking, asking == null ? "old" : "asks"), model);
  }

  @Needs(action = Action.CREATE, record = RecordType.LINK)
  @Limited(perHour = 60)
  @PostMapping({"/fi/vahvista/{token}", "/sv/bekrafta/{token}", "/en/confirm/{token}"})
  String decide(
      Page page,
      @PathVariable String token,
      @RequestParam(defaultValue = "false") boolean yes,
      HttpServletResponse response,
      Model model) {
    String became =
        switch (claims.byMailbox(token, yes)) {
          case ClaimDecisions.Decided.Granted _ -> "granted";
          case ClaimDecisions.Decided.Refused _ -> "refused";
          case ClaimDecisions.Decided.AlreadyKept _ -> "kept";
          case ClaimDecisions.Decided.NotGood _ -> "old";
        };
    if (became.equals("old")) {
      response.setStatus(422);
    }
    return page(page, new Shown(token, null, became), model);
  }

  private static String page(Page page, Shown shown, Model model) {
    page.is(Route.CLAIM_CONFIRM, shown.token());
    model.addAttribute("shown", shown);
    return "workspace/claim-confirm";
  }
}
