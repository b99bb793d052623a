package fi.rinnalla.site.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Term;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.search.When;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// The front page: three doors, a search box, and what is still on today.
@Controller
class FrontPage {
  private static final int TODAY = 6;
  private static final int TOWNS = 12;

  private final Finder finder;
  private final Areas areas;
  private final Classification classification;
  private final Clock clock;

  /// The same for everyone, so it is made twice a minute and not for each visitor.
  private final LoadingCache<String, Today> today =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build(_ -> lookAround());

  FrontPage(Finder finder, Areas areas, Classification classification, Clock clock) {
    this.finder = finder;
    this.areas = areas;
    this.classification = classification;
    this.clock = clock;
  }

  /// @param towns those municipalities that have the most
  public record Today(Results events, List<Area> towns) {}

  @GetMapping("/")
  String door(@RequestHeader(name = "Accept-Language", defaultValue = "fi") String languages) {
    String first = languages.strip().toLowerCase(java.util.Locale.ROOT);
    String lang = first.startsWith("sv") ? "sv" : first.startsWith("en") ? "en" : "fi";
    return "redirect:/" + lang;
  }

  @GetMapping({"/fi", "/sv", "/en"})
  String show(Page page, Model model) {
    page.is(Route.HOME);
    Today now = today.get("today");
    model.addAttribute("today", now.events());
    model.addAttribute("towns", now.towns());
    model.addAttribute("themes", classification.list(Term.Taxonomy.THEME));
    model.addAttribute("classification", classification);
    model.addAttribute("areas", areas);
    return "site/front";
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
