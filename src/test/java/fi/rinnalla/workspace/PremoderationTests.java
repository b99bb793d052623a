package fi.rinnalla.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// Where no moderator has been for a week, new listings wait for one.
@HouseTest
class PremoderationTests {
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final String WAITING = "/fi/yllapito/odottavat";

  @Autowired Outbox outbox;
  @Autowired Workspace workspace;
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
  private Caller eero;
  private Caller raija;

  @BeforeEach
  void aTownWithAModerator() {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from upkeep.moderator").update());
    house.step(() -> jdbc.sql("delete from workspace.sheet").update());
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
    here = new Neighbourhood(people, context);
    ours = Neighbourhood.anAssociation(directory, "Odottajat", "020");
    eero = here.editorOf(ours, "eero.o@example.org");
    raija = here.moderatorOf("020", "raija.o@example.org", Level.STRONG);
  }

  @AfterEach
  void timeGoesBack() {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from workspace.sheet").update());
  }

  @Test
  void whileAModeratorIsHerePublishingIsOpen() throws Exception {
    clock.pass(A_WEEK);

    assertThat(publish("Kahvila").state()).isEqualTo(Kept.State.PUBLISHED);
  }

  @Test
  void anAreaThatNeverHadAModeratorIsOpen() throws Exception {
    Organization far = Neighbourhood.anAssociation(directory, "Kaukaiset", "170");
    Caller far1 = here.editorOf(far, "kauko@example.org");
    clock.pass(A_WEEK.multipliedBy(20));

    assertThat(save(far1, far, UUID.randomUUID(), 0, "Kaukana").state())
        .isEqualTo(Kept.State.PUBLISHED);
  }

  @Test
  void afterAWeekWithoutAModeratorANewListingWaitsAndItsEditorIsToldWhy() throws Exception {
    clock.pass(A_WEEK.plusSeconds(1));

    var answer =
        here.ask(
            eero,
            post("/fi/oma/jarjesto/" + ours.id() + "/uusi")
                .param("title_fi", "Odottava kahvila")
                .param("when", "joka tiistai 9.30–11.30")
                .param("place", "Pihalla")
                .param("act", "publish"));
    Kept kept = listings().getFirst();

    assertThat(answer.getRedirectedUrl()).endsWith("?done=awaiting");
    assertThat(here.ask(eero, get(String.valueOf(answer.getRedirectedUrl()))).getContentAsString())
        .contains("ei ole käynyt täällä viikkoon", "Odottaa ylläpitoa", "Odottava kahvila");
    assertThat(kept.state()).isEqualTo(Kept.State.AWAITING);
    assertThat(calendar.find(new EventId(kept.id()))).isEmpty();
  }

  @Test
  void aFaultyListingDoesNotWaitButIsMended() throws Exception {
    clock.pass(A_WEEK.plusSeconds(1));

    var answer =
        here.ask(
            eero,
            post("/fi/oma/jarjesto/" + ours.id() + "/uusi")
                .param("title_fi", "Kahvila")
                .param("when", "joskus")
                .param("act", "publish"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(listings()).isEmpty();
  }

  @Test
  void whatIsPublicAlreadyChangesAsEver() throws Exception {
    Kept kept = publish("Kahvila");
    clock.pass(A_WEEK.plusSeconds(1));

    Kept changed = save(eero, ours, kept.id(), kept.version(), "Uusi nimi");

    assertThat(changed.state()).isEqualTo(Kept.State.PUBLISHED);
    assertThat(calendar.find(new EventId(kept.id())).orElseThrow().event().title().fi())
        .isEqualTo("Uusi nimi");
  }

  @Test
  void aModeratorWhoLooksInOpensPublishingAgainAndWhatWaitsKeepsWaiting() throws Exception {
    Kept waiting = awaiting("Odottava");
    here.ask(raija, get("/fi/yllapito/jono"));

    assertThat(publish("Uusi").state()).isEqualTo(Kept.State.PUBLISHED);
    assertThat(save(eero, ours, waiting.id(), waiting.version(), "Odottava 2").state())
        .as("pressing again is no way past")
        .isEqualTo(Kept.State.AWAITING);
    assertThat(calendar.find(new EventId(waiting.id()))).isEmpty();
  }

  @Test
  void signingInWeaklyIsNoSignOfLife() throws Exception {
    clock.pass(A_WEEK.plusSeconds(1));
    here.ask(here.moderatorOf("020", "raija.o@example.org", Level.WEAK), get("/fi/yllapito/jono"));

    assertThat(publish("Kahvila").state()).isEqualTo(Kept.State.AWAITING);
  }

  @Test
  void anEarlierVersionIsNoWayPast() throws Exception {
    Kept waiting = awaiting("Odottava");
    here.ask(raija, get(WAITING));
    Kept draft =
        done(
            Neighbourhood.as(
                eero,
                () ->
                    workspace.restore(
                        eero, ours.id(), waiting.id(), waiting.version(), 1, Lang.FI)));

    assertThat(draft.state()).isEqualTo(Kept.State.DRAFT);
    assertThat(calendar.find(new EventId(waiting.id()))).isEmpty();
  }

  @Test
  void translatingWhatWaitsLeavesItInTheQueue() throws Exception {
    Kept waiting = awaiting("Odottava");

    Kept translated =
        done(
            Neighbourhood.as(
                eero,
                () ->
                    workspace.translate(
                        eero,
                        ours.id(),
                        waiting.id(),
                        waiting.version(),
                        waiting.sheet().with("title_sv", "Väntar"),
                        Lang.FI)));

    assertThat(translated.state()).isEqualTo(Kept.State.AWAITING);
  }

  @Test
  void whatWasTakenOutOfSightWaitsWhenItIsPutBack() throws Exception {
    Kept shown = publish("Palaava");
    Kept away =
        done(
            Neighbourhood.as(
                eero,
                () -> workspace.withdraw(eero, ours.id(), shown.id(), shown.version(), Lang.FI)));
    clock.pass(A_WEEK.plusSeconds(1));

    Kept back =
        done(
            Neighbourhood.as(
                eero,
                () ->
                    workspace.restore(
                        eero, ours.id(), away.id(), away.version(), shown.version(), Lang.FI)));

    assertThat(back.state()).isEqualTo(Kept.State.AWAITING);
    assertThat(calendar.find(new EventId(back.id())).orElseThrow().isWithdrawn()).isTrue();
  }

  @Test
  void allThatWaitsIsPublishedInOnePress() throws Exception {
    Kept first = awaiting("Ensimmäinen");
    Kept second = awaiting("Toinen");

    String list = here.ask(raija, get(WAITING)).getContentAsString();
    var answer =
        here.ask(raija, post(WAITING).param("listing", seen(first)).param("listing", seen(second)));

    assertThat(list).contains("Ensimmäinen", "Toinen", "Odottajat", seen(first), seen(second));
    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(listings()).extracting(Kept::state).containsOnly(Kept.State.PUBLISHED);
    assertThat(calendar.existing(List.of(new EventId(first.id()), new EventId(second.id()))))
        .hasSize(2);
    assertThat(
            house.step(() ->
                jdbc.sql(
                        "select action || ' ' || record || ' ' || role from audit.entry"
                            + " where record_id = :id order by seq desc limit 1")
                    .param("id", first.id().toString())
                    .query(String.class)
                    .single()))
        .isEqualTo("moderate event REGION_ADMIN");
  }

  @Test
  void whatChangedSinceItWasLookedAtKeepsWaiting() throws Exception {
    Kept waiting = awaiting("Odottava");
    save(eero, ours, waiting.id(), waiting.version(), "Muutettu");

    var answer = here.ask(raija, post(WAITING).param("listing", seen(waiting)));

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getContentAsString()).contains("Joku muu ehti ensin", "Muutettu");
    assertThat(listings().getFirst().state()).isEqualTo(Kept.State.AWAITING);
  }

  @Test
  void aReturnedListingIsADraftWithAReasonAndItsEditorGetsALetter() throws Exception {
    Kept waiting = awaiting("Odottava");

    var without = here.ask(raija, post(WAITING).param("giveBack", seen(waiting)));
    var answer =
        here.ask(
            raija,
            post(WAITING).param("giveBack", seen(waiting)).param("reason", "Osoite puuttuu"));
    var twice =
        here.ask(raija, post(WAITING).param("giveBack", seen(waiting)).param("reason", "Taas"));

    assertThat(without.getStatus()).isEqualTo(422);
    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(twice.getStatus()).isEqualTo(409);
    assertThat(listings().getFirst().state()).isEqualTo(Kept.State.DRAFT);
    assertThat(here.ask(eero, get("/fi/oma/jarjesto/" + ours.id())).getContentAsString())
        .contains("Ylläpito palautti tämän: Osoite puuttuu");
    assertThat(letters())
        .singleElement()
        .asString()
        .contains("eero.o@example.org")
        .doesNotContain("Osoite puuttuu", "Odottava");
  }

  @Test
  void anotherAreasModeratorAndTheEditorThemselvesHaveNothingToPublish() throws Exception {
    Kept waiting = awaiting("Odottava");
    Caller oiva = here.moderatorOf("564", "oiva.o@example.org", Level.STRONG);

    assertThat(here.ask(oiva, get(WAITING)).getContentAsString()).doesNotContain("Odottava");
    assertThat(here.ask(oiva, post(WAITING).param("listing", seen(waiting))).getStatus())
        .isEqualTo(404);
    assertThat(
            here.ask(oiva, post(WAITING).param("giveBack", seen(waiting)).param("reason", "x"))
                .getStatus())
        .isEqualTo(404);
    assertThat(here.ask(eero, post(WAITING).param("listing", seen(waiting))).getStatus())
        .isEqualTo(404);
    assertThat(listings().getFirst().state()).isEqualTo(Kept.State.AWAITING);
  }

  @Test
  void theDatabaseShowsAModeratorWhatWaitsAndNoDraft() throws Exception {
    awaiting("Odottava");
    Neighbourhood.as(
        eero,
        () ->
            workspace.save(
                eero,
                ours.id(),
                UUID.randomUUID(),
                Kept.Kind.EVENT,
                0,
                Sheet.EMPTY.with("title_fi", "Luonnos"),
                false,
                Lang.FI));

    Long rows =
        raija
            .viewer()
            .run(() ->
                transaction.execute(_ ->
                    jdbc.sql("select count(*) from workspace.sheet").query(Long.class).single()));
    assertThat(rows).isEqualTo(1);
  }

  private Kept awaiting(String title) throws Exception {
    if (clock.instant().equals(GivenClock.NOW)) {
      clock.pass(A_WEEK.plusSeconds(1));
    }
    Kept kept = publish(title);
    assertThat(kept.state()).isEqualTo(Kept.State.AWAITING);
    return kept;
  }

  private Kept publish(String title) throws Exception {
    return save(eero, ours, UUID.randomUUID(), 0, title);
  }

  private Kept save(Caller caller, Organization organization, UUID id, int version, String title)
      throws Exception {
    Sheet sheet =
        Sheet.EMPTY
            .with("title_fi", title)
            .with(Field.WHEN, "joka tiistai 9.30–11.30")
            .with(Field.PLACE, "Pihalla");
    return done(
        Neighbourhood.as(
            caller,
            () ->
                workspace.save(
                    caller,
                    organization.id(),
                    id,
                    Kept.Kind.EVENT,
                    version,
                    sheet,
                    true,
                    Lang.FI)));
  }

  private static Kept done(Workspace.Saved saved) {
    return ((Workspace.Saved.Done) saved).kept();
  }

  private List<Kept> listings() throws Exception {
    return Neighbourhood.as(eero, () -> workspace.sheets(eero, ours.id()));
  }

  private static String seen(Kept kept) {
    return kept.id() + ":" + kept.version();
  }

  private List<String> letters() {
    return outbox.letters();
  }
}
