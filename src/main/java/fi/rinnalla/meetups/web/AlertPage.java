package fi.rinnalla.meetups.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.meetups.Alerts;
import fi.rinnalla.meetups.GroupId;
import fi.rinnalla.meetups.MeetupId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where anybody tells that a meet-up or a group shouldn't be here, also without signing in; and
/// those who are along that a message shouldn't.
@Controller
public class AlertPage {
  private final Alerts alerts;

  AlertPage(Alerts alerts) {
    this.alerts = alerts;
  }

  /// What the page shows.
  ///
  /// @param name of what may be told of; null when it can't be, or not any more
  /// @param address where it is sent
  /// @param back where one came from
  /// @param message the one that is told of, or nothing
  public record Shown(
      @Nullable Text name,
      String address,
      String back,
      String message,
      boolean wrong,
      boolean done) {}

  @Needs(action = Action.CREATE, record = RecordType.ALERT)
  @GetMapping({
    "/fi/tapaaminen/{meetup}/ilmoita",
    "/sv/traffen/{meetup}/anmal",
    "/en/meetup/{meetup}/report"
  })
  String show(
      Page page,
      @PathVariable String meetup,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    MeetupId id = MeetupPage.id(meetup);
    return page(page, Route.MEETUP, id.value(), "", false, done.equals("alerted"), model);
  }

  @Needs(action = Action.CREATE, record = RecordType.ALERT)
  @GetMapping({"/fi/ryhma/{group}/ilmoita", "/sv/grupp/{group}/anmal", "/en/group/{group}/report"})
  String showOfGroup(
      Page page,
      @PathVariable String group,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    GroupId id = GroupPage.id(group);
    return page(page, Route.GROUP, id.value(), "", false, done.equals("alerted"), model);
  }

  @Needs(action = Action.CREATE, record = RecordType.ALERT)
  @Limited(perHour = 20)
  @PostMapping({
    "/fi/tapaaminen/{meetup}/ilmoita",
    "/sv/traffen/{meetup}/anmal",
    "/en/meetup/{meetup}/report"
  })
  String tell(
      Page page,
      Caller caller,
      CallerToday today,
      @PathVariable String meetup,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String why,
      HttpServletResponse response,
      Model model) {
    UUID id = MeetupPage.id(meetup).value();
    return tell(page, caller, today, Route.MEETUP, id, message, why, response, model);
  }

  @Needs(action = Action.CREATE, record = RecordType.ALERT)
  @Limited(perHour = 20)
  @PostMapping({"/fi/ryhma/{group}/ilmoita", "/sv/grupp/{group}/anmal", "/en/group/{group}/report"})
  String tellOfGroup(
      Page page,
      Caller caller,
      CallerToday today,
      @PathVariable String group,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String why,
      HttpServletResponse response,
      Model model) {
    UUID id = GroupPage.id(group).value();
    return tell(page, caller, today, Route.GROUP, id, message, why, response, model);
  }

  private String tell(
      Page page,
      Caller caller,
      CallerToday today,
      Route route,
      UUID id,
      String message,
      String why,
      HttpServletResponse response,
      Model model) {
    Optional<Alerts.Why> chosen = Alerts.Why.find(why);
    UUID about = MeetupId.find(message).map(MeetupId::value).orElse(null);
    if (chosen.isEmpty()) {
      response.setStatus(422);
      String kept = about == null ? "" : about.toString();
      return page(page, route, id, kept, true, false, model);
    }
    if (caller.isVisitor()) {
      alerts.tell(today, id, chosen.get());
      return "redirect:" + address(page, route, id) + "?done=alerted";
    }
    alerts.tell(caller, id, about, chosen.get());
    // It may be out of sight by now, so the thanks are said elsewhere.
    return "redirect:" + page.to(Route.MY_MEETUPS) + "?done=alerted";
  }

  private static String address(Page page, Route route, UUID id) {
    return BoardView.alertAddress(page.to(route, id.toString()));
  }

  private String page(
      Page page, Route route, UUID id, String message, boolean wrong, boolean done, Model model) {
    page.is(lang -> BoardView.alertAddress(route.path(lang, id.toString())));
    model.addAttribute(
        "shown",
        new Shown(
            alerts.find(id).orElse(null),
            address(page, route, id),
            page.to(route, id.toString()),
            message,
            wrong,
            done));
    return "meetups/tell";
  }
}
