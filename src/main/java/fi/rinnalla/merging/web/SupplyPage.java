package fi.rinnalla.merging.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Term;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.merging.Supply;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where families of an area have several offers and where none, for those who look after it.
@Controller
public class SupplyPage {
  private final Supply supply;

  SupplyPage(Supply supply) {
    this.supply = supply;
  }

  /// @param town whose week is shown
  /// @param theme of what, or everything
  public record Shown(
      List<Area> towns,
      List<Supply.OfTheme> themes,
      Area town,
      @Nullable Term theme,
      List<Supply.OfDay> days) {

    /// The themes that a town has nothing of.
    public List<Term> missingIn(Area one) {
      return themes.stream()
          .filter(
              it -> it.towns().stream().anyMatch(at -> at.town().equals(one) && at.offers() == 0))
          .map(Supply.OfTheme::theme)
          .toList();
    }

    /// The search for a theme in a town, which finds as many as are counted.
    public String search(Page page, Term asked, Area one) {
      return page.to(Route.SEARCH)
          + "?area="
          + one.code()
          + "&theme="
          + asked.code()
          + "&kind="
          + Kind.SERVICE.code()
          + "&kind="
          + Kind.EVENT.code();
    }

    /// What is held on a day, all of it.
    public String search(Page page, LocalDate day) {
      String about = theme == null ? "" : "&theme=" + theme.code();
      return page.to(Route.SEARCH)
          + "?area="
          + town.code()
          + "&when="
          + day
          + about
          + "&kind="
          + Kind.EVENT.code();
    }
  }

  @Needs(action = Action.READ, record = RecordType.QUEUE)
  @GetMapping({"/fi/yllapito/tarjonta", "/sv/underhall/utbud", "/en/upkeep/supply"})
  String show(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String theme,
      Model model) {
    page.is(Route.SUPPLY);
    List<Area> towns = supply.towns(caller.areas());
    if (towns.isEmpty()) {
      throw new NoSuchRecord(RecordType.QUEUE);
    }
    Area town =
        towns.stream()
            .filter(it -> it.code().value().equals(area))
            .findFirst()
            .orElseGet(towns::getFirst);
    Term asked =
        supply.themes().stream()
            .filter(it -> it.code().value().equals(theme))
            .findFirst()
            .orElse(null);
    model.addAttribute("offered", supply.themes());
    model.addAttribute(
        "shown", new Shown(towns, supply.byTheme(towns), town, asked, supply.byTime(town, asked)));
    return "merging/supply";
  }
}
