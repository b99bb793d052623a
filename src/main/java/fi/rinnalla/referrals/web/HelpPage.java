package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.referrals.HelpCase;
import fi.rinnalla.referrals.Team;
import fi.rinnalla.referrals.Teams;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where one may ask for help, and from whom. Public: to look is to tell nobody anything.
@Controller
public class HelpPage {
  private final Teams teams;
  private final Areas areas;
  private final OrganizationNames names;

  HelpPage(Teams teams, Areas areas, OrganizationNames names) {
    this.teams = teams;
    this.areas = areas;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param where the municipality that was asked for
  /// @param fromChat whether a talk led here
  public record Shown(
      List<Area> municipalities,
      Optional<Area> where,
      List<Team> teams,
      Map<UUID, Text> names,
      boolean fromChat) {

    public Text name(Team team) {
      return names.getOrDefault(team.organization().value(), Text.none());
    }
  }

  @Needs(action = Action.READ, record = RecordType.TEAM)
  @GetMapping({"/fi/apua", "/sv/hjalp", "/en/help"})
  String show(
      Page page,
      @RequestParam(defaultValue = "") String where,
      @RequestParam(defaultValue = "") String from,
      Model model) {
    page.is(Route.HELP);
    List<Area> all = teams.municipalities();
    // Where there is one to choose, nobody is asked to choose it.
    Optional<Area> area =
        where.isEmpty() && all.size() == 1
            ? Optional.of(all.getFirst())
            : areas.findBySlug(where).or(() -> areas.findByName(where));
    List<Team> here = area.map(it -> teams.in(it.code())).orElse(List.of());
    model.addAttribute(
        "shown",
        new Shown(
            all,
            area,
            here,
            names.of(here.stream().map(Team::organization).toList()),
            HelpForm.source(from) == HelpCase.Source.CHAT));
    model.addAttribute("areas", areas);
    return "referrals/help";
  }
}
