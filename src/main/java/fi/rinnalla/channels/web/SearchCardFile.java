package fi.rinnalla.channels.web;

import fi.rinnalla.channels.ShareCard;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.drawing.Drawings;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.web.Asked;
import fi.rinnalla.search.web.SearchTitle;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/// The cards of searches and areas. That of a search that it may endanger somebody to be seen at
/// tells no more than that of all there is.
@Controller
class SearchCardFile {
  private final Areas areas;
  private final Classification classification;
  private final Finder finder;
  private final SearchTitle titles;
  private final Drawings drawings;

  SearchCardFile(
      Areas areas,
      Classification classification,
      Finder finder,
      SearchTitle titles,
      Drawings drawings) {
    this.areas = areas;
    this.classification = classification;
    this.finder = finder;
    this.titles = titles;
    this.drawings = drawings;
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @Limited(perHour = ShareCardFile.PER_HOUR)
  @GetMapping({"/fi/haku.png", "/sv/sok.png", "/en/search.png"})
  ResponseEntity<byte[]> search(
      Page page,
      @RequestParam MultiValueMap<String, String> parameters,
      ServletWebRequest request,
      HttpServletResponse response) {
    Asked asked = Asked.of(parameters, areas, classification, page.now());
    SearchTitle.Told told =
        !asked.narrows() || titles.isSensitive(asked)
            ? titles.ofAll(page)
            : titles.of(page, asked, finder.find(asked.query().page(1, 1)));
    return Drawn.card(
        drawings,
        new ShareCard(
            page.lang(),
            page.say("search.title"),
            told.what(),
            told.when(),
            String.join(" · ", told.more()),
            ShareCardFile.note(page)),
        request,
        response);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @Limited(perHour = ShareCardFile.PER_HOUR)
  @GetMapping({"/fi/alue/{slug}.png", "/sv/omrade/{slug}.png", "/en/area/{slug}.png"})
  ResponseEntity<byte[]> area(
      Page page,
      @PathVariable String slug,
      ServletWebRequest request,
      HttpServletResponse response) {
    Area area = areas.findBySlug(slug).orElseThrow(() -> new NoSuchRecord(RecordType.PAGE));
    return Drawn.card(
        drawings,
        new ShareCard(
            page.lang(),
            page.say("channels.card.area"),
            page.words(area.name()),
            "",
            page.say("area.lead"),
            ShareCardFile.note(page)),
        request,
        response);
  }
}
