package fi.rinnalla.search.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Card;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.search.Span;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The search for programs: `GET /api/search`, with the parameters of [Asked] and `language` for
/// the language of the answer (`fi` when not said). Nothing here needs a key, and nothing
/// remembers.
@RestController
class SearchApi {
  private static final int MOST_POINTS = 1000;

  private final Finder finder;
  private final Areas areas;
  private final Classification classification;
  private final Pages pages;
  private final Clock clock;

  SearchApi(Finder finder, Areas areas, Classification classification, Pages pages, Clock clock) {
    this.finder = finder;
    this.areas = areas;
    this.classification = classification;
    this.pages = pages;
    this.clock = clock;
  }

  record Answer(
      int total,
      int page,
      int size,
      boolean lenient,
      List<Problem> problems,
      List<Item> hits,
      Map<String, List<Results.Count>> facets) {}

  record Problem(String parameter, String value, String message) {}

  record Item(
      String id,
      String kind,
      String title,
      String language,
      String summary,
      String url,
      @Nullable String organizer,
      @Nullable String place,
      @Nullable String address,
      List<Position> positions,
      @Nullable Long metres,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable Number minimumAge,
      @Nullable Number maximumAge,
      boolean free,
      List<String> languages,
      List<String> accessibility,
      @Nullable LocalDate verified) {}

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping("/api/search")
  Answer search(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "fi") String language) {
    Page page = page(language);
    Asked asked = Asked.of(parameters, areas, classification, clock.instant());
    Query query = asked.query();
    Results results = finder.find(query);
    Map<String, List<Results.Count>> facets = new TreeMap<>();
    results
        .facets()
        .forEach((facet, counts) -> facets.put(facet.name().toLowerCase(Locale.ROOT), counts));
    return new Answer(
        results.total(),
        query.page(),
        query.size(),
        results.lenient(),
        asked.problems().stream()
            .map(it -> new Problem(it.parameter(), it.value(), page.say(it.message(), it.value())))
            .toList(),
        results.hits().stream().map(hit -> item(page, hit)).toList(),
        facets);
  }

  record Point(
      String key,
      String title,
      String kind,
      String kindName,
      double lat,
      double lon,
      String url,
      @Nullable String when,
      @Nullable String where) {}

  /// The same search as points on a map.
  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping("/api/search/points")
  List<Point> points(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "fi") String language) {
    Page page = page(language);
    Query query =
        Asked.of(parameters, areas, classification, clock.instant()).query().page(1, MOST_POINTS);
    List<Point> points = new ArrayList<>();
    for (Results.Hit hit : finder.find(query).hits()) {
      Card card = hit.card();
      for (Position at : card.approximate() ? List.<Position>of() : card.positions()) {
        points.add(
            new Point(
                card.key().toString(),
                page.words(card.title()),
                card.key().kind().code(),
                page.say("kind." + card.key().kind().code()),
                at.lat(),
                at.lon(),
                url(page, card),
                when(page, hit.next()),
                emptyToNull(page.words(card.place()))));
      }
    }
    return points;
  }

  private static Item item(Page page, Results.Hit hit) {
    Card card = hit.card();
    EntryKey key = card.key();
    Span next = hit.next();
    Double metres = hit.metres();
    return new Item(
        key.id().toString(),
        key.kind().code(),
        page.words(card.title()),
        page.said(card.title()).map(said -> said.lang().code()).orElse(page.lang().code()),
        page.words(card.summary()),
        url(page, card),
        emptyToNull(page.words(card.organizer())),
        emptyToNull(page.words(card.place())),
        emptyToNull(page.words(card.address())),
        card.positions(),
        metres == null ? null : Math.round(metres),
        next == null ? null : next.start(),
        next == null ? null : next.end(),
        card.ages().min(),
        card.ages().max(),
        card.free(),
        card.languages(),
        card.features().stream().map(Accessibility::code).sorted().toList(),
        card.verifiedOn());
  }

  private Page page(String language) {
    Lang lang = Lang.find(language).orElse(Lang.FI);
    return pages.at(Route.SEARCH.path(lang), null);
  }

  private static @Nullable String when(Page page, @Nullable Span next) {
    return next == null ? null : page.when(next.start(), next.end());
  }

  static String url(Page page, Card card) {
    return page.to(card.key().kind().route(), card.slug());
  }

  private static @Nullable String emptyToNull(String words) {
    return words.isEmpty() ? null : words;
  }
}
