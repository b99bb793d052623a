package fi.rinnalla.meetups.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.meetups.Board;
import fi.rinnalla.meetups.ContactDetail;
import fi.rinnalla.meetups.GroupId;
import fi.rinnalla.meetups.MeetupId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing to those who are along, of meet-ups and of groups by the same rules.
@Controller
class MeetupBoardPage {
  private final MeetupView meetups;
  private final GroupView groups;
  private final Board board;

  MeetupBoardPage(MeetupView meetups, GroupView groups, Board board) {
    this.meetups = meetups;
    this.groups = groups;
    this.board = board;
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
}
