package fi.rinnalla.workspace.web;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.workspace.EventMaker;
import fi.rinnalla.workspace.Fault;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The next times of an event: one is cancelled with its reason, or held after all.
@Controller
public class TimesPage {
  private static final int TIMES_TO_CANCEL = 12;

  private final Workspace workspace;
  private final EventMaker maker;

  TimesPage(Workspace workspace, EventMaker maker) {
    this.workspace = workspace;
    this.maker = maker;
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/kerrat",
    "/sv/min/organisation/{organization}/annons/{id}/tillfallen",
    "/en/my/organization/{organization}/listing/{id}/times"
  })
  String times(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      Model model) {
    return times(page, caller, organization, id, List.of(), model);
  }

  private String times(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID id,
      List<Fault> faults,
      Model model) {
    Listing<Organization> ours = workspace.get(caller, organization);
    Kept kept = workspace.get(caller, organization, id);
    if (kept.kind() != Kept.Kind.EVENT) {
      throw new NoSuchRecord(RecordType.EVENT);
    }
    ListingForm.here(page, organization);
    Event event = maker.make(id, ours.record(), kept.sheet(), page.lang()).record();
    model.addAttribute("organization", ours);
    model.addAttribute("kept", kept);
    model.addAttribute("faults", faults);
    model.addAttribute(
        "times", event == null ? List.<Occurrence>of() : maker.next(event, TIMES_TO_CANCEL));
    return "workspace/times";
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/kerrat",
    "/sv/min/organisation/{organization}/annons/{id}/tillfallen",
    "/en/my/organization/{organization}/listing/{id}/times"
  })
  String cancel(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean held,
      HttpServletResponse response,
      Model model) {
    // Whose listing it is comes first, also when the time is nonsense.
    workspace.get(caller, organization, id);
    LocalDateTime at;
    try {
      at = LocalDateTime.parse(time);
    } catch (DateTimeException unreadable) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Workspace.Saved saved =
        workspace.cancel(caller, organization, id, at, held, reason, page.lang());
    if (saved instanceof Workspace.Saved.Faulty faulty) {
      response.setStatus(422);
      return times(page, caller, organization, id, faulty.faults(), model);
    }
    return "redirect:" + Door.TIMES.of(page, organization, id);
  }

  /// As a time is named to [Workspace#cancel].
  public static String named(Occurrence time) {
    return time.recurrenceId().toString();
  }
}
