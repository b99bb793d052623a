package fi.rinnalla.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// A place's week, as whoever prints it asks for it.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PosterOverHttpTests {
  private static final Organization OURS = Listings.anAssociation("Julisteyhdistys");
  private static final Location LIBRARY = Listings.aLibrary("Julistekirjasto", 60.6314, 24.8614);
  private static final Location HIDDEN =
      Listings.aPlace("Julistepiilo", Location.Visibility.HIDDEN, new Position(60.6324, 24.8624));
  private static final Location AREA_ONLY = Listings.aShelter("Julistesuoja");
  private static final Location WITHDRAWN = Listings.aLibrary("Julistemennyt", 60.6315, 24.8615);
  private static final Event WEEKLY =
      Events.withChanges(
          Events.held("Julistekerho", OURS, LIBRARY, Events.everyTuesday()),
          new OccurrenceChange(
              LocalDateTime.of(2026, 12, 8, 9, 30), true, null, null, Text.none(), Text.none()));
  private static final Event CANCELLED =
      Events.cancelled(
          Events.held(
              "Julisteperuttu", OURS, LIBRARY, Events.once(LocalDateTime.of(2026, 12, 3, 10, 0))));

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Finder finder;
  @Autowired WebApplicationContext context;

  @BeforeAll
  void published() {
    List.of(OURS, LIBRARY, HIDDEN, AREA_ONLY, WITHDRAWN)
        .forEach(it -> directory.publish("poster", it));
    List.of(WEEKLY, CANCELLED).forEach(it -> calendar.publish("poster", it));
    directory.withdraw("poster", RecordKind.LOCATION, List.of(WITHDRAWN.uuid()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            finder.isReady()
                && finder.find(Query.all(GivenClock.NOW).withWords("Julistekerho")).hits().stream()
                    .anyMatch(hit -> "Julistekerho".equals(hit.card().title().fi())));
  }

  @AfterAll
  void taken() {
    calendar.withdraw("poster", List.of(WEEKLY.id(), CANCELLED.id()));
  }

  @Test
  void theWeekThatIsAskedIsOnThePosterAndWhatIsCancelledIsNot() throws Exception {
    String soon = words(path(Lang.FI, LIBRARY));
    String week = words(path(Lang.FI, LIBRARY) + "?week=2026-W49");

    LocalDate today = LocalDate.ofInstant(GivenClock.NOW, Zone.HELSINKI);
    assertThat(soon)
        .contains("Julistekirjasto", "Torikatu 5", "Tiistai ", "9.30–11.30", "Julistekerho")
        .contains("Tehty %d.%d.2026".formatted(today.getDayOfMonth(), today.getMonthValue()));
    assertThat(week)
        .contains("Viikko 49 · 30.11.–6.12.2026", "Tiistai 1.12.", "Julistekerho")
        .contains("Torstai 3.12.", "Avoinna 9.00–19.00", "Suljettu")
        .doesNotContain("Julisteperuttu");
    assertThat(words(path(Lang.FI, LIBRARY) + "?week=2026-W50"))
        .contains("Tiistai 8.12.")
        .doesNotContain("Julistekerho");
    assertThat(words(path(Lang.SV, LIBRARY) + "?week=2026-W49")).contains("Vecka 49", "Öppet");
    assertThat(words(path(Lang.EN, LIBRARY) + "?week=2026-W49")).contains("Week 49", "1 Dec");
  }

  @Test
  void aPlaceThatHidesOrIsGoneHasNoPoster() throws Exception {
    for (String path :
        List.of(
            Route.poster(Lang.FI, "julistepiilo-00000000"),
            path(Lang.FI, AREA_ONLY),
            path(Lang.FI, WITHDRAWN),
            path(Lang.FI, LIBRARY) + "?week=2026-W40",
            path(Lang.FI, LIBRARY) + "?week=2031-W40",
            path(Lang.FI, LIBRARY) + "?week=ensi")) {
      assertThat(answer(path, "").getStatus()).as(path).isEqualTo(404);
    }
    assertThat(directory.find(HIDDEN.id())).isEmpty();
  }

  @Test
  void whoeverHasItAlreadyIsToldSo() throws Exception {
    MockHttpServletResponse first = answer(path(Lang.FI, LIBRARY), "");
    String tag = String.valueOf(first.getHeader(HttpHeaders.ETAG));

    assertThat(first.getContentType()).isEqualTo("application/pdf");
    assertThat(first.getHeaders(HttpHeaders.CACHE_CONTROL)).containsExactly("public, max-age=900");
    assertThat(answer(path(Lang.FI, LIBRARY), tag).getStatus()).isEqualTo(304);
    assertThat(answer(path(Lang.SV, LIBRARY), tag).getStatus()).isEqualTo(200);
  }

  @Test
  void thePlacesPageLeadsToItsPosters() throws Exception {
    String slug = slug(LIBRARY);
    String page = page(Route.PLACE.path(Lang.FI, slug));

    assertThat(page)
        .contains("href=\"" + Route.poster(Lang.FI, slug) + "\"")
        .contains(Route.poster(Lang.FI, slug) + "?week=2026-W49");
    assertThat(page(Route.PLACE.path(Lang.FI, slug(AREA_ONLY)))).doesNotContain("juliste.pdf");
  }

  private String slug(Location place) {
    return directory.find(place.id()).orElseThrow().slug();
  }

  private String path(Lang lang, Location place) {
    return Route.poster(lang, slug(place));
  }

  private String words(String path) throws Exception {
    MockHttpServletResponse answer = answer(path, "");
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    try (PDDocument read = Loader.loadPDF(answer.getContentAsByteArray())) {
      return new PDFTextStripper().getText(read);
    }
  }

  private String page(String path) throws Exception {
    return answer(path, "").getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse answer(String path, String tag) throws Exception {
    var request = get(URI.create(path));
    if (!tag.isEmpty()) {
      request.header(HttpHeaders.IF_NONE_MATCH, tag);
    }
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(request)
        .andReturn()
        .getResponse();
  }
}
