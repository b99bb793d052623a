package fi.rinnalla.referrals;

import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/// A teacher asks for Aino's family.
@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class IntroductionsTests {
  private static final String STEPS = "/fi/oma/perheen-puolesta";

  @Autowired Varikko varikko;
  @Autowired CaseRows rows;
  @Autowired CaseBelongings belongings;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization team;
  private Caller teacher;
  private Caller nea;
  private Caller aino;

  @BeforeEach
  void people() throws Exception {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    team = varikko.aTeam();
    nea = varikko.aNavigator(team);
    teacher = varikko.aProfessional(varikko.household.anOrganization());
    aino = varikko.household.someone("Aino");
    varikko.household.tells(aino);
  }

  private MockHttpServletRequestBuilder request(String act) {
    return post(STEPS + "/pyynto")
        .param("team", team.id().toString())
        .param("area", "hyvinkaa")
        .param("act", act)
        .param("said", "oral_attested")
        .param("need", "loneliness")
        .param("words", "Kaipaan seuraa.")
        .param("name", "Aino")
        .param("email", String.valueOf(aino.person().email()))
        .param("lang", "fi")
        .param("reach", "phone")
        .param("phone", "040 7654321");
  }

  private HelpCaseId sent() throws Exception {
    assertThat(here.ask(teacher, request("send")).getRedirectedUrl())
        .isEqualTo(STEPS + "?done=sent");
    return matters().getFirst().id();
  }

  private List<HelpCase> matters() {
    return house.step(() -> rows.of(aino.person().id()));
  }

  @Test
  void beforeTheFormStandTheStopPageAndTheWordsThatAreReadAloud() throws Exception {
    assertThat(here.ask(teacher, get(STEPS)).getContentAsString())
        .contains("soita 112", "lastensuojeluilmoitus")
        .doesNotContain("name=\"email\"");
    assertThat(
            here.ask(
                    teacher,
                    get(STEPS)
                        .param("step", "team")
                        .param("team", team.id().toString())
                        .param("area", "hyvinkaa"))
                .getContentAsString())
        .contains("Perhe antoi luvan", "Perhe ei antanut lupaa")
        .doesNotContain("name=\"email\"");
  }

  @Test
  void aNoIsKeptNowhereAndLeadsOn() throws Exception {
    long before = counted();

    assertThat(here.ask(teacher, get(STEPS).param("step", "no")).getContentAsString())
        .contains("Mitään ei ole tallennettu", "Kysy ensin nimettömänä", "/fi/apua");

    assertThat(counted()).isEqualTo(before);
  }

  private long counted() {
    return house.step(() ->
        jdbc.sql(
                """
                select (select count(*) from referrals.help_case)
                     + (select count(*) from referrals.introduction)
                     + (select count(*) from families.consent)
                """)
            .query(Long.class)
            .single());
  }

  @Test
  void theMatterIsTheFamilysOwnFromTheFirstMomentAndTheLetterNamesNothing() throws Exception {
    HelpCaseId id = sent();

    assertThat(here.ask(aino, get("/fi/oma/asiat/" + id)).getContentAsString())
        .contains("Kaipaan seuraa.", "040 7654321");
    assertThat(varikko.household.letters(aino))
        .isNotEmpty()
        .noneMatch(it ->
            Stream.of("seuraa", "7654321", "loneliness", team.name().fi()).anyMatch(it::contains));
  }

  @Test
  void theTeamLearnsWhatWasReadAloudAndNothingTheFamilyToldElsewhere() throws Exception {
    HelpCaseId id = sent();
    as(nea, () -> varikko.navigators.take(nea, id));

    assertThat(here.ask(nea, get("/fi/oma/palveluohjaus/" + id)).getContentAsString())
        .contains("Aino, 040 7654321", "Kaipaan seuraa.")
        .doesNotContain("Otso", "Ursa", "05800");
  }

  @Test
  void theProfessionalSeesThatItWasTakenOnAndNothingElse() throws Exception {
    HelpCaseId id = sent();
    assertThat(here.ask(teacher, get(STEPS)).getContentAsString()).contains("Odottaa ohjaajaa");

    as(nea, () -> varikko.navigators.take(nea, id));

    assertThat(here.ask(teacher, get(STEPS)).getContentAsString())
        .contains("Otettu hoitoon")
        .doesNotContain(
            "Odottaa ohjaajaa", "Aino", "Kaipaan", "7654321", id.toString(), "Yksinäisyys");
    assertThat(here.ask(teacher, get("/fi/oma/asiat/" + id)).getStatus()).isEqualTo(404);
    assertThat(here.ask(teacher, get("/fi/oma/palveluohjaus/" + id)).getStatus()).isEqualTo(404);
    assertThat(house.step(() -> belongings.of(teacher.person().id())).get("asked_for_others"))
        .hasSize(1);
  }

  @Test
  void whoTakesTheConsentBackByTheLetterIsSeenByNobodyAndTheProfessionalIsToldNothing()
      throws Exception {
    HelpCaseId id = sent();
    as(nea, () -> varikko.navigators.take(nea, id));
    String seen = list();
    String link =
        varikko.household.letters(aino).stream()
            .filter(it -> it.contains("/fi/suostumus/"))
            .findFirst()
            .orElseThrow()
            .replaceAll("(?s).*(/fi/suostumus/[0-9a-f]{64}).*", "$1");

    here.ask(Caller.visitor(), post(link).param("act", "withdraw"));

    HelpCase ended = house.step(() -> rows.find(id)).orElseThrow();
    assertThat(ended.outcome()).isEqualTo(HelpCase.Outcome.WITHDRAWN);
    assertThat(ended.words() + ended.contact()).isEmpty();
    assertThat(here.ask(nea, get("/fi/oma/palveluohjaus/" + id)).getStatus()).isEqualTo(404);
    assertThat(list()).isEqualTo(seen);
  }

  private String list() throws Exception {
    return here.ask(teacher, get(STEPS)).getContentAsString().replaceAll("(?s).*<h1>", "");
  }

  @Test
  void aSecondPressMakesNoSecondMatterAndTellsNothing() throws Exception {
    sent();
    sent();

    assertThat(matters()).hasSize(1);
  }

  @Test
  void whatCantBeReadStaysInTheForm() throws Exception {
    var answer =
        here.ask(
            teacher,
            post(STEPS + "/pyynto")
                .param("team", team.id().toString())
                .param("area", "hyvinkaa")
                .param("act", "check")
                .param("need", "grief")
                .param("email", "ei osoite"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(
            "Kerro, miten perhe antoi luvan.",
            "Valitse, miten perheeseen saa yhteyden.",
            "value=\"ei osoite\"");
    assertThat(
            here.ask(teacher, request("check").param("email", "").param("said", "in_app"))
                .getStatus())
        .as("the first of each is what counts")
        .isEqualTo(200);
  }

  @Test
  void theFormIsForProfessionalsOnly() throws Exception {
    for (Caller other : List.of(Caller.visitor(), aino, nea)) {
      assertThat(here.ask(other, request("send")).getStatus()).isIn(302, 303, 404);
    }
    assertThat(matters()).isEmpty();
  }

  @Test
  void whoLeavesTakesTheMatterAndEveryTraceOfTheIntroductionAlong() throws Exception {
    sent();
    long before = introduced();

    house.step(() -> {
      people.forget(aino.person().id());
      return before;
    });

    assertThat(introduced()).isEqualTo(before - 1);
  }

  private long introduced() {
    return house.step(
        () -> jdbc.sql("select count(*) from referrals.introduction").query(Long.class).single());
  }
}
