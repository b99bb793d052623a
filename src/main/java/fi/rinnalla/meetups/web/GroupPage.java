package fi.rinnalla.meetups.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.meetups.Board;
import fi.rinnalla.meetups.GroupHosting;
import fi.rinnalla.meetups.GroupId;
import fi.rinnalla.meetups.GroupMembership;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signups.FirstName;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A group's page: what it is for everybody, who is in it for those who belong, and what its hosts
/// see to.
@Controller
class GroupPage {
  private static final Set<String> DONE =
      Set.of(
          "founded",
          "joined",
          "left",
          "ask",
          "accept",
          "refuse",
          "take_up",
          "take_out",
          "step_back",
          "end",
          "proposed",
          "show_message",
          "remove_message",
          "written",
          "written_waits");

  private final GroupView view;
  private final GroupMembership membership;
  private final GroupHosting hosting;
  private final Board board;

  GroupPage(GroupView view, GroupMembership membership, GroupHosting hosting, Board board) {
    this.view = view;
    this.membership = membership;
    this.hosting = hosting;
    this.board = board;
  }

  @Needs(action = Action.READ, record = RecordType.GROUP)
  @GetMapping({"/fi/ryhma/{group}", "/sv/grupp/{group}", "/en/group/{group}"})
  String show(
      Page page,
      Caller caller,
      @PathVariable String group,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    String said = DONE.contains(done) ? done : "";
    return view.show(page, caller, id(group), said, "", GroupView.Typed.NOTHING, model);
  }

  @Needs(action = Action.CREATE, record = RecordType.MEMBERSHIP, in = Relation.OWN)
  @Limited(perHour = 30)
  @PostMapping({"/fi/ryhma/{group}/mukaan", "/sv/grupp/{group}/med", "/en/group/{group}/join"})
  String join(
      Page page,
      Caller caller,
      @PathVariable String group,
      @RequestParam(defaultValue = "") String name,
      HttpServletResponse response,
      Model model) {
    GroupId id = id(group);
    String first = ProposalForm.plain(name);
    String wrong =
        FirstName.isOne(first) ? wrong(membership.join(caller, id, first)) : "first_name";
    return after(page, caller, id, "joined", wrong, GroupView.Typed.name(first), response, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.GROUP, in = Relation.OWN)
  @Limited(perHour = 60)
  @PostMapping({"/fi/ryhma/{group}", "/sv/grupp/{group}", "/en/group/{group}"})
  String act(
      Page page,
      Caller caller,
      @PathVariable String group,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") String how,
      @RequestParam(defaultValue = "") String message,
      HttpServletResponse response,
      Model model) {
    GroupId id = id(group);
    String wrong =
        switch (act) {
          case "leave" -> wrong(membership.leave(caller, id));
          case "ask" -> ask(caller, id, member, how);
          case "take_out" ->
              GroupId.find(member)
                  .map(it -> wrong(hosting.takeOut(caller, id, it.value())))
                  .orElse("choose");
          case "accept", "refuse" -> wrong(hosting.answer(caller, id, act.equals("accept")));
          case "take_up" -> wrong(hosting.takeUp(caller, id));
          case "step_back" -> wrong(hosting.stepBack(caller, id));
          case "end" -> wrong(hosting.end(caller, id));
          case "show_message", "remove_message" ->
              GroupId.find(message)
                  .map(it ->
                      board.decide(caller, id.value(), it.value(), act.equals("show_message")))
                  .map(it -> it ? "" : "not_now")
                  .orElse("choose");
          default -> "choose";
        };
    String done = act.equals("leave") ? "left" : act;
    return after(page, caller, id, done, wrong, GroupView.Typed.NOTHING, response, model);
  }

  private String ask(Caller caller, GroupId id, String member, String how) {
    Optional<UUID> asked = GroupId.find(member).map(GroupId::value);
    boolean known = how.equals("beside") || how.equals("instead");
    return asked.isEmpty() || !known
        ? "choose"
        : wrong(hosting.ask(caller, id, asked.get(), how.equals("instead")));
  }

  private String after(
      Page page,
      Caller caller,
      GroupId id,
      String done,
      String wrong,
      GroupView.Typed typed,
      HttpServletResponse response,
      Model model) {
    if (wrong.isEmpty()) {
      return "redirect:" + page.to(Route.GROUP, id.toString()) + "?done=" + done;
    }
    response.setStatus(422);
    return view.show(page, caller, id, "", wrong, typed, model);
  }

  private static String wrong(GroupMembership.Became became) {
    return switch (became) {
      case GroupMembership.Became.Done _ -> "";
      case GroupMembership.Became.NoAddress _ -> "no_address";
      case GroupMembership.Became.TakenOut _ -> "taken_out";
      case GroupMembership.Became.LastHost _ -> "last_host";
    };
  }

  private static String wrong(GroupHosting.Became became) {
    return switch (became) {
      case GroupHosting.Became.Done _ -> "";
      case GroupHosting.Became.NotNow _ -> "not_now";
      case GroupHosting.Became.LastHost _ -> "last_host";
    };
  }

  static GroupId id(String written) {
    return GroupId.find(written).orElseThrow(() -> new NoSuchRecord(RecordType.GROUP));
  }
}
