package fi.rinnalla.upkeep.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Moderators;
import fi.rinnalla.upkeep.Tally;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What those who look after an area have before them, composed of what each room counts.
@Controller
public class RegionPage {
  private final List<Tally> tallies;
  private final Moderators moderators;
  private final Areas areas;

  RegionPage(List<Tally> tallies, Moderators moderators, Areas areas) {
    this.tallies = tallies;
    this.moderators = moderators;
    this.areas = areas;
  }

  /// One room's part.
  public record Part(String heading, List<Tally.Line> lines) {}

  public record Shown(List<Text> areas, List<Part> parts, List<Moderators.Colleague> colleagues) {}

  @Needs(action = Action.READ, record = RecordType.QUEUE)
  @GetMapping({"/fi/yllapito", "/sv/underhall", "/en/upkeep"})
  String show(Page page, Caller caller, Model model) {
    page.is(Route.UPKEEP);
    moderators.seen(caller);
    model.addAttribute(
        "shown",
        new Shown(
            caller.held().stream()
                .filter(it -> it.role() == Role.REGION_ADMIN)
                .flatMap(it -> Optional.ofNullable(it.area()).flatMap(areas::find).stream())
                .map(Area::name)
                .toList(),
            tallies.stream()
                .map(it -> new Part(it.heading(), it.lines(page, caller)))
                .filter(it -> !it.lines().isEmpty())
                .toList(),
            moderators.colleagues(caller)));
    return "upkeep/region";
  }
}
