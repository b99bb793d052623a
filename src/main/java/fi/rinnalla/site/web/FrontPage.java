package fi.rinnalla.site.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Term;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.search.When;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// The front page: three doors, a search box, and what is still on today.
@Controller
class FrontPage {
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final int TODAY = 6;
  private static final int TOWNS = 12;

  private final Finder finder;
  private final Areas areas;
  private final Classification classification;
  private final Pages everyPage;
  private final TemplateEngine templates;
  private final Clock clock;

  /// The same for everyone, so it is made twice a minute and not for each visitor.
  private final LoadingCache<String, Today> today =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build(_ -> lookAround());

  /// The page itself too, for those who come by its plain address.
  private final LoadingCache<Lang, byte[]> pages =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(15)).build(this::rendered);

  FrontPage(
      Finder finder,
      Areas areas,
      Classification classification,
      Pages everyPage,
      TemplateEngine templates,
      Clock clock) {
    this.finder = finder;
    this.areas = areas;
    this.classification = classification;
    this.everyPage = everyPage;
    this.templates = templates;
    this.clock = clock;
  }

  /// @param towns those municipalities that have the most
  public record Today(Results events, List<Area> towns) {}

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/")
  String door(
      @RequestHeader(name = "Accept-Language", defaultValue = "fi") String languages,
      HttpServletResponse response) {
    response.setHeader("Vary", "Accept-Language");
    return "redirect:/" + Lang.asked(languages).code();
  }

  /// The links to other languages keep the query of an address, so such a page is its own.
  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi", "/sv", "/en"})
  ResponseEntity<byte[]> show(Page page, HttpServletRequest request) {
    byte[] body = request.getQueryString() == null ? pages.get(page.lang()) : rendered(page);
    return ResponseEntity.ok().contentType(HTML).body(body);
  }

  private byte[] rendered(Lang lang) {
    return rendered(everyPage.at(Route.HOME.path(lang), null));
  }

  private byte[] rendered(Page page) {
    page.is(Route.HOME);
    Today now = today.get("today");
    Utf8ByteOutput out = new Utf8ByteOutput();
    templates.render(
        "site/front.jte",
        Map.of(
            "page",
            page,
            "today",
            now.events(),
            "towns",
            now.towns(),
            "themes",
            classification.list(Term.Taxonomy.THEME),
            "classification",
            classification,
            "areas",
            areas),
        out);
    return out.toByteArray();
  }

  private Today lookAround() {
    Instant now = clock.instant();
    Query all = Query.all(now);
    Results events =
        finder.find(
            all.during(When.parse("today", now).orElseThrow())
                .of(Set.of(Kind.EVENT))
                .by(Query.Sort.TIME)
                .page(1, TODAY));
    List<Area> towns =
        finder
            .find(all.page(1, 1))
            .facets()
            .getOrDefault(Results.Facet.MUNICIPALITY, List.of())
            .stream()
            .limit(TOWNS)
            .flatMap(count -> areas.find(new AreaCode(count.value())).stream())
            .toList();
    return new Today(events, towns);
  }
}
