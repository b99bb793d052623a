package fi.rinnalla.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.directory.Upkeep;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.search.Finder;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Position;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/// What the lists of the HSDS API have, by each parameter.
@HouseTest
@AutoConfigureMockMvc
// A town of its own, so that what is told here is all there is.
@TestPropertySource(properties = "rinnalla.test.town=hsds-lists")
class ListsOverHttpTests {
  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Upkeep upkeep;
  @Autowired Finder finder;
  @Autowired GivenClock.Settable clock;

  private final Organization mll = Listings.anAssociation("MLL Hyvinkää");
  private final Organization parish = Listings.anAssociation("Hyvinkään seurakunta");
  private final Location library = Listings.aLibrary("Kirjasto", 60.6305, 24.8600);
  private final Location farAway = Listings.aLibrary("Metsämaja", 60.7500, 24.8600);
  private final Location shelter = Listings.aShelter("Turvakoti");
  private final Location secret =
      Listings.aPlace("Salainen", Location.Visibility.HIDDEN, new Position(60.6306, 24.8601));
  private final Service cafe = Listings.aFamilyCafe("Perhekahvila", mll);
  private final Service swimming =
      Listings.aService("Vauvauinti", parish, "Uimaan vauvan kanssa.", AgeRange.of(0.25, 1));
  private final Service peers =
      Listings.aService("Vertaisryhmä", mll, "Tapaamisia eron jälkeen.", AgeRange.ANY);
  private final Service safe =
      Listings.aService("Suoja", parish, "Suojaa väkivallalta.", AgeRange.of(18, 99));
  private final ServiceAtLocation cafeAtLibrary = Listings.at(cafe, library);
  private final ServiceAtLocation swimmingFar = Listings.dayAndNight(swimming, farAway);

  private Api api;

  @BeforeEach
  void aSmallTown() {
    api = new Api(mvc);
    clock.set(GivenClock.NOW);
    for (var it :
        List.of(
            mll,
            parish,
            library,
            farAway,
            shelter,
            secret,
            cafe,
            swimming,
            peers,
            safe,
            cafeAtLibrary,
            swimmingFar,
            Listings.at(safe, shelter),
            Listings.at(peers, secret))) {
      directory.publish("t", it);
    }
  }

  @Test
  void aPageSaysWhichOfHowManyItIs() {
    JsonNode first = api.ok("/services?per_page=3");
    JsonNode second = api.ok("/services?per_page=3&page=2");

    assertThat(first.path("total_items").asInt()).isEqualTo(4);
    assertThat(first.path("total_pages").asInt()).isEqualTo(2);
    assertThat(first.path("page_number").asInt()).isEqualTo(1);
    assertThat(first.path("size").asInt()).isEqualTo(3);
    assertThat(first.path("first_page").asBoolean()).isTrue();
    assertThat(first.path("last_page").asBoolean()).isFalse();
    assertThat(first.path("empty").asBoolean()).isFalse();
    assertThat(first.path("contents")).hasSize(3);
    assertThat(second.path("last_page").asBoolean()).isTrue();
    assertThat(second.path("size").asInt()).isEqualTo(1);
  }

  /// Something may have gone while one was paging, which is no mistake of whoever reads.
  @Test
  void aPagePastTheLastIsEmptyAndHasTheRightCounts() {
    for (String path : List.of("/services?per_page=3&page=9", "/services?per_page=3&page=99999")) {
      JsonNode beyond = api.ok(path);

      assertThat(beyond.path("total_items").asInt()).isEqualTo(4);
      assertThat(beyond.path("total_pages").asInt()).isEqualTo(2);
      assertThat(beyond.path("page_number").asInt()).isGreaterThan(2);
      assertThat(beyond.path("size").asInt()).isZero();
      assertThat(beyond.path("first_page").asBoolean()).isFalse();
      assertThat(beyond.path("last_page").asBoolean()).isTrue();
      assertThat(beyond.path("empty").asBoolean()).isTrue();
      assertThat(beyond.path("contents")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "age=0.5        | Perhekahvila, Vauvauinti, Vertaisryhmä",
        "age=2          | Perhekahvila, Vertaisryhmä",
        "age=3.9        | Perhekahvila, Vertaisryhmä",
        "age=30         | Suoja, Vertaisryhmä",
        "minimum_age=0.25 | Suoja, Vauvauinti",
        "maximum_age=3  | Perhekahvila, Vauvauinti",
        "minimum_age=0&maximum_age=1 | Vauvauinti",
        "day=TU         | Perhekahvila, Suoja, Vauvauinti",
        "day=sunday     | Vauvauinti",
        "start_time=09:00 | Perhekahvila, Suoja",
        "end_time=12:00 | Perhekahvila, Suoja",
        "day=TU&start_time=09:30&end_time=11:30 | Perhekahvila, Suoja",
        "day=MO&start_time=09:00 | ''",
      })
  void servicesByAgesDaysAndHours(String query, String names) {
    assertThat(api.names("/services?" + query))
        .containsExactlyInAnyOrderElementsOf(
            names.isEmpty() ? List.of() : List.of(names.split(", ")));
  }

  @Test
  void whatIsGivenAtAPlaceThatHidesIsNotToldByItsHours() {
    // The group meets on Tuesdays too, at a place that nobody may know of.
    assertThat(api.names("/services?day=TU")).doesNotContain("Vertaisryhmä");
  }

  @Test
  void servicesOfAnOrganizationOfATermAndOfATaxonomy() {
    String term =
        api.contents("/taxonomy_terms?per_page=500").stream()
            .filter(it -> it.path("code").asString().equals("P3"))
            .map(it -> it.path("id").asString())
            .findFirst()
            .orElseThrow();
    String taxonomy = api.ok("/taxonomy_terms/" + term).path("taxonomy_id").asString();
    String other = Terms.id(new TermCode("P4")).toString();

    assertThat(api.names("/services?organization_id=" + mll.id()))
        .containsExactlyInAnyOrder("Perhekahvila", "Vertaisryhmä");
    assertThat(api.names("/services?taxonomy_term_id=" + term)).hasSize(4);
    assertThat(api.names("/services?taxonomy_term_id=" + other)).isEmpty();
    assertThat(api.names("/services?taxonomy_id=" + taxonomy)).hasSize(4);
    assertThat(
            api.names(
                "/services?age=0.5&taxonomy_id=" + taxonomy + "&organization_id=" + parish.id()))
        .containsExactly("Vauvauinti");
    assertThat(api.names("/organizations?taxonomy_term_id=" + term)).hasSize(2);
    assertThat(api.names("/organizations?taxonomy_term_id=" + other)).isEmpty();
  }

  @Test
  void wordsAreFoundInAnyInflection() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> finder.isReady() && api.names("/services?search=perhekahvilassa").size() == 1);

    assertThat(api.names("/services?search=perhekahvilassa")).containsExactly("Perhekahvila");
    assertThat(api.names("/services?search=perhekahvila&age=20")).isEmpty();
    assertThat(api.ids("/service_at_locations?search=perhekahvila"))
        .containsExactly(cafeAtLibrary.id().toString());
    assertThat(api.names("/organizations?search=hyvinkää mll")).containsExactly("MLL Hyvinkää");
  }

  @Test
  void whatChangedSinceIsToldAlongWithWhatItIsToldWith() {
    assertThat(api.names("/services?modified_after=2026-11-24")).isEmpty();
    assertThat(api.names("/services?modified_after=2026-11-23T10:00:00%2B02:00")).hasSize(4);

    clock.pass(Duration.ofDays(2));
    directory.publish("t", Listings.aLibrary("Uusi kirjasto", 60.6305, 24.8600));
    directory.publish("t", library);

    assertThat(api.names("/services?modified_after=2026-11-24")).containsExactly("Perhekahvila");
    assertThat(api.ids("/service_at_locations?modified_after=2026-11-24"))
        .containsExactly(cafeAtLibrary.id().toString());
    String modified =
        api.contents("/services?minimal=true").stream()
            .filter(it -> it.path("name").asString().equals("Perhekahvila"))
            .map(it -> it.path("modified_date").asString())
            .findFirst()
            .orElseThrow();
    assertThat(modified).isEqualTo("2026-11-25T10:00:00.000+02:00");
  }

  @Test
  void servicesNearAPostcode() {
    assertThat(api.ids("/service_at_locations?postcode=05800&proximity=5000"))
        .containsExactly(cafeAtLibrary.id().toString());
    assertThat(api.ids("/service_at_locations?postcode=05800&proximity=50000"))
        .containsExactlyInAnyOrder(cafeAtLibrary.id().toString(), swimmingFar.id().toString());
    // All of them are for Hyvinkää, and a shelter is for it wherever it is.
    assertThat(api.ids("/service_at_locations?postcode=05800")).hasSize(3);
    assertThat(api.ids("/service_at_locations?postcode=90100")).isEmpty();
  }

  @Test
  void aPlaceThatKeepsItsAddressIsInNoAnswerThatWouldTellIt() {
    JsonNode service = api.ok("/services/" + safe.id());
    JsonNode place = service.path("service_at_locations").path(0).path("location");
    String whole =
        Api.body(api.get("/services?full=true")) + Api.body(api.get("/organizations?full=true"));

    assertThat(place.path("visibility").asString()).isEqualTo("area_only");
    assertThat(place.path("area_code").asString()).isEqualTo("M106");
    assertThat(place.has("addresses")).isFalse();
    assertThat(place.has("latitude")).isFalse();
    assertThat(place.has("transportation")).isFalse();
    assertThat(whole)
        .doesNotContain("60.6319")
        .doesNotContain("Salainen")
        .doesNotContain(secret.id().toString());
    assertThat(api.ok("/services/" + peers.id()).has("service_at_locations")).isFalse();
    api.refused("/service_at_locations/" + Listings.at(peers, secret).id(), 404);
  }

  @Test
  void whatHasGoneOrNobodyVouchesForIsNotListed() {
    directory.withdraw("t", RecordKind.SERVICE, Set.of(peers.uuid()));
    assertThat(api.names("/services")).hasSize(3).doesNotContain("Vertaisryhmä");
    api.refused("/services/" + peers.id(), 404);

    // An association's word of May holds for nine months.
    clock.set(GivenClock.NOW.plus(Duration.ofDays(90)));
    assertThat(api.names("/services")).isEmpty();
    api.refused("/services/" + cafe.id(), 404);
    api.refused("/organizations/" + mll.id(), 404);
    assertThat(api.names("/organizations")).isEmpty();
    assertThat(api.ids("/service_at_locations")).isEmpty();
  }

  @Test
  void anOrganizationIsToldAsLongAsOneOfItsServicesIs() {
    var club = Listings.anAssociation("Kerho");
    var service = Listings.aFamilyCafe("Kerhoilta", club);
    directory.publish("t", club);
    directory.publish("t", service);
    try {
      clock.set(GivenClock.NOW.plus(Duration.ofDays(60)));
      upkeep.vouch(RecordKind.SERVICE, List.of(service.uuid()), Verification.Method.ORGANIZATION);
      clock.set(GivenClock.NOW.plus(Duration.ofDays(90)));

      assertThat(api.names("/services")).containsExactly("Kerhoilta");
      assertThat(api.names("/organizations")).containsExactly("Kerho");
      assertThat(api.ok("/organizations/" + club.id()).path("services")).hasSize(1);
    } finally {
      directory.withdraw("t", RecordKind.SERVICE, Set.of(service.uuid()));
      directory.withdraw("t", RecordKind.ORGANIZATION, Set.of(club.uuid()));
    }
  }

  @Test
  void allOfThemComeLineByLine() {
    assertThat(api.lines("/services?format=ndjson&per_page=1")).hasSize(4);
    assertThat(api.lines("/services?format=ndjson&age=2")).hasSize(2);
  }

  @Test
  void theWholeListInShortIsOnePage() {
    JsonNode page = api.ok("/services?minimal=true");

    assertThat(page.path("total_pages").asInt()).isEqualTo(1);
    assertThat(page.path("contents").path(0).propertyNames())
        .containsExactlyInAnyOrder("id", "name", "status", "last_modified", "modified_date");
  }

  @Test
  void termsByTheirTaxonomyAndTheirParent() {
    String parent = Terms.id(new TermCode("P3")).toString();
    List<JsonNode> children = api.contents("/taxonomy_terms?per_page=500&parent_id=" + parent);
    List<JsonNode> top = api.contents("/taxonomy_terms?per_page=500&top_only=true");

    assertThat(children).isNotEmpty().allMatch(it -> it.path("code").asString().startsWith("P3."));
    assertThat(top).isNotEmpty().noneMatch(it -> it.has("parent_id"));
    assertThat(api.names("/taxonomies?search=ikäryhmät")).isEmpty();
    assertThat(api.names("/taxonomies?search=palveluluokat")).containsExactly("Palveluluokat");
    String taxonomy = api.contents("/taxonomies?search=aiheet").getFirst().path("id").asString();
    assertThat(api.contents("/taxonomy_terms?taxonomy_id=" + taxonomy))
        .isNotEmpty()
        .allMatch(it -> it.path("taxonomy").asString().equals("Aiheet"));
  }

  @ParameterizedTest
  @CsvSource({
    "/services?page=0, page",
    "/services?per_page=501, per_page",
    "/services?per_page=many, per_page",
    "/services?format=xml, format",
    "/services?minimal=perhaps, minimal",
    "/services?minimal=true&full=true, minimal",
    "/services?taxonomy_term_id=P3, taxonomy_term_id",
    "/services?organization_id=mll, organization_id",
    "/services?modified_after=yesterday, modified_after",
    "/services?minimum_age=-1, minimum_age",
    "/services?age=toddler, age",
    "/services?age=2&age=3, age",
    "/services?day=someday, day",
    "/services?start_time=nine, start_time",
    "/services?lang=de, lang",
    "/services?postcode=05800, postcode",
    "/service_at_locations?postcode=99998, postcode",
    "/service_at_locations?proximity=500, proximity",
    "/service_at_locations?postcode=05800&proximity=near, proximity",
    "/service_at_locations?minimal=true, minimal",
    "/taxonomy_terms?parent_id=P3, parent_id",
    "/taxonomies?age=2, age",
    "/services?organisation_id=mll, organisation_id",
    "/service_at_locations?post_code=05800, post_code"
  })
  void aParameterThatWontDoIsNamed(String path, String parameter) {
    JsonNode problem = api.refused(path, 400);

    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.path("detail").asString()).contains(parameter).endsWith(".");
  }

  @Test
  void whatOthersHangOnLinksIsPassedOver() {
    assertThat(api.names("/services?utm_source=letter&_=1&fbclid=x")).hasSize(4);
  }

  @Test
  void aMisspeltParameterIsAnsweredWithThoseThatThereAre() {
    JsonNode problem = api.refused("/taxonomies?serach=aiheet", 400);

    assertThat(problem.path("parameter").asString()).isEqualTo("serach");
    assertThat(problem.path("known").values().stream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("search", "page", "per_page", "format", "lang");
  }

  @Test
  void theSameAnswerIsNotSentTwice() {
    MockHttpServletResponse first = api.get("/services");
    String etag = String.valueOf(first.getHeader("ETag"));

    assertThat(api.get("/services", "If-None-Match", etag).getStatus()).isEqualTo(304);
    assertThat(api.get("/services?lang=en", "If-None-Match", etag).getStatus()).isEqualTo(200);
    directory.publish("t", library);
    assertThat(api.get("/services", "If-None-Match", etag).getStatus()).isEqualTo(200);
  }
}
