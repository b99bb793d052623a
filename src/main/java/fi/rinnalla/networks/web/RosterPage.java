package fi.rinnalla.networks.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.networks.Function;
import fi.rinnalla.networks.Roster;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An organization's duty roster: which of its people are asked into networks, for which function
/// and where.
@Controller
public class RosterPage {
  private final Roster roster;
  private final Areas areas;
  private final OrganizationNames names;

  RosterPage(Roster roster, Areas areas, OrganizationNames names) {
    this.roster = roster;
    this.areas = areas;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param where as it was typed
  public record Shown(
      UUID organization, Text name, Roster.View view, String where, boolean wrong, boolean done) {}

  public static String address(Lang lang, UUID organization) {
    return Route.WORKSPACE.path(lang, organization.toString())
        + switch (lang) {
          case FI -> "/paivystys";
          case SV -> "/jour";
          case EN -> "/on-duty";
        };
  }

  @Needs(action = Action.READ, record = RecordType.DUTY, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/paivystys",
    "/sv/min/organisation/{organization}/jour",
    "/en/my/organization/{organization}/on-duty"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "false") boolean done,
      Model model) {
    return shown(page, caller, organization, "", false, done, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.DUTY, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/paivystys",
    "/sv/min/organisation/{organization}/jour",
    "/en/my/organization/{organization}/on-duty"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    String where = typed.getOrDefault("where", "").strip();
    Optional<UUID> duty = WrittenId.find(typed.getOrDefault("duty", ""));
    boolean done;
    if (duty.isPresent()) {
      done = roster.remove(caller, organization, duty.get());
    } else {
      Optional<Area> area = areas.findByName(where);
      Optional<Function> function = Function.find(typed.getOrDefault("function", ""));
      Optional<UUID> person = WrittenId.find(typed.getOrDefault("person", ""));
      roster.of(caller, organization);
      done =
          area.isPresent()
              && function.isPresent()
              && person.isPresent()
              && roster.put(
                  caller,
                  organization,
                  function.get(),
                  area.get().code(),
                  new PersonId(person.get()));
    }
    if (done) {
      return "redirect:" + address(page.lang(), organization.value()) + "?done=true";
    }
    response.setStatus(422);
    return shown(page, caller, organization, where, true, false, model);
  }

  private String shown(
      Page page,
      Caller caller,
      OrganizationId organization,
      String where,
      boolean wrong,
      boolean done,
      Model model) {
    UUID ours = organization.value();
    page.is((Lang lang) -> address(lang, ours));
    if (wrong) {
      page.beFaulty();
    }
    model.addAttribute(
        "shown",
        new Shown(
            ours, names.of(organization), roster.of(caller, organization), where, wrong, done));
    model.addAttribute("areas", areas);
    return "networks/roster";
  }
}
