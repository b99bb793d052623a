package fi.rinnalla.visits.web;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.visits.Addresses;
import fi.rinnalla.visits.Counting;
import fi.rinnalla.visits.OpenDays;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How many came on an ordinary open day, on a phone by the door.
@Controller
public class OpenDayPage {
  private final OpenDays days;

  OpenDayPage(OpenDays days) {
    this.days = days;
  }

  /// What the page shows.
  ///
  /// @param saved whether the numbers were just written down
  /// @param typed what was sent and couldn't be taken
  public record View(
      UUID organization, OpenDays.One day, String fault, boolean saved, Map<String, String> typed) {

    public UUID place() {
      return day.place().record().uuid();
    }
  }

  @Needs(action = Action.READ, record = RecordType.HEAD_COUNT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/kavijat/{place}/{day}",
    "/sv/min/organisation/{organization}/besokare/{place}/{day}",
    "/en/my/organization/{organization}/visitors/{place}/{day}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID place,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
      @RequestParam(defaultValue = "false") boolean saved,
      Model model) {
    return show(page, caller, organization.value(), place, day, "", saved, Map.of(), model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.HEAD_COUNT, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/kavijat/{place}/{day}",
    "/sv/min/organisation/{organization}/besokare/{place}/{day}",
    "/en/my/organization/{organization}/visitors/{place}/{day}"
  })
  String count(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID place,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    LocationId at = new LocationId(place);
    Counting counting = CountForm.read(typed).orElse(null);
    String fault =
        counting == null ? "no_count" : Faults.of(days.count(caller, ours, at, day, counting));
    if (fault.isEmpty()) {
      return "redirect:" + Addresses.countDay(page.lang(), ours, place, day) + "?saved=true";
    }
    response.setStatus(422);
    page.beFaulty();
    return show(page, caller, ours, place, day, fault, false, typed, model);
  }

  private String show(
      Page page,
      Caller caller,
      UUID organization,
      UUID place,
      LocalDate day,
      String fault,
      boolean saved,
      Map<String, String> typed,
      Model model) {
    page.is(lang -> Addresses.countDay(lang, organization, place, day));
    OpenDays.One one = days.on(caller, organization, new LocationId(place), day);
    model.addAttribute("view", new View(organization, one, fault, saved, typed));
    return "visits/openday";
  }
}
