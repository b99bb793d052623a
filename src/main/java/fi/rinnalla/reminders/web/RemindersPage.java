package fi.rinnalla.reminders.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.reminders.DiscreetWords;
import fi.rinnalla.reminders.EventReminderId;
import fi.rinnalla.reminders.OwnReminders;
import fi.rinnalla.reminders.OwnReminders.Key;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own reminders. The list is for whoever signed in, and in a browser where a letter's link
/// was used; the link itself leads to its one reminder. Mail scanners open links, so opening one
/// changes nothing.
@Controller
public class RemindersPage {
  private static final String ALL = "all";

  private final OwnReminders own;
  private final Browser browsers;
  private final DiscreetWords discreet;

  RemindersPage(OwnReminders own, Browser browsers, DiscreetWords discreet) {
    this.own = own;
    this.browsers = browsers;
    this.discreet = discreet;
  }

  /// What the pages show.
  ///
  /// @param token of a letter's link; empty on the list
  /// @param said the end of the key of what has just happened, or nothing
  /// @param wrong whether nothing has, for it couldn't
  public record Shown(
      List<OwnReminders.Seen> seen, String token, boolean signedIn, String said, boolean wrong) {}

  @Needs(action = Action.READ, record = RecordType.EVENT_REMINDER, in = Relation.OWN)
  @GetMapping({"/fi/muistutukset", "/sv/paminnelser", "/en/reminders"})
  String list(
      Page page,
      Caller caller,
      @CookieValue(name = Browser.COOKIE, required = false) @Nullable String browser,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return list(page, caller, browser, done, false, model);
  }

  @Needs(action = Action.DELETE, record = RecordType.EVENT_REMINDER, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({"/fi/muistutukset", "/sv/paminnelser", "/en/reminders"})
  String stop(
      Page page,
      Caller caller,
      @CookieValue(name = Browser.COOKIE, required = false) @Nullable String browser,
      @RequestParam(defaultValue = "") String reminder,
      HttpServletResponse response,
      Model model) {
    Key.Here here = new Key.Here(browser);
    if (reminder.equals(ALL)) {
      own.stopAll(caller, here);
      return "redirect:" + page.to(Route.REMINDERS) + "?done=all";
    }
    if (id(reminder).filter(it -> own.stop(caller, here, it)).isPresent()) {
      return "redirect:" + page.to(Route.REMINDERS) + "?done=stop";
    }
    response.setStatus(422);
    return list(page, caller, browser, "", true, model);
  }

  @Needs(action = Action.READ, record = RecordType.EVENT_REMINDER, in = Relation.OWN)
  @Limited(perHour = 120)
  @GetMapping({"/fi/muistutukset/{token}", "/sv/paminnelser/{token}", "/en/reminders/{token}"})
  String one(Page page, Caller caller, @PathVariable String token, Model model) {
    return one(page, caller, token, "", false, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT_REMINDER, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({"/fi/muistutukset/{token}", "/sv/paminnelser/{token}", "/en/reminders/{token}"})
  String act(
      Page page,
      Caller caller,
      @PathVariable String token,
      @CookieValue(name = Browser.COOKIE, required = false) @Nullable String browser,
      @RequestParam(defaultValue = "") String act,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    boolean there = own.find(caller, token).isPresent();
    boolean done =
        switch (act) {
          case "confirm" -> own.confirm(caller, token);
          case "stop", ALL -> there;
          default -> false;
        };
    if (!done) {
      response.setStatus(422);
      return one(page, caller, token, "", true, model);
    }
    browsers.remember(token, browser, request, response);
    if (act.equals("stop")) {
      own.stop(caller, token);
    } else if (act.equals(ALL)) {
      own.stopAll(caller, new Key.ByLink(token));
    }
    return one(page, caller, token, act, false, model);
  }

  private String list(
      Page page, Caller caller, @Nullable String browser, String done, boolean wrong, Model model) {
    page.is(Route.REMINDERS);
    return page(page, caller, own.of(caller, new Key.Here(browser)), "", done, wrong, model);
  }

  private String one(
      Page page, Caller caller, String token, String done, boolean wrong, Model model) {
    page.is(Route.REMINDERS, token);
    return page(page, caller, own.find(caller, token).stream().toList(), token, done, wrong, model);
  }

  private String page(
      Page page,
      Caller caller,
      List<OwnReminders.Seen> seen,
      String token,
      String done,
      boolean wrong,
      Model model) {
    if (seen.stream().anyMatch(it -> discreet.isSensitive(it.listing()))) {
      page.beSensitive();
    }
    String said = page.has("reminders.done." + done) ? done : "";
    model.addAttribute("shown", new Shown(seen, token, !caller.isVisitor(), said, wrong));
    return "reminders/mine";
  }

  private static Optional<EventReminderId> id(String written) {
    return WrittenId.find(written).map(EventReminderId::new);
  }
}
