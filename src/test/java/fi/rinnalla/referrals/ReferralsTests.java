package fi.rinnalla.referrals;

import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.Race;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.families.Consents;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.referrals.Referral.Reason;
import fi.rinnalla.referrals.Referral.State;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.upkeep.Neighbourhood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class ReferralsTests {
  @Autowired Varikko varikko;
  @Autowired Consents consents;
  @Autowired CasePassing passing;
  @Autowired CaseRows rows;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization team;
  private Organization cafe;
  private Caller aino;
  private Caller nea;
  private Caller kaisa;

  @BeforeEach
  void people() throws Exception {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    team = varikko.aTeam();
    cafe = varikko.household.anOrganization();
    aino = varikko.household.someone("Aino");
    varikko.household.tells(aino);
    nea = varikko.aNavigator(team);
    kaisa = varikko.anEditor(cafe);
  }

  @Test
  void aRequestThatWaitsTellsNothingOfAnybodyUntilItIsTaken() throws Exception {
    HelpCaseId id = varikko.asks(aino, team);

    String desk = here.ask(nea, get("/fi/oma/palveluohjaus")).getContentAsString();
    assertThat(desk).contains("Hyvinkää", "Otan tämän").doesNotContain("Aino", "äitejä", "0401");
    assertThat(here.ask(nea, get("/fi/oma/palveluohjaus/" + id)).getStatus()).isEqualTo(404);

    here.ask(nea, post("/fi/oma/palveluohjaus").param("case", id.toString()));

    assertThat(here.ask(nea, get("/fi/oma/palveluohjaus/" + id)).getContentAsString())
        .contains("Aino", "Kaipaan muita äitejä.", "040 1234567", "Otso, 4 v");
    Caller colleague = varikko.aNavigator(team);
    assertThat(here.ask(colleague, get("/fi/oma/palveluohjaus/" + id)).getStatus())
        .as("to know is to be assigned")
        .isEqualTo(404);
  }

  @Test
  void lettersSayNothingOfTheFamilyOrTheMatter() throws Exception {
    HelpCaseId id = taken();
    varikko.offers(nea, id, varikko.aCafe(cafe));
    varikko.chooses(aino, id, Option.Choice.WANTED);

    List<String> all =
        Stream.of(aino, nea, kaisa).flatMap(it -> varikko.household.letters(it).stream()).toList();
    assertThat(all)
        .hasSizeGreaterThanOrEqualTo(3)
        .noneMatch(it ->
            Stream.of("äitejä", "Perhekahvila", "Otso", "1234567", "loneliness")
                .anyMatch(it::contains));
  }

  @Test
  void theFamilyChoosesAndOnlyThenIsAnythingTold() throws Exception {
    HelpCaseId id = taken();
    varikko.offers(nea, id, varikko.aCafe(cafe));
    assertThat(received()).isEmpty();

    assertThat(varikko.chooses(aino, id, Option.Choice.WANTED)).isEqualTo(HelpRequests.Chosen.DONE);

    Inbox.Nameless one = received().getFirst();
    Inbox.Received seen = as(kaisa, () -> varikko.inbox.get(kaisa, cafe.id(), one.referral().id()));
    assertThat(seen.known().orElseThrow().name()).isEqualTo("Aino");
    assertThat(seen.contact()).isEqualTo("040 1234567");
    assertThat(seen.needs()).contains(Need.LONELINESS);
    assertThat(seen.words()).as("were for the navigator").isEmpty();
    assertThat(seen.known().orElseThrow().children()).as("weren't in the consent").isEmpty();
  }

  @Test
  void whatTheFamilySaidAloudIsAttestedAndTheFamilyCanTakeItBack() throws Exception {
    HelpCaseId id = taken();
    varikko.offers(nea, id, varikko.aCafe(cafe));
    String option = varikko.own(aino, id).options().getFirst().id().toString();
    String desk = "/fi/oma/palveluohjaus/" + id;

    var sent =
        here.ask(
            nea,
            post(desk)
                .param("act", "refer")
                .param("option", option)
                .param("channel", "oral_attested"));

    assertThat(sent.getRedirectedUrl()).endsWith("?done=refer");
    assertThat(received()).hasSize(1);
    String link = "/fi/suostumus/" + varikko.household.secret(aino, "/fi/suostumus");
    here.ask(Caller.visitor(), post(link).param("act", "withdraw"));
    assertThat(received()).isEmpty();
    assertThat(
            here.ask(
                    nea,
                    post(desk)
                        .param("act", "refer")
                        .param("option", option)
                        .param("channel", "in_app"))
                .getStatus())
        .as("nobody else gives what is given here")
        .isEqualTo(422);
  }

  @Test
  void anOrganizationAnswersWithOnePressFromALetterThatNamesNobody() throws Exception {
    HelpCaseId id = referred();
    String link = "/fi/ohjaus/" + varikko.household.secret(kaisa, "/fi/ohjaus");

    assertThat(here.ask(Caller.visitor(), get(link)).getContentAsString())
        .contains("Tervetuloa, otamme yhteyttä", "Täynnä", "Jonossa")
        .doesNotContain("Aino", "040 1234567", "Yksinäisyys");
    assertThat(varikko.referral(aino, id).state()).isEqualTo(State.REQUESTED);

    here.ask(Caller.visitor(), post(link).param("answer", "rejected-at_capacity"));

    assertThat(varikko.referral(aino, id).state()).isEqualTo(State.REJECTED);
    assertThat(varikko.referral(aino, id).reason()).isEqualTo(Reason.AT_CAPACITY);
    assertThat(here.ask(Caller.visitor(), post(link).param("answer", "accepted")).getStatus())
        .isEqualTo(422);
    assertThat(here.ask(aino, get("/fi/oma/asiat/" + id)).getContentAsString())
        .contains("He eivät voi ottaa mukaan", "Täynnä", "Haluan, että he ottavat yhteyttä");
  }

  @Test
  void anOrganizationAnswersNothingThatIsNotOffered() throws Exception {
    HelpCaseId id = referred();
    String link = "/fi/ohjaus/" + varikko.household.secret(kaisa, "/fi/ohjaus");

    for (String answer : List.of("entered_in_error", "cancelled", "requested", "draft")) {
      assertThat(here.ask(Caller.visitor(), post(link).param("answer", answer)).getStatus())
          .as(answer)
          .isEqualTo(422);
    }
    assertThat(varikko.referral(aino, id).state()).isEqualTo(State.REQUESTED);
  }

  @Test
  void aRefusedReferralLeavesNoConsentBehind() throws Exception {
    HelpCaseId id = referred();
    Referral its = varikko.referral(aino, id);

    answer(its.id(), State.REJECTED, Reason.AT_CAPACITY);

    assertThat(consents.holds(its.consent())).isFalse();
  }

  @Test
  void noStepIsTakenWithoutAReasonThatBelongsToIt() throws Exception {
    HelpCaseId id = referred();
    ReferralId referral = varikko.referral(aino, id).id();

    assertThat(answer(referral, State.REJECTED, null)).isFalse();
    assertThat(answer(referral, State.REJECTED, Reason.GOT_HELP)).isFalse();
    assertThat(answer(referral, State.COMPLETED, Reason.GOT_HELP)).as("not accepted yet").isFalse();
    assertThat(answer(referral, State.ACCEPTED, null)).isTrue();
    assertThat(answer(referral, State.COMPLETED, Reason.GOT_HELP)).isTrue();
    assertThat(answer(referral, State.FAILED, Reason.OTHER)).as("it is over").isFalse();
  }

  @Test
  void whoeverTakesTheConsentBackIsSeenByNobodyAtAnyDoor() throws Exception {
    HelpCaseId id = referred();
    Referral referral = varikko.referral(aino, id);
    String link = "/fi/ohjaus/" + varikko.household.secret(kaisa, "/fi/ohjaus");
    String address = "/fi/oma/jarjesto/" + cafe.id() + "/ohjaukset";
    assertThat(here.ask(kaisa, get(address + "/" + referral.id())).getContentAsString())
        .contains("Aino");

    as(aino, () -> consents.withdraw(aino, new Consents.Key.Own(referral.consent())));

    assertThat(varikko.referral(aino, id).state()).isEqualTo(State.CANCELLED);
    assertThat(varikko.referral(aino, id).reason()).isEqualTo(Reason.CONSENT_WITHDRAWN);
    assertThat(here.ask(kaisa, get(address + "/" + referral.id())).getStatus()).isEqualTo(404);
    assertThat(here.ask(kaisa, get(address)).getContentAsString()).contains("Ei ohjauksia.");
    assertThat(here.ask(Caller.visitor(), get(link)).getContentAsString())
        .contains("Linkki ei ole enää voimassa");
    assertThat(here.ask(Caller.visitor(), post(link).param("answer", "accepted")).getStatus())
        .isEqualTo(422);
    assertThat(kaisa.viewer().run(this::seen)).as("nor past the gate").isZero();
    assertThat(here.ask(aino, get("/fi/oma/katsojat")).getContentAsString())
        .as("and she sees who had looked")
        .contains("Järjestön muokkaaja", "ohjaus palveluun");
  }

  @Test
  void whoeverEndsTheMatterLeavesNothingToRead() throws Exception {
    HelpCaseId id = referred();

    here.ask(aino, post("/fi/oma/asiat/" + id).param("act", "end"));

    HelpCase ended = house.step(() -> rows.find(id)).orElseThrow();
    assertThat(ended.outcome()).isEqualTo(HelpCase.Outcome.WITHDRAWN);
    assertThat(ended.words() + ended.contact()).isEmpty();
    assertThat(ended.needs()).isEmpty();
    assertThat(varikko.referral(aino, id).state()).isEqualTo(State.CANCELLED);
    assertThat(here.ask(nea, get("/fi/oma/palveluohjaus/" + id)).getStatus()).isEqualTo(404);
  }

  @Test
  void aTeamIsNotFloodedByAskingAndEndingAgain() throws Exception {
    for (int time = 0; time < 5; time++) {
      HelpCaseId id = varikko.asks(aino, team);
      here.ask(aino, post("/fi/oma/asiat/" + id).param("act", "end"));
    }

    assertThat(as(aino, () -> varikko.requests.ask(aino, Varikko.wish(team))))
        .isInstanceOf(HelpRequests.Outcome.TooMany.class);
  }

  @Test
  void anotherParentFindsNoSuchMatter() throws Exception {
    HelpCaseId id = referred();
    Caller eero = varikko.household.someone("Eero");

    assertThat(here.ask(eero, get("/fi/oma/asiat/" + id)).getStatus()).isEqualTo(404);
    assertThat(here.ask(eero, post("/fi/oma/asiat/" + id).param("act", "end")).getStatus())
        .isEqualTo(404);
    assertThatThrownBy(() -> varikko.chooses(eero, id, Option.Choice.SELF))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void ofTwoNavigatorsWhoTakeARequestAtOnceOneHasIt() throws Exception {
    HelpCaseId id = varikko.asks(aino, team);
    List<Callable<Navigators.Outcome>> all = new ArrayList<>();
    for (Caller navigator :
        List.of(
            nea, varikko.aNavigator(team), varikko.aNavigator(team), varikko.aNavigator(team))) {
      all.add(() -> as(navigator, () -> varikko.navigators.take(navigator, id)));
    }

    assertThat(Race.of(all)).containsOnlyOnce(Navigators.Outcome.DONE);
  }

  @Test
  void anAnswerThatDoesNotComeIsRemindedOfThenToldThenGivenUp() throws Exception {
    HelpCaseId id = referred();
    int before = varikko.household.letters(kaisa).size();

    // Monday; Thursday is the third working day.
    clock.pass(Duration.ofDays(3));
    passing.pass();
    passing.pass();
    assertThat(varikko.household.letters(kaisa)).as("once").hasSize(before + 1);

    clock.pass(Duration.ofDays(4));
    int told = varikko.household.letters(nea).size();
    passing.pass();
    assertThat(varikko.household.letters(nea)).hasSize(told + 1);

    // Two weeks and the sixth of December, which is a Sunday this year.
    clock.pass(Duration.ofDays(7));
    passing.pass();
    assertThat(varikko.referral(aino, id).reason()).isEqualTo(Reason.NO_ANSWER);
    assertThat(varikko.chooses(aino, id, Option.Choice.WANTED))
        .as("it can be tried again")
        .isEqualTo(HelpRequests.Chosen.DONE);
  }

  @Test
  void aMatterIsClosedWithAnOutcomeAndCanBeOpenedAgain() throws Exception {
    HelpCaseId id = taken();
    String address = "/fi/oma/palveluohjaus/" + id;

    assertThat(here.ask(nea, post(address).param("act", "close")).getStatus()).isEqualTo(422);
    here.ask(nea, post(address).param("act", "close").param("outcome", "partly"));
    assertThat(varikko.own(aino, id).helpCase().outcome()).isEqualTo(HelpCase.Outcome.PARTLY);

    here.ask(nea, post(address).param("act", "state").param("state", "contacted"));

    assertThat(varikko.own(aino, id).helpCase().stops()).isEqualTo(2);
    assertThat(varikko.own(aino, id).helpCase().isOpen()).isTrue();
  }

  @Test
  void aColleagueWhoGetsAMatterHasItAloneFromThenOn() throws Exception {
    HelpCaseId id = taken();
    Caller colleague = varikko.aNavigator(team);

    here.ask(
        nea,
        post("/fi/oma/palveluohjaus/" + id)
            .param("act", "hand_over")
            .param("to", colleague.person().id().toString()));

    assertThat(here.ask(nea, get("/fi/oma/palveluohjaus/" + id)).getStatus()).isEqualTo(404);
    assertThat(here.ask(colleague, get("/fi/oma/palveluohjaus/" + id)).getStatus()).isEqualTo(200);
  }

  @Test
  void whatWasClosedHalfAYearAgoIsForgotten() throws Exception {
    HelpCaseId id = taken();
    as(nea, () -> varikko.navigators.close(nea, id, HelpCase.Outcome.GOT_HELP));

    clock.pass(Duration.ofDays(180));
    passing.forget();
    assertThat(house.step(() -> rows.find(id))).isPresent();
    clock.pass(Duration.ofDays(5));
    passing.forget();

    assertThat(house.step(() -> rows.find(id))).isEmpty();
  }

  @Test
  void whoeverLeavesTheHouseLeavesNoMatterBehind() throws Exception {
    HelpCaseId id = referred();

    Viewer.house(() -> {
      people.forget(aino.person().id());
      return aino;
    });

    assertThat(house.step(() -> rows.find(id))).isEmpty();
    assertThat(received()).isEmpty();
  }

  @Test
  void aNavigatorWhoLeavesGivesTheirFamiliesBackToTheQueue() throws Exception {
    HelpCaseId id = taken();

    Viewer.house(() -> {
      people.forget(nea.person().id());
      return nea;
    });

    assertThat(house.step(() -> rows.find(id)).orElseThrow().navigator()).isNull();
  }

  @Test
  void whatTellsOfAFamilyIsNowhereInTheDatabaseAsItWasWritten() throws Exception {
    referred();

    assertThat(
            house.step(() ->
                jdbc.sql(
                        """
                        select h::text || o::text || r::text
                          from referrals.help_case h, referrals.option o, referrals.referral r
                        """)
                    .query((row, _) -> row.getString(1))
                    .list()))
        .isNotEmpty()
        .noneMatch(
            it -> it.contains("äitejä") || it.contains("1234567") || it.contains("loneliness"));
  }

  @Test
  void aRequestIsAskedForCheckedAndSentWithoutScripts() throws Exception {
    String form = "/fi/oma/apua";
    String where = "?team=" + team.id() + "&area=hyvinkaa";
    assertThat(here.ask(Caller.visitor(), get("/fi/apua?where=hyvinkaa")).getContentAsString())
        .contains("Kuljemme rinnalla.", form);
    assertThat(here.ask(aino, get(form + where)).getStatus()).isEqualTo(200);

    var faulty = here.ask(aino, post(form + where).param("act", "check").param("reach", "phone"));
    assertThat(faulty.getStatus()).isEqualTo(422);
    assertThat(faulty.getContentAsString()).contains("href=\"#needs\"", "href=\"#phone\"");

    String checked = here.ask(aino, asked(form + where).param("act", "check")).getContentAsString();
    assertThat(checked).contains("saa hoitaa asiaasi", "Annan luvan ja lähetän", "Yksinäisyys");
    assertThat(as(aino, () -> varikko.requests.of(aino))).as("nothing is kept yet").isEmpty();

    var sent = here.ask(aino, asked(form + where).param("act", "send"));

    assertThat(sent.getRedirectedUrl()).contains("/fi/oma/asiat/", "done=sent");
    assertThat(varikko.household.letters(nea)).isNotEmpty();
  }

  private static MockHttpServletRequestBuilder asked(String address) {
    return post(address)
        .param("need", "loneliness")
        .param("words", "Kaipaan seuraa.")
        .param("reach", "here");
  }

  private HelpCaseId taken() throws Exception {
    HelpCaseId id = varikko.asks(aino, team);
    as(nea, () -> varikko.navigators.take(nea, id));
    return id;
  }

  private HelpCaseId referred() throws Exception {
    HelpCaseId id = taken();
    varikko.offers(nea, id, varikko.aCafe(cafe));
    varikko.chooses(aino, id, Option.Choice.WANTED);
    return id;
  }

  private List<Inbox.Nameless> received() throws Exception {
    return as(kaisa, () -> varikko.inbox.of(kaisa, cafe.id()));
  }

  private boolean answer(ReferralId id, State next, @Nullable Reason reason) throws Exception {
    return as(kaisa, () -> varikko.inbox.answer(kaisa, cafe.id(), id, next, reason));
  }

  private int seen() {
    return transaction.execute(
        _ -> jdbc.sql("select count(*) from referrals.referral").query(Integer.class).single());
  }
}
