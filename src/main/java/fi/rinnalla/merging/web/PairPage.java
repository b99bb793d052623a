package fi.rinnalla.merging.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.merging.Field;
import fi.rinnalla.merging.Merger;
import fi.rinnalla.merging.Pair;
import fi.rinnalla.merging.PairId;
import fi.rinnalla.merging.Pairs;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Seen;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// Two records side by side: are they one, and what stays of which?
@Controller
public class PairPage {
  private static final String FIELD = "field-";
  private static final String ONE = "one";
  private static final String OTHER = "other";

  private final Pairs pairs;
  private final Merger merger;
  private final Sides sides;
  private final FieldWords words;

  PairPage(Pairs pairs, Merger merger, Sides sides, FieldWords words) {
    this.pairs = pairs;
    this.merger = merger;
    this.sides = sides;
    this.words = words;
  }

  /// A field in words.
  ///
  /// @param fromOther whose words are chosen to begin with
  public record Line(Field field, List<String> one, List<String> other, boolean fromOther) {}

  /// An open pair whose two are both there.
  ///
  /// @param differing what one must choose between
  /// @param same what both say alike
  public record Open(Merger.Compared compared, List<Line> differing, List<Line> same) {}

  /// @param one null for what is no longer known
  /// @param open null for what can't be merged, or is
  /// @param standing null for what isn't merged
  /// @param by who decided, when that may be told
  /// @param notice the message of why nothing was done, or nothing
  public record Shown(
      Pair pair,
      @Nullable Seen one,
      @Nullable Seen other,
      List<String> reasons,
      @Nullable Open open,
      Merger.@Nullable Standing standing,
      String by,
      String notice) {}

  @Needs(action = Action.READ, record = RecordType.PAIR)
  @GetMapping({"/fi/yllapito/samat/{pair}", "/sv/underhall/samma/{pair}", "/en/upkeep/same/{pair}"})
  String show(Page page, Caller caller, @PathVariable String pair, Model model) {
    return show(page, pairs.get(caller, id(pair)), "", model);
  }

  /// @param answer `not_same`, `merge` or `undo`
  /// @param stays which of the two stands for both: `one` or `other`
  /// @param choices by `field-` and a field's code, whose it is
  @Needs(action = Action.MODERATE, record = RecordType.PAIR)
  @PostMapping({
    "/fi/yllapito/samat/{pair}",
    "/sv/underhall/samma/{pair}",
    "/en/upkeep/same/{pair}"
  })
  String decide(
      Page page,
      Caller caller,
      @PathVariable String pair,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String stays,
      @RequestParam Map<String, String> choices,
      HttpServletResponse response,
      Model model) {
    Pair seen = pairs.get(caller, id(pair));
    boolean toMerge = answer.equals("merge") && (stays.equals(ONE) || stays.equals(OTHER));
    if (toMerge) {
      return merge(page, caller, seen, stays, choices, response, model);
    }
    return switch (answer) {
      case "not_same" -> notSame(page, caller, seen, response, model);
      case "undo" -> undo(page, caller, seen, response, model);
      default -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(page, seen, "choose", model);
      }
    };
  }

  private static PairId id(String written) {
    return PairId.find(written).orElseThrow(() -> new NoSuchRecord(RecordType.PAIR));
  }

  private String notSame(
      Page page, Caller caller, Pair seen, HttpServletResponse response, Model model) {
    return switch (pairs.notSame(caller, seen.id())) {
      case Pairs.Outcome.Done _ -> "redirect:" + page.to(Route.SAME) + "?done=not_same";
      case Pairs.Outcome.AlreadyDecided already ->
          conflict(page, already.pair(), "already", response, model);
    };
  }

  private String merge(
      Page page,
      Caller caller,
      Pair seen,
      String stays,
      Map<String, String> choices,
      HttpServletResponse response,
      Model model) {
    Set<String> fromOther = new HashSet<>();
    choices.forEach((name, side) -> {
      if (name.startsWith(FIELD) && !side.equals(stays)) {
        fromOther.add(name.substring(FIELD.length()));
      }
    });
    UUID kept = stays.equals(ONE) ? seen.one() : seen.other();
    return switch (merger.merge(caller, seen.id(), kept, fromOther)) {
      case Merger.Merged.Done _ -> "redirect:" + page.to(Route.SAME) + "?done=merged";
      case Merger.Merged.AlreadyDecided already ->
          conflict(page, already.pair(), "already", response, model);
      case Merger.Merged.NotThere _ -> conflict(page, seen, "not_there", response, model);
    };
  }

  private String undo(
      Page page, Caller caller, Pair seen, HttpServletResponse response, Model model) {
    return switch (merger.undo(caller, seen.id())) {
      case Merger.Undone.Done done -> {
        String kept = String.join(",", done.kept());
        yield "redirect:"
            + page.to(Route.SAME)
            + "?done=undone&kept="
            + kept
            + "&lost="
            + done.notReturned();
      }
      case Merger.Undone.NothingToUndo _ ->
          conflict(page, pairs.get(caller, seen.id()), "already", response, model);
    };
  }

  private List<String> said(Page page, Merger.Row row, List<JsonNode> values) {
    return words.of(page, row.field(), values);
  }

  /// When it is held next: a rule says less to most readers.
  private List<String> times(Page page, Pair pair, UUID id) {
    Seen seen = sides.of(pair, id);
    return seen == null
        ? List.of()
        : seen.times().stream().map(it -> page.when(it.start(), it.end())).toList();
  }

  private String conflict(
      Page page, Pair pair, String notice, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.CONFLICT.value());
    return show(page, pair, notice, model);
  }

  private String show(Page page, Pair pair, String notice, Model model) {
    page.is(Route.SAME, pair.id().toString());
    boolean isOpen = pair.state() == Pair.State.OPEN;
    model.addAttribute(
        "shown",
        new Shown(
            pair,
            sides.of(pair, pair.one()),
            sides.of(pair, pair.other()),
            Sides.reasons(page, pair),
            isOpen ? merger.compare(pair).map(it -> open(page, pair, it)).orElse(null) : null,
            isOpen ? null : merger.standing(pair).orElse(null),
            pairs.decidedBy(pair),
            notice));
    return "merging/pair";
  }

  private Open open(Page page, Pair pair, Merger.Compared compared) {
    Map<Boolean, List<Merger.Row>> bySameness =
        compared.rows().stream().collect(Collectors.partitioningBy(Merger.Row::isSame));
    return new Open(
        compared,
        lines(page, pair, bySameness.getOrDefault(false, List.of())),
        lines(page, pair, bySameness.getOrDefault(true, List.of())));
  }

  private List<Line> lines(Page page, Pair pair, List<Merger.Row> rows) {
    return rows.stream()
        .map(it ->
            new Line(
                it.field(),
                it.field().isTimes() ? times(page, pair, pair.one()) : said(page, it, it.one()),
                it.field().isTimes() ? times(page, pair, pair.other()) : said(page, it, it.other()),
                it.fromOther()))
        .filter(it -> !it.one().isEmpty() || !it.other().isEmpty())
        .toList();
  }
}
