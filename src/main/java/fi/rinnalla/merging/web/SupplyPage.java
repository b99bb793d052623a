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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where families of an area have several offers and where none, for those who look after it.
@Controller
public class SupplyPage {
  private static final int MOST_PLENTY = 3;

  private final Supply supply;

  SupplyPage(Supply supply) {
    this.supply = supply;
  }

  /// @param town whose week is shown
  /// @param theme of what, or everything
  /// @param asked whether a town or a theme was chosen, so that its week lies open
  public record Shown(
      List<Area> towns,
      List<Supply.OfTheme> themes,
      Area town,
      @Nullable Term theme,
      List<Supply.OfDay> days,
      boolean asked) {

    /// Of how many themes there is nothing in any town.
    public long nowhere() {
      return themes.stream().filter(Supply.OfTheme::isNowhere).count();
    }

    /// The themes that the first town has most of: where offers may be one too many.
    public List<Plenty> plenty() {
      return themes.stream()
          .flatMap(it ->
              it.towns().stream()
                  .limit(1)
                  .map(at -> new Plenty(it.theme(), at.town(), at.offers())))
          .filter(it -> it.offers() > 1)
          .sorted(Comparator.comparingInt(Plenty::offers).reversed())
          .limit(MOST_PLENTY)
          .toList();
    }

    /// The days that have a part with nothing held.
    public List<Gap> gaps() {
      return days.stream()
          .map(it ->
              new Gap(
                  it.day(),
                  it.parts().entrySet().stream()
                      .filter(part -> part.getValue() == 0)
                      .map(Map.Entry::getKey)
                      .toList()))
          .filter(it -> !it.parts().isEmpty())
          .toList();
    }

    public int emptyParts() {
      return gaps().stream().mapToInt(it -> it.parts().size()).sum();
    }

    public int allParts() {
      return days.stream().mapToInt(it -> it.parts().size()).sum();
    }

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

  public record Plenty(Term theme, Area town, int offers) {}

  public record Gap(LocalDate day, List<Supply.Part> parts) {}

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
        "shown",
        new Shown(
            towns,
            supply.byTheme(towns),
            town,
            asked,
            supply.byTime(town, asked),
            !area.isEmpty() || !theme.isEmpty()));
    return "merging/supply";
  }
}
