package fi.rinnalla.referrals;

import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.families.Consents;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// What a family, its navigator and the organization of a referral write to each other.
@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class TalkingTests {
  @Autowired WebApplicationContext context;
  @Autowired Varikko varikko;
  @Autowired People people;
  @Autowired Consents consents;
  @Autowired Outbox outbox;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;

  private Neighbourhood here;
  private Organization cafeKeepers;
  private Caller aino;
  private Caller nea;
  private Caller kaisa;
  private HelpCaseId id;
  private String own;
  private String desk;

  @BeforeEach
  void aMatter() throws Exception {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    Organization team = varikko.aTeam();
    cafeKeepers = varikko.household.anOrganization();
    aino = varikko.household.someone("Aino");
    varikko.household.tells(aino);
    nea = varikko.aNavigator(team);
    kaisa = varikko.anEditor(cafeKeepers);
    id = varikko.asks(aino, team);
    own = "/fi/oma/asiat/" + id;
    desk = "/fi/oma/palveluohjaus/" + id;
  }

  @Test
  void aFamilyAndItsNavigatorWriteToEachOtherAndTheLettersSayNothing() throws Exception {
    assertThat(says(aino, own, "", "Onko täällä ketään?").getStatus())
        .as("nobody has taken the matter on")
        .isEqualTo(422);
    as(nea, () -> varikko.navigators.take(nea, id));

    says(nea, desk, "", "Sopisiko torstai klo 10?");
    says(nea, desk, "", "Sopisiko torstai klo 10?");
    assertThat(page(aino, own)).containsOnlyOnce("Sopisiko torstai klo 10?");
    says(aino, own, "", "Sopii hyvin.");

    assertThat(page(nea, desk)).contains("Sopii hyvin.");
    assertThat(outbox.letters()).noneMatch(it -> it.contains("torstai") || it.contains("Sopii"));
    assertThat(outbox.letters(email(nea)).getLast()).contains("Yhdessä asioistasi on uutta");
  }

  @Test
  void anOrganizationWritesAboutItsOwnReferralAndReadsNothingElse() throws Exception {
    String inbox = referred();
    says(nea, desk, "", "Vain meidän kesken");
    says(kaisa, inbox, "", "Tervetuloa perjantaina, ovi on pihan puolella.");
    String about = varikko.referral(aino, id).id().toString();

    assertThat(page(aino, own)).contains("Tervetuloa perjantaina");
    says(aino, own, about, "Tulemme kymmeneltä.");
    assertThat(page(kaisa, inbox))
        .contains("Tulemme kymmeneltä.")
        .doesNotContain("Vain meidän kesken");
    assertThat(page(nea, desk)).as("nor the navigator theirs").doesNotContain("kymmeneltä");
    assertThat(outbox.letters(email(kaisa)).getLast()).contains("on uusi viesti");
  }

  @Test
  void aWordTakenBackTakesTheMessagesToo() throws Exception {
    String inbox = referred();
    says(kaisa, inbox, "", "Tervetuloa perjantaina");
    Referral referral = varikko.referral(aino, id);
    as(aino, () -> consents.withdraw(aino, new Consents.Key.Own(referral.consent())));

    assertThat(says(kaisa, inbox, "", "Vielä yksi asia").getStatus()).isEqualTo(404);
    assertThat(says(aino, own, referral.id().toString(), "Hei").getStatus()).isEqualTo(422);
    assertThat(kept()).isZero();

    says(nea, desk, "", "Soitellaan");
    var matter = Objects.requireNonNull(varikko.own(aino, id).helpCase().consent());
    as(aino, () -> consents.withdraw(aino, new Consents.Key.Own(matter)));
    assertThat(says(nea, desk, "", "Hei").getStatus()).isEqualTo(404);
    assertThat(kept()).isZero();
  }

  @Test
  void whatCannotBeSentStaysInTheFormAndAStrangerWritesNothing() throws Exception {
    as(nea, () -> varikko.navigators.take(nea, id));
    assertThat(says(aino, own, "", " ").getContentAsString()).contains("Kirjoita viesti.");
    String tooLong = "ä".repeat(501);
    assertThat(says(aino, own, "", tooLong).getContentAsString()).contains(tooLong);
    assertThat(says(nea, desk, "", tooLong).getContentAsString()).contains(tooLong);

    Caller other = varikko.household.someone("Outi");
    assertThat(says(other, own, "", "Hei").getStatus()).isEqualTo(404);
    assertThat(says(other, desk, "", "Hei").getStatus()).isEqualTo(404);
    assertThat(kept()).isZero();
  }

  /// @return the referral's page in the organization's inbox
  private String referred() throws Exception {
    as(nea, () -> varikko.navigators.take(nea, id));
    Service cafe = varikko.aCafe(cafeKeepers);
    varikko.offers(nea, id, cafe);
    varikko.chooses(aino, id, Option.Choice.WANTED);
    return "/fi/oma/jarjesto/" + cafeKeepers.id() + "/ohjaukset/" + varikko.referral(aino, id).id();
  }

  private MockHttpServletResponse says(Caller caller, String at, String about, String words)
      throws Exception {
    return here.ask(
        caller, post(at).param("act", "say").param("option", about).param("said", words));
  }

  private String page(Caller caller, String at) throws Exception {
    return here.ask(caller, get(at)).getContentAsString();
  }

  private int kept() {
    return house.step(() ->
        jdbc.sql("select count(*) from referrals.said where help_case = :id")
            .param("id", id.value())
            .query(Integer.class)
            .single());
  }

  private static String email(Caller somebody) {
    return Objects.requireNonNull(somebody.person().email());
  }
}
