package fi.rinnalla.signups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.signups.ComingFamilies.Cafe;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.AreaCode;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/// The pages of sign-up as they are asked over HTTP: what is wrong is said in a sentence, what was
/// typed stays in the form, and nothing has changed.
@HouseTest
@Import(ComingFamilies.class)
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class SignupPagesTests {
  @Autowired ComingFamilies families;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Cafe cafe;
  private Caller eero;

  @BeforeEach
  void aCafe() {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(families.people, context);
    cafe = families.aCafe();
    eero = families.caller(cafe.editor());
  }

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void anEditorOpensSignUpForTheirOwnEvent() throws Exception {
    assertThat(here.ask(eero, get(terms())).getContentAsString()).contains("Perhekahvila");

    assertThat(here.ask(eero, wanted("time", "persons", "12", "2")).getRedirectedUrl())
        .isEqualTo(terms() + "?saved=true");

    assertThat(families.standing(cafe).free()).isEqualTo(12);
    assertThat(here.ask(eero, get(terms()).param("saved", "true")).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "sometimes, persons, 12, 2",
    "time, dogs, 12, 2",
    "time, persons, 0, 2",
    "time, persons, 1001, 2",
    "time, persons, kaikki, 2",
    "time, persons, '', 2",
    "time, persons, 12, -1",
    "time, persons, 12, 337",
    "time, persons, 12, huomenna"
  })
  void termsThatNobodyCanMeanAreRefusedAndStayInTheForm(
      String scope, String unit, String capacity, String closes) throws Exception {
    MockHttpServletResponse answer = here.ask(eero, wanted(scope, unit, capacity, closes));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("role=\"alert\"", "value=\"" + capacity + "\"", "value=\"" + closes + "\"");
    assertThat(families.signups.board(families.listing(cafe))).as("still closed").isEmpty();
  }

  @Test
  void whatThePlacesAreForStaysWhenSomebodyHasSignedUp() throws Exception {
    here.ask(eero, wanted("time", "persons", "12", "2"));
    families.comes(cafe, "aino", 1);

    MockHttpServletResponse answer = here.ask(eero, wanted("series", "persons", "20", "2"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(families.standing(cafe).free()).isEqualTo(11);
    assertThat(families.state(cafe, "aino")).isEqualTo(State.CONFIRMED);
  }

  @Test
  void aBrowserThatHoldsAPlaceFindsItsWayBackAndHoldsOneAtATime() throws Exception {
    here.ask(eero, wanted("time", "families", "2", "2"));
    String page = "/fi/ilmoittaudu/" + families.listing(cafe).slug();
    Cookie held = takes(page, null);
    assertThat(families.standing(cafe).free()).isEqualTo(1);

    assertThat(here.ask(Caller.visitor(), get(page).cookie(held)).getContentAsString())
        .contains("Sinulle pidetään paikkaa", "/fi/ilmoittaudu/lomake/" + held.getValue());
    assertThat(here.ask(Caller.visitor(), get(page)).getContentAsString())
        .doesNotContain("Sinulle pidetään");

    Cookie other = takes(page, held);

    assertThat(other.getValue()).isNotEqualTo(held.getValue());
    assertThat(families.standing(cafe).free()).as("the first was given back").isEqualTo(1);
  }

  private Cookie takes(String page, @Nullable Cookie held) throws Exception {
    var form =
        post(page)
            .param("time", ComingFamilies.TUESDAY.toString())
            .param("adults", "1")
            .param("aim", "seat");
    Cookie cookie =
        here.ask(Caller.visitor(), held == null ? form : form.cookie(held))
            .getCookie("rinnalla-held");
    return Objects.requireNonNull(cookie);
  }

  @Test
  void anotherOrganizationsEditorFindsNoSuchPage() throws Exception {
    here.ask(eero, wanted("time", "persons", "12", "2"));
    Caller pia = families.caller(families.aCafe().editor());

    assertThat(here.ask(pia, get(terms())).getStatus()).isEqualTo(404);
    assertThat(here.ask(pia, wanted("time", "persons", "1", "2")).getStatus()).isEqualTo(404);
    assertThat(here.ask(pia, get(list())).getStatus()).isEqualTo(404);
    assertThat(families.standing(cafe).free()).isEqualTo(12);
  }

  @Test
  void anOrganizerCancelsAFamilysSignUpAndTheFamilyReadsWhy() throws Exception {
    here.ask(eero, wanted("time", "persons", "12", "2"));
    families.comes(cafe, "aino", 1);

    MockHttpServletResponse answer = here.ask(eero, cancelled("Sali on remontissa."));

    assertThat(answer.getRedirectedUrl()).startsWith(list() + "?time=");
    assertThat(families.letters(cafe, "aino")).contains("Sali on remontissa.");
    assertThat(families.standing(cafe).free()).isEqualTo(12);
    assertThat(here.ask(eero, cancelled("Toistamiseen.")).getStatus()).isEqualTo(302);
    assertThat(families.letters(cafe, "aino")).as("told once").doesNotContain("Toistamiseen.");
  }

  @Test
  void aMessageThatIsTooLongStaysInItsFormAndCancelsNothing() throws Exception {
    here.ask(eero, wanted("time", "persons", "12", "2"));
    families.comes(cafe, "aino", 1);
    String tooLong = "Sali on remontissa. ".repeat(Attendees.LONGEST / 20 + 1);

    MockHttpServletResponse answer = here.ask(eero, cancelled(tooLong));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains(tooLong, "Viesti on liian pitkä");
    assertThat(families.state(cafe, "aino")).isEqualTo(State.CONFIRMED);
  }

  @ParameterizedTest
  @CsvSource({"ei-kukaan, present", "'', present"})
  void aLineThatIsNotThereIsAskedAgain(String signup, String mark) throws Exception {
    here.ask(eero, wanted("time", "persons", "12", "2"));

    MockHttpServletRequestBuilder marking =
        post(list())
            .param("time", ComingFamilies.TUESDAY.toString())
            .param("signup", signup)
            .param("mark", mark);

    assertThat(here.ask(eero, marking).getStatus()).isEqualTo(422);
  }

  @Test
  void aFamilyChangesHowManyComeByTheLettersLink() throws Exception {
    here.ask(eero, wanted("time", "persons", "4", "2"));
    families.comes(cafe, "aino", 1, 2);

    assertThat(here.ask(Caller.visitor(), changed("2", "2")).getStatus()).isEqualTo(200);

    assertThat(families.standing(cafe).free()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, Tarkista lukumäärät",
    "2, Matti, Tarkista lukumäärät",
    "4, 2, Näin monelle ei ole tilaa"
  })
  void aChangeThatCannotBeMadeStaysInTheFormAndTheSignUpAsItWas(
      String adults, String ages, String said) throws Exception {
    here.ask(eero, wanted("time", "persons", "4", "2"));
    families.comes(cafe, "aino", 1, 2);

    MockHttpServletResponse answer = here.ask(Caller.visitor(), changed(adults, ages));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(said, "value=\"" + adults + "\"", "value=\"" + ages + "\"");
    assertThat(families.seen(cafe, "aino").signup().party().size()).isEqualTo(2);
  }

  @Test
  void aFamilyTakesTheirOwnTimeIntoTheirCalendarAndNoOther() throws Exception {
    here.ask(eero, wanted("time", "persons", "4", "2"));
    families.comes(cafe, "aino", 1);
    String file =
        "/fi/tapahtuma/" + families.listing(cafe).slug() + ".ics?time=" + ComingFamilies.TUESDAY;

    assertThat(body(get("/fi/omat/" + families.token(cafe, "aino")))).contains(file);
    assertThat(body(get(file)).split("BEGIN:VEVENT")).hasSize(2);
    assertThat(here.ask(Caller.visitor(), get(file + ":59")).getStatus()).isEqualTo(404);
  }

  @Test
  void whoseAddressIsNotKnownIsNotPromisedAReminder() throws Exception {
    here.ask(eero, wanted("time", "persons", "4", "2"));
    families.comes(cafe, "aino", 1);
    String own = "/fi/omat/" + families.token(cafe, "aino");
    assertThat(body(get(own))).contains("Muistutamme edellisenä päivänä");

    families.house.step(() ->
        families
            .jdbc
            .sql("delete from reminders.reminder where ref = :ref")
            .param("ref", families.seen(cafe, "aino").signup().id().value())
            .update());

    assertThat(body(get(own)))
        .contains("Tästä ei lähde muistutusta", "/fi/muistuta/")
        .doesNotContain("Muistutamme edellisenä päivänä");
  }

  private String body(MockHttpServletRequestBuilder request) throws Exception {
    return here.ask(Caller.visitor(), request).getContentAsString();
  }

  @Test
  void aPlaceThatIsOfferedIsTakenByTheLettersLinkOnce() throws Exception {
    here.ask(eero, wanted("time", "persons", "1", "2"));
    families.comes(cafe, "aino", 1);
    families.queues(cafe, "bea", 1);
    families.cancel(cafe, "aino");
    String link = "/fi/omat/" + families.token(cafe, "bea");

    MockHttpServletResponse answer = here.ask(Caller.visitor(), post(link).param("act", "accept"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(families.state(cafe, "bea")).isEqualTo(State.CONFIRMED);
    assertThat(here.ask(Caller.visitor(), post(link).param("act", "accept")).getStatus())
        .as("it is taken")
        .isEqualTo(422);
  }

  @Test
  void whoMayReadButNotChangeOpensNoSignUp() throws Exception {
    PersonId reader = families.someone("lukija-" + cafe.run() + "@example.org");
    Viewer.house(() -> {
      families.people.give(reader, Role.AUDITOR, null, new AreaCode("M106"), null);
      return reader;
    });

    assertThat(here.ask(families.caller(reader), wanted("time", "persons", "12", "2")).getStatus())
        .isIn(403, 404);
    assertThat(families.signups.board(families.listing(cafe))).isEmpty();
  }

  private String terms() {
    return "/fi/oma/ilmoittautuminen/" + families.listing(cafe).slug();
  }

  private String list() {
    return "/fi/oma/ilmoittautuneet/" + families.listing(cafe).slug();
  }

  private MockHttpServletRequestBuilder wanted(
      String scope, String unit, String capacity, String closes) {
    return post(terms())
        .param("scope", scope)
        .param("unit", unit)
        .param("capacity", capacity)
        .param("closes", closes)
        .param("queues", "true");
  }

  private MockHttpServletRequestBuilder cancelled(String message) {
    return post(list())
        .param("time", ComingFamilies.TUESDAY.toString())
        .param("signup", families.seen(cafe, "aino").signup().id().toString())
        .param("act", "cancel")
        .param("message", message);
  }

  private MockHttpServletRequestBuilder changed(String adults, String ages) {
    return post("/fi/omat/" + families.token(cafe, "aino"))
        .param("signup", families.seen(cafe, "aino").signup().id().toString())
        .param("act", "change")
        .param("adults", adults)
        .param("ages", ages);
  }
}
