package fi.rinnalla.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// An organization is asked, and answers with one tap. On 23 November its café, checked on 3 May,
/// has been due for three weeks.
@HouseTest
@TestPropertySource(
    properties = {
      "db-scheduler.enabled=false",
      "rinnalla.search.follow=false",
      "rinnalla.notifications.delivers=false"
    })
class RemindersTests {
  private static final Organization OURS = Listings.anAssociation("Muistava yhdistys");
  private static final Organization THEIRS = Listings.anAssociation("Naapuriyhdistys");
  private static final Service CAFE = Listings.aFamilyCafe("Muistettava kahvila", OURS);
  private static final Service OTHER = Listings.aFamilyCafe("Naapurin kahvila", THEIRS);
  private static final Ref REF = new Ref(Ref.Kind.SERVICE, CAFE.uuid());

  @Autowired Outbox outbox;
  @Autowired Reminders reminders;
  @Autowired Answers answers;
  @Autowired Reports reports;
  @Autowired GrownOld grownOld;
  @Autowired Directory directory;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  /// The last entry of the audit log, which is never emptied, before this test.
  private long seen;

  @BeforeEach
  void anOrganizationWithSomethingDue() {
    clock.set(GivenClock.NOW);
    house.step(() -> {
      for (String table :
          List.of(
              "upkeep.correspondence",
              "upkeep.link",
              "upkeep.reminded",
              "upkeep.report",
              "notifications.letter",
              "directory.service_at_location",
              "directory.service",
              "directory.location",
              "calendar.occurrence",
              "calendar.event",
              "directory.organization",
              "identity.role_held")) {
        jdbc.sql("delete from " + table).update();
      }
      seen = jdbc.sql("select seq from audit.head").query(Long.class).single();
      return seen;
    });
    directory.publish("t", OURS);
    directory.publish("t", CAFE);
  }

  @AfterEach
  void end() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void oneLetterNamesAllThatIsDueAndItsSubjectNamesNothing() {
    assertThat(reminders.send()).isEqualTo(1);

    assertThat(letters()).hasSize(1);
    assertThat(letters().getFirst())
        .contains("Muistettava kahvila", "Muistava yhdistys", "toimisto@example.org")
        .contains("\"subject\":\"Pitävätkö tietonne yhä paikkansa?\"")
        .contains("\"urgency\":\"CALM\"", "#stop");
  }

  @Test
  void theOrganizationsPeopleAreAskedBeforeItsOffice() {
    person("olga@example.org", Role.ORG_OWNER, OURS);
    person("pia@example.org", Role.ORG_EDITOR, OURS);
    reminders.send();

    assertThat(letters()).hasSize(2).noneMatch(it -> it.contains("toimisto@example.org"));
  }

  @Test
  void anOrganizationWithoutAnybodyIsLeftForStaffToCall() throws Exception {
    directory.publish("t", withoutEmail());

    assertThat(reminders.send()).isZero();
    Caller raija = staff("106");
    assertThat(raija.viewer().run(() -> grownOld.of(raija)))
        .extracting(GrownOld.Task::reached)
        .containsExactly(GrownOld.Task.Reached.BY_NOBODY);
  }

  @Test
  void twoRoundsDontWriteTwice() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> rounds =
          List.of(threads.submit(reminders::send), threads.submit(reminders::send));
      assertThat(rounds.get(0).get() + rounds.get(1).get()).isEqualTo(1);
    }
    clock.pass(Duration.ofDays(20));

    assertThat(reminders.send()).as("nothing new to answer").isZero();
    assertThat(letters()).hasSize(1);
  }

  @Test
  void anOrganizationIsAskedAtEachStageAndAtMostOnceAFortnight() {
    assertThat(reminders.send()).as("due").isEqualTo(1);
    day(2026, 12, 18);
    assertThat(reminders.send()).as("overdue").isEqualTo(1);
    day(2026, 12, 19);
    assertThat(reminders.send()).isZero();
    day(2027, 1, 20);
    assertThat(reminders.send()).as("the last call").isEqualTo(1);
    day(2027, 3, 20);
    assertThat(reminders.send()).as("it has gone").isZero();
  }

  @Test
  void aTapConfirmsAndOpeningTheLinkDoesNot() throws Exception {
    String link = link();

    assertThat(ask(get(link)).getContentAsString())
        .contains("Muistettava kahvila", "Edelleen voimassa", "Maksuton");
    assertThat(verification().on()).isEqualTo("2026-05-03");
    var answer = ask(press(link, "confirm", REF));

    assertThat(answer.getRedirectedUrl()).isEqualTo(link + "?done=confirm");
    assertThat(verification())
        .isEqualTo(new Verification(LocalDate.of(2026, 11, 23), Verification.Method.ORGANIZATION));
    assertThat(ask(get(link)).getContentAsString()).doesNotContain("Muistettava kahvila");
    assertThat(acts(CAFE.uuid())).containsExactly("LINK update service link " + OURS.id());
  }

  @Test
  void twoTapsAtOnceAreOneAnswer() throws Exception {
    String link = link();
    List<Callable<Integer>> taps = new ArrayList<>();
    for (int tap = 0; tap < 6; tap++) {
      taps.add(() -> ask(press(link, "confirm", REF)).getStatus());
    }
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> tap : threads.invokeAll(taps)) {
        assertThat(tap.get()).isEqualTo(302);
      }
    }

    assertThat(acts(CAFE.uuid())).hasSize(1);
  }

  @Test
  void oneTapConfirmsAll() throws Exception {
    String link = link();
    ask(post(link).param("act", "all"));

    assertThat(ask(get(link)).getContentAsString()).contains("Kaikki on ajan tasalla");
    assertThat(acts(OURS.uuid())).hasSize(1);
  }

  @Test
  void anotherOrganizationsRecordIsNotTheirsToConfirm() throws Exception {
    directory.publish("t", THEIRS);
    directory.publish("t", OTHER);
    String link = link();
    Ref foreign = new Ref(Ref.Kind.SERVICE, OTHER.uuid());
    for (String act : List.of("confirm", "ended", "undo")) {
      assertThat(ask(press(link, act, foreign)).getStatus()).as(act).isEqualTo(404);
    }
    assertThat(ask(press(link, "wrong", foreign).param("words", "x")).getStatus()).isEqualTo(404);
    assertThat(ask(post(link).param("act", "confirm").param("ref", "x")).getStatus())
        .isEqualTo(404);

    assertThat(directory.find(OTHER.id()).orElseThrow().record().verification().on())
        .isEqualTo("2026-05-03");
    assertThat(directory.find(OTHER.id()).orElseThrow().isWithdrawn()).isFalse();
  }

  @Test
  void aForgedLinkAndOneTooOldOpenNothing() throws Exception {
    String link = link();
    assertThat(ask(get("/fi/voimassa/" + "A".repeat(43))).getStatus()).isEqualTo(410);
    clock.pass(Duration.ofDays(60));

    assertThat(ask(get(link)).getStatus()).isEqualTo(410);
    assertThat(ask(get(link)).getContentAsString())
        .contains("Linkki ei enää toimi", "/fi/kirjaudu");
    assertThat(ask(press(link, "confirm", REF)).getStatus()).isEqualTo(410);
    assertThat(verification().on()).isEqualTo("2026-05-03");
  }

  @Test
  void whatHasEndedIsGoneThoughTheFeedGoesOnAndCanBePutBack() throws Exception {
    String link = link();
    var answer = ask(press(link, "ended", REF));
    directory.publish("t", CAFE);

    assertThat(answer.getRedirectedUrl()).contains("done=ended", REF.toString());
    assertThat(directory.find(CAFE.id()).orElseThrow().isWithdrawn()).isTrue();
    ask(press(link, "undo", REF));
    assertThat(directory.find(CAFE.id()).orElseThrow().isWithdrawn()).isFalse();
  }

  @Test
  void theOwnerOfTheFeedIsToldWhatHasEnded() throws Exception {
    jdbc.sql(
            """
            insert into exchange.source (name, format, location, owner, registered_at)
            values ('t', 'CSV', 't', 'syote@example.org', now())
            on conflict (name) do update set owner = excluded.owner
            """)
        .update();
    ask(press(link(), "ended", REF));

    assertThat(letters()).anyMatch(it -> it.contains("syote@example.org"));
  }

  @Test
  void whatIsWrongComesToTheQueueOfStaffInTheOrganizationsOwnWords() throws Exception {
    String link = link();
    assertThat(ask(press(link, "wrong", REF).param("words", " ")).getStatus()).isEqualTo(422);
    assertThat(ask(press(link, "wrong", REF).param("words", "x".repeat(501))).getStatus())
        .isEqualTo(422);
    ask(press(link, "wrong", REF).param("words", "Puhelin on <uusi>"));
    Caller raija = staff("106");

    Report told =
        raija
            .viewer()
            .run(() -> reports.inRegion(raija, Reports.Shelf.OPEN, true))
            .getFirst()
            .reports()
            .getFirst();
    assertThat(told.words()).isEqualTo("Puhelin on <uusi>");
    assertThat(told.what()).isEqualTo(What.BY_ORGANIZATION);
    assertThat(told.subject()).isEqualTo(Subject.of(REF));
    assertThat(told.organization()).isEqualTo(OURS.uuid());
    Caller far = staff("564");
    assertThat(far.viewer().run(() -> reports.inRegion(far, Reports.Shelf.OPEN, true))).isEmpty();
    raija
        .viewer()
        .run(() ->
            answers.confirm(
                answers.byPerson(raija, OURS.id(), true), List.of(REF), Verification.Method.PHONE));
    assertThat(verification().method()).isEqualTo(Verification.Method.PHONE);
    assertThat(acts(CAFE.uuid())).contains("REGION_ADMIN moderate service region");
  }

  @Test
  void whoWantsNoRemindersGetsNoneAndStaffSeesIt() throws Exception {
    String link = link();
    ask(post(link).param("act", "stop"));
    day(2026, 12, 18);

    assertThat(reminders.send()).isZero();
    Caller raija = staff("106");
    assertThat(raija.viewer().run(() -> grownOld.of(raija)))
        .extracting(GrownOld.Task::reached)
        .containsExactly(GrownOld.Task.Reached.SILENCED);
    assertThat(ask(post(link).param("act", "phoned").param("ref", REF.toString())).getStatus())
        .as("a button of staff only")
        .isEqualTo(422);
    ask(post(link).param("act", "resume"));
    assertThat(reminders.send()).isEqualTo(1);
  }

  @Test
  void staffOfAnotherTownAndEditorsOfAnotherOrganizationAreKeptOut() throws Exception {
    Caller elsewhere = staff("564");
    Caller neighbour = person("naapuri@example.org", Role.ORG_EDITOR, THEIRS);

    assertThat(elsewhere.viewer().run(() -> grownOld.of(elsewhere))).isEmpty();
    assertThatThrownBy(() -> answers.byPerson(elsewhere, OURS.id(), true))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> answers.byPerson(neighbour, OURS.id(), false))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> answers.byPerson(neighbour, OURS.id(), true))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void aSecretOfTheLinkIsNotKept() {
    String token = link().replaceAll(".*/", "");

    assertThat(
            house.step(() ->
                jdbc.sql("select encode(digest, 'hex') from upkeep.link")
                    .query(String.class)
                    .single()))
        .hasSize(64)
        .doesNotContain(token);
  }

  private String link() {
    reminders.send();
    // A neighbour may have got one at the same moment.
    String ours =
        letters().stream().filter(it -> it.contains("Muistettava")).findFirst().orElseThrow();
    Matcher link = Pattern.compile("/fi/voimassa/[A-Za-z0-9_-]{43}").matcher(ours);
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private static MockHttpServletRequestBuilder press(String link, String act, Ref ref) {
    return post(link).param("act", act).param("ref", ref.toString());
  }

  private List<String> letters() {
    return new ArrayList<>(outbox.letters());
  }

  private List<String> acts(UUID record) {
    return house.step(() ->
        new ArrayList<>(
            jdbc.sql(
                    "select role || ' ' || action || ' ' || record || ' ' || basis from audit.entry"
                        + " where record_id = :id and seq > :seen order by seq")
                .param("id", record.toString())
                .param("seen", seen)
                .query(String.class)
                .list()));
  }

  private Verification verification() {
    return directory.find(CAFE.id()).orElseThrow().record().verification();
  }

  private Organization withoutEmail() {
    return new Organization(
        OURS.id(),
        OURS.organizationKind(),
        OURS.name(),
        OURS.alternateName(),
        OURS.description(),
        null,
        null,
        null,
        OURS.area(),
        List.of(),
        List.of(),
        List.of(),
        OURS.verification());
  }

  private Caller person(String email, Role role, Organization organization) {
    return Viewer.house(() -> {
      Person person = people.of(email, Lang.FI);
      people.give(person.id(), role, organization.id().value(), null, null);
      return people.caller(person.id(), Level.WEAK).orElseThrow();
    });
  }

  private Caller staff(String municipality) {
    return Viewer.house(() -> {
      PersonId id = new PersonId(UUID.randomUUID());
      people.add(new Person(id, "Raija", null, Lang.FI, false));
      people.give(id, Role.REGION_ADMIN, null, AreaCode.municipality(municipality), null);
      return people.caller(id, Level.STRONG).orElseThrow();
    });
  }

  private void day(int year, int month, int day) {
    clock.set(LocalDate.of(year, month, day).atTime(9, 0).atZone(Zone.HELSINKI).toInstant());
  }

  private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
    var response =
        MockMvcBuilders.webAppContextSetup(context)
            .build()
            .perform(request)
            .andReturn()
            .getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }
}
