package fi.rinnalla.channels.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Results;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A search as a part of somebody else's page: a short list and the way to all of it. The only page
/// of ours that others may frame, so it has no form, sets no cookie and knows nobody.
@Controller
public class EmbedPage {
  static final int HITS = 6;
  private static final int MOST_HITS = 30;

  /// As strict as it can be, but for who may frame it.
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors *";

  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

  private final Followed followed;
  private final Finder finder;

  EmbedPage(Followed followed, Finder finder) {
    this.followed = followed;
    this.finder = finder;
  }

  /// @param look the stylesheet of its colour and size
  /// @param all the whole search, as a page of ours
  public record Shown(String heading, List<Item> items, int total, String look, String all) {}

  /// A hit in words.
  public record Item(
      String title,
      @Nullable String language,
      String path,
      String when,
      String where,
      String ages,
      boolean free) {}

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping("/embed")
  String show(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "fi") String language,
      HttpServletResponse response,
      Model model) {
    Followed.Search search = followed.of(parameters, language, Look.PARAMETERS);
    Page page = search.page();
    Results results = finder.find(search.soonest().page(1, hits(search)));
    // Near misses want more words around them than there is room for; the page has those.
    List<Item> items =
        results.lenient()
            ? List.of()
            : results.hits().stream().map(hit -> item(page, hit)).toList();
    model.addAttribute("page", page);
    model.addAttribute(
        "shown",
        new Shown(
            search.words().isEmpty() ? page.say("embed.heading") : search.words(),
            items,
            items.isEmpty() ? 0 : results.total(),
            "/embed.css?v=1" + Look.of(parameters).parameters(),
            search.onPage()));
    Followed.tell(response, search);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "public, max-age=300");
    return "channels/embed";
  }

  /// The colour and the size that the address asks for; a stylesheet, since no page of ours has
  /// styles of its own inside.
  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/embed.css")
  ResponseEntity<String> look(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response) {
    response.setHeader("Cache-Control", "public, max-age=86400");
    return ResponseEntity.ok().contentType(CSS).body(Look.of(parameters).stylesheet());
  }

  static int hits(Followed.Search search) {
    return search.asked().first("size").isEmpty()
        ? HITS
        : Math.min(MOST_HITS, search.asked().query().size());
  }

  private static Item item(Page page, Results.Hit hit) {
    var card = hit.card();
    var said = page.said(card.title()).orElse(null);
    var next = hit.next();
    return new Item(
        said == null ? "" : said.words(),
        said != null && said.fallback() ? said.lang().code() : null,
        Hits.path(page, card),
        next == null ? "" : page.when(next.start(), next.end()),
        Hits.where(page, card),
        page.ages(card.ages()),
        card.free());
  }
}
