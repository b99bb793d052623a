package fi.rinnalla.channels.web;

import fi.rinnalla.channels.AtomFeed;
import fi.rinnalla.channels.Changes;
import fi.rinnalla.channels.Changes.Change;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.search.Card;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.search.Span;
import fi.rinnalla.search.web.Asked;
import fi.rinnalla.vocabulary.UuidV5;
import fi.rinnalla.vocabulary.Zone;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A search for feed readers: its next hundred hits.
@Controller
class FeedFile {
  private static final int MOST = 100;
  private static final MediaType ATOM =
      new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

  private final Followed followed;
  private final Finder finder;
  private final Changes changes;
  private final SiteAddress site;

  FeedFile(Followed followed, Finder finder, Changes changes, SiteAddress site) {
    this.followed = followed;
    this.finder = finder;
    this.changes = changes;
    this.site = site;
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping("/feed.atom")
  ResponseEntity<byte[]> feed(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "fi") String language,
      HttpServletResponse response) {
    Followed.Search search = followed.of(parameters, language);
    Asked asked = search.asked();
    String query = asked.followed(search.lang());
    Page page = search.page();
    AtomFeed feed =
        new AtomFeed(
            UuidV5.of("feed", query),
            search.lang(),
            search.title(),
            search.problems(),
            site.of("/feed.atom" + query),
            site.of(search.onPage()),
            page.today().atStartOfDay(Zone.HELSINKI).toInstant(),
            entries(page, search.soonest()));
    return Followed.kept(response, search, ATOM, "rinnalla.atom", feed.write());
  }

  private List<AtomFeed.Entry> entries(Page page, Query query) {
    Results results = finder.find(query.page(1, MOST));
    if (results.lenient()) {
      return List.of();
    }
    Map<EntryKey, Change> known =
        changes.of(results.hits().stream().map(hit -> hit.card().key()).toList());
    List<AtomFeed.Entry> entries = new ArrayList<>();
    for (Results.Hit hit : results.hits()) {
      Change change = known.get(hit.card().key());
      if (change != null) {
        entries.add(entry(page, hit, change));
      }
    }
    return entries;
  }

  private AtomFeed.Entry entry(Page page, Results.Hit hit, Change change) {
    Card card = hit.card();
    String kind = card.key().kind().code();
    Instant published = change.landedAt();
    return new AtomFeed.Entry(
        card.key().id(),
        page.said(card.title()).map(it -> it.lang()).orElse(page.lang()),
        page.words(card.title()),
        summary(page, hit),
        site.of(Hits.path(page, card)),
        published,
        change.changedAt().isBefore(published) ? published : change.changedAt(),
        page.words(card.organizer()),
        kind,
        page.say("kind." + kind));
  }

  /// When, where, what: each on a line of its own. The day is written whole, for nobody knows when
  /// a feed is read.
  private static String summary(Page page, Results.Hit hit) {
    List<String> lines = new ArrayList<>();
    Span next = hit.next();
    if (next != null && hit.card().key().kind() == Kind.EVENT) {
      lines.add(page.moment(next.start()));
    }
    lines.add(Hits.where(page, hit.card()));
    lines.add(page.words(hit.card().summary()));
    lines.removeIf(String::isEmpty);
    return String.join("\n", lines);
  }
}
