package fi.rinnalla.workspace.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.workspace.ClaimDecisions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Those who look after an area decide who may keep its organizations' pages.
@Controller
public class ClaimsPage {
  private static final int LONGEST = 600;

  private final ClaimDecisions claims;

  ClaimsPage(ClaimDecisions claims) {
    this.claims = claims;
  }

  /// What the page shows.
  ///
  /// @param fault the end of a message's key, or nothing
  /// @param at the claim that the fault is in
  public record Shown(
      List<ClaimDecisions.Asking> asking, String done, String fault, String at, String reason) {}

  @Needs(action = Action.READ, record = RecordType.CLAIM, in = Relation.REGION)
  @GetMapping({"/fi/oma/pyynnot", "/sv/min/onskemal", "/en/my/requests"})
  String show(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    String said = page.has("claims.done." + done) ? done : "";
    return page(page, new Shown(claims.forStaff(caller), said, "", "", ""), model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.CLAIM, in = Relation.REGION)
  @PostMapping({"/fi/oma/pyynnot", "/sv/min/onskemal", "/en/my/requests"})
  String decide(
      Page page,
      Caller caller,
      @RequestParam UUID claim,
      @RequestParam(defaultValue = "false") boolean yes,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    String fault =
        !yes && reason.isBlank() ? "reason" : reason.length() > LONGEST ? "too_long" : "";
    if (!fault.isEmpty()) {
      response.setStatus(422);
      return page(
          page, new Shown(claims.forStaff(caller), "", fault, claim.toString(), reason), model);
    }
    String done =
        switch (claims.decide(caller, claim, yes, reason)) {
          case ClaimDecisions.Decided.Granted _ -> "granted";
          case ClaimDecisions.Decided.Refused _ -> "refused";
          case ClaimDecisions.Decided.AlreadyKept _ -> "kept";
          case ClaimDecisions.Decided.NotGood _ -> "answered";
        };
    return "redirect:" + page.to(Route.CLAIMS) + "?done=" + done;
  }

  private static String page(Page page, Shown shown, Model model) {
    page.is(Route.CLAIMS);
    model.addAttribute("shown", shown);
    return "workspace/claims";
  }
}
