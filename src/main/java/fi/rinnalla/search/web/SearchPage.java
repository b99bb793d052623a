package fi.rinnalla.search.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Term;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.search.Span;
import fi.rinnalla.search.When;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The search page: one search, shown as a list, on a map or by day.
@Controller
public class SearchPage {
  private static final int ON_MAP = 24;
  private static final int IN_WEEK = 400;

  private final Finder finder;
  private final Areas areas;
  private final Classification classification;
  private final Chips chips;
  private final SearchTitle titles;
  private final MapLabels labels;
  private final SiteAddress site;

  SearchPage(
      Finder finder,
      Areas areas,
      Classification classification,
      Chips chips,
      SearchTitle titles,
      MapLabels labels,
      SiteAddress site) {
    this.finder = finder;
    this.areas = areas;
    this.classification = classification;
    this.chips = chips;
    this.titles = titles;
    this.labels = labels;
    this.site = site;
  }

  /// What the template shows.
  ///
  /// @param chips what narrows the search, each with the way to take it out
  /// @param names the words for facet values: themes and municipalities
  /// @param week the days of the calendar view, or null in the others
  /// @param map the picture of the map view, or null in the others
  public record Shown(
      Asked asked,
      List<Chips.Chip> chips,
      Results results,
      List<Finder.Neighbour> neighbours,
      Map<String, String> names,
      @Nullable Week week,
      @Nullable MapPicture map,
      int page,
      int pages) {}

  /// Seven days, each with what is held.
  public record Week(LocalDate first, List<Day> days) {
    public record Day(LocalDate date, List<Slot> slots) {}

    public record Slot(Span time, Results.Hit hit) {}
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping({"/fi/haku", "/sv/sok", "/en/search"})
  String show(Page page, @RequestParam MultiValueMap<String, String> parameters, Model model) {
    page.is(Route.SEARCH);
    Asked asked = Asked.of(parameters, areas, classification, page.now());
    if (titles.isSensitive(asked)) {
      page.beSensitive();
    }
    Shown shown =
        switch (asked.view()) {
          case "calendar" -> week(page, asked);
          case "map" -> map(page, asked);
          default -> list(page, asked);
        };
    model.addAttribute("shown", shown);
    boolean told = asked.narrows() && !page.isSensitive();
    model.addAttribute(
        "title", told ? titles.of(page, asked, shown.results()).line() : page.say("search.title"));
    model.addAttribute(
        "card", told ? site.of(page.to(Route.SEARCH) + ".png" + asked.shared()).toString() : "");
    return "search/search";
  }

  private Shown list(Page page, Asked asked) {
    Query query = asked.query();
    Results results = finder.find(query);
    List<Finder.Neighbour> neighbours = neighbours(query, results);
    int reachable = Math.min(results.total(), Query.LAST_HIT);
    int pages = Math.max(1, (reachable + query.size() - 1) / query.size());
    if (query.page() > pages) {
      // A link may be older than the results; the last of them are better than none.
      query = query.page(pages, query.size());
      results = finder.find(query);
    }
    Map<String, String> names = names(page, asked, results);
    return new Shown(
        asked, chips.of(page, asked), results, neighbours, names, null, null, query.page(), pages);
  }

  /// All hits are on the picture, and the first of them beside it.
  private Shown map(Page page, Asked asked) {
    Query query = asked.query();
    Results all = finder.find(query.page(1, SearchApi.MOST_POINTS));
    Results first =
        new Results(
            all.total(), all.hits().stream().limit(ON_MAP).toList(), all.facets(), all.lenient());
    return new Shown(
        asked,
        chips.of(page, asked),
        first,
        neighbours(query, all),
        names(page, asked, all),
        null,
        MapPicture.of(MapPicture.Mark.of(all.hits()), query.where(), labels.in(page.lang())),
        1,
        1);
  }

  private List<Finder.Neighbour> neighbours(Query query, Results results) {
    return results.total() == 0 || results.lenient() ? finder.neighbours(query) : List.of();
  }

  private Shown week(Page page, Asked asked) {
    // From today on, and not from Monday: what is over helps nobody on a Sunday.
    LocalDate first =
        asked.query().when() == null ? page.today() : Dates.day(asked.query().when().start());
    Query query =
        asked
            .query()
            .during(When.days(first, first.plusDays(6)))
            .of(Set.of(Kind.EVENT))
            .by(Query.Sort.TIME)
            .page(1, IN_WEEK);
    Results results = finder.find(query);
    Map<LocalDate, List<Week.Slot>> slots = new TreeMap<>();
    for (int day = 0; day < 7; day++) {
      slots.put(first.plusDays(day), new ArrayList<>());
    }
    for (Results.Hit hit : results.hits()) {
      for (Span time : hit.times()) {
        LocalDate day = Dates.day(time.start());
        List<Week.Slot> there = slots.get(day.isBefore(first) ? first : day);
        if (there != null) {
          there.add(new Week.Slot(time, hit));
        }
      }
    }
    List<Week.Day> days = new ArrayList<>();
    slots.forEach((date, there) -> {
      there.sort(Comparator.comparing(slot -> slot.time().start()));
      days.add(new Week.Day(date, there));
    });
    List<Finder.Neighbour> neighbours = results.total() == 0 ? finder.neighbours(query) : List.of();
    Map<String, String> names = names(page, asked, results);
    return new Shown(
        asked,
        chips.of(page, asked),
        results,
        neighbours,
        names,
        new Week(first, days),
        null,
        1,
        1);
  }

  private Map<String, String> names(Page page, Asked asked, Results results) {
    Map<String, String> names = new TreeMap<>();
    for (Term theme : classification.list(Term.Taxonomy.THEME)) {
      names.put(theme.code().value(), page.words(theme.name()));
    }
    for (String code : asked.all("theme")) {
      classification
          .find(new TermCode(code))
          .ifPresent(term -> names.putIfAbsent(code, page.words(term.name())));
    }
    for (Results.Count town :
        results.facets().getOrDefault(Results.Facet.MUNICIPALITY, List.of())) {
      areas
          .find(new AreaCode(town.value()))
          .map(Area::name)
          .ifPresent(name -> names.put(town.value(), page.words(name)));
    }
    return names;
  }
}
