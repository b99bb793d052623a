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
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/// What becomes of families whose navigator is away or has gone.
@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class TeamLoadsTests {
  @Autowired Varikko varikko;
  @Autowired TeamLoads loads;
  @Autowired CaseRows rows;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization team;
  private Caller nea;
  private Caller noora;
  private Caller owner;
  private HelpCaseId id;

  @BeforeEach
  void aNavigatorHasAFamily() throws Exception {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    team = varikko.aTeam();
    nea = varikko.aNavigator(team);
    noora = varikko.aNavigator(team);
    owner = varikko.anOwner(team);
    Caller aino = varikko.household.someone("Aino");
    varikko.household.tells(aino);
    id = varikko.asks(aino, team);
    as(nea, () -> varikko.navigators.take(nea, id));
  }

  @Test
  void whoeverIsInChargeSeesHowManyAndGivesThemBackToTheQueue() throws Exception {
    String page = here.ask(owner, get(page())).getContentAsString();
    assertThat(page).contains("Nea", "1 perhe", "Palauta jonoon").doesNotContain("Aino", "äitejä");
    int before = varikko.household.letters(noora).size();

    assertThat(here.ask(owner, back(nea)).getRedirectedUrl()).endsWith("?done=given_back");

    assertThat(navigator()).isNull();
    assertThat(varikko.household.letters(noora)).hasSize(before + 1);
    as(noora, () -> varikko.navigators.take(noora, id));
    assertThat(navigator()).isEqualTo(noora.person().id().value());
    assertThat(here.ask(nea, get("/fi/oma/palveluohjaus/" + id)).getStatus()).isEqualTo(404);
  }

  @Test
  void nobodyElseSeesOrGivesBack() throws Exception {
    Caller editor = varikko.anEditor(team);
    Caller others = varikko.anOwner(varikko.aTeam());

    assertThat(here.ask(editor, get(page())).getContentAsString()).doesNotContain("1 perhe");
    for (Caller one : new Caller[] {editor, others, noora, Caller.visitor()}) {
      assertThat(here.ask(one, back(nea)).getStatus()).isGreaterThanOrEqualTo(302);
    }
    assertThat(navigator()).isEqualTo(nea.person().id().value());
  }

  @Test
  void familiesOfANavigatorWhoIsInTheTeamNoMoreWaitAgainByThemselves() {
    loads.letGo();
    assertThat(navigator()).as("as long as they are").isEqualTo(nea.person().id().value());
    house.step(() -> {
      people.rolesFor(team.id().value()).stream()
          .filter(it -> it.person().equals(nea.person().id()) && it.role() == Role.NAVIGATOR)
          .map(RoleHeld::id)
          .forEach(people::end);
      return team;
    });

    loads.letGo();

    assertThat(navigator()).isNull();
  }

  private String page() {
    return "/fi/oma/jarjesto/" + team.id() + "/palveluohjaus";
  }

  private MockHttpServletRequestBuilder back(Caller navigator) {
    return post(page() + "/jonoon").param("navigator", navigator.person().id().toString());
  }

  private @Nullable UUID navigator() {
    var navigator = house.step(() -> rows.find(id)).orElseThrow().navigator();
    return navigator == null ? null : navigator.value();
  }
}
