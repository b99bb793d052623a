package fi.rinnalla.site.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Assets;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The files that programs look for at the root of every site.
@Controller
class SiteFiles {
  /// The protocol lets a file have 50 000 addresses (sitemaps.org); each page has three.
  private static final int MOST_PAGES = 16_000;

  private static final int AT_ONCE = 1000;
  private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Finder finder;
  private final Areas areas;
  private final Assets assets;
  private final SiteAddress site;
  private final Clock clock;

  /// Looking through the whole index takes a while, and it changes little in an hour.
  private final LoadingCache<String, byte[]> sitemap =
      Caffeine.newBuilder()
          .expireAfterWrite(Duration.ofHours(1))
          .build(_ -> written().getBytes(StandardCharsets.UTF_8));

  SiteFiles(Finder finder, Areas areas, Assets assets, SiteAddress site, Clock clock) {
    this.finder = finder;
    this.areas = areas;
    this.assets = assets;
    this.site = site;
    this.clock = clock;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/robots.txt")
  ResponseEntity<String> robots() {
    // The sitemap is named whole, with the host (sitemaps.org).
    String words =
        """
        User-agent: *
        Disallow: /api/

        Sitemap: %s
        """
            .formatted(site.of("/sitemap.xml"));
    return ResponseEntity.ok().contentType(TEXT).body(words);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/favicon.ico")
  String favicon() {
    return "redirect:" + assets.path("icon-192.png");
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/sitemap.xml")
  ResponseEntity<byte[]> sitemap() {
    return ResponseEntity.ok().contentType(XML).body(sitemap.get("all"));
  }

  private record Address(Route route, String slug) {
    String in(Lang lang) {
      return slug.isEmpty() ? route.path(lang) : route.path(lang, slug);
    }
  }

  private String written() {
    StringBuilder xml = new StringBuilder();
    xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
        xmlns:xhtml="http://www.w3.org/1999/xhtml">
        """);
    for (Address address : addresses().stream().limit(MOST_PAGES).toList()) {
      StringBuilder others = new StringBuilder();
      for (Lang lang : Lang.values()) {
        others
            .append("<xhtml:link rel=\"alternate\" hreflang=\"")
            .append(lang.code())
            .append("\" href=\"")
            .append(site.of(address.in(lang)))
            .append("\"/>");
      }
      for (Lang lang : Lang.values()) {
        xml.append("<url><loc>")
            .append(site.of(address.in(lang)))
            .append("</loc>")
            .append(others)
            .append("</url>\n");
      }
    }
    return xml.append("</urlset>\n").toString();
  }

  private Set<Address> addresses() {
    Set<Address> addresses = new LinkedHashSet<>();
    for (Route route :
        List.of(
            Route.HOME,
            Route.SEARCH,
            Route.ASK,
            Route.MEET,
            Route.SOURCES,
            Route.ACCESSIBILITY,
            Route.PRIVACY)) {
      addresses.add(new Address(route, ""));
    }
    Query all = Query.all(clock.instant());
    List<AreaCode> towns =
        finder
            .find(all.page(1, 1))
            .facets()
            .getOrDefault(Results.Facet.MUNICIPALITY, List.of())
            .stream()
            .map(count -> new AreaCode(count.value()))
            .toList();
    for (AreaCode town : towns) {
      areas.find(town).ifPresent(area -> addresses.add(new Address(Route.AREA, areas.slug(area))));
    }
    for (Kind kind : Kind.values()) {
      Query ofKind = all.of(Set.of(kind));
      // A search reaches only so far; what lies beyond is found town by town.
      if (addAll(addresses, kind, ofKind) > Query.LAST_HIT) {
        for (AreaCode town : towns) {
          addAll(addresses, kind, ofKind.in(new Query.Where.In(List.of(town), null)));
        }
      }
    }
    return addresses;
  }

  private int addAll(Set<Address> addresses, Kind kind, Query query) {
    int total = 0;
    for (int page = 1; page <= Query.LAST_HIT / AT_ONCE; page++) {
      Results found = finder.find(query.page(page, AT_ONCE));
      found.hits().forEach(hit -> addresses.add(new Address(kind.route(), hit.card().slug())));
      total = found.total();
      if (total <= page * AT_ONCE) {
        break;
      }
    }
    return total;
  }
}
