package fi.rinnalla.families;

import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class FamiliesTests {
  private static final String PAGE = "/fi/oma/perhe";

  @Autowired Household household;
  @Autowired Families families;
  @Autowired People people;
  @Autowired Vault vault;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Caller aino;
  private Caller eero;

  @BeforeEach
  void people() {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    aino = household.someone("Aino");
    eero = household.someone("Eero");
  }

  @Test
  void aFamilyTellsNicknamesAndYearsOfBirthAndReadsThemAgain() throws Exception {
    MockHttpServletResponse told =
        here.ask(
            aino,
            post(PAGE)
                .param("nickname", "Karhut")
                .param("where", "05800")
                .param("child_0", "Otso")
                .param("year_0", "2022")
                .param("child_1", "Ursa")
                .param("year_1", "2025"));
    assertThat(told.getRedirectedUrl()).isEqualTo(PAGE + "?done=told");

    Family family = own(aino);
    assertThat(family.nickname()).isEqualTo("Karhut");
    assertThat(family.municipality()).isEqualTo(AreaCode.municipality("106"));
    assertThat(family.children()).containsExactly(new Child("Otso", 2022), new Child("Ursa", 2025));
    assertThat(here.ask(aino, get(PAGE)).getContentAsString())
        .contains("value=\"Karhut\"", "value=\"Otso\"", "value=\"2025\"");
  }

  @Test
  void namesAreNowhereInTheDatabaseAsTheyWereWritten() throws Exception {
    household.tells(aino);

    List<String> rows =
        house.step(() ->
            jdbc.sql("select f::text || c::text from families.family f, families.child c")
                .query((row, _) -> row.getString(1))
                .list());

    assertThat(rows).isNotEmpty().noneMatch(it -> it.contains("Otso") || it.contains("Karhut"));
    assertThat(rows).as("nor as bytes").noneMatch(it -> it.contains("4f74736f"));
  }

  @Test
  void ofAFamilyThatMustNotBeFoundNoPlaceIsKept() throws Exception {
    household.tells(aino);

    here.ask(aino, post(PAGE).param("where", "05800").param("protected", "true"));

    Family family = own(aino);
    assertThat(family.isProtected()).isTrue();
    assertThat(family.municipality()).isNull();
    assertThat(family.postcode()).isEmpty();
  }

  @Test
  void whatCannotBeReadStaysInTheFormAndNothingIsChanged() throws Exception {
    household.tells(aino);

    MockHttpServletResponse answer =
        here.ask(
            aino,
            post(PAGE)
                .param("nickname", "Karhut")
                .param("where", "Ankkalinna")
                .param("child_0", "Otso")
                .param("year_0", "kaksi"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("value=\"Ankkalinna\"", "value=\"kaksi\"", "href=\"#where\"", "href=\"#year_0\"");
    assertThat(own(aino).children()).hasSize(2);
  }

  @Test
  void anotherAdultComesAlongByALetterThatSaysNothingOfTheFamily() throws Exception {
    household.tells(aino);
    as(aino, () -> families.invite(aino, String.valueOf(eero.person().email())));

    assertThat(household.letters(eero)).singleElement().asString().doesNotContain("Karhut", "Aino");
    String link = PAGE + "/mukaan/" + household.secret(eero, PAGE + "/mukaan");
    assertThat(here.ask(eero, get(link)).getContentAsString()).doesNotContain("Karhut");
    assertThat(as(eero, () -> families.of(eero))).as("to look is not to join").isEmpty();

    here.ask(eero, post(link));

    assertThat(own(eero).children()).hasSize(2);
    assertThat(own(aino).adults()).isEqualTo(2);
    assertThat(here.ask(household.someone("Ulla"), post(link)).getStatus())
        .as("a link is for one")
        .isEqualTo(422);
  }

  @Test
  void nobodyIsPesteredByInvitingAndLeavingAgain() throws Exception {
    for (int time = 0; time < 4; time++) {
      household.tells(aino);
      as(aino, () -> families.invite(aino, String.valueOf(eero.person().email())));
      as(aino, () -> families.leave(aino));
    }

    assertThat(household.letters(eero)).hasSize(1);
  }

  @Test
  void anInvitationIsGoodForAWeek() throws Exception {
    household.tells(aino);
    as(aino, () -> families.invite(aino, String.valueOf(eero.person().email())));
    String secret = household.secret(eero, PAGE + "/mukaan");

    clock.pass(Duration.ofDays(8));

    assertThat(as(eero, () -> families.join(eero, secret))).isEqualTo(Families.Joined.NOT_GOOD);
  }

  @Test
  void onesOwnFamilyIsLeftBeforeAnotherIsJoined() throws Exception {
    household.tells(aino);
    household.tells(eero);
    as(aino, () -> families.invite(aino, String.valueOf(eero.person().email())));
    String secret = household.secret(eero, PAGE + "/mukaan");

    assertThat(as(eero, () -> families.join(eero, secret))).isEqualTo(Families.Joined.HAS_ONE);
    as(eero, () -> families.leave(eero));
    assertThat(as(eero, () -> families.join(eero, secret))).isEqualTo(Families.Joined.DONE);
  }

  @Test
  void aFamilyStaysWithTheOtherAdultAndGoesWithTheLastOne() throws Exception {
    Family family = household.tells(aino);
    as(aino, () -> families.invite(aino, String.valueOf(eero.person().email())));
    as(eero, () -> families.join(eero, household.secret(eero, PAGE + "/mukaan")));

    Viewer.house(() -> {
      people.forget(aino.person().id());
      return aino;
    });
    assertThat(own(eero).children()).hasSize(2);

    as(eero, () -> families.leave(eero));

    assertThat(vault.find(family.id().value())).as("the key is gone").isEmpty();
    assertThat(count("families.family", family)).isZero();
  }

  @Test
  void nobodyElseSeesAFamilyEvenPastTheGate() throws Exception {
    Family family = household.tells(aino);
    Caller worker = household.worker(household.anOrganization());

    for (Caller other : List.of(eero, worker)) {
      assertThat(other.viewer().run(() -> seen(family))).isZero();
    }
    assertThat(aino.viewer().run(() -> seen(family))).isOne();
  }

  private int seen(Family family) {
    return transaction.execute(_ ->
        jdbc.sql("select count(*) from families.family where id = :id")
            .param("id", family.id().value())
            .query(Integer.class)
            .single());
  }

  private int count(String table, Family family) {
    return house.step(() ->
        jdbc.sql("select count(*) from " + table + " where id = :id")
            .param("id", family.id().value())
            .query(Integer.class)
            .single());
  }

  private Family own(Caller caller) throws Exception {
    return as(caller, () -> families.of(caller)).orElseThrow();
  }
}
