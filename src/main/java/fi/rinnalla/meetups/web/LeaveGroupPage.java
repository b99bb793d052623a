package fi.rinnalla.meetups.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.meetups.GroupMembership;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Out of a group in one tap: a mail program posts here by itself (RFC 8058), with no cookie and no
/// form of ours, and people get a page with one button. Opening the page changes nothing.
@Controller
class LeaveGroupPage {
  private final GroupMembership membership;

  LeaveGroupPage(GroupMembership membership) {
    this.membership = membership;
  }

  @Needs(action = Action.DELETE, record = RecordType.MEMBERSHIP, in = Relation.OWN)
  @Limited(perHour = 120)
  @GetMapping({"/fi/ryhmasta-pois/{token}", "/sv/lamna-gruppen/{token}", "/en/leave-group/{token}"})
  String show(Page page, @PathVariable String token, Model model) {
    model.addAttribute("group", membership.find(token).orElse(null));
    return page(page, token, "", model);
  }

  /// Many mail programs post from the same few addresses, so the limit is wide; the secret is what
  /// guards.
  @Needs(action = Action.DELETE, record = RecordType.MEMBERSHIP, in = Relation.OWN)
  @Limited(perHour = 10_000)
  @PostMapping({
    "/fi/ryhmasta-pois/{token}",
    "/sv/lamna-gruppen/{token}",
    "/en/leave-group/{token}"
  })
  String leave(Page page, Caller caller, @PathVariable String token, Model model) {
    boolean last = membership.leave(caller, token) instanceof GroupMembership.Became.LastHost;
    model.addAttribute("group", null);
    return page(page, token, last ? "last_host" : "left", model);
  }

  private static String page(Page page, String token, String done, Model model) {
    page.is(Route.LEAVE_GROUP, token);
    model.addAttribute("token", token);
    model.addAttribute("done", done);
    return "meetups/leave-group";
  }
}
