package fi.rinnalla.channels.web;

import fi.rinnalla.channels.Poster;
import fi.rinnalla.channels.PosterSheets;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Showing;
import fi.rinnalla.drawing.Drawings;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/// A place's week to print out and hang on its wall.
@Controller
class PosterFile {
  private final Directory directory;
  private final Showing showing;
  private final PosterWords words;
  private final Drawings drawings;

  PosterFile(Directory directory, Showing showing, PosterWords words, Drawings drawings) {
    this.directory = directory;
    this.showing = showing;
    this.words = words;
    this.drawings = drawings;
  }

  /// The poster of a place: of the week that is asked, or of the seven days from today.
  @Needs(action = Action.READ, record = RecordType.PLACE)
  @Limited(perHour = 300)
  @GetMapping({
    "/fi/paikka/{slug}/juliste.pdf",
    "/sv/plats/{slug}/affisch.pdf",
    "/en/place/{slug}/poster.pdf"
  })
  ResponseEntity<byte[]> poster(
      Page page,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String week,
      ServletWebRequest request,
      HttpServletResponse response) {
    Listing<Location> place = place(slug);
    if (!place.slug().equals(slug)) {
      String there = Route.poster(page.lang(), place.slug());
      return ResponseEntity.status(HttpStatus.FOUND)
          .location(
              URI.create(
                  week.isEmpty()
                      ? there
                      : there + "?week=" + URLEncoder.encode(week, StandardCharsets.UTF_8)))
          .build();
    }
    PosterWeek asked =
        PosterWeek.of(week, page.today()).orElseThrow(() -> new NoSuchRecord(RecordType.PLACE));
    Poster poster = words.of(page, place, asked);
    LocalDate first = asked.first();
    return Drawn.answer(
        request,
        response,
        MediaType.APPLICATION_PDF,
        place.slug() + "-" + first + ".pdf",
        poster.content(),
        () -> drawings.drawn(poster.content(), () -> PosterSheets.of(poster)));
  }

  /// Only what is found: what hides, or nobody answers for, has no wall to hang it on.
  private Listing<Location> place(String slug) {
    return directory
        .findLocation(slug)
        .filter(showing::isShown)
        .filter(it -> it.record().visibility() == Location.Visibility.PUBLIC)
        .orElseThrow(() -> new NoSuchRecord(RecordType.PLACE));
  }
}
