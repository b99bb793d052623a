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
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class CaseFiguresTests {
  @Autowired Varikko varikko;
  @Autowired CaseFigures figures;
  @Autowired CaseTally tally;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization team;
  private Caller nea;
  private String page;

  @BeforeEach
  void aTeam() {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    team = varikko.aTeam();
    nea = varikko.aNavigator(team);
    page = "/fi/oma/jarjesto/" + team.id() + "/palveluohjaus/luvut";
  }

  /// Seed 004: about twenty close families, and several hundred who were told at events.
  @Test
  void aHalfYearShowsCloseFamiliesAndThoseReachedWithoutANameOfAnybody() throws Exception {
    count("close", "", 20);
    for (String heads : List.of("120", "220")) {
      assertThat(here.ask(nea, post(page).param("heads", heads)).getStatus()).isEqualTo(302);
    }

    assertThat(here.ask(nea, get(page)).getContentAsString())
        .contains("Tapahtumissa tavoitettu: 340", "Tiiviisti rinnalla: 20");
  }

  @Test
  void aNumberUnderFiveIsNotToldNorASumThatWouldTellIt() throws Exception {
    count("closed", "got_help", 12);
    count("closed", "lost_contact", 2);

    CaseFigures.Line closed = lines().getFirst();

    assertThat(closed.cells())
        .containsExactly(
            new CaseFigures.Cell("got_help", 12), new CaseFigures.Cell("lost_contact", null));
    assertThat(closed.sum()).isNull();
    assertThat(here.ask(nea, get(page)).getContentAsString())
        .contains("alle 5")
        .doesNotContain(">14<", ": 14");
  }

  @Test
  void aSumIsToldWhereNothingIsSmall() throws Exception {
    count("chosen", "wanted", 8);
    count("chosen", "self", 6);

    assertThat(lines().getFirst().sum()).isEqualTo(14);
  }

  @Test
  void headsAreANumberThatCanBe() throws Exception {
    for (String heads : List.of("", "0", "-3", "monta", "99999")) {
      var answer = here.ask(nea, post(page).param("heads", heads));
      assertThat(answer.getStatus()).as(heads).isEqualTo(422);
      assertThat(answer.getContentAsString()).contains("href=\"#heads\"");
    }
    assertThat(lines()).isEmpty();
  }

  @Test
  void othersSeeNoFigures() throws Exception {
    Caller other = varikko.aNavigator(varikko.aTeam());

    assertThat(here.ask(other, get(page)).getStatus()).isEqualTo(404);
    assertThat(here.ask(varikko.household.someone("Aino"), get(page)).getStatus()).isEqualTo(404);
  }

  private List<CaseFigures.Line> lines() throws Exception {
    return as(
        nea,
        () -> figures.of(nea, team.id(), LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31)));
  }

  private void count(String what, String detail, int n) {
    house.step(() -> {
      tally.count(team.id(), what, detail, n);
      return what;
    });
  }
}
