package fi.rinnalla.feedback.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.feedback.Addresses;
import fi.rinnalla.feedback.Remarks;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What people added in their own words, on the page of a round.
@Controller
public class RemarksPage {
  private final Remarks remarks;
  private final RoundViews views;

  RemarksPage(Remarks remarks, RoundViews views) {
    this.remarks = remarks;
    this.views = views;
  }

  /// What the owner makes of words that somebody wrote.
  @Needs(action = Action.UPDATE, record = RecordType.FEEDBACK, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/palaute/{round}/sanat",
    "/sv/min/organisation/{organization}/respons/{round}/ord",
    "/en/my/organization/{organization}/feedback/{round}/words"
  })
  String moderate(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID round,
      @RequestParam(required = false) @Nullable UUID remark,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String words,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    UUID which = remark == null ? new UUID(0, 0) : remark;
    Remarks.Outcome outcome =
        act.equals("drop")
            ? remarks.drop(caller, ours, round, which)
            : remarks.show(caller, ours, round, which, Typed.plain(words));
    if (outcome instanceof Remarks.Outcome.Done) {
      String done = act.equals("drop") ? "dropped" : "shown";
      return "redirect:" + Addresses.round(page.lang(), ours, round) + "?done=" + done;
    }
    response.setStatus(422);
    page.beFaulty();
    String fault = outcome instanceof Remarks.Outcome.NoWords ? "no_words" : "gone";
    return views.show(page, caller, organization, round, "", "", fault, typed, model);
  }
}
