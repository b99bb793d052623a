package fi.rinnalla.meetups.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.meetups.Alerts;
import fi.rinnalla.meetups.Board;
import fi.rinnalla.meetups.ContactDetail;
import fi.rinnalla.meetups.GroupId;
import fi.rinnalla.meetups.MeetupId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing to those who are along, and telling that something shouldn't be here: of meet-ups and of
/// groups by the same rules.
@Controller
class MeetupBoardPage {
  private final MeetupView meetups;
  private final GroupView groups;
  private final Board board;
  private final Alerts alerts;

  MeetupBoardPage(MeetupView meetups, GroupView groups, Board board, Alerts alerts) {
    this.meetups = meetups;
    this.groups = groups;
    this.board = board;
    this.alerts = alerts;
  }

  @Needs(action = Action.CREATE, record = RecordType.MESSAGE)
  @Limited(perHour = 60)
  @PostMapping({
    "/fi/tapaaminen/{meetup}/viesti",
    "/sv/traffen/{meetup}/meddelande",
    "/en/meetup/{meetup}/message"
  })
  String write(
      Page page,
      Caller caller,
      @PathVariable String meetup,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    MeetupId id = MeetupPage.id(meetup);
    String became = write(caller, id.value(), words);
    if (became.startsWith("+")) {
      return "redirect:" + page.to(Route.MEETUP, id.toString()) + "?done=" + became.substring(1);
    }
    response.setStatus(422);
    return meetups.show(page, caller, id, "", became, words, model);
  }

  @Needs(action = Action.CREATE, record = RecordType.MESSAGE)
  @Limited(perHour = 60)
  @PostMapping({
    "/fi/ryhma/{group}/viesti",
    "/sv/grupp/{group}/meddelande",
    "/en/group/{group}/message"
  })
  String writeToGroup(
      Page page,
      Caller caller,
      @PathVariable String group,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    GroupId id = GroupPage.id(group);
    String became = write(caller, id.value(), words);
    if (became.startsWith("+")) {
      return "redirect:" + page.to(Route.GROUP, id.toString()) + "?done=" + became.substring(1);
    }
    response.setStatus(422);
    return groups.show(page, caller, id, "", became, GroupView.Typed.words(words), model);
  }

  /// What became of it, with a plus when it was taken.
  private String write(Caller caller, UUID on, String words) {
    String said = ProposalForm.plain(words);
    if (said.isEmpty() || said.length() > Board.LONGEST) {
      return "words";
    }
    return switch (board.write(caller, on, said)) {
      case Board.Written.Done(boolean shown) -> shown ? "+written" : "+written_waits";
      case Board.Written.Has(ContactDetail what) -> "has_" + what.code();
      case Board.Written.TooMany _ -> "too_many";
    };
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
      @PathVariable String meetup,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String why,
      HttpServletResponse response,
      Model model) {
    MeetupId id = MeetupPage.id(meetup);
    if (tell(caller, id.value(), message, why)) {
      // It may be out of sight by now, so the thanks are said elsewhere.
      return "redirect:" + page.to(Route.MY_MEETUPS) + "?done=alerted";
    }
    response.setStatus(422);
    return meetups.show(page, caller, id, "", "why", "", model);
  }

  @Needs(action = Action.CREATE, record = RecordType.ALERT)
  @Limited(perHour = 20)
  @PostMapping({"/fi/ryhma/{group}/ilmoita", "/sv/grupp/{group}/anmal", "/en/group/{group}/report"})
  String tellOfGroup(
      Page page,
      Caller caller,
      @PathVariable String group,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String why,
      HttpServletResponse response,
      Model model) {
    GroupId id = GroupPage.id(group);
    if (tell(caller, id.value(), message, why)) {
      return "redirect:" + page.to(Route.MY_MEETUPS) + "?done=alerted";
    }
    response.setStatus(422);
    return groups.show(page, caller, id, "", "why", GroupView.Typed.NOTHING, model);
  }

  private boolean tell(Caller caller, UUID on, String message, String why) {
    Optional<Alerts.Why> chosen = Alerts.Why.find(why);
    chosen.ifPresent(it ->
        alerts.tell(caller, on, MeetupId.find(message).map(MeetupId::value).orElse(null), it));
    return chosen.isPresent();
  }
}
