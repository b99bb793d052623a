package fi.rinnalla.signups.web;

import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.signups.Attendance;
import fi.rinnalla.signups.Attendees;
import fi.rinnalla.signups.Signup;
import fi.rinnalla.signups.SignupId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who comes to each time, and who came: for a phone at the door.
@Controller
public class AttendeesPage {
  private final Attendees attendees;

  AttendeesPage(Attendees attendees) {
    this.attendees = attendees;
  }

  /// What the page shows.
  ///
  /// @param sheet null when sign-up was never opened
  /// @param wrong the end of the key of why nothing was done, or nothing
  /// @param signup whose form has to be mended; empty when none
  /// @param message what was typed into it
  public record Shown(
      Attendees.@Nullable Sheet sheet, String slug, String wrong, String signup, String message) {

    public boolean isWrong(Signup one) {
      return signup.equals(one.id().toString());
    }
  }

  /// As a time is named in addresses.
  public static String named(Occurrence time) {
    return time.recurrenceId().toString();
  }

  @Needs(action = Action.READ, record = RecordType.SIGNUP, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/ilmoittautuneet/{slug}",
    "/sv/min/anmalda/{slug}",
    "/en/my/attendees/{slug}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String time,
      Model model) {
    return page(page, caller, slug, time, "", "", "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.SIGNUP, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/ilmoittautuneet/{slug}",
    "/sv/min/anmalda/{slug}",
    "/en/my/attendees/{slug}"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String signup,
      @RequestParam(defaultValue = "") String mark,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String message,
      HttpServletResponse response,
      Model model) {
    Optional<SignupId> id = id(signup);
    Optional<LocalDateTime> at = time(time);
    if (id.isEmpty() || at.isEmpty()) {
      response.setStatus(422);
      return page(page, caller, slug, time, "choose", "", "", model);
    }
    if (act.equals("cancel")) {
      if (message.length() > Attendees.LONGEST) {
        response.setStatus(422);
        return page(page, caller, slug, time, "message", signup, message, model);
      }
      attendees.cancel(caller, slug, id.get(), Typed.plain(message));
    } else {
      attendees.mark(caller, slug, at.get(), id.get(), Attendance.find(mark));
    }
    return "redirect:"
        + page.to(Route.ATTENDEES, slug)
        + "?time="
        + at.get()
        + (act.equals("cancel") ? "" : "#s-" + id.get());
  }

  private String page(
      Page page,
      Caller caller,
      String slug,
      String time,
      String wrong,
      String signup,
      String message,
      Model model) {
    page.is(Route.ATTENDEES, slug);
    Attendees.Sheet sheet = attendees.of(caller, slug, time(time).orElse(null)).orElse(null);
    model.addAttribute("shown", new Shown(sheet, slug, wrong, signup, message));
    return "signups/attendees";
  }

  private static Optional<LocalDateTime> time(String written) {
    try {
      return Optional.of(LocalDateTime.parse(written));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<SignupId> id(String written) {
    return WrittenId.find(written).map(SignupId::new);
  }
}
