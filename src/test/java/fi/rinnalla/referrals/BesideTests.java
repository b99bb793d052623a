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
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// Going along, and asking afterwards.
@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class BesideTests {
  @Autowired Varikko varikko;
  @Autowired Beside beside;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Caller aino;
  private Caller nea;
  private HelpCaseId id;
  private String own;
  private String desk;

  @BeforeEach
  void aMatter() throws Exception {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    Organization team = varikko.aTeam();
    aino = varikko.household.someone("Aino");
    varikko.household.tells(aino);
    nea = varikko.aNavigator(team);
    id = varikko.asks(aino, team);
    as(nea, () -> varikko.navigators.take(nea, id));
    own = "/fi/oma/asiat/" + id;
    desk = "/fi/oma/palveluohjaus/" + id;
  }

  @Test
  void whoFindsANewPlaceDauntingGoesThereTogether() throws Exception {
    assertThat(plan("2026-11-26", "10:15").getRedirectedUrl()).endsWith("?done=plan");

    assertThat(here.ask(aino, get(own)).getContentAsString())
        .contains("Bussilla yhdessä", "Kirjaston edessä", ".ics");
    String calendar = here.ask(aino, get(own + "/" + only() + ".ics")).getContentAsString();
    assertThat(calendar)
        .contains("SUMMARY:Tapaaminen", "CLASS:PRIVATE", "DTSTART:20261126T081500Z")
        .as("others may see the calendar")
        .doesNotContain("Kirjaston", "Bussi", "Nea");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20, 10:15", "2027-11-20, 10:15", "torstai, 10:15", "2026-11-26, ''"})
  void aTimeThatNobodyCanComeAtIsRefusedAndStaysInTheForm(String day, String time)
      throws Exception {
    var answer = plan(day, time);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Valitse päivä", "value=\"" + day + "\"");
    assertThat(planned()).isEmpty();
  }

  @Test
  void itIsRemindedOfOnceTheDayBeforeAndTheLetterSaysNothing() throws Exception {
    plan("2026-11-26", "10:15");
    clock.pass(Duration.ofHours(46));
    int before = varikko.household.letters(aino).size();

    beside.pass();
    beside.pass();

    List<String> letters = varikko.household.letters(aino);
    assertThat(letters).hasSize(before + 1);
    assertThat(letters.getLast()).doesNotContain("Kirjaston", "Nea", "palveluohjaus/");
  }

  @Test
  void theFamilyIsAskedInTwoWeeksAndInSixWhetherItHelped() throws Exception {
    here.ask(nea, post(desk).param("act", "state").param("state", "settled"));
    clock.pass(Duration.ofDays(14));
    int before = varikko.household.letters(aino).size();
    beside.pass();
    beside.pass();
    assertThat(varikko.household.letters(aino)).hasSize(before + 1);
    assertThat(here.ask(aino, get(own)).getContentAsString()).contains("Oletko saanut apua?");
    FollowUp first = arranged().followUps().getFirst();

    assertThat(
            here.ask(
                    aino,
                    post(own)
                        .param("act", "follow")
                        .param("option", first.id().toString())
                        .param("outcome", "partly"))
                .getRedirectedUrl())
        .endsWith("?done=followed");

    assertThat(arranged().followUps().getFirst().outcome()).isEqualTo(FollowUp.Outcome.PARTLY);
    assertThat(arranged().due(GivenClock.NOW.atZone(Zone.HELSINKI).toLocalDate().plusDays(14)))
        .as("the other one isn't due")
        .isEmpty();
    assertThat(
            here.ask(
                    aino,
                    post(own)
                        .param("act", "follow")
                        .param("option", first.id().toString())
                        .param("outcome", "got_help"))
                .getStatus())
        .as("said once")
        .isEqualTo(422);
  }

  @Test
  void nobodyElseArrangesOrAnswers() throws Exception {
    plan("2026-11-26", "10:15");
    Caller eero = varikko.household.someone("Eero");

    assertThat(here.ask(eero, get(own + "/" + only() + ".ics")).getStatus()).isEqualTo(404);
    assertThat(here.ask(eero, post(own).param("act", "follow")).getStatus()).isEqualTo(404);
    assertThat(here.ask(aino, post(desk).param("act", "plan")).getStatus()).isEqualTo(404);
  }

  @Test
  void whoGoesByThemselvesIsAskedToo() throws Exception {
    varikko.offers(nea, id, varikko.aCafe(varikko.household.anOrganization()));

    varikko.chooses(aino, id, Option.Choice.SELF);

    assertThat(varikko.own(aino, id).helpCase().state()).isEqualTo(HelpCase.State.SELF_GUIDED);
    assertThat(arranged().followUps()).extracting(FollowUp::weeks).containsExactly(2, 6);
  }

  private MockHttpServletResponse plan(String day, String time) throws Exception {
    return here.ask(
        nea,
        post(desk)
            .param("act", "plan")
            .param("kind", "bus")
            .param("day", day)
            .param("time", time)
            .param("place", "Kirjaston edessä"));
  }

  private Beside.Arranged arranged() throws Exception {
    return beside.of(varikko.own(aino, id).helpCase());
  }

  private List<Accompaniment> planned() throws Exception {
    return arranged().accompaniments();
  }

  private String only() throws Exception {
    return planned().getFirst().id().toString();
  }
}
