package fi.rinnalla.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Json;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/// A correction lies over what the feed says, until it is taken away.
@HouseTest
class CorrectionsTests {
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired People people;
  @Autowired JdbcClient jdbc;
  @Autowired HouseWork house;
  @Autowired Json json;
  @Autowired WebApplicationContext context;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final Organization ours = Listings.anAssociation("Oma " + run);
  private final Organization theirs = Listings.anAssociation("Toinen " + run);
  private final Location library = Listings.aLibrary("Kirjasto " + run, 60.63, 24.86);
  private final Event hour = Events.held("Satuhetki " + run, ours, library, Events.everyTuesday());
  private final Service cafe = Listings.aFamilyCafe("Kahvila " + run, ours);
  private final String here = "/fi/oma/jarjesto/" + ours.id() + "/korjaa";
  private Knocks knocks;
  private PersonId eero;
  private PersonId stranger;

  @BeforeEach
  void whatAFeedSays() {
    List.of(ours, theirs, library, cafe).forEach(it -> directory.publish("feed", it));
    calendar.publish("feed", hour);
    knocks = new Knocks(people, context);
    eero = holding("eero", Role.ORG_EDITOR, ours.id().value(), null);
    stranger = holding("stranger", Role.ORG_OWNER, theirs.id().value(), null);
  }

  @Test
  void aCorrectionSurvivesTheNextImportAndTellsWhoMadeIt() throws Exception {
    assertThat(correct(eero, hourId(), "price", "2,5").getStatus()).isEqualTo(302);
    calendar.publish("feed", hour);

    assertThat(inForce().price().amount()).isEqualTo(new Money(new BigDecimal("2.5")));
    assertThat(knocks.ask(eero, get(here).param("record", hourId())).getContentAsString())
        .contains("Korjannut", "value=\"2,5\"", "Poista korjaus");
    assertThat(entries()).contains("ORG_EDITOR update event organization");
  }

  @Test
  void takenAwayItLeavesTheFeedsWord() throws Exception {
    correct(eero, hourId(), "price", "5");
    correct(eero, hourId(), "title", "Satutunti");
    assertThat(inForce().title().fi()).isEqualTo("Satutunti");

    knocks.ask(
        eero, post(here).param("record", hourId()).param("drop", "price").param("title", "x"));
    knocks.ask(eero, post(here).param("record", hourId()).param("drop", "title"));

    assertThat(inForce()).isEqualTo(hour);
    assertThat(corrections()).isZero();
  }

  @Test
  void aDashTakesAwayWhatTheFeedSaysAndSurvivesTheNextImport() throws Exception {
    directory.publish("feed", withEmail(cafe, "vaara@example.org"));
    for (String part : List.of("email", "phone", "web", "summary", "how_it_goes")) {
      assertThat(correct(eero, cafeId(), part, "–").getStatus()).as(part).isEqualTo(302);
    }

    directory.publish("feed", withEmail(cafe, "vaara@example.org"));

    var there = directory.find(cafe.id()).orElseThrow().record();
    assertThat(there.email()).isNull();
    assertThat(there.phones()).isEmpty();
    assertThat(there.summary().fi()).isNull();
    assertThat(lines(cafeId())).contains(Part.EMAIL + "=–", Part.PHONE + "=–");
    knocks.ask(eero, post(here).param("record", cafeId()).param("drop", "email"));
    assertThat(directory.find(cafe.id()).orElseThrow().record().email())
        .isEqualTo("vaara@example.org");
    assertThat(correct(eero, cafeId(), "title", "-").getStatus()).as("a name").isEqualTo(422);
    assertThat(correct(eero, hourId(), "price", "–").getStatus()).as("a price").isEqualTo(422);
  }

  @Test
  void aPriceThatIsPutRightTakesTheFeedsWordsOfItAway() throws Exception {
    var tree = (tools.jackson.databind.node.ObjectNode) json.tree(hour);
    ((tools.jackson.databind.node.ObjectNode) tree.get("price"))
        .putObject("words")
        .put("fi", "Maksuton");
    calendar.publish("feed", json.read(json.write(tree), Event.class));

    correct(eero, hourId(), "price", "3");

    assertThat(inForce().price().amount()).isEqualTo(new Money(new BigDecimal("3")));
    assertThat(inForce().price().words().fi()).isNull();
    assertThat(lines(hourId())).contains(Part.PRICE_WORDS + "=–");
  }

  @Test
  void aFeedThatSaysTheSameByNowIsTold() throws Exception {
    correct(eero, cafeId(), "email", "info@example.org");
    assertThat(knocks.ask(eero, get(here).param("record", cafeId())).getContentAsString())
        .doesNotContain("sanoo nyt samaa");

    directory.publish("feed", withEmail(cafe, "info@example.org"));

    assertThat(knocks.ask(eero, get(here).param("record", cafeId())).getContentAsString())
        .contains("sanoo nyt samaa");
  }

  @Test
  void everyFieldOfAServiceAndOfAnEventComesBackAsItWasTyped() throws Exception {
    for (Kept.Kind kind : Kept.Kind.values()) {
      String id = kind == Kept.Kind.EVENT ? hourId() : cafeId();
      for (Part part : Part.of(kind)) {
        String typed =
            switch (part.form()) {
              case TEXT, PROSE -> "Sanoja " + part;
              case WHEN -> "joka torstai 9.30–11.30";
              case PLACE -> Places.label(library);
              case AGES -> "0,5–3";
              case EUROS -> "7";
              case PHONE -> "019 123 456";
              case EMAIL -> "posti@example.org";
              case WEB -> "https://example.org/" + part.code();
              case NEED -> "REQUIRED";
            };
        assertThat(correct(eero, id, part.code(), typed).getStatus())
            .as(part.name())
            .isEqualTo(302);
        assertThat(lines(id)).as(part.name()).contains(part + "=" + typed);
      }
    }
  }

  @Test
  void aWrongTimeIsPutRightAndTheDatesFollow() throws Exception {
    assertThat(correct(eero, hourId(), "when", "joka torstai 17–18").getStatus()).isEqualTo(302);
    calendar.publish("feed", hour);

    assertThat(calendar.times(List.of(hour.id())).get(hour.id()))
        .isNotEmpty()
        .allMatch(it -> Dates.local(it.start()).getDayOfWeek() == DayOfWeek.THURSDAY)
        .allMatch(it -> Dates.local(it.start()).getHour() == 17);
    assertThat(knocks.ask(eero, get(here).param("record", hourId())).getContentAsString())
        .contains("joka torstai 17.00–18.00", "Seuraavat ajat nyt:");

    knocks.ask(eero, post(here).param("record", hourId()).param("drop", "when"));

    assertThat(inForce()).isEqualTo(hour);
  }

  @Test
  void aTimeThatIsHeldOnceTakesTheFeedsRuleAway() throws Exception {
    correct(eero, hourId(), "when", "15.12.2026 klo 9–10");

    assertThat(calendar.times(List.of(hour.id())).get(hour.id())).hasSize(1);
  }

  @Test
  void aWrongPlaceIsPutRightByTheNameOfAnother() throws Exception {
    Location hall = Listings.aLibrary("Monitoimitalo " + run, 60.64, 24.87);
    directory.publish("feed", hall);

    var unsure = correct(eero, hourId(), "place", "Monitoimitalo");
    assertThat(unsure.getStatus()).isEqualTo(422);
    assertThat(unsure.getContentAsString()).contains("tarkoitatko: ");
    assertThat(inForce().venue()).isEqualTo(hour.venue());

    assertThat(correct(eero, hourId(), "place", Places.label(hall)).getStatus()).isEqualTo(302);
    calendar.publish("feed", hour);
    assertThat(inForce().venue().location()).isEqualTo(hall.id());
  }

  @Test
  void agesThatAreOpenAtOneEndHideTheFeeds() throws Exception {
    correct(eero, cafeId(), "ages", "3–");
    assertThat(directory.find(cafe.id()).orElseThrow().record().ages())
        .isEqualTo(new AgeRange(new BigDecimal("3"), null));

    correct(eero, cafeId(), "ages", "–");
    assertThat(directory.find(cafe.id()).orElseThrow().record().ages()).isEqualTo(AgeRange.ANY);
    assertThat(lines(cafeId())).contains(Part.AGES + "=–");
  }

  @Test
  void aFaultyFieldAnswers422AndNothingChanges() throws Exception {
    for (String[] faulty :
        new String[][] {
          {"price", "paljon"},
          {"ages", "5–2"},
          {"ages", "pienet"},
          {"when", "joskus"},
          {"when", "–"},
          {"place", "Olematon paikka"},
          {"web", "javascript:alert(1)"},
          {"booking_url", "https://a@b"}
        }) {
      MockHttpServletResponse answer =
          knocks.ask(
              eero,
              post(here)
                  .param("record", hourId())
                  .param(faulty[0], faulty[1])
                  .param("title", "Toinen"));
      assertThat(answer.getStatus()).isEqualTo(422);
      assertThat(answer.getContentAsString()).contains("href=\"#" + faulty[0] + "\"", "Toinen");
    }
    assertThat(inForce()).isEqualTo(hour);
  }

  @Test
  void twoWhoCorrectDifferentFieldsBothPrevail() throws Exception {
    knocks.ask(
        eero, post(here).param("record", hourId()).param("price", "3").param("was_price", ""));
    // Opened before that: the price is as it was shown, and isn't touched.
    knocks.ask(
        eero,
        post(here)
            .param("record", hourId())
            .param("price", "")
            .param("was_price", "")
            .param("title", "Uusi"));

    assertThat(inForce().price().amount()).isEqualTo(new Money(new BigDecimal("3")));
    assertThat(inForce().title().fi()).isEqualTo("Uusi");
  }

  @Test
  void anotherOrganizationCorrectsNothing() throws Exception {
    String theirDoor = "/fi/oma/jarjesto/" + theirs.id() + "/korjaa";
    assertThat(knocks.ask(stranger, get(theirDoor).param("record", hourId())).getStatus())
        .isEqualTo(404);
    assertThat(
            knocks
                .ask(stranger, post(theirDoor).param("record", hourId()).param("title", "Kaapattu"))
                .getStatus())
        .isEqualTo(404);
    assertThat(inForce()).isEqualTo(hour);
  }

  @Test
  void staffCorrectRecordsOfTheirAreaOnly() throws Exception {
    PersonId raija = holding("raija", Role.REGION_ADMIN, null, "M106");
    PersonId elsewhere = holding("elsewhere", Role.REGION_ADMIN, null, "M091");
    String slug = calendar.find(hour.id()).orElseThrow().slug();
    String page = "https://rinnalla.example/fi/tapahtuma/" + slug + "?a=b";

    assertThat(
            knocks
                .ask(raija, Level.STRONG, get("/fi/oma/korjaa").param("address", page))
                .getContentAsString())
        .contains(hourId());
    assertThat(
            knocks
                .ask(
                    raija,
                    Level.STRONG,
                    post("/fi/oma/korjaa").param("record", hourId()).param("way_in", "Takaovi"))
                .getStatus())
        .isEqualTo(302);
    assertThat(
            knocks
                .ask(
                    elsewhere,
                    Level.STRONG,
                    post("/fi/oma/korjaa").param("record", hourId()).param("way_in", "Muualta"))
                .getStatus())
        .isEqualTo(404);
    assertThat(inForce().facts().door().fi()).isEqualTo("Takaovi");
    assertThat(entries()).contains("REGION_ADMIN moderate event region");
  }

  @Test
  void whatAnOrganizationWroteHereItselfIsntCorrectedButChanged() throws Exception {
    Event own = Events.held("Oma tapahtuma " + run, ours, library, Events.everyTuesday());
    calendar.publish("own:" + ours.id(), own);

    assertThat(knocks.ask(eero, get(here).param("record", own.id().toString())).getStatus())
        .isEqualTo(404);
  }

  @RepeatedTest(15)
  void aCorrectionMadeWhileAnImportLandsIsInForceAfterBoth() throws Exception {
    Event renamed = withDescription("Uusi kuvaus");
    Knocks.atOnce(
        () -> calendar.publish("feed", renamed),
        () -> calendar.override(hour.id(), json.tree("{\"title\":{\"fi\":\"Korjattu\"}}")));

    assertThat(inForce().title().fi()).isEqualTo("Korjattu");
    assertThat(inForce().description().fi()).isEqualTo("Uusi kuvaus");
  }

  private Event withDescription(String words) {
    var tree = (tools.jackson.databind.node.ObjectNode) json.tree(hour);
    tree.putObject("description").put("fi", words);
    return json.read(json.write(tree), Event.class);
  }

  private Service withEmail(Service service, String email) {
    var tree = (tools.jackson.databind.node.ObjectNode) json.tree(service);
    tree.put("email", email);
    return json.read(json.write(tree), Service.class);
  }

  private MockHttpServletResponse correct(PersonId by, String id, String part, String words)
      throws Exception {
    return knocks.ask(by, post(here).param("record", id).param(part, words));
  }

  private List<String> lines(String id) throws Exception {
    var caller = knocks.caller(eero, Level.WEAK);
    return Knocks.as(
        caller,
        () ->
            context
                .getBean(Corrections.class)
                .get(caller, UUID.fromString(id), Lang.FI)
                .lines()
                .stream()
                .map(it -> it.part() + "=" + it.correction())
                .toList());
  }

  private Event inForce() {
    return calendar.find(hour.id()).orElseThrow().event();
  }

  private String hourId() {
    return hour.id().toString();
  }

  private String cafeId() {
    return cafe.uuid().toString();
  }

  private PersonId holding(
      String name, Role role, @Nullable UUID organization, @Nullable String area) {
    PersonId person = knocks.person(name + "-" + run + "@example.org");
    Viewer.house(() -> {
      people.give(person, role, organization, area == null ? null : new AreaCode(area), null);
      return person;
    });
    return person;
  }

  private long corrections() {
    return house.step(() ->
        jdbc.sql("select count(*) from workspace.correction where record = :id")
            .param("id", hour.id().value())
            .query(Long.class)
            .single());
  }

  private List<String> entries() {
    return house.step(() ->
        jdbc.sql(
                """
                select role || ' ' || action || ' ' || record || ' ' || basis
                  from audit.entry where record_id = :id
                """)
            .param("id", hourId())
            .query(String.class)
            .list());
  }
}
