package fi.rinnalla.referrals.web;

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
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.referrals.Team;
import fi.rinnalla.referrals.TeamLoads;
import fi.rinnalla.referrals.Teams;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An organization's team of navigators: where it takes requests from, and what families are told
/// of it. Who is in it is on the page of its people.
@Controller
public class TeamPage {
  private static final Set<String> DONE = Set.of("saved", "given_back");

  private final Teams teams;
  private final Areas areas;
  private final OrganizationNames names;
  private final TeamLoads loads;

  TeamPage(Teams teams, TeamLoads loads, Areas areas, OrganizationNames names) {
    this.teams = teams;
    this.loads = loads;
    this.areas = areas;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param mayChange whether the caller is in charge; others only read
  /// @param loads nothing for those who aren't in charge
  /// @param typed by field; `where` is towns with commas between
  public record Shown(
      UUID organization,
      Text name,
      boolean mayChange,
      Map<String, String> typed,
      String fault,
      String done,
      List<TeamLoads.Load> loads) {

    public String value(String field) {
      return typed.getOrDefault(field, "");
    }
  }

  public static String address(Lang lang, UUID organization) {
    return Route.WORKSPACE.path(lang, organization.toString())
        + switch (lang) {
          case FI -> "/palveluohjaus";
          case SV -> "/handledning";
          case EN -> "/navigation";
        };
  }

  @Needs(action = Action.READ, record = RecordType.TEAM, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/palveluohjaus",
    "/sv/min/organisation/{organization}/handledning",
    "/en/my/organization/{organization}/navigation"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    Map<String, String> typed = teams.get(caller, organization).map(this::written).orElse(Map.of());
    String said = DONE.contains(done) ? done : "";
    return shown(page, caller, organization, typed, "", said, model);
  }

  /// Who is ill or has gone can't hand over: whoever is in charge gives their matters back.
  @Needs(action = Action.UPDATE, record = RecordType.TEAM, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/palveluohjaus/jonoon",
    "/sv/min/organisation/{organization}/handledning/till-kon",
    "/en/my/organization/{organization}/navigation/to-queue"
  })
  String giveBack(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam PersonId navigator) {
    loads.giveBack(caller, organization, navigator);
    return "redirect:" + address(page.lang(), organization.value()) + "?done=given_back";
  }

  @Needs(action = Action.UPDATE, record = RecordType.TEAM, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/palveluohjaus",
    "/sv/min/organisation/{organization}/handledning",
    "/en/my/organization/{organization}/navigation"
  })
  String tell(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    Text words = Text.none();
    for (Lang lang : Lang.values()) {
      words = words.with(lang, Typed.plain(typed.getOrDefault("words_" + lang.code(), "")));
    }
    Teams.Outcome outcome =
        teams.tell(
            caller,
            organization,
            words,
            read(typed.getOrDefault("where", "")),
            typed.containsKey("open"));
    if (outcome == Teams.Outcome.DONE) {
      return "redirect:" + address(page.lang(), organization.value()) + "?done=saved";
    }
    response.setStatus(422);
    return shown(
        page, caller, organization, typed, outcome.name().toLowerCase(Locale.ROOT), "", model);
  }

  private Map<String, String> written(Team team) {
    Map<String, String> typed = new HashMap<>();
    for (Lang lang : Lang.values()) {
      typed.put("words_" + lang.code(), Optional.ofNullable(team.words().in(lang)).orElse(""));
    }
    typed.put(
        "where",
        team.areas().stream()
            .flatMap(it -> areas.find(it).stream())
            .map(Area::name)
            .map(it -> String.valueOf(it.fi()))
            .sorted()
            .collect(Collectors.joining(", ")));
    if (team.isOpen()) {
      typed.put("open", "true");
    }
    return typed;
  }

  /// Towns and wellbeing services counties by their names. What can't be read makes it all
  /// unreadable: half a region would go unnoticed.
  private Set<AreaCode> read(String where) {
    Set<AreaCode> read = new HashSet<>();
    for (String name : where.split("[,\n]")) {
      if (!name.isBlank()) {
        Optional<Area> area = areas.findByName(name.strip());
        if (area.isEmpty()) {
          return Set.of();
        }
        read.add(area.get().code());
      }
    }
    return read;
  }

  private String shown(
      Page page,
      Caller caller,
      OrganizationId organization,
      Map<String, String> typed,
      String fault,
      String done,
      Model model) {
    UUID ours = organization.value();
    page.is((Lang lang) -> address(lang, ours));
    if (!fault.isEmpty()) {
      page.beFaulty();
    }
    model.addAttribute(
        "shown",
        new Shown(
            ours,
            names.of(organization),
            caller.within(ours).roles().contains(Role.ORG_OWNER),
            typed,
            fault,
            done,
            loads.of(caller, organization)));
    return "referrals/team";
  }
}
