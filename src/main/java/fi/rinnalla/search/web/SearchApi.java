package fi.rinnalla.search.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.ProblemDetails;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The search for programs: `GET /api/search`, with the parameters of [Asked] and `language` for
/// the language of the answer (`fi` when not said). Nothing here needs a key, and nothing
/// remembers. What can't be understood is refused: a filter that quietly did nothing would send a
/// family to the wrong door, and nobody looks at what one program tells another.
@RestController
class SearchApi {
  static final int MOST_POINTS = 1000;

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
      List<Item> hits,
      Map<String, List<Results.Count>> facets) {}

  record Problem(String parameter, String value, String message) {}

  /// A search that isn't made, because it would be another than was meant.
  private static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Asked.Problem> problems;
    private final transient Page page;

    NotUnderstood(List<Asked.Problem> problems, Page page) {
      super("not understood", null, false, false);
      this.problems = problems;
      this.page = page;
    }
  }

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
    Query query = understood(parameters, page).query();
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
    Query query = understood(parameters, page).query().page(1, MOST_POINTS);
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

  private Asked understood(MultiValueMap<String, String> parameters, Page page) {
    Asked asked = Asked.of(parameters, areas, classification, clock.instant());
    List<Asked.Problem> problems = Strictly.problems(parameters, asked, Set.of());
    if (!problems.isEmpty()) {
      throw new NotUnderstood(problems, page);
    }
    return asked;
  }

  /// Names each parameter that is to blame, and those that there are.
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(NotUnderstood refused) {
    List<Problem> problems =
        refused.problems.stream()
            .map(it -> new Problem(it.parameter(), it.value(), sentence(refused.page, it)))
            .toList();
    Map<String, Object> body =
        new ProblemDetails(
                HttpStatus.BAD_REQUEST.value(),
                HttpStatus.BAD_REQUEST.getReasonPhrase(),
                problems.stream().map(Problem::message).collect(Collectors.joining(" ")),
                problems.getFirst().parameter(),
                List.copyOf(Strictly.known(Set.of())))
            .body();
    body.put("problems", problems);
    return ResponseEntity.badRequest()
        .contentType(MediaType.parseMediaType(ProblemDetails.MEDIA_TYPE))
        .header("Content-Language", refused.page.lang().code())
        .body(body);
  }

  /// A page says what it did instead; here nothing was done.
  private static String sentence(Page page, Asked.Problem problem) {
    String refused = problem.message().replace(".problem.", ".refused.");
    return page.say(page.has(refused) ? refused : problem.message(), problem.value());
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
