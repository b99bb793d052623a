package fi.rinnalla.funds.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.funds.Fund;
import fi.rinnalla.funds.Funds;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What hobby fee support is, who can apply, and which funds are open.
@Controller
public class HobbySupportPage {
  private final Funds funds;
  private final Areas areas;
  private final OrganizationNames names;

  HobbySupportPage(Funds funds, Areas areas, OrganizationNames names) {
    this.funds = funds;
    this.areas = areas;
    this.names = names;
  }

  /// What the page shows.
  public record Shown(List<Funds.Coming> coming, Map<UUID, Text> names, Areas areas) {
    public Text organization(Fund fund) {
      return names.getOrDefault(fund.organization().value(), Text.none());
    }

    /// The fund's municipalities by name; empty when it is for everywhere.
    public String where(Page page, Fund fund) {
      return fund.areas().stream()
          .map(areas::find)
          .flatMap(it -> it.stream())
          .map(Area::name)
          .map(page::words)
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  @Needs(action = Action.READ, record = RecordType.FUND)
  @GetMapping({"/fi/harrastustuki", "/sv/hobbystod", "/en/hobby-support"})
  String show(Page page, Model model) {
    page.is(Route.HOBBY_SUPPORT);
    model.addAttribute("shown", shown(funds, names, areas));
    return "funds/support";
  }

  static Shown shown(Funds funds, OrganizationNames names, Areas areas) {
    List<Funds.Coming> coming = funds.coming();
    return new Shown(
        coming, names.of(coming.stream().map(it -> it.fund().organization()).toList()), areas);
  }
}
