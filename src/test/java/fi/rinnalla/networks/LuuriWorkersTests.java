package fi.rinnalla.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.HouseTest;
import fi.rinnalla.families.Household;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// Who takes the calls of an area is said by those who look after it.
@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class LuuriWorkersTests {
  private static final AreaCode HYVINKAA = AreaCode.municipality("106");
  private static final String PAGE = "/fi/yllapito/luuri";

  @Autowired Outbox outbox;
  @Autowired Household household;
  @Autowired LuuriWorkers workers;
  @Autowired People people;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Caller raija;
  private String email;

  @BeforeEach
  void whoLooksAfterTheTown() {
    here = new Neighbourhood(people, context);
    raija = with(Role.REGION_ADMIN, HYVINKAA);
    email = "lumi-" + UUID.randomUUID() + "@example.org";
  }

  @Test
  void whoeverIsAskedGetsALetterAndIsOneWithAStrongSessionAlone() throws Exception {
    MockHttpServletResponse answer = asked(raija, HYVINKAA, email);

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(String.join("\n", outbox.letters()))
        .contains("Sinulle on annettu tehtävä Rinnalla-palvelussa", "/fi/kirjaudu/");
    assertThat(here.ask(raija, get(PAGE)).getContentAsString()).contains(email);
    Person lumi = Viewer.house(() -> people.find(email)).orElseThrow();
    assertThat(caller(lumi, Level.WEAK).roles()).doesNotContain(Role.LUURI_WORKER);
    assertThat(caller(lumi, Level.STRONG).roles()).contains(Role.LUURI_WORKER);
  }

  @Test
  void whoeverIsLetGoTakesNoCallsFromThen() throws Exception {
    asked(raija, HYVINKAA, email);
    Person lumi = Viewer.house(() -> people.find(email)).orElseThrow();
    UUID role = roleOf(lumi);
    Caller elsewhere = with(Role.REGION_ADMIN, AreaCode.municipality("091"));

    assertThat(here.ask(elsewhere, post(PAGE + "/" + role)).getStatus()).isEqualTo(404);
    assertThat(here.ask(raija, post(PAGE + "/" + role)).getStatus()).isEqualTo(302);

    assertThat(caller(lumi, Level.STRONG).roles()).doesNotContain(Role.LUURI_WORKER);
    assertThat(here.ask(raija, post(PAGE + "/" + role)).getStatus()).isEqualTo(404);
  }

  @Test
  void nobodyAsksForAnAreaThatTheyDontLookAfter() throws Exception {
    assertThat(asked(raija, AreaCode.municipality("091"), email).getStatus()).isEqualTo(422);
    Caller worker = with(Role.LUURI_WORKER, HYVINKAA);
    assertThat(asked(worker, HYVINKAA, email).getStatus()).isEqualTo(404);
    assertThat(here.ask(worker, get(PAGE)).getStatus()).isEqualTo(404);
    assertThat(Viewer.house(() -> people.find(email))).isEmpty();
  }

  @Test
  void whatIsNoAddressIsSaidAndNoAddressIsAskedWithoutEnd() throws Exception {
    MockHttpServletResponse answer = asked(raija, HYVINKAA, "lumi");
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Kirjoita sähköpostiosoite", "value=\"lumi\"");

    for (int i = 0; i < 3; i++) {
      assertThat(asked(raija, HYVINKAA, email).getStatus()).isEqualTo(302);
    }
    assertThat(asked(raija, HYVINKAA, email).getStatus()).isEqualTo(422);
  }

  private MockHttpServletResponse asked(Caller by, AreaCode area, String to) throws Exception {
    return here.ask(
        by, post(PAGE).param("email", to).param("area", area.value()).param("lang", "fi"));
  }

  private UUID roleOf(Person person) {
    return Viewer.house(() -> workers.of(raija)).stream()
        .filter(it -> it.person().equals(person.id()))
        .findFirst()
        .orElseThrow()
        .role();
  }

  private Caller with(Role role, AreaCode area) {
    Caller someone = household.someone("Joku");
    return Viewer.house(() -> {
      people.give(someone.person().id(), role, null, area, null);
      return people.caller(someone.person().id(), Level.STRONG).orElseThrow();
    });
  }

  private Caller caller(Person person, Level level) {
    return Viewer.house(() -> people.caller(person.id(), level)).orElseThrow();
  }
}
