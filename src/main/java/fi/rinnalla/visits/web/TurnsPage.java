package fi.rinnalla.visits.web;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.visits.Outcome;
import fi.rinnalla.visits.Swap;
import fi.rinnalla.visits.Turn;
import fi.rinnalla.visits.TurnCalendar;
import fi.rinnalla.visits.TurnReplies;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Behind the link of a letter: a presenter's own turns. To look changes nothing; a button answers.
@Controller
public class TurnsPage {
  private static final int GONE = 410;
  private static final UUID NONE = new UUID(0, 0);

  private final TurnReplies replies;
  private final Directory directory;
  private final OrganizationNames names;

  TurnsPage(TurnReplies replies, Directory directory, OrganizationNames names) {
    this.replies = replies;
    this.directory = directory;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param place what the meeting place is called
  /// @param host who plans the rota
  public record View(
      TurnReplies.Asked asked, String token, Text place, Text host, String done, String fault) {

    public @Nullable Turn turn(UUID id) {
      return asked.shown().turn(id).orElse(null);
    }
  }

  @Needs(action = Action.READ, record = RecordType.PROPOSAL)
  @Limited(perHour = 240)
  @GetMapping({"/fi/vuorot/{token}", "/sv/turer/{token}", "/en/turns/{token}"})
  String show(
      Page page,
      Caller caller,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String done,
      HttpServletResponse response,
      Model model) {
    String said = page.has("visits.turns.done." + done) ? done : "";
    return show(page, caller, token, said, "", response, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.PROPOSAL)
  @Limited(perHour = 120)
  @PostMapping({"/fi/vuorot/{token}", "/sv/turer/{token}", "/en/turns/{token}"})
  String press(
      Page page,
      Caller caller,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable UUID turn,
      @RequestParam(required = false) @Nullable UUID wanted,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    UUID which = turn == null ? NONE : turn;
    Swap swap = new Swap(which, wanted == null ? NONE : wanted);
    Turn.Reason why = Turn.Reason.find(reason).orElse(null);
    String fault =
        act.equals("decline") && why == null
            ? "no_reason"
            : Faults.of(
                switch (act) {
                  case "accept" -> replies.accept(caller, token, which);
                  case "accept_all" -> replies.accept(caller, token, null);
                  case "decline" ->
                      why == null
                          ? new Outcome.NotNow()
                          : replies.decline(caller, token, which, why);
                  case "wish" -> replies.wish(caller, token, swap);
                  case "swap" -> replies.swap(caller, token, swap);
                  case "keep" -> replies.keep(caller, token, swap);
                  case "take" -> replies.take(caller, token, which);
                  default -> new Outcome.NotNow();
                });
    if (fault.isEmpty()) {
      return "redirect:" + page.to(Route.TURNS, token) + "?done=" + act;
    }
    response.setStatus(422);
    page.beFaulty();
    return show(page, caller, token, "", fault, response, model);
  }

  /// The turns for one's own calendar, to subscribe to: one that changes hands changes there, too.
  @Needs(action = Action.READ, record = RecordType.PROPOSAL)
  @Limited(perHour = 240)
  @GetMapping({
    "/fi/vuorot/{token}/kalenteri.ics",
    "/sv/turer/{token}/kalender.ics",
    "/en/turns/{token}/calendar.ics"
  })
  ResponseEntity<byte[]> calendar(Page page, Caller caller, @PathVariable String token) {
    TurnReplies.Asked asked =
        replies.find(caller, token).orElseThrow(() -> new NoSuchRecord(RecordType.PROPOSAL));
    String place = page.words(place(asked));
    String written =
        TurnCalendar.write(
            page.lang(),
            asked.shown().turns().stream().filter(it -> it.isOf(asked.presenter().id())).toList(),
            page.say("visits.turns.calendar.title"),
            place,
            page.now());
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"rinnalla.ics\"")
        .cacheControl(CacheControl.noStore())
        .body(written.getBytes(StandardCharsets.UTF_8));
  }

  private Text place(TurnReplies.Asked asked) {
    return directory
        .find(asked.shown().rota().location())
        .map(it -> it.record().name())
        .orElse(Text.none());
  }

  private String show(
      Page page,
      Caller caller,
      String token,
      String done,
      String fault,
      HttpServletResponse response,
      Model model) {
    page.is(Route.TURNS, token);
    TurnReplies.Asked asked = replies.find(caller, token).orElse(null);
    if (asked == null) {
      response.setStatus(GONE);
      return "visits/shutturns";
    }
    model.addAttribute(
        "view",
        new View(
            asked,
            token,
            place(asked),
            names.of(new OrganizationId(asked.shown().rota().organization())),
            done,
            fault));
    return "visits/turns";
  }
}
