package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.DirectoryRecord;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Json;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/// Two records made one, and two again.
@HouseTest
class MergerTests {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Merger merger;
  @Autowired Follower follower;
  @Autowired Pairs pairs;
  @Autowired Finder finder;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired Json json;
  @Autowired Clock clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Caller raija;

  @BeforeEach
  void raijaLooksAfterHyvinkaa() {
    here = new Neighbourhood(people, context);
    raija = here.moderatorOf("106", "raija-yhdistaa@example.org", Level.STRONG);
  }

  /// The same association, library, café and story hour as feed A tells of them and as feed B does.
  private record Told(
      Organization association, Location library, Service cafe, Event hour, String source) {}

  private Told told(String name, String source) {
    Organization association = Listings.anAssociation(name + " yhdistys");
    Location library = Listings.aLibrary(name + " kirjasto", 60.6305, 24.8600);
    Service cafe = Listings.aFamilyCafe(name + " perhekahvila", association);
    Event hour = Events.held(name + " satutunti", association, library, Events.everyTuesday());
    Told told = new Told(association, library, cafe, hour, source);
    publish(told);
    return told;
  }

  private void publish(Told it) {
    publish(it.source(), it.association(), it.library(), it.cafe());
    publish(it.source(), Listings.at(it.cafe(), it.library()));
    calendar.publish(it.source(), it.hour());
  }

  private void publish(String source, DirectoryRecord... records) {
    List.of(records).forEach(it -> directory.publish(source, it));
  }

  /// As a round would have found them.
  private PairId pair(Kind kind, UUID one, UUID other) {
    PairRows.Two two = PairRows.Two.of(one, other);
    return house.step(() ->
        new PairId(
            jdbc.sql(
                    """
                    insert into merging.pair
                      (id, kind, one, other, score, reasons, areas, state, found_at)
                    values (gen_random_uuid(), :kind, :one, :other, 0.9, '[]', '{M106}', 'open',
                            now())
                    returning id
                    """)
                .param("kind", kind.code())
                .param("one", two.one())
                .param("other", two.other())
                .query(UUID.class)
                .single()));
  }

  private PairId merged(Kind kind, UUID stays, UUID goes, String... fromOther) throws Exception {
    PairId pair = pair(kind, stays, goes);
    assertThat(Neighbourhood.as(raija, () -> merger.merge(raija, pair, stays, Set.of(fromOther))))
        .isInstanceOf(Merger.Merged.Done.class);
    return pair;
  }

  private Merger.Undone.Done undone(PairId pair) throws Exception {
    return (Merger.Undone.Done) Neighbourhood.as(raija, () -> merger.undo(raija, pair));
  }

  private MockHttpServletResponse visit(String address) throws Exception {
    return here.ask(Caller.visitor(), get(address));
  }

  private String page(Service it, Lang lang) {
    return Route.SERVICE.path(lang, directory.find(it.id()).orElseThrow().slug());
  }

  @Test
  void theOneThatGoesLeadsToTheOneThatStaysInTheVisitorsLanguage() throws Exception {
    Told a = told("Ohjaila A", "merge-a");
    Told b = told("Ohjaila B", "merge-b");

    merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    for (Lang lang : Lang.values()) {
      MockHttpServletResponse old = visit(page(b.cafe(), lang));
      assertThat(old.getStatus()).isEqualTo(301);
      assertThat(old.getHeader("Location")).isEqualTo(page(a.cafe(), lang));
    }
    assertThat(visit(page(a.cafe(), Lang.FI)).getStatus()).isEqualTo(200);
  }

  @Test
  void everyKindOfPageLeadsOn() throws Exception {
    Told a = told("Lajila A", "merge-a");
    Told b = told("Lajila B", "merge-b");
    merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());
    merged(Kind.PLACE, a.library().uuid(), b.library().uuid());
    merged(Kind.EVENT, a.hour().id().value(), b.hour().id().value());

    String organization = directory.find(b.association().id()).orElseThrow().slug();
    String place = directory.find(b.library().id()).orElseThrow().slug();
    String event = calendar.find(b.hour().id()).orElseThrow().slug();
    assertThat(visit("/en/organizer/" + organization).getHeader("Location"))
        .startsWith("/en/organizer/lajila-a-yhdistys");
    assertThat(visit("/sv/plats/" + place).getHeader("Location"))
        .startsWith("/sv/plats/lajila-a-kirjasto");
    assertThat(visit("/fi/tapahtuma/" + event).getHeader("Location"))
        .startsWith("/fi/tapahtuma/lajila-a-satutunti");
    assertThat(visit("/fi/tapahtuma/" + event + ".ics").getStatus()).isEqualTo(301);
  }

  @Test
  void aChainLeadsToItsEndAndNoCircleComesAbout() throws Exception {
    Told a = told("Ketjula A", "merge-a");
    Told b = told("Ketjula B", "merge-b");
    Told c = told("Ketjula C", "merge-c");
    merged(Kind.SERVICE, b.cafe().uuid(), c.cafe().uuid());
    PairId second = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());
    assertThat(visit(page(c.cafe(), Lang.FI)).getHeader("Location"))
        .isEqualTo(page(a.cafe(), Lang.FI));

    PairId circle = pair(Kind.SERVICE, a.cafe().uuid(), c.cafe().uuid());
    assertThat(
            Neighbourhood.as(raija, () -> merger.merge(raija, circle, c.cafe().uuid(), Set.of())))
        .isInstanceOf(Merger.Merged.NotThere.class);

    undone(second);
    assertThat(visit(page(c.cafe(), Lang.FI)).getHeader("Location"))
        .isEqualTo(page(b.cafe(), Lang.FI));
  }

  @Test
  void whatPointedAtTheOneThatGoesFollowsAndReturns() throws Exception {
    Told a = told("Seuraila A", "merge-a");
    Told b = told("Seuraila B", "merge-b");

    PairId organizations =
        merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());
    PairId places = merged(Kind.PLACE, a.library().uuid(), b.library().uuid());

    assertThat(directory.find(b.cafe().id()).orElseThrow().record().organization())
        .isEqualTo(a.association().id());
    Event hour = calendar.find(b.hour().id()).orElseThrow().event();
    assertThat(hour.organizer()).isEqualTo(a.association().id());
    assertThat(hour.venue().location()).isEqualTo(a.library().id());
    assertThat(calendar.at(a.library().id())).hasSize(2);
    assertThat(directory.servicesAt(List.of(a.library().id()))).hasSize(2);

    assertThat(undone(organizations)).isEqualTo(new Merger.Undone.Done(List.of(), 0));
    assertThat(undone(places)).isEqualTo(new Merger.Undone.Done(List.of(), 0));
    assertThat(directory.find(b.cafe().id()).orElseThrow().record()).isEqualTo(b.cafe());
    assertThat(calendar.find(b.hour().id()).orElseThrow().event()).isEqualTo(b.hour());
    assertThat(calendar.at(a.library().id())).hasSize(1);
  }

  @Test
  void aServiceIsNotGivenTwiceAtOnePlace() throws Exception {
    Told a = told("Kertaila A", "merge-a");
    Told b = told("Kertaila B", "merge-b");
    PairId places = merged(Kind.PLACE, a.library().uuid(), b.library().uuid());
    PairId services = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    assertThat(directory.placesOf(List.of(a.cafe().id())))
        .singleElement()
        .matches(it -> it.source().equals("merge-a"));

    undone(services);
    undone(places);
    assertThat(directory.placesOf(List.of(b.cafe().id())))
        .singleElement()
        .matches(it -> it.record().location().equals(b.library().id()));
  }

  @Test
  void whatSomebodyHasChangedSinceIsNotReturnedAndTold() throws Exception {
    Told a = told("Muutela A", "merge-a");
    Told b = told("Muutela B", "merge-b");
    PairId pair = merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid(), "name");
    Told c = told("Muutela C", "merge-c");
    directory.override(
        RecordKind.SERVICE,
        b.cafe().uuid(),
        patch("{\"organization\": \"%s\"}".formatted(c.association().id())));
    directory.override(
        RecordKind.ORGANIZATION, a.association().uuid(), patch("{\"name\": {\"fi\": \"Uusi\"}}"));

    Merger.Undone.Done done = undone(pair);

    assertThat(done.kept()).containsExactly("name");
    assertThat(done.notReturned()).isEqualTo(1);
    assertThat(directory.find(b.cafe().id()).orElseThrow().record().organization())
        .isEqualTo(c.association().id());
    assertThat(directory.find(a.association().id()).orElseThrow().record().name().fi())
        .isEqualTo("Uusi");
  }

  private JsonNode patch(String text) {
    return json.tree(text);
  }

  @Test
  void chosenFieldsAreLaidOverTheOneThatStaysAndTakenAwayAgain() throws Exception {
    Told a = told("Valitsela A", "merge-a");
    Told b = told("Valitsela B", "merge-b");
    directory.override(
        RecordKind.SERVICE, a.cafe().uuid(), patch("{\"summary\": {\"fi\": \"Ennen\"}}"));

    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid(), "name", "summary");

    Service both = directory.find(a.cafe().id()).orElseThrow().record();
    assertThat(both.name()).isEqualTo(b.cafe().name());
    assertThat(both.summary()).isEqualTo(b.cafe().summary());
    publish("merge-a", a.cafe());
    assertThat(directory.find(a.cafe().id()).orElseThrow().record().name())
        .as("an import leaves it")
        .isEqualTo(b.cafe().name());

    assertThat(undone(pair).kept()).isEmpty();
    Service again = directory.find(a.cafe().id()).orElseThrow().record();
    assertThat(again.name()).isEqualTo(a.cafe().name());
    assertThat(again.summary().fi()).isEqualTo("Ennen");
  }

  private Service renamed(Service cafe, String name) {
    String was = cafe.name().orEmpty(Lang.FI);
    return json.read(json.write(cafe).replace(was, name), Service.class);
  }

  private String nameOf(Service cafe) {
    return directory.find(cafe.id()).orElseThrow().record().name().orEmpty(Lang.FI);
  }

  @Test
  void whatIsChosenFromTheOtherFollowsItsSource() throws Exception {
    Told a = told("Seurala A", "merge-a");
    Told b = told("Seurala B", "merge-b");
    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid(), "name");

    publish("merge-b", renamed(b.cafe(), "Seuralan uusi kahvila"));
    publish("merge-a", renamed(a.cafe(), "Seurala A toisin"));
    follower.follow();
    assertThat(nameOf(a.cafe())).isEqualTo("Seuralan uusi kahvila");

    directory.withdraw("merge-b", RecordKind.SERVICE, List.of(b.cafe().uuid()));
    follower.follow();
    assertThat(nameOf(a.cafe())).as("as last told").isEqualTo("Seuralan uusi kahvila");

    assertThat(undone(pair).kept()).isEmpty();
    assertThat(nameOf(a.cafe())).isEqualTo("Seurala A toisin");
  }

  @Test
  void whatSomebodyHasWrittenSinceFollowsNobody() throws Exception {
    Told a = told("Itsela A", "merge-a");
    Told b = told("Itsela B", "merge-b");
    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid(), "name");
    directory.override(
        RecordKind.SERVICE, a.cafe().uuid(), patch("{\"name\": {\"fi\": \"Itse annettu\"}}"));

    publish("merge-b", renamed(b.cafe(), "Itselan uusi kahvila"));
    follower.follow();

    assertThat(nameOf(a.cafe())).isEqualTo("Itse annettu");
    assertThat(undone(pair).kept()).containsExactly("name");
  }

  @Test
  void everythingMayBeChosenFromTheOtherAndAllOfItReturns() throws Exception {
    Told a = told("Kaikkela A", "merge-a");
    Organization bare = Listings.anAssociation("Kaikkela B");
    Service cafe = Listings.aService("Kaikkela B kerho", bare, "", AgeRange.ANY);
    Event hour = Events.aFamilyCafe("Kaikkela B kahvila", Events.everyMondayAfternoon());
    Location place =
        Listings.aPlace("Kaikkela B talo", Location.Visibility.PUBLIC, new Position(60.64, 24.87));
    publish("merge-b", bare, place, cafe);
    calendar.publish("merge-b", hour);

    List<PairId> pairs =
        List.of(
            merged(Kind.EVENT, a.hour().id().value(), hour.id().value(), all(Kind.EVENT)),
            merged(Kind.SERVICE, a.cafe().uuid(), cafe.uuid(), all(Kind.SERVICE)),
            merged(Kind.PLACE, a.library().uuid(), place.uuid(), all(Kind.PLACE)),
            merged(Kind.ORGANIZATION, a.association().uuid(), bare.uuid(), all(Kind.ORGANIZATION)));

    assertThat(calendar.find(a.hour().id()).orElseThrow().event())
        .usingRecursiveComparison()
        .ignoringFields("id", "verification")
        .isEqualTo(hour);
    assertThat(calendar.times(List.of(a.hour().id())).get(a.hour().id()))
        .hasSameSizeAs(calendar.times(List.of(hour.id())).get(hour.id()));
    assertThat(directory.find(a.cafe().id()).orElseThrow().record())
        .usingRecursiveComparison()
        .ignoringFields("id", "verification", "organization")
        .isEqualTo(cafe);
    assertThat(directory.find(a.library().id()).orElseThrow().record())
        .usingRecursiveComparison()
        .ignoringFields("id", "verification")
        .isEqualTo(place);

    for (PairId pair : pairs.reversed()) {
      assertThat(undone(pair)).isEqualTo(new Merger.Undone.Done(List.of(), 0));
    }
    assertThat(calendar.find(a.hour().id()).orElseThrow().event()).isEqualTo(a.hour());
    assertThat(directory.find(a.cafe().id()).orElseThrow().record()).isEqualTo(a.cafe());
    assertThat(directory.find(a.library().id()).orElseThrow().record()).isEqualTo(a.library());
    assertThat(directory.find(a.association().id()).orElseThrow().record())
        .isEqualTo(a.association());
  }

  private static String[] all(Kind kind) {
    return Field.of(kind).stream().map(Field::code).toArray(String[]::new);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneIsFirst() throws Exception {
    Told a = told("Kilpaila A", "merge-a");
    Told b = told("Kilpaila B", "merge-b");
    PairId pair = pair(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());
    List<UUID> wishes = List.of(a.cafe().uuid(), b.cafe().uuid());

    List<Merger.Merged> outcomes;
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Merger.Merged>> both =
          wishes.stream()
              .<Callable<Merger.Merged>>map(stays ->
                  () -> Neighbourhood.as(raija, () -> merger.merge(raija, pair, stays, Set.of())))
              .toList();
      outcomes = threads.invokeAll(both).stream().map(Future::resultNow).toList();
    }

    assertThat(outcomes).filteredOn(it -> it instanceof Merger.Merged.Done).hasSize(1);
    assertThat(outcomes).filteredOn(it -> it instanceof Merger.Merged.AlreadyDecided).hasSize(1);
    assertThat(directory.services(List.of(a.cafe().id(), b.cafe().id())))
        .filteredOn(it -> !it.isWithdrawn())
        .hasSize(1);
  }

  @Test
  void importsKeepTheMerge() throws Exception {
    Told a = told("Tuontela A", "merge-a");
    Told b = told("Tuontela B", "merge-b");
    merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());
    merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    publish(a);
    publish(b);

    assertThat(directory.find(b.association().id()).orElseThrow().isWithdrawn()).isTrue();
    assertThat(directory.find(b.cafe().id()).orElseThrow().isWithdrawn()).isTrue();
    assertThat(calendar.find(b.hour().id()).orElseThrow().event().organizer())
        .as("the feed's own event points at the one that stays")
        .isEqualTo(a.association().id());
    assertThat(directory.existing(RecordKind.ORGANIZATION, List.of(b.association().uuid())))
        .as("what the feed points at is known")
        .isNotEmpty();
  }

  @Test
  void whenTheFeedOfTheOneThatStaysIsWithoutItTheOtherComesBackUntilItReturns() throws Exception {
    Told a = told("Poistula A", "merge-a");
    Told b = told("Poistula B", "merge-b");
    PairId pair = merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());

    directory.withdraw("merge-a", RecordKind.ORGANIZATION, List.of(a.association().uuid()));

    assertThat(directory.find(b.association().id()).orElseThrow().isWithdrawn()).isFalse();
    assertThat(calendar.find(b.hour().id()).orElseThrow().event().organizer())
        .isEqualTo(b.association().id());
    assertThat(here.ask(raija, get("/fi/yllapito/samat/" + pair)).getContentAsString())
        .contains("perheille näkyy toinen");
    assertThat(here.ask(raija, get("/fi/yllapito")).getContentAsString())
        .contains("/fi/yllapito/samat?state=merged");

    publish("merge-a", a.association());
    assertThat(directory.find(b.association().id()).orElseThrow().isWithdrawn()).isTrue();
    assertThat(calendar.find(b.hour().id()).orElseThrow().event().organizer())
        .isEqualTo(a.association().id());
  }

  @Test
  void aChainHoldsWhileAnythingFurtherOnIsThere() throws Exception {
    Told a = told("Välilä A", "merge-a");
    Told b = told("Välilä B", "merge-b");
    Told c = told("Välilä C", "merge-c");
    merged(Kind.SERVICE, b.cafe().uuid(), c.cafe().uuid());
    merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    directory.withdraw("merge-b", RecordKind.SERVICE, List.of(b.cafe().uuid()));
    assertThat(visit(page(c.cafe(), Lang.FI)).getHeader("Location"))
        .isEqualTo(page(a.cafe(), Lang.FI));
    assertThat(directory.find(c.cafe().id()).orElseThrow().isWithdrawn()).isTrue();

    directory.withdraw("merge-a", RecordKind.SERVICE, List.of(a.cafe().uuid()));
    assertThat(visit(page(c.cafe(), Lang.FI)).getStatus()).isEqualTo(200);

    publish("merge-b", b.cafe());
    assertThat(visit(page(c.cafe(), Lang.FI)).getHeader("Location"))
        .isEqualTo(page(b.cafe(), Lang.FI));
    publish("merge-a", a.cafe());
    for (Told gone : List.of(b, c)) {
      assertThat(visit(page(gone.cafe(), Lang.FI)).getHeader("Location"))
          .isEqualTo(page(a.cafe(), Lang.FI));
    }
    assertThat(visit(page(a.cafe(), Lang.FI)).getStatus()).isEqualTo(200);
  }

  @Test
  void whenTheFeedOfTheOneThatWentIsWithoutItTheMergeSaysSo() throws Exception {
    Told a = told("Lakkaila A", "merge-a");
    Told b = told("Lakkaila B", "merge-b");
    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    directory.withdraw("merge-b", RecordKind.SERVICE, List.of(b.cafe().uuid()));

    assertThat(here.ask(raija, get("/fi/yllapito/samat/" + pair)).getContentAsString())
        .contains("Toisen lähde on poistanut omansa");
    assertThat(visit(page(b.cafe(), Lang.FI)).getStatus()).isEqualTo(301);
  }

  private boolean isFound(Service service) {
    Query hakusela =
        Query.all(clock.instant())
            .withWords("Hakusela")
            .of(Set.of(fi.rinnalla.search.Kind.SERVICE));
    return finder.isReady()
        && finder.find(hakusela).hits().stream()
            .anyMatch(it -> it.card().key().id().equals(service.uuid()));
  }

  @Test
  void theSearchFindsOneAndTheApiOfTheStandardDoesToo() throws Exception {
    Told a = told("Hakusela A", "merge-a");
    Told b = told("Hakusela B", "merge-b");
    await().atMost(SOON).until(() -> isFound(a.cafe()) && isFound(b.cafe()));

    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());
    await().atMost(SOON).until(() -> isFound(a.cafe()) && !isFound(b.cafe()));
    assertThat(visit("/api/hsds/3.1/services/" + a.cafe().id()).getStatus()).isEqualTo(200);
    assertThat(visit("/api/hsds/3.1/services/" + b.cafe().id()).getStatus()).isEqualTo(404);

    undone(pair);
    await().atMost(SOON).until(() -> isFound(a.cafe()) && isFound(b.cafe()));
    assertThat(visit("/api/hsds/3.1/services/" + b.cafe().id()).getStatus()).isEqualTo(200);
  }

  @Test
  void aPersonMergesSideBySideAndASecondIsToldWhatHappened() throws Exception {
    Told a = told("Rinnala A", "merge-a");
    Told b = told("Rinnala B", "merge-b");
    PairId pair = pair(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());
    String address = "/fi/yllapito/samat/" + pair;
    String side =
        PairRows.Two.of(a.cafe().uuid(), b.cafe().uuid()).one().equals(a.cafe().uuid())
            ? "one"
            : "other";
    String otherSide = side.equals("one") ? "other" : "one";

    String shown = here.ask(raija, get(address)).getContentAsString();
    assertThat(shown)
        .contains("Rinnala A perhekahvila", "Rinnala B perhekahvila", "Kumpi jää?", "field-name");
    assertThat(here.ask(raija, post(address).param("answer", "merge")).getStatus()).isEqualTo(422);

    assertThat(
            here.ask(
                    raija,
                    post(address)
                        .param("answer", "merge")
                        .param("stays", side)
                        .param("field-name", otherSide))
                .getRedirectedUrl())
        .isEqualTo("/fi/yllapito/samat?done=merged");
    assertThat(directory.find(a.cafe().id()).orElseThrow().record().name())
        .isEqualTo(b.cafe().name());

    var colleague = here.moderatorOf("106", "kollega-yhdistaa@example.org", Level.STRONG);
    for (String answer : List.of("merge", "not_same")) {
      var second =
          here.ask(colleague, post(address).param("answer", answer).param("stays", otherSide));
      assertThat(second.getStatus()).isEqualTo(409);
      assertThat(second.getContentAsString()).contains("raija-yhdistaa");
    }
    assertThat(directory.find(b.cafe().id()).orElseThrow().isWithdrawn()).isTrue();

    assertThat(here.ask(raija, post(address).param("answer", "undo")).getRedirectedUrl())
        .startsWith("/fi/yllapito/samat?done=undone");
    assertThat(here.ask(raija, post(address).param("answer", "undo")).getStatus()).isEqualTo(409);
    assertThat(visit(page(b.cafe(), Lang.FI)).getStatus()).isEqualTo(200);
  }

  @Test
  void whatTheOrganizationKeepsItselfIsTheBetterOne() throws Exception {
    Told a = told("Parempila A", "merge-a");
    Told b = told("Parempila B", "merge-b");
    here.editorOf(b.association(), "pitaja-yhdistaa@example.org");
    PairId pair = pair(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());

    Merger.Compared compared =
        Neighbourhood.as(raija, () -> merger.compare(pairs.get(raija, pair)).orElseThrow());

    Merger.Side better = compared.otherStays() ? compared.other() : compared.one();
    assertThat(better.id()).isEqualTo(b.association().uuid());
    assertThat(better.kept()).isTrue();
  }

  @Test
  void everyFieldHasItsName() throws Exception {
    var messages = context.getBean(Messages.class);
    for (Kind kind : Kind.values()) {
      for (Field field : Field.of(kind)) {
        for (Lang lang : Lang.values()) {
          assertThat(messages.has(lang, "merging.field." + field.code())).as(field.code()).isTrue();
        }
      }
    }
  }

  @Test
  void everyPropertyOfARecordIsChosenOrItsOwn() {
    Told a = told("Kaikkila A", "merge-a");
    // What is made of the others isn't chosen either.
    Set<String> own = Set.of("id", "verification", "type", "visibility", "parent", "free");
    check(Kind.ORGANIZATION, json.tree(a.association()), own);
    check(Kind.PLACE, json.tree(a.library()), own);
    check(Kind.SERVICE, json.tree(a.cafe()), own);
    check(Kind.EVENT, json.tree(a.hour()), own);
  }

  private static void check(Kind kind, JsonNode body, Set<String> own) {
    List<String> chosen = Field.of(kind).stream().flatMap(it -> it.names().stream()).toList();
    assertThat(body.propertyNames())
        .allMatch(it -> chosen.contains(it) || own.contains(it), "chosen or the record's own");
  }
}
