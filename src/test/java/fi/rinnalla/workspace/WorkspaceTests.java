package fi.rinnalla.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// An organization keeps its own listings, and nobody else's.
@HouseTest
class WorkspaceTests {
  private static final Organization OURS = Listings.anAssociation("Oma yhdistys");
  private static final Organization THEIRS = Listings.anAssociation("Toinen yhdistys");
  private static final String HERE = "/fi/oma/jarjesto/" + OURS.id();

  @Autowired Workspace workspace;
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Finder finder;
  @Autowired People people;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired WebApplicationContext context;

  private MockMvc pages;
  private Caller eero;
  private Caller pia;

  @BeforeEach
  void twoOrganizations() {
    directory.publish("t", OURS);
    directory.publish("t", THEIRS);
    directory.publish("t", Listings.aLibrary("Kerhotalo", 60.63, 24.86));
    pages = MockMvcBuilders.webAppContextSetup(context).build();
    eero = editorOf("eero@example.org", OURS);
    pia = editorOf("pia@example.org", THEIRS);
  }

  @Test
  void aPublishedEventIsFoundBySearch() throws Exception {
    var answer =
        ask(
            eero,
            post(HERE + "/uusi")
                .param("title_fi", "Muumikahvila")
                .param("when", "joka tiistai 9.30–11.30, ei 1.12.")
                .param("place", "Kerhotalo, Torikatu 5, Hyvinkää")
                .param("price", "0")
                .param("act", "publish"));

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(answer.getRedirectedUrl()).isEqualTo(HERE + "?done=published");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            finder.isReady()
                && finder.find(Query.all(GivenClock.NOW).withWords("Muumikahvila")).total() == 1);
    var event = calendar.find(new EventId(only().id())).orElseThrow();
    assertThat(event.source()).isEqualTo("own:" + OURS.id());
    assertThat(event.event().venue().location()).isNotNull();
    assertThat(calendar.next(event.event().id(), 2))
        .extracting(it -> it.recurrenceId().toLocalDate().toString())
        .containsExactly("2026-11-24", "2026-12-08");
  }

  @Test
  void aFaultyFormAnswers422KeepsWhatWasTypedAndChangesNothing() throws Exception {
    int before = calendar.count();
    var answer =
        ask(
            eero,
            post(HERE + "/uusi")
                .param("title_fi", "Outo <kahvila>")
                .param("when", "silloin tällöin 9–11")
                .param("act", "publish"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("id=\"faults\"", "href=\"#when\"", "href=\"#place\"", "Outo &lt;kahvila>")
        .contains("silloin tällöin 9–11");
    assertThat(calendar.count()).isEqualTo(before);
    assertThat(as(eero, () -> workspace.sheets(eero, OURS.id())))
        .noneMatch(it -> it.sheet().title(Lang.FI).startsWith("Outo"));
  }

  @Test
  void aPreviewPublishesNothing() throws Exception {
    int before = calendar.count();
    var answer =
        ask(
            eero,
            post(HERE + "/uusi")
                .param("title_fi", "Katsottava")
                .param("when", "ti 1.12. klo 17–19")
                .param("place", "Pihalla")
                .param("act", "preview"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).contains("Katsottava", "value=\"publish\"");
    assertThat(calendar.count()).isEqualTo(before);
  }

  @Test
  void aDraftIsSeenByNobodyElseNotEvenPastTheGate() throws Exception {
    Kept draft = draft("Salainen");

    assertThat(count(pia.viewer())).isZero();
    assertThat(count(Viewer.of(UUID.randomUUID(), Set.of(), Set.of("region", "auditor")))).isZero();
    assertThat(jdbc.sql("select count(*) from workspace.history").query(Long.class).single())
        .isZero();
    assertThat(count(eero.viewer())).isPositive();
    assertThat(calendar.find(new EventId(draft.id()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/uusi",
        "/uusi?template=club",
        "/ajat?when=x",
        "/ilmoitus/{id}",
        "/ilmoitus/{id}/kerrat",
        "/ilmoitus/{id}/historia"
      })
  void anothersWorkspaceIsNotThere(String door) throws Exception {
    String path = door.replace("{id}", draft("Oma").id().toString());

    assertThat(ask(eero, get(HERE + path)).getStatus()).isEqualTo(200);
    assertThat(ask(pia, get(HERE + path)).getStatus()).isEqualTo(404);
    String theirs = "/fi/oma/jarjesto/" + THEIRS.id();
    assertThat(ask(eero, get(theirs + path)).getStatus()).isEqualTo(404);
    if (door.contains("{id}")) {
      assertThat(ask(pia, get(theirs + path)).getStatus()).as("by a back door").isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/uusi",
        "/ilmoitus/{id}",
        "/ilmoitus/{id}/kerrat",
        "/ilmoitus/{id}/poista",
        "/ilmoitus/{id}/palauta"
      })
  void inAnothersWorkspaceNothingIsChanged(String door) throws Exception {
    Kept draft = draft("Oma");
    for (String home : List.of(HERE, "/fi/oma/jarjesto/" + THEIRS.id())) {
      if (home.equals(HERE) || door.contains("{id}")) {
        var answer =
            ask(
                pia,
                post(home + door.replace("{id}", draft.id().toString()))
                    .param("title_fi", "Kaapattu")
                    .param("when", "joka tiistai 9–11")
                    .param("place", "x")
                    .param("act", "publish")
                    .param("time", "2026-12-01T09:00")
                    .param("earlier", "1")
                    .param("version", "1"));
        assertThat(answer.getStatus()).as(home + door).isEqualTo(404);
      }
    }
    assertThat(as(eero, () -> workspace.get(eero, OURS.id(), draft.id())).version()).isEqualTo(1);
  }

  @Test
  void theSecondEditorSeesBothAndNothingIsOverwritten() throws Exception {
    Kept draft = draft("Kahvila");
    String listing = HERE + "/ilmoitus/" + draft.id();
    var first = post(listing).param("title_fi", "Aamukahvila").param("version", "1");
    assertThat(ask(eero, first).getStatus()).isEqualTo(302);

    var second =
        post(listing).param("title_fi", "Iltakahvila").param("door", "x").param("version", "1");
    var answer = ask(eero, second);

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getContentAsString()).contains("Aamukahvila", "Iltakahvila");
    assertThat(as(eero, () -> workspace.get(eero, OURS.id(), draft.id())).sheet().title(Lang.FI))
        .isEqualTo("Aamukahvila");
    var chosen = post(listing).param("title_fi", "Iltakahvila").param("version", "2");
    assertThat(ask(eero, chosen).getStatus()).isEqualTo(302);
  }

  @Test
  void oneTimeIsCancelledWithItsReasonAndHeldAfterAll() throws Exception {
    Kept kept = published("Peruttava");
    String times = HERE + "/ilmoitus/" + kept.id() + "/kerrat";

    ask(eero, post(times).param("time", "2026-12-01T09:30").param("reason", "Ohjaaja on kipeä"));
    Occurrence one = calendar.next(new EventId(kept.id()), 2).get(1);
    assertThat(one.cancelled()).isTrue();
    assertThat(one.note().fi()).isEqualTo("Ohjaaja on kipeä");

    ask(eero, post(times).param("time", "2026-12-01T09:30").param("held", "true"));
    assertThat(calendar.next(new EventId(kept.id()), 2)).noneMatch(Occurrence::cancelled);
  }

  @Test
  void whatIsCancelledStaysSoWhenTheHoursChange() throws Exception {
    Kept kept = published("Siirtyvä");
    String listing = HERE + "/ilmoitus/" + kept.id();
    ask(
        eero,
        post(listing + "/kerrat").param("time", "2026-12-01T09:30").param("reason", "Sairaus"));
    var edit =
        post(listing)
            .param("title_fi", "Siirtynyt")
            .param("when", "joka tiistai 10–12")
            .param("place", "Pihalla")
            .param("version", "2")
            .param("act", "preview");

    assertThat(ask(eero, edit).getContentAsString()).contains("Perutut kerrat", "Sairaus");
    ask(
        eero,
        post(listing)
            .param("title_fi", "Siirtynyt")
            .param("when", "joka tiistai 10–12")
            .param("place", "Pihalla")
            .param("version", "2")
            .param("act", "publish"));

    Occurrence one = calendar.next(new EventId(kept.id()), 2).get(1);
    assertThat(one.recurrenceId().toString()).isEqualTo("2026-12-01T10:00");
    assertThat(one.cancelled()).isTrue();
    assertThat(one.note().fi()).isEqualTo("Sairaus");
    ask(eero, post(listing + "/kerrat").param("time", "2026-12-01T10:00").param("held", "true"));
    assertThat(calendar.next(new EventId(kept.id()), 2)).noneMatch(Occurrence::cancelled);
  }

  @Test
  void goingBackAndPublishingAgainMakesNoSecondListing() throws Exception {
    var form =
        post(HERE + "/uusi")
            .param("begun", "lomake-1")
            .param("title_fi", "Kahdesti lähetetty")
            .param("when", "joka tiistai 9.30–11.30")
            .param("place", "Pihalla")
            .param("act", "publish");

    ask(eero, form);
    int published = calendar.count();
    assertThat(ask(eero, form).getRedirectedUrl()).endsWith("?done=published");
    var other =
        ask(
            eero,
            post(HERE + "/uusi")
                .param("begun", "lomake-1")
                .param("title_fi", "Kahdesti lähetetty muuttui")
                .param("when", "joka tiistai 9.30–11.30")
                .param("place", "Pihalla")
                .param("act", "publish"));

    assertThat(other.getStatus()).as("the form has been sent already").isEqualTo(409);
    assertThat(calendar.count()).isEqualTo(published);
  }

  @Test
  void anEditKeepsTheCancelledTimes() throws Exception {
    Kept kept = published("Muuttuva");
    String listing = HERE + "/ilmoitus/" + kept.id();
    ask(eero, post(listing + "/kerrat").param("time", "2026-12-01T09:30"));

    var edit =
        post(listing)
            .param("title_fi", "Muuttunut")
            .param("when", "joka tiistai 9.30–11.30")
            .param("place", "Pihalla")
            .param("version", "1");

    assertThat(ask(eero, edit).getStatus()).as("a pressed cancel is no conflict").isEqualTo(302);
    assertThat(calendar.next(new EventId(kept.id()), 2).get(1).cancelled()).isTrue();
  }

  @Test
  void whatWasWithdrawnComesBackFromItsHistory() throws Exception {
    Kept kept = published("Palaava");
    String listing = HERE + "/ilmoitus/" + kept.id();

    ask(eero, post(listing + "/poista").param("version", "1"));
    assertThat(calendar.find(new EventId(kept.id())).orElseThrow().isWithdrawn()).isTrue();

    var back = post(listing + "/palauta").param("version", "2").param("earlier", "1");
    assertThat(ask(eero, back).getStatus()).isEqualTo(302);
    assertThat(calendar.find(new EventId(kept.id())).orElseThrow().isWithdrawn()).isFalse();
    assertThat(as(eero, () -> workspace.history(eero, OURS.id(), kept.id()))).hasSize(3);
  }

  @Test
  void theSnackItsPriceAndWhomOneMeetsAreFactsOfTheEvent() throws Exception {
    Kept kept =
        save(
            Sheet.EMPTY
                .with("title_fi", "Välipalakahvila")
                .with(Field.WHEN, "joka tiistai 9.30–11.30")
                .with(Field.PLACE, "Pihalla")
                .with(Field.PRICE, "0")
                .with("snack_fi", "Mehu ja keksi")
                .with(Field.SNACK_PRICE, "1,50\u00a0€")
                .with("who_fi", "ohjaaja Sari ja kaksi vapaaehtoista"),
            true);

    var facts = calendar.find(new EventId(kept.id())).orElseThrow().event().facts();
    assertThat(facts.snack().fi()).isEqualTo("Mehu ja keksi");
    assertThat(facts.snackPrice()).isEqualTo(new Money(new BigDecimal("1.50")));
    assertThat(facts.whoYouMeet().fi()).isEqualTo("ohjaaja Sari ja kaksi vapaaehtoista");
    String slug = calendar.find(new EventId(kept.id())).orElseThrow().slug();
    assertThat(ask(eero, get("/fi/tapahtuma/" + slug)).getContentAsString())
        .contains("Mehu ja keksi", "1,50\u00a0€", "ohjaaja Sari ja kaksi vapaaehtoista");
  }

  @Test
  void aSnackPriceThatIsNoPriceIsAskedAgain() throws Exception {
    var answer =
        ask(
            eero,
            post(HERE + "/uusi")
                .param("title_fi", "Kahvila")
                .param("when", "joka tiistai 9–11")
                .param("place", "Pihalla")
                .param("snack_price", "vähän")
                .param("act", "publish"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("href=\"#snack_price\"");
  }

  @Test
  void everyChangeIsInTheAuditLog() throws Exception {
    Kept kept = published("Kirjattu");
    ask(eero, post(HERE + "/ilmoitus/" + kept.id() + "/poista").param("version", "1"));

    List<String> acts =
        Viewer.house(() ->
            transaction.execute(_ ->
                jdbc.sql(
                        "select action || ' ' || record from audit.entry"
                            + " where record_id = :id order by seq")
                    .param("id", kept.id().toString())
                    .query(String.class)
                    .list()));
    assertThat(acts).containsExactly("create event", "delete event");
  }

  private Kept draft(String title) throws Exception {
    return save(Sheet.EMPTY.with("title_fi", title), false);
  }

  private Kept published(String title) throws Exception {
    return save(
        Sheet.EMPTY
            .with("title_fi", title)
            .with(Field.WHEN, "joka tiistai 9.30–11.30")
            .with(Field.PLACE, "Pihalla"),
        true);
  }

  private Kept save(Sheet sheet, boolean publish) throws Exception {
    var saved =
        as(
            eero,
            () ->
                workspace.save(
                    eero,
                    OURS.id(),
                    UUID.randomUUID(),
                    Kept.Kind.EVENT,
                    0,
                    sheet,
                    publish,
                    Lang.FI));
    return ((Workspace.Saved.Done) saved).kept();
  }

  private Kept only() throws Exception {
    List<Kept> all = as(eero, () -> workspace.sheets(eero, OURS.id()));
    return all.stream()
        .filter(it -> it.sheet().title(Lang.FI).equals("Muumikahvila"))
        .findFirst()
        .orElseThrow();
  }

  private long count(Viewer viewer) throws Exception {
    Long rows =
        viewer.run(() ->
            transaction.execute(_ ->
                jdbc.sql(
                        "select (select count(*) from workspace.sheet)"
                            + " + (select count(*) from workspace.history)")
                    .query(Long.class)
                    .single()));
    return rows;
  }

  private Caller editorOf(String email, Organization organization) {
    return Viewer.house(() -> {
      var person = people.of(email, Lang.FI);
      people.give(person.id(), Role.ORG_EDITOR, organization.id().value(), null, null);
      return people.caller(person.id(), Level.WEAK).orElseThrow();
    });
  }

  private static <T> T as(Caller caller, java.util.concurrent.Callable<T> work) throws Exception {
    return caller.viewer().run(work);
  }

  private MockHttpServletResponse ask(Caller caller, MockHttpServletRequestBuilder request)
      throws Exception {
    return as(
        caller,
        () ->
            pages
                .perform(request.requestAttr("fi.rinnalla.identity.web.Callers", caller))
                .andReturn()
                .getResponse());
  }
}
