package fi.rinnalla.site.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.meetups.Groups;
import fi.rinnalla.meetups.Meetups;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Pages that are mostly words: the door whose room is being built, the statements, the page for
/// when there is no network.
@Controller
class PlainPages {
  private static final int MOST_GROUPS = 12;
  private static final int MOST_MEETUPS = 6;

  private final Finder finder;
  private final Meetups meetups;
  private final Groups groups;

  PlainPages(Finder finder, Meetups meetups, Groups groups) {
    this.finder = finder;
    this.meetups = meetups;
    this.groups = groups;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/tapaa", "/sv/traffa", "/en/meet"})
  String meet(Page page, Model model) {
    page.is(Route.MEET);
    Query all = Query.all(page.now());
    model.addAttribute(
        "results",
        finder.find(
            new Query(
                "",
                all.where(),
                null,
                null,
                false,
                Set.of(),
                Set.of(),
                Set.of("meeting-others"),
                Set.of(Kind.EVENT),
                Set.of(),
                Query.Sort.TIME,
                page.now(),
                1,
                12)));
    model.addAttribute("own", meetups.ahead(MOST_MEETUPS));
    model.addAttribute("groups", groups.all(MOST_GROUPS));
    return "site/meet";
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/saavutettavuus", "/sv/tillganglighet", "/en/accessibility"})
  String accessibility(Page page, Model model) {
    page.is(Route.ACCESSIBILITY);
    model.addAttribute("name", "accessibility");
    return "site/plain";
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/tietosuoja", "/sv/dataskydd", "/en/privacy"})
  String privacy(Page page, Model model) {
    page.is(Route.PRIVACY);
    model.addAttribute("name", "privacy");
    return "site/plain";
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/ei-verkkoa", "/sv/offline", "/en/offline"})
  String offline(Page page) {
    page.is(Route.OFFLINE);
    return "site/offline";
  }

  /// What a phone needs to put the pages among its applications (W3C Web Application Manifest).
  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/manifest.webmanifest", "/sv/manifest.webmanifest", "/en/manifest.webmanifest"})
  @ResponseBody
  ResponseEntity<Map<String, Object>> manifest(Page page) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("name", "Rinnalla");
    manifest.put("short_name", "Rinnalla");
    manifest.put("description", page.say("front.description"));
    manifest.put("lang", page.lang().code());
    manifest.put("start_url", page.to(Route.HOME));
    manifest.put("scope", "/");
    manifest.put("display", "standalone");
    manifest.put("background_color", "#fbf7f0");
    manifest.put("theme_color", "#0f5c5c");
    manifest.put(
        "icons",
        List.of(
            icon(page, "icon-192.png", "192x192", "any"),
            icon(page, "icon-512.png", "512x512", "any"),
            icon(page, "icon-maskable.png", "512x512", "maskable")));
    manifest.put(
        "shortcuts",
        List.of(
            Map.of("name", page.say("door.today"), "url", page.to(Route.SEARCH) + "?when=today")));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/manifest+json"))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .body(manifest);
  }

  private static Map<String, String> icon(Page page, String name, String sizes, String purpose) {
    return Map.of("src", page.asset(name), "sizes", sizes, "type", "image/png", "purpose", purpose);
  }
}
