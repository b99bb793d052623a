package fi.rinnalla.merging.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.merging.DoublesRounds;
import fi.rinnalla.merging.Pair;
import fi.rinnalla.merging.Pairs;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Seen;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What may be here twice, for those who look after an area.
@Controller
public class PairsPage {
  private final Pairs pairs;
  private final DoublesRounds rounds;
  private final Sides sides;

  PairsPage(Pairs pairs, DoublesRounds rounds, Sides sides) {
    this.pairs = pairs;
    this.rounds = rounds;
    this.sides = sides;
  }

  /// A line of the list; null for what is no longer known.
  public record Line(Pair pair, @Nullable Seen one, @Nullable Seen other, List<String> reasons) {}

  /// @param total how many there are on all pages
  /// @param done the message of what was just done, or nothing
  /// @param kept the fields that an undone merge left as they are
  /// @param lost how many records that followed it don't lead back
  public record Shown(
      Pair.State state,
      List<Line> lines,
      int total,
      int page,
      int pages,
      String done,
      List<String> kept,
      int lost,
      DoublesRounds.State rounds) {}

  @Needs(action = Action.READ, record = RecordType.PAIR)
  @GetMapping({"/fi/yllapito/samat", "/sv/underhall/samma", "/en/upkeep/same"})
  String list(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(name = "page", defaultValue = "1") int number,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") List<String> kept,
      @RequestParam(defaultValue = "0") int lost,
      Model model) {
    page.is(Route.SAME);
    Pair.State shelf = Pair.State.of(state);
    int total = pairs.count(caller, shelf);
    int pages = Math.max(1, Math.ceilDiv(total, Pairs.ON_A_PAGE));
    int at = Math.clamp(number, 1, pages);
    List<Line> lines =
        pairs.list(caller, shelf, at).stream()
            .map(it ->
                new Line(
                    it, sides.of(it, it.one()), sides.of(it, it.other()), Sides.reasons(page, it)))
            .toList();
    String said = page.has("merging.pairs.done." + done) ? done : "";
    List<String> fields = kept.stream().filter(it -> page.has("merging.field." + it)).toList();
    model.addAttribute(
        "shown",
        new Shown(shelf, lines, total, at, pages, said, fields, lost, rounds.state(caller)));
    return "merging/pairs";
  }

  /// Begins to look now, without waiting for the night; the list tells how far it is.
  @Needs(action = Action.MODERATE, record = RecordType.PAIR)
  @Limited(perHour = 30)
  @PostMapping({"/fi/yllapito/samat", "/sv/underhall/samma", "/en/upkeep/same"})
  String look(Page page, Caller caller) {
    rounds.begin(caller);
    return "redirect:" + page.to(Route.SAME) + "#look";
  }
}
