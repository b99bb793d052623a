package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.families.Families;
import fi.rinnalla.families.Family;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.referrals.HelpRequests;
import fi.rinnalla.referrals.Teams;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asking for help: the form, the answers once more with the words of the consent, and the sending.
/// Nothing is kept before it is sent.
@Controller
public class HelpAskPage {
  private final HelpRequests requests;
  private final Teams teams;
  private final Families families;
  private final Areas areas;
  private final OrganizationNames names;

  HelpAskPage(
      HelpRequests requests, Teams teams, Families families, Areas areas, OrganizationNames names) {
    this.requests = requests;
    this.teams = teams;
    this.families = families;
    this.areas = areas;
    this.names = names;
  }

  /// What the pages show.
  ///
  /// @param wrong the end of the key of why it wasn't sent, or nothing
  public record Shown(
      HelpForm form,
      Text team,
      Text area,
      Optional<Family> family,
      boolean hasEmail,
      String wrong) {}

  @Needs(action = Action.CREATE, record = RecordType.HELP_CASE)
  @GetMapping({"/fi/oma/apua", "/sv/min/hjalp", "/en/my/help"})
  String form(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String from,
      Model model) {
    return where(team, area)
        .map(it -> HelpForm.empty(it.team(), it.area(), HelpForm.source(from)))
        .map(it -> shown(page, caller, it, "", false, model))
        .orElse("redirect:" + page.to(Route.HELP));
  }

  @Needs(action = Action.CREATE, record = RecordType.HELP_CASE)
  @Limited(perHour = 60)
  @PostMapping({"/fi/oma/apua", "/sv/min/hjalp", "/en/my/help"})
  String ask(
      Page page,
      Caller caller,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String act,
      HttpServletResponse response,
      Model model) {
    Where where = where(team, area).orElse(null);
    if (where == null) {
      return "redirect:" + page.to(Route.HELP);
    }
    boolean hasEmail = caller.person().email() != null;
    HelpForm form = HelpForm.read(where.team(), where.area(), typed, hasEmail);
    if (!form.faults().isEmpty()) {
      response.setStatus(422);
      return shown(page, caller, form, "", false, model);
    }
    return switch (act) {
      case "send" ->
          switch (requests.ask(caller, form.asked(caller.person().email()))) {
            case HelpRequests.Outcome.Sent(var id) ->
                "redirect:" + page.to(Route.CASES, id.toString()) + "?done=sent";
            case HelpRequests.Outcome.TeamShut _ -> {
              response.setStatus(422);
              yield shown(page, caller, form, "shut", false, model);
            }
            case HelpRequests.Outcome.TooMany _ -> {
              response.setStatus(422);
              yield shown(page, caller, form, "many", false, model);
            }
          };
      case "check" -> shown(page, caller, form, "", true, model);
      default -> shown(page, caller, form, "", false, model);
    };
  }

  private record Where(OrganizationId team, AreaCode area) {}

  /// A team that takes requests from there now.
  private Optional<Where> where(String team, String area) {
    try {
      OrganizationId organization = new OrganizationId(UUID.fromString(team));
      return areas
          .findBySlug(area)
          .filter(it ->
              teams.in(it.code()).stream().anyMatch(t -> t.organization().equals(organization)))
          .map(it -> new Where(organization, it.code()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private String shown(
      Page page, Caller caller, HelpForm form, String wrong, boolean check, Model model) {
    String where = "team=" + form.team() + "&area=" + areas.slug(areas.get(form.area()));
    page.is(Route.HELP_ASK).opensBy(where).beSensitive();
    if (!form.faults().isEmpty() || !wrong.isEmpty()) {
      page.beFaulty();
    }
    model.addAttribute(
        "shown",
        new Shown(
            form,
            names.of(form.team()),
            areas.get(form.area()).name(),
            families.of(caller),
            caller.person().email() != null,
            wrong));
    model.addAttribute("areas", areas);
    return check ? "referrals/check" : "referrals/ask";
  }
}
