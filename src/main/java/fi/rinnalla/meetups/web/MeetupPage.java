package fi.rinnalla.meetups.web;

import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.meetups.Alerts;
import fi.rinnalla.meetups.Board;
import fi.rinnalla.meetups.ContactDetail;
import fi.rinnalla.meetups.HandOver;
import fi.rinnalla.meetups.Hosting;
import fi.rinnalla.meetups.Hosting.Became;
import fi.rinnalla.meetups.MeetupId;
import fi.rinnalla.meetups.Meetups;
import fi.rinnalla.meetups.Message;
import fi.rinnalla.meetups.Proposals;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
          "go_on",
          "show_message",
          "remove_message",
          "written",
          "written_waits",
          "offer",
          "taken_over");

  private static final Map<String, String> BOARD =
      Map.of("fi", "viesti", "sv", "meddelande", "en", "message");
  private static final Map<String, String> ALERT =
      Map.of("fi", "ilmoita", "sv", "anmal", "en", "report");

  private final Meetups meetups;
  private final Hosting hosting;
  private final Proposals proposals;
  private final Directory directory;
  private final Board board;
  private final Alerts alerts;
  private final HandOver handOver;

  MeetupPage(
      Meetups meetups,
      Hosting hosting,
      Proposals proposals,
      Directory directory,
      Board board,
      Alerts alerts,
      HandOver handOver) {
    this.meetups = meetups;
    this.hosting = hosting;
    this.board = board;
    this.alerts = alerts;
    this.handOver = handOver;
    this.proposals = proposals;
    this.directory = directory;
  }

  /// What the page shows.
  ///
  /// @param place null when it isn't shown any more
  /// @param days those that it may be moved to
  /// @param done the end of the key of what has just happened, or nothing
  /// @param wrong the end of the key of why nothing has, or nothing
  /// @param messages those of its board that the caller may read
  /// @param typed a message that wasn't taken
  public record Shown(
      Caller caller,
      Meetups.Inside inside,
      @Nullable Listing<Location> place,
      List<LocalDate> days,
      String done,
      String wrong,
      List<Message> messages,
      String typed,
      String address) {

    public boolean isBy(Message message) {
      return !caller.isVisitor() && caller.person().id().equals(message.author());
    }

    public String boardAddress() {
      return address + "/" + BOARD.getOrDefault(address.substring(1, 3), "");
    }

    public String alertAddress() {
      return address + "/" + ALERT.getOrDefault(address.substring(1, 3), "");
    }

    /// As a time is named in forms.
    public static String named(Occurrence time) {
      return time.recurrenceId().toString();
    }

    public boolean isPublic() {
      return inside.meetup().state() == fi.rinnalla.meetups.Meetup.State.PUBLISHED;
    }
  }

  @Needs(action = Action.READ, record = RecordType.MEETUP, in = Relation.OWN)
  @GetMapping({"/fi/oma/tapaamiset", "/sv/min/traffar", "/en/my/meetups"})
  String mine(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    page.is(Route.MY_MEETUPS);
    model.addAttribute("done", done.equals("alerted") ? done : "");
    model.addAttribute("own", hosting.of(caller));
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
    return page(page, caller, id(meetup), DONE.contains(done) ? done : "", "", "", model);
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
          case "go_on" -> wrong(hosting.goOn(caller, id));
          case "show_message", "remove_message" ->
              uuid(message)
                  .map(it ->
                      board.decide(caller, id, it, act.equals("show_message")) ? "" : "not_now")
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
    return page(page, caller, id, "", wrong, "", model);
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
    MeetupId id = id(meetup);
    String said = ProposalForm.plain(words);
    String wrong =
        said.isEmpty() || said.length() > Board.LONGEST
            ? "words"
            : switch (board.write(caller, id, said)) {
              case Board.Written.Done(boolean shown) -> shown ? "+written" : "+written_waits";
              case Board.Written.Has(ContactDetail what) -> "has_" + what.code();
              case Board.Written.TooMany _ -> "too_many";
            };
    if (wrong.startsWith("+")) {
      return "redirect:" + page.to(Route.MEETUP, id.toString()) + "?done=" + wrong.substring(1);
    }
    response.setStatus(422);
    return page(page, caller, id, "", wrong, words, model);
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
    MeetupId id = id(meetup);
    Optional<Alerts.Why> chosen = Alerts.Why.find(why);
    if (chosen.isEmpty()) {
      response.setStatus(422);
      return page(page, caller, id, "", "why", "", model);
    }
    alerts.tell(caller, id, uuid(message).orElse(null), chosen.get());
    // The meet-up may be out of sight by now, so the thanks are said elsewhere.
    return "redirect:" + page.to(Route.MY_MEETUPS) + "?done=alerted";
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

  private String page(
      Page page, Caller caller, MeetupId id, String done, String wrong, String typed, Model model) {
    page.is(Route.MEETUP, id.toString());
    Meetups.Inside inside = meetups.get(caller, id);
    model.addAttribute(
        "shown",
        new Shown(
            caller,
            inside,
            directory.find(inside.meetup().place()).orElse(null),
            proposals.days(),
            done,
            wrong,
            board.read(caller, inside),
            typed,
            page.to(Route.MEETUP, id.toString())));
    return "meetups/meetup";
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
