package fi.rinnalla.reminders.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.reminders.OwnReminders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// No more reminders, in one tap: a mail program posts here by itself (RFC 8058), with no cookie
/// and no form of ours, and people get a page with one button. Opening the page changes nothing,
/// and what it says is the same whatever the link is worth.
@Controller
public class NoReminderPage {
  private final OwnReminders own;

  NoReminderPage(OwnReminders own) {
    this.own = own;
  }

  @Needs(action = Action.READ, record = RecordType.EVENT_REMINDER, in = Relation.OWN)
  @GetMapping({
    "/fi/ala-muistuta/{token}",
    "/sv/ingen-paminnelse/{token}",
    "/en/no-reminder/{token}"
  })
  String show(Page page, @PathVariable String token, Model model) {
    return page(page, token, false, model);
  }

  /// Many mail programs post from the same few addresses, so the limit is wide; the secret is what
  /// guards.
  @Needs(action = Action.DELETE, record = RecordType.EVENT_REMINDER, in = Relation.OWN)
  @Limited(perHour = 10_000)
  @PostMapping({
    "/fi/ala-muistuta/{token}",
    "/sv/ingen-paminnelse/{token}",
    "/en/no-reminder/{token}"
  })
  String stop(Page page, Caller caller, @PathVariable String token, Model model) {
    own.stop(caller, token);
    return page(page, token, true, model);
  }

  private static String page(Page page, String token, boolean done, Model model) {
    page.is(Route.NO_REMINDER, token);
    model.addAttribute("token", token);
    model.addAttribute("done", done);
    return "reminders/stop";
  }
}
