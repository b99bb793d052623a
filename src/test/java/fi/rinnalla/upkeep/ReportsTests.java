package fi.rinnalla.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// A visitor tells that something is wrong; those whose business it is see it, and nobody else.
@HouseTest
class ReportsTests {
  private static final Caller VISITOR = Caller.visitor();

  @Autowired Outbox outbox;
  @Autowired Reports reports;
  @Autowired Subjects subjects;
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization ours;
  private Organization theirs;
  private Service cafe;
  private Event hour;
  private Caller eero;
  private Caller pia;
  private Caller raija;
  private Caller oiva;

  @BeforeEach
  void aNeighbourhood() {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from upkeep.report").update());
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
    here = new Neighbourhood(people, context);
    ours = Neighbourhood.anAssociation(directory, "Kahvilan väki", "106");
    theirs = Neighbourhood.anAssociation(directory, "Muu väki", "564");
    Location hall = Listings.aLibrary("Kahvilan talo", 60.63, 24.86);
    cafe = Listings.aFamilyCafe("Väen kahvila", ours);
    hour = Events.held("Väen satuhetki", ours, hall, Events.everyTuesday());
    List.of(hall, cafe).forEach(it -> directory.publish("t", it));
    calendar.publish("t", hour);
    eero = here.editorOf(ours, "eero.k@example.org");
    pia = here.editorOf(theirs, "pia.m@example.org");
    raija = here.moderatorOf("106", "raija@example.org", Level.STRONG);
    oiva = here.moderatorOf("564", "oiva@example.org", Level.STRONG);
  }

  @AfterEach
  void timeGoesBack() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void aVisitorTellsWithoutSigningInAndIsThanked() throws Exception {
    var form = here.ask(VISITOR, get(cafePage()));
    var answer =
        here.ask(VISITOR, post(cafePage()).param("what", "times").param("words", "Alkaa kympiltä"));

    assertThat(form.getStatus()).isEqualTo(200);
    assertThat(form.getContentAsString()).contains("Väen kahvila", "Älä kirjoita nimiä");
    assertThat(answer.getRedirectedUrl()).isEqualTo("/fi/kerro/kiitos");
    assertThat(here.ask(VISITOR, get("/fi/kerro/kiitos")).getContentAsString())
        .contains("emme kysyneet, kuka olet");
    assertThat(only(eero).reports().getFirst().words()).isEqualTo("Alkaa kympiltä");
  }

  @Test
  void nothingIsKeptOfWhoTold() {
    assertThat(
            jdbc.sql(
                    "select column_name from information_schema.columns"
                        + " where table_schema = 'upkeep' and table_name = 'report'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "id",
            "kind",
            "record",
            "organization",
            "areas",
            "what",
            "words",
            "reported_at",
            "state",
            "settled_at",
            "settled_by",
            "settled_in_region");
  }

  @Test
  void aFaultyFormAnswers422KeepsWhatWasTypedAndKeepsNoReport() throws Exception {
    var nothingChosen = here.ask(VISITOR, post(cafePage()).param("words", "Outo <asia>"));
    var tooLong =
        here.ask(VISITOR, post(cafePage()).param("what", "price").param("words", "x".repeat(501)));
    var otherWithoutWords =
        here.ask(VISITOR, post(cafePage()).param("what", "other").param("words", " \n "));
    var notOfThisPage = here.ask(VISITOR, post(cafePage()).param("what", "missing_event"));

    assertThat(nothingChosen.getContentAsString())
        .contains("id=\"faults\"", "href=\"#what-times\"", "Outo &lt;asia&gt;");
    assertThat(tooLong.getContentAsString()).contains("href=\"#words\"");
    assertThat(List.of(nothingChosen, tooLong, otherWithoutWords, notOfThisPage))
        .extracting(MockHttpServletResponse::getStatus)
        .containsOnly(422);
    assertThat(all()).isZero();
  }

  @Test
  void aMachineThatFillsInTheHiddenFieldIsThankedAndNotHeard() throws Exception {
    var answer =
        here.ask(
            VISITOR, post(cafePage()).param("what", "times").param("homepage", "http://x.example"));

    assertThat(answer.getRedirectedUrl()).isEqualTo("/fi/kerro/kiitos");
    assertThat(all()).isZero();
  }

  @Test
  void whatIsNotThereCannotBeToldOf() throws Exception {
    Location shelter =
        Listings.aPlace("Salainen talo", Location.Visibility.HIDDEN, new Position(60.63, 24.86));
    Service gone = Listings.aFamilyCafe("Entinen kahvila", ours);
    directory.publish("t", shelter);
    directory.publish("t", gone);
    String slug = directory.find(gone.id()).orElseThrow().slug();
    directory.withdraw("t", RecordKind.SERVICE, Set.of(gone.uuid()));

    assertThat(status(get("/fi/kerro/palvelu/ei-ole-mitaan-aaaaaaaa"))).isEqualTo(404);
    assertThat(status(get("/fi/kerro/service/" + cafeSlug()))).isEqualTo(404);
    assertThat(status(get("/fi/kerro/paikka/salainen-talo"))).isEqualTo(404);
    assertThat(status(get("/fi/kerro/palvelu/" + slug))).isEqualTo(410);
    assertThat(status(post("/fi/kerro/palvelu/" + slug).param("what", "times"))).isEqualTo(410);
    assertThat(all()).isZero();
  }

  @Test
  void anOrganizationSeesItsOwnAndNoOneElses() throws Exception {
    UUID report = told(What.TIMES, "Meidän asia");
    String inOurs = "/fi/oma/jarjesto/" + ours.id() + "/korjattavaa";
    String inTheirs = "/fi/oma/jarjesto/" + theirs.id() + "/korjattavaa";

    assertThat(here.ask(eero, get(inOurs)).getContentAsString()).contains("Väen kahvila");
    assertThat(here.ask(eero, get(inOurs + "/" + report)).getContentAsString())
        .contains("Meidän asia", "Kahvia ja juttuseuraa");
    assertThat(here.ask(pia, get(inOurs)).getStatus()).isEqualTo(404);
    assertThat(here.ask(pia, get(inOurs + "/" + report)).getStatus()).isEqualTo(404);
    assertThat(here.ask(pia, get(inTheirs + "/" + report)).getStatus())
        .as("by a back door")
        .isEqualTo(404);
    assertThat(here.ask(pia, get(inTheirs)).getContentAsString()).doesNotContain("Väen kahvila");
    assertThat(Neighbourhood.as(pia, () -> reports.countOpen(pia, theirs.id()))).isZero();
    assertThatThrownBy(() -> Neighbourhood.as(pia, () -> reports.countOpen(pia, ours.id())))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void pastTheGateTheDatabaseShowsOthersNothing() throws Exception {
    told(What.TIMES, "Meidän asia");

    assertThat(rowsSeenBy(pia.viewer())).isZero();
    assertThat(rowsSeenBy(Viewer.of(UUID.randomUUID(), Set.of(), Set.of("auditor")))).isZero();
    assertThat(jdbc.sql("select count(*) from upkeep.report").query(Long.class).single()).isZero();
    assertThat(rowsSeenBy(eero.viewer())).isEqualTo(1);
  }

  @Test
  void aModeratorSeesTheirOwnArea() throws Exception {
    UUID report = told(What.PRICE, "Maksaa kolme euroa");

    assertThat(here.ask(raija, get("/fi/yllapito/jono")).getContentAsString())
        .contains("Väen kahvila");
    assertThat(here.ask(raija, get("/fi/yllapito/jono/" + report)).getContentAsString())
        .contains("Maksaa kolme euroa", "Näin perheet näkevät sen nyt", "Maksuton");
    assertThat(here.ask(oiva, get("/fi/yllapito/jono")).getContentAsString())
        .doesNotContain("Väen kahvila");
    assertThat(here.ask(oiva, get("/fi/yllapito/jono/" + report)).getStatus()).isEqualTo(404);
    assertThat(Neighbourhood.as(oiva, () -> reports.countInRegion(oiva, Reports.Shelf.OPEN)))
        .isZero();
  }

  @Test
  void aModeratorWhoSignedInWeaklyAndAnEditorHaveNoQueue() throws Exception {
    Caller weak = here.moderatorOf("106", "raija@example.org", Level.WEAK);

    assertThat(here.ask(eero, get("/fi/yllapito/jono")).getStatus()).isEqualTo(404);
    assertThat(here.ask(weak, get("/fi/yllapito")).getRedirectedUrl())
        .startsWith("/fi/kirjaudu?back=");
    assertThatThrownBy(
            () -> Neighbourhood.as(weak, () -> reports.inRegion(weak, Reports.Shelf.OPEN, false)))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void severalReportsOnOneRecordAreOneMatter() throws Exception {
    told(What.TIMES, "Alkaa kympiltä");
    told(What.PRICE, "Maksaa");

    Matter matter = only(raija);

    assertThat(matter.reports()).hasSize(2);
    assertThat(matter.what()).containsExactly(What.TIMES, What.PRICE);
    settle(raija, matter, Answer.MENDED);
    assertThat(open(raija)).isEmpty();
  }

  @Test
  void aReportThatCameMeanwhileStaysOpen() throws Exception {
    told(What.TIMES, "Alkaa kympiltä");
    Matter seen = only(eero);
    told(What.PLACE, "Ovi on kiinni");

    settle(eero, seen, Answer.CORRECT);

    assertThat(only(eero).reports()).extracting(Report::words).containsExactly("Ovi on kiinni");
  }

  @Test
  void theSecondIsToldWhoSettledItAndOverwritesNothing() throws Exception {
    UUID report = told(What.TIMES, "Alkaa kympiltä");
    Caller rita = here.moderatorOf("106", "rita@example.org", Level.STRONG);
    String door = "/fi/yllapito/jono/" + report;

    var first = here.ask(raija, post(door).param("answer", "correct"));
    var second = here.ask(rita, post(door).param("answer", "mended"));

    assertThat(first.getRedirectedUrl()).isEqualTo("/fi/yllapito/jono?done=correct");
    assertThat(second.getStatus()).isEqualTo(409);
    assertThat(second.getContentAsString())
        .contains("Joku ehti käsitellä", "pitää paikkansa", "Käsittelijä: raija");
    assertThat(stateOf(report)).isEqualTo("correct");
  }

  @Test
  void anOrganizationIsNotToldWhichModeratorItWas() throws Exception {
    UUID report = told(What.TIMES, "Alkaa kympiltä");
    settle(raija, only(raija), Answer.MENDED);

    var page = here.ask(eero, get("/fi/oma/jarjesto/" + ours.id() + "/korjattavaa/" + report));

    assertThat(page.getContentAsString())
        .contains("Käsittelijä: alueen ylläpito")
        .doesNotContain("raija");
  }

  @Test
  void ofManyWhoSettleAtOnceOneDoes() throws Exception {
    told(What.TIMES, "Alkaa kympiltä");
    Matter matter = only(raija);
    List<Callable<Reports.Outcome>> tries = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      Caller who = number % 2 == 0 ? raija : eero;
      Answer answer = number % 2 == 0 ? Answer.MENDED : Answer.IMPROPER;
      tries.add(() -> settle(who, matter, answer));
    }
    int done = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Reports.Outcome> one : threads.invokeAll(tries)) {
        done += one.get() instanceof Reports.Outcome.Done ? 1 : 0;
      }
    }
    assertThat(done).isEqualTo(1);
  }

  @Test
  void nobodySettlesWhatIsNotTheirs() throws Exception {
    UUID report = told(What.TIMES, "Alkaa kympiltä");
    String ourDoor = "/fi/oma/jarjesto/" + ours.id() + "/korjattavaa/" + report;

    for (Caller stranger : List.of(pia, oiva, VISITOR)) {
      assertThat(here.ask(stranger, post(ourDoor).param("answer", "mended")).getStatus())
          .isEqualTo(404);
      assertThat(
              here.ask(stranger, post("/fi/yllapito/jono/" + report).param("answer", "mended"))
                  .getStatus())
          .isEqualTo(404);
    }
    assertThat(stateOf(report)).isEqualTo("open");
  }

  @Test
  void anAnswerThatIsNoneAnswers422() throws Exception {
    UUID report = told(What.TIMES, "Alkaa kympiltä");

    assertThat(
            here.ask(raija, post("/fi/yllapito/jono/" + report).param("answer", "x")).getStatus())
        .isEqualTo(422);
    assertThat(
            here.ask(
                    eero,
                    post("/fi/oma/jarjesto/" + ours.id() + "/korjattavaa/" + report)
                        .param("answer", "forward"))
                .getStatus())
        .as("an organization asks itself nothing")
        .isEqualTo(422);
    assertThat(stateOf(report)).isEqualTo("open");
  }

  @Test
  void aSuggestionGoesToTheTownsStaff() throws Exception {
    var answer =
        here.ask(
            VISITOR,
            post("/fi/kerro")
                .param("what", "missing_event")
                .param("words", "Puuropäivä puuttuu")
                .param("town", "Hyvinkää"));

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(only(raija).subject().kind()).isEqualTo(Subject.Kind.SUGGESTION);
    assertThat(open(oiva)).isEmpty();
    assertThat(open(eero)).isEmpty();
    assertThat(here.ask(VISITOR, post("/fi/kerro").param("what", "missing_event")).getStatus())
        .as("without words")
        .isEqualTo(422);
  }

  @Test
  void aSuggestionOfNoKnownTownIsEverybodysAndKeepsTheTownAsTyped() throws Exception {
    reports.suggest(What.MISSING_SERVICE, "Rattaita lainaksi", "Mummola");

    assertThat(only(raija).reports().getFirst().words()).isEqualTo("Rattaita lainaksi (Mummola)");
    assertThat(open(oiva)).hasSize(1);
  }

  @Test
  void theOrganizationIsAskedByALetterWithoutTheVisitorsWords() throws Exception {
    UUID report = told(What.TIMES, "Salainen sana");

    var answer = here.ask(raija, post("/fi/yllapito/jono/" + report).param("answer", "forward"));

    assertThat(answer.getRedirectedUrl()).endsWith("?done=forward");
    assertThat(letters())
        .singleElement()
        .asString()
        .contains("eero.k@example.org", "Rinnallassa odottaa viesti", "/fi/oma/jarjesto/")
        .doesNotContain("Salainen sana", "Väen kahvila");
    assertThat(stateOf(report)).isEqualTo("forwarded");
    assertThat(open(eero)).hasSize(1);
  }

  @Test
  void anOrganizationWithoutPeopleIsWrittenToAtItsPublicAddress() throws Exception {
    Organization quiet = Neighbourhood.anAssociation(directory, "Hiljainen yhdistys", "106");
    Service service = Listings.aFamilyCafe("Hiljainen kahvila", quiet);
    directory.publish("t", service);
    reports.report(seen(service), What.ENDED, "Salainen sana");

    var outcome = forward(raija, only(raija));

    assertThat(outcome).isInstanceOf(Reports.Outcome.Done.class);
    assertThat(letters())
        .singleElement()
        .asString()
        .contains("toimisto@example.org", "Toiminta on loppunut", "/fi/palvelu/hiljainen-kahvila")
        .doesNotContain("Salainen sana");
  }

  @Test
  void ofAPlaceThatIsNobodysNobodyCanBeAsked() throws Exception {
    Location park = Listings.aLibrary("Puisto", 60.63, 24.86);
    directory.publish("t", park);
    String slug = directory.find(park.id()).orElseThrow().slug();
    reports.report(subjects.find(Subject.Kind.PLACE, slug).orElseThrow(), What.PLACE, "");
    UUID report = only(raija).id();

    var answer = here.ask(raija, post("/fi/yllapito/jono/" + report).param("answer", "forward"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(letters()).isEmpty();
    assertThat(stateOf(report)).isEqualTo("open");
  }

  @Test
  void theWordsOfWhatWasSettledAreErasedAndTheNumberStays() throws Exception {
    UUID settled = told(What.TIMES, "Poistuva sana");
    settle(raija, only(raija), Answer.MENDED);
    UUID waiting = told(What.PRICE, "Odottava sana");

    clock.pass(Duration.ofDays(89));
    assertThat(reports.eraseOldWords()).isZero();
    clock.pass(Duration.ofDays(2));
    assertThat(reports.eraseOldWords()).isEqualTo(1);

    assertThat(wordsOf(settled)).isNull();
    assertThat(wordsOf(waiting)).isEqualTo("Odottava sana");
    assertThat(Neighbourhood.as(raija, () -> reports.countInRegion(raija, Reports.Shelf.SETTLED)))
        .isEqualTo(1);
  }

  @Test
  void lookingAndSettlingAreWrittenDownAndTellingIsNot() throws Exception {
    UUID report = told(What.TIMES, "Alkaa kympiltä");
    here.ask(raija, get("/fi/yllapito/jono/" + report));
    here.ask(raija, post("/fi/yllapito/jono/" + report).param("answer", "mended"));

    assertThat(
            house.step(() ->
                jdbc.sql(
                        "select action || ' ' || role || ' ' || basis from audit.entry"
                            + " where record = 'report' and record_id = :id order by seq")
                    .param("id", report.toString())
                    .query(String.class)
                    .list()))
        .containsExactly("read REGION_ADMIN region", "update REGION_ADMIN region");
  }

  @Test
  void theRegionsPageCountsWhatWaitsAndLeadsToIt() throws Exception {
    told(What.TIMES, "Alkaa kympiltä");
    clock.pass(Duration.ofDays(3));
    told(What.PRICE, "Maksaa");

    String page = here.ask(raija, get("/fi/yllapito")).getContentAsString();

    assertThat(page)
        .contains("Hyvinkää", "<strong>2</strong> <span>viestiä odottaa</span>")
        .contains("Vanhin on odottanut 23.11.2026 alkaen.", "href=\"/fi/yllapito/jono\"")
        .contains("raija – täällä viimeksi 26.11.2026")
        .doesNotContain("oiva – ");
    assertThat(here.ask(VISITOR, get("/fi/yllapito")).getRedirectedUrl())
        .isEqualTo("/fi/kirjaudu?back=%2Ffi%2Fyllapito");
  }

  private UUID told(What what, String words) {
    reports.report(seen(cafe), what, words);
    clock.pass(Duration.ofSeconds(1));
    return house.step(() ->
        jdbc.sql("select id from upkeep.report order by reported_at desc limit 1")
            .query(UUID.class)
            .single());
  }

  private Seen seen(Service service) {
    return subjects.find(new Subject(Subject.Kind.SERVICE, service.uuid())).orElseThrow();
  }

  private List<Matter> open(Caller caller) throws Exception {
    return Neighbourhood.as(
        caller,
        () ->
            caller.organizations().isEmpty()
                ? reports.inRegion(caller, Reports.Shelf.OPEN, false)
                : reports.of(caller, ours.id(), Reports.Shelf.OPEN));
  }

  private Matter only(Caller caller) throws Exception {
    List<Matter> open = open(caller);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private Reports.Outcome settle(Caller caller, Matter matter, Answer answer) throws Exception {
    List<UUID> ids = matter.reports().stream().map(Report::id).toList();
    return Neighbourhood.as(caller, () -> reports.settle(caller, ids, answer));
  }

  private Reports.Outcome forward(Caller caller, Matter matter) throws Exception {
    List<UUID> ids = matter.reports().stream().map(Report::id).toList();
    return Neighbourhood.as(caller, () -> reports.forward(caller, ids));
  }

  private String cafeSlug() {
    return directory.find(cafe.id()).orElseThrow().slug();
  }

  private String cafePage() {
    return "/fi/kerro/palvelu/" + cafeSlug();
  }

  private int status(
      org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
      throws Exception {
    return here.ask(VISITOR, request).getStatus();
  }

  private int all() {
    return house.step(
        () -> jdbc.sql("select count(*) from upkeep.report").query(Integer.class).single());
  }

  private long rowsSeenBy(Viewer viewer) throws Exception {
    Long rows =
        viewer.run(() ->
            transaction.execute(
                _ -> jdbc.sql("select count(*) from upkeep.report").query(Long.class).single()));
    return rows;
  }

  private String stateOf(UUID report) {
    return house.step(() ->
        jdbc.sql("select state from upkeep.report where id = :id")
            .param("id", report)
            .query(String.class)
            .single());
  }

  private @Nullable Object wordsOf(UUID report) {
    return house
        .step(() ->
            jdbc.sql("select words from upkeep.report where id = :id")
                .param("id", report)
                .query()
                .singleRow())
        .get("words");
  }

  private List<String> letters() {
    return outbox.letters();
  }
}
