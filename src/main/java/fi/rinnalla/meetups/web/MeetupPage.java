package fi.rinnalla.meetups.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.meetups.Board;
import fi.rinnalla.meetups.Groups;
import fi.rinnalla.meetups.HandOver;
import fi.rinnalla.meetups.Hosting;
import fi.rinnalla.meetups.Hosting.Became;
import fi.rinnalla.meetups.MeetupId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A meet-up's page for its host and for those who are along, and the host's own list.
@Controller
public class MeetupPage {
  private static final Set<String> DONE =
      Set.of(
          "proposed",
          "cancel",
          "cancel_time",
          "weekly",
          "move",
          "unwish",
          "go_on",
          "show_message",
          "remove_message",
          "written",
          "written_waits",
          "offer",
          "taken_over");

  private final MeetupView view;
  private final Hosting hosting;
  private final Groups groups;
  private final Board board;
  private final HandOver handOver;

  MeetupPage(MeetupView view, Hosting hosting, Groups groups, Board board, HandOver handOver) {
    this.view = view;
    this.hosting = hosting;
    this.groups = groups;
    this.board = board;
    this.handOver = handOver;
  }

  @Needs(action = Action.READ, record = RecordType.MEETUP, in = Relation.OWN)
  @GetMapping({"/fi/oma/tapaamiset", "/sv/min/traffar", "/en/my/meetups"})
  String mine(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    page.is(Route.MY_MEETUPS);
    model.addAttribute("done", Set.of("alerted", "not_taken").contains(done) ? done : "");
    model.addAttribute("own", hosting.of(caller));
    model.addAttribute("joined", hosting.joined(caller));
    model.addAttribute("groups", groups.of(caller));
    return "meetups/mine";
  }

  @Needs(action = Action.READ, record = RecordType.MEETUP)
  @GetMapping({"/fi/tapaaminen/{meetup}", "/sv/traffen/{meetup}", "/en/meetup/{meetup}"})
  String show(
      Page page,
      Caller caller,
      @PathVariable String meetup,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return view.show(page, caller, id(meetup), DONE.contains(done) ? done : "", "", "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.MEETUP, in = Relation.OWN)
  @Limited(perHour = 60)
  @PostMapping({"/fi/tapaaminen/{meetup}", "/sv/traffen/{meetup}", "/en/meetup/{meetup}"})
  String act(
      Page page,
      Caller caller,
      @PathVariable String meetup,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String hour,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String guest,
      HttpServletResponse response,
      Model model) {
    MeetupId id = id(meetup);
    String wrong =
        switch (act) {
          case "cancel" -> wrong(hosting.cancel(caller, id));
          case "cancel_time" ->
              time(time).map(it -> wrong(hosting.cancel(caller, id, it))).orElse("choose");
          case "weekly" -> wrong(hosting.wishWeekly(caller, id));
          case "move" -> move(caller, id, time, day, hour);
          case "unwish" -> wrong(hosting.unwish(caller, id));
          case "go_on" -> wrong(hosting.goOn(caller, id));
          case "show_message", "remove_message" ->
              uuid(message)
                  .map(it ->
                      board.decide(caller, id.value(), it, act.equals("show_message"))
                          ? ""
                          : "not_now")
                  .orElse("choose");
          case "offer" ->
              uuid(guest)
                  .map(it -> handOver.offer(caller, id, it) ? "" : "unreachable")
                  .orElse("choose");
          default -> "choose";
        };
    if (wrong.isEmpty()) {
      return "redirect:" + page.to(Route.MEETUP, id.toString()) + "?done=" + act;
    }
    response.setStatus(422);
    return view.show(page, caller, id, "", wrong, "", model);
  }

  private static Optional<UUID> uuid(String written) {
    return MeetupId.find(written).map(MeetupId::value);
  }

  private String move(Caller caller, MeetupId id, String time, String day, String hour) {
    Optional<LocalDateTime> which = time(time);
    Optional<LocalTime> at = ProposalForm.time(hour);
    Optional<LocalDate> on = day(day);
    if (which.isEmpty() || at.isEmpty() || on.isEmpty()) {
      return "move";
    }
    return wrong(hosting.wishMove(caller, id, which.get(), on.get().atTime(at.get())));
  }

  private static String wrong(Became became) {
    return switch (became) {
      case Became.Done _ -> "";
      case Became.NotNow _ -> "not_now";
      case Became.BadTime _ -> "when";
    };
  }

  static MeetupId id(String written) {
    return MeetupId.find(written).orElseThrow(() -> new NoSuchRecord(RecordType.MEETUP));
  }

  private static Optional<LocalDateTime> time(String written) {
    try {
      return Optional.of(LocalDateTime.parse(written));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
