package fi.rinnalla.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventUpkeep;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.Upkeep;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Zone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// What families see of how old a word is. The association's records were checked on 3 May 2026, so
/// they are due from 3 November, overdue from 18 December, and expire on 3 February.
@HouseTest
class FreshnessTests {
  private static final Organization OURS = Listings.anAssociation("Tuore yhdistys");
  private static final Location LIBRARY = Listings.aLibrary("Tuore kirjasto", 60.63, 24.86);
  private static final Service CAFE = Listings.aFamilyCafe("Tuorekahvila", OURS);
  private static final Event CLUB = Events.held("Tuorekerho", OURS, LIBRARY, Events.everyTuesday());

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Upkeep upkeep;
  @Autowired EventUpkeep eventUpkeep;
  @Autowired Finder finder;
  @Autowired Json json;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  @BeforeEach
  void anAssociation() {
    clock.set(GivenClock.NOW);
    for (String table : List.of("directory.service", "directory.location", "calendar.event")) {
      jdbc.sql("update " + table + " set vouched_on = null, ended_at = null, freshness = 'FRESH'")
          .update();
    }
    directory.publish("t", OURS);
    directory.publish("t", LIBRARY);
    directory.publish("t", CAFE);
    calendar.publish("t", CLUB);
  }

  @AfterEach
  void end() {
    clock.set(GivenClock.NOW);
    calendar.withdraw("t", List.of(CLUB.id()));
    directory.withdraw("t", RecordKind.SERVICE, List.of(CAFE.uuid()));
  }

  @Test
  void whatIsDueLooksCheckedStill() throws Exception {
    String page = page("/fi/palvelu/" + slug());

    assertThat(page).contains("Tiedot tarkistettu 3.5.2026.").doesNotContain("varmista");
  }

  @Test
  void whatIsOverdueSaysSoWithATelephoneNear() throws Exception {
    clock.set(day(2026, 12, 18));
    turn();

    assertThat(page("/fi/palvelu/" + slug()))
        .contains("Tarkistettu viimeksi 3.5.2026 – varmista ennen kuin lähdet.")
        .doesNotContain("noindex");
    assertThat(page("/sv/tjanst/" + slug())).contains("Senast kontrollerad 3.5.2026");
    assertThat(page("/fi/jarjestaja/" + directory.find(OURS.id()).orElseThrow().slug()))
        .contains("Tarkistettu viimeksi 3.5.2026");
    assertThat(page("/fi/tapahtuma/" + eventSlug())).contains("Tarkistettu viimeksi 3.5.2026");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(page("/fi/haku?q=Tuorekahvila"))
                .contains("Tarkistettu viimeksi 3.5.2026 – varmista ennen lähtöä"));
  }

  @Test
  void whatHasExpiredIsNotFoundButItsPageAnswers() throws Exception {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> found("Tuorekahvila") && found("Tuorekerho"));
    clock.set(day(2027, 2, 3));
    turn();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !found("Tuorekahvila") && !found("Tuorekerho"));
    assertThat(page("/fi/palvelu/" + slug()))
        .contains("Kukaan ei ole varmistanut näitä tietoja 3.5.2026 jälkeen.", "noindex")
        .contains("mailto:toimisto@example.org")
        .doesNotContain("application/ld+json");
    assertThat(page("/fi/tapahtuma/" + eventSlug())).contains("noindex").doesNotContain(".ics");
    assertThat(answer("/fi/tapahtuma/" + eventSlug() + ".ics").getStatus()).isEqualTo(410);
    assertThat(page("/api/search?q=Tuorekahvila")).doesNotContain(CAFE.uuid().toString());
  }

  @Test
  void whatHasExpiredStaysOutThoughItsFeedBringsItAgain() {
    await().atMost(Duration.ofSeconds(20)).until(() -> found("Tuorekahvila"));
    clock.set(day(2027, 2, 3));
    directory.publish("t", CAFE);

    await().atMost(Duration.ofSeconds(20)).until(() -> !found("Tuorekahvila"));
  }

  @Test
  void theLogIsToldOnceOfEachTurn() {
    turn();
    assertThat(upkeep.turn()).isZero();
    clock.set(day(2026, 12, 18));

    assertThat(upkeep.turn()).isPositive();
    assertThat(upkeep.turn()).isZero();
    assertThat(upkeep.aged(RecordKind.SERVICE)).contains(CAFE.uuid());
  }

  @Test
  void aWordGivenHereSurvivesTheNextImport() {
    upkeep.vouch(RecordKind.SERVICE, List.of(CAFE.uuid()), Verification.Method.PHONE);
    directory.publish("t", CAFE);

    assertThat(verification())
        .isEqualTo(new Verification(LocalDate.of(2026, 11, 23), Verification.Method.PHONE));
  }

  @Test
  void aWordGivenHereSurvivesAnEditorsOverride() {
    upkeep.vouch(RecordKind.SERVICE, List.of(CAFE.uuid()), Verification.Method.STAFF);
    directory.override(
        RecordKind.SERVICE, CAFE.uuid(), json.tree("{\"summary\":{\"fi\":\"Tervetuloa!\"}}"));

    assertThat(verification().on()).isEqualTo("2026-11-23");
    assertThat(directory.find(CAFE.id()).orElseThrow().record().summary().fi())
        .isEqualTo("Tervetuloa!");
  }

  @Test
  void aLaterWordOfTheFeedWinsOverOneGivenHere() {
    upkeep.vouch(RecordKind.SERVICE, List.of(CAFE.uuid()), Verification.Method.STAFF);
    directory.publish("t", checked(CAFE, LocalDate.of(2026, 12, 1)));

    assertThat(verification()).isEqualTo(Verification.byOrganization(LocalDate.of(2026, 12, 1)));
  }

  @Test
  void anImportDoesNotRestartTheClockOfWhatNobodyVouchedFor() {
    var landed = directory.find(LIBRARY.id()).orElseThrow().landedAt();
    clock.set(day(2027, 9, 1));
    directory.publish("t", LIBRARY);

    assertThat(directory.find(LIBRARY.id()).orElseThrow().landedAt()).isEqualTo(landed);
    assertThat(directory.find(LIBRARY.id()).orElseThrow().since()).isEqualTo("2026-11-23");
  }

  @Test
  void whatIsHeldOnceGoesByItself() {
    var once =
        Events.held("Kerran", OURS, LIBRARY, Events.once(LocalDateTime.of(2027, 3, 1, 10, 0)));
    calendar.publish("t", once);
    clock.set(day(2027, 2, 20));
    eventUpkeep.turn();

    assertThat(calendar.find(once.id()).orElseThrow().since()).isEmpty();
    assertThat(eventUpkeep.aged()).contains(CLUB.id()).doesNotContain(once.id());
  }

  @Test
  void whatHasEndedStaysGoneThoughItsFeedGoesOn() throws Exception {
    assertThat(upkeep.end(RecordKind.SERVICE, CAFE.uuid())).isTrue();
    assertThat(upkeep.end(RecordKind.SERVICE, CAFE.uuid())).isFalse();
    directory.publish("t", CAFE);

    assertThat(answer("/fi/palvelu/" + slug()).getStatus()).isEqualTo(410);
    assertThat(directory.servicesOf(OURS.id())).isEmpty();
    upkeep.vouch(RecordKind.SERVICE, List.of(CAFE.uuid()), Verification.Method.ORGANIZATION);
    assertThat(answer("/fi/palvelu/" + slug()).getStatus()).isEqualTo(200);
  }

  private void turn() {
    upkeep.turn();
    eventUpkeep.turn();
  }

  private boolean found(String words) {
    return finder.isReady()
        && finder.find(Query.all(clock.instant()).withWords(words)).hits().stream()
            .anyMatch(hit -> words.equals(hit.card().title().fi()));
  }

  private Verification verification() {
    return directory.find(CAFE.id()).orElseThrow().record().verification();
  }

  private String slug() {
    return directory.find(CAFE.id()).orElseThrow().slug();
  }

  private String eventSlug() {
    return calendar.find(CLUB.id()).orElseThrow().slug();
  }

  private String page(String path) throws Exception {
    return answer(path).getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(get(java.net.URI.create(path)))
        .andReturn()
        .getResponse();
  }

  private Service checked(Service service, LocalDate on) {
    var tree =
        json.merge(
            json.tree((Object) service),
            json.tree("{\"verification\":{\"on\":\"%s\"}}".formatted(on)));
    return json.read(json.write(tree), Service.class);
  }

  private static Instant day(int year, int month, int day) {
    return LocalDate.of(year, month, day).atTime(9, 0).atZone(Zone.HELSINKI).toInstant();
  }
}
