package fi.rinnalla.merging.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.merging.Pair;
import fi.rinnalla.merging.PairId;
import fi.rinnalla.merging.Pairs;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Seen;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Two records side by side: are they one, and what stays of which?
@Controller
public class PairPage {
  private final Pairs pairs;
  private final Sides sides;

  PairPage(Pairs pairs, Sides sides) {
    this.pairs = pairs;
    this.sides = sides;
  }

  /// @param one null for what is no longer known
  /// @param by who decided, when that may be told
  /// @param notice the message of why nothing was done, or nothing
  public record Shown(
      Pair pair,
      @Nullable Seen one,
      @Nullable Seen other,
      List<String> reasons,
      String by,
      String notice) {}

  @Needs(action = Action.READ, record = RecordType.PAIR)
  @GetMapping({"/fi/yllapito/samat/{pair}", "/sv/underhall/samma/{pair}", "/en/upkeep/same/{pair}"})
  String show(Page page, Caller caller, @PathVariable UUID pair, Model model) {
    return show(page, pairs.get(caller, new PairId(pair)), "", model);
  }

  /// @param answer `not_same`
  @Needs(action = Action.MODERATE, record = RecordType.PAIR)
  @PostMapping({
    "/fi/yllapito/samat/{pair}",
    "/sv/underhall/samma/{pair}",
    "/en/upkeep/same/{pair}"
  })
  String decide(
      Page page,
      Caller caller,
      @PathVariable UUID pair,
      @RequestParam(defaultValue = "") String answer,
      HttpServletResponse response,
      Model model) {
    PairId id = new PairId(pair);
    Pair seen = pairs.get(caller, id);
    if (!answer.equals("not_same")) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(page, seen, "choose", model);
    }
    return switch (pairs.notSame(caller, id)) {
      case Pairs.Outcome.Done _ -> "redirect:" + page.to(Route.SAME) + "?done=" + answer;
      case Pairs.Outcome.AlreadyDecided already -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        yield show(page, already.pair(), "already", model);
      }
    };
  }

  private String show(Page page, Pair pair, String notice, Model model) {
    page.is(Route.SAME, pair.id().toString());
    model.addAttribute(
        "shown",
        new Shown(
            pair,
            sides.of(pair, pair.one()),
            sides.of(pair, pair.other()),
            Sides.reasons(page, pair),
            pairs.decidedBy(pair),
            notice));
    return "merging/pair";
  }
}
