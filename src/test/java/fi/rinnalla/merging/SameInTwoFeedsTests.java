package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.exchange.Format;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.ProgressListener;
import fi.rinnalla.exchange.Source;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// The whole way of one story hour that the library's table and the town's calendar both have.
@HouseTest
// A town of its own: the list would be full of what other tests publish.
@TestPropertySource(properties = "rinnalla.test.town=twofeeds")
class SameInTwoFeedsTests {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Imports imports;
  @Autowired Calendar calendar;
  @Autowired Pairs pairs;
  @Autowired Finder finder;
  @Autowired People people;
  @Autowired Clock clock;
  @Autowired WebApplicationContext context;
  @TempDir Path folder;

  /// @param words what it is called by now
  private void library(String words) throws IOException {
    imported(
        Source.byHand("two-library", Format.CSV, "satu.csv"),
        """
        id,title,start,end,place,address,postcode,town
        satu-1,%s,2026-12-08 10:00,2026-12-08 10:45,Hyvinkään kirjasto,Torikatu 6,05800,Hyvinkää
        """
            .formatted(words),
        "satu.csv");
  }

  private void town(String words) throws IOException {
    imported(
        Source.byHand("two-town", Format.ICS, "kunta.ics"),
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//example//town//FI
        BEGIN:VEVENT
        UID:hyvinkaa-881@example.org
        DTSTAMP:20261101T080000Z
        DTSTART;TZID=Europe/Helsinki:20261208T100000
        DTEND;TZID=Europe/Helsinki:20261208T104500
        SUMMARY:%s
        LOCATION:Hyvinkään kirjasto\\, Torikatu 6\\, 05800 Hyvinkää
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(words)
            .replace("\n", "\r\n"),
        "kunta.ics");
  }

  private void imported(Source source, String feed, String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), feed);
    var run = imports.run(source, file.toString(), ProgressListener.NOBODY);
    assertThat(run.counts().faulty()).isZero();
  }

  private EventListing of(String source) {
    List<EventListing> found = new ArrayList<>();
    calendar.forEach(it -> {
      if (it.source().equals(source)) {
        found.add(it);
      }
    });
    return found.getFirst();
  }

  @Test
  void aPlaceInOneLineIsTakenApartAndItsTownStandsOnce() throws Exception {
    Neighbourhood here = new Neighbourhood(people, context);
    town("Riviloru");
    String page =
        here.ask(
                Caller.visitor(), get(Route.EVENT.path(Lang.FI, slug(of("two-town").event().id()))))
            .getContentAsString();

    assertThat(page).contains("<span>Hyvinkään kirjasto, Torikatu 6, Hyvinkää</span>");
    assertThat(page).contains("\"address\":\"Torikatu 6, 05800 Hyvinkää\"");
  }

  private int found() {
    return (int)
        finder
            .find(
                Query.all(clock.instant())
                    .withWords("lukumuksut")
                    .of(Set.of(fi.rinnalla.search.Kind.EVENT)))
            .hits()
            .stream()
            .filter(it -> it.card().title().orEmpty(Lang.FI).contains("Lukumuksut"))
            .count();
  }

  @Test
  void twoAreMadeOneStayOneThroughImportsAndAreTwoAgain() throws Exception {
    Neighbourhood here = new Neighbourhood(people, context);
    Caller raija = here.moderatorOf("106", "raija-kaksi@example.org", Level.STRONG);
    library("Lukumuksut: satutunti");
    town("Lukumuksut, satutunti");
    EventListing stays = of("two-library");
    EventListing goes = of("two-town");
    await().atMost(SOON).until(() -> finder.isReady() && found() == 2);

    here.ask(raija, post("/fi/yllapito/samat"));
    await()
        .atMost(SOON)
        .until(() ->
            here.ask(raija, get("/fi/yllapito/samat")).getContentAsString().contains("etsitty"));
    Pair pair = pairOf(raija, stays.event().id().value());
    assertThat(Set.of(pair.one(), pair.other())).contains(goes.event().id().value());
    String address = "/fi/yllapito/samat/" + pair.id();
    String side = pair.one().equals(stays.event().id().value()) ? "one" : "other";
    here.ask(raija, post(address).param("answer", "merge").param("stays", side));

    assertIsOne(here, stays, goes);
    library("Lukumuksut: satutunti vauvoille");
    town("Lukumuksut, satutunti vauvoille");
    assertIsOne(here, stays, goes);
    assertThat(calendar.find(stays.event().id()).orElseThrow().event().title().fi())
        .isEqualTo("Lukumuksut: satutunti vauvoille");

    here.ask(raija, post(address).param("answer", "undo"));
    await().atMost(SOON).until(() -> found() == 2);
    String again = calendar.find(goes.event().id()).orElseThrow().slug();
    var apart = here.ask(Caller.visitor(), get(Route.EVENT.path(Lang.FI, again)));
    assertThat(apart.getStatus()).isEqualTo(200);
    assertThat(apart.getContentAsString()).contains("Tieto tulee lähteestä two-town.");
  }

  private void assertIsOne(Neighbourhood here, EventListing stays, EventListing goes)
      throws Exception {
    await().atMost(SOON).until(() -> found() == 1);
    String there = slug(stays.event().id());
    var old = here.ask(Caller.visitor(), get(Route.EVENT.path(Lang.SV, slug(goes.event().id()))));
    assertThat(old.getStatus()).isEqualTo(301);
    assertThat(old.getHeader("Location")).isEqualTo(Route.EVENT.path(Lang.SV, there));
    assertNamesBothSources(here, stays);
    assertThat(
            here.ask(Caller.visitor(), get("/calendar.ics").param("q", "lukumuksut"))
                .getContentAsString()
                .split("BEGIN:VEVENT", -1))
        .hasSize(2);
  }

  private void assertNamesBothSources(Neighbourhood here, EventListing stays) throws Exception {
    var said =
        Map.of(
            Lang.FI, "Tieto tulee lähteistä two-library ja two-town.",
            Lang.SV, "Uppgiften kommer från källorna two-library och two-town.",
            Lang.EN, "The information comes from two-library and two-town.");
    for (Lang lang : Lang.values()) {
      assertThat(
              here.ask(Caller.visitor(), get(Route.EVENT.path(lang, slug(stays.event().id()))))
                  .getContentAsString())
          .contains(said.get(lang));
    }
  }

  private String slug(EventId id) {
    return calendar.find(id).orElseThrow().slug();
  }

  private Pair pairOf(Caller caller, UUID id) throws Exception {
    return Neighbourhood.as(
        caller,
        () ->
            pairs.list(caller, Pair.State.OPEN, 1).stream()
                .filter(it -> it.one().equals(id) || it.other().equals(id))
                .findFirst()
                .orElseThrow());
  }
}
