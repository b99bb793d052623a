package fi.rinnalla.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Contact;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/// What the HSDS API tells of one record, and in which language.
@HouseTest
@AutoConfigureMockMvc
@TestPropertySource(properties = "rinnalla.test.town=hsds-records")
class RecordsOverHttpTests {
  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Json json;

  private final Organization mll = Listings.anAssociation("MLL");
  private final Location library = Listings.aLibrary("Kirjasto", 60.6305, 24.8600);
  private final Service cafe = Listings.aFamilyCafe("Perhekahvila", mll);
  private final ServiceAtLocation at =
      new ServiceAtLocation(
          Listings.at(cafe, library).id(),
          cafe.id(),
          library.id(),
          Text.none(),
          List.of(),
          List.of(),
          List.of(
              Schedule.weekly("TU", LocalTime.of(9, 30), LocalTime.of(11, 30))
                  .onlyByAppointment()
                  .except(Schedule.ExceptionalDay.closed(LocalDate.of(2026, 12, 24)))));

  private Api api;

  @BeforeEach
  void aFamilyCafe() {
    api = new Api(mvc);
    List.of(mll, library, cafe, at).forEach(it -> directory.publish("t", it));
    directory.override(
        RecordKind.SERVICE,
        cafe.uuid(),
        json.tree(Map.of("name", Map.of("fi", "Perhekahvila", "sv", "Familjekafé"))));
  }

  @Test
  void aServiceIsToldWithAllThatBelongsToIt() {
    JsonNode service = api.ok("/services/" + cafe.id());
    JsonNode here = service.path("service_at_locations").path(0);
    JsonNode place = here.path("location");

    assertThat(service.path("name").asString()).isEqualTo("Perhekahvila");
    assertThat(service.path("status").asString()).isEqualTo("active");
    assertThat(service.path("minimum_age").asInt()).isZero();
    assertThat(service.path("organization").path("name").asString()).isEqualTo("MLL");
    assertThat(service.path("cost_options").path(0).path("amount").asDouble()).isZero();
    assertThat(service.path("service_areas").path(0).path("name").asString()).isEqualTo("Hyvinkää");
    assertThat(service.path("attributes").path(0).path("taxonomy_term").path("code").asString())
        .isEqualTo("P3");
    assertThat(place.path("latitude").asDouble()).isEqualTo(60.6305);
    assertThat(place.path("addresses").path(0).path("state_province").asString())
        .isEqualTo("Keski-Uudenmaan hyvinvointialue");
    assertThat(place.path("accessibility").path(0).path("features").asString())
        .isEqualTo("pram;wheelchair");
    assertThat(api.ok("/service_at_locations/" + at.id()).path("service").path("id"))
        .isEqualTo(service.path("id"));
    assertThat(
            api.ok("/organizations/" + mll.id()).path("services").path(0).path("name").asString())
        .isEqualTo("Perhekahvila");
  }

  @Test
  void hoursHaveTheOffsetOfTheirSeasonAndSayWhoseClockTheyAreOn() {
    JsonNode hours =
        api.ok("/service_at_locations/" + at.id() + "?lang=en").path("schedules").path(0);

    assertThat(hours.path("freq").asString()).isEqualTo("WEEKLY");
    assertThat(hours.path("byday").asString()).isEqualTo("TU");
    assertThat(hours.path("opens_at").asString()).isEqualTo("09:30+02:00");
    assertThat(hours.path("closes_at").asString()).isEqualTo("11:30+02:00");
    assertThat(hours.path("timezone").asInt()).isEqualTo(2);
    assertThat(hours.path("time_zone").asString()).isEqualTo("Europe/Helsinki");
    assertThat(hours.path("attending_type").asString()).isEqualTo("by appointment");
    assertThat(hours.path("notes").asString()).isEqualTo("24 Dec 2026 closed");
    assertThat(hours.path("exceptions").asString()).isEqualTo("2026-12-24:closed");
    assertThat(hours.path("schedule_link").asString()).contains("/en/service/perhekahvila-");
  }

  @Test
  void aFamilyCafeOfEveryWeekIsItsServicesHoursAndOneOfASingleDayIsNot() {
    var weekly =
        Events.ofService(Events.held("Avoin aamu", mll, library, Events.everyTuesday()), cafe);
    var once =
        Events.ofService(
            Events.held(
                "Joulujuhla", mll, library, Events.once(LocalDate.of(2026, 12, 10).atTime(17, 0))),
            cafe);
    var elsewhere =
        Events.ofService(
            Events.held(
                "Toisaalla", mll, Listings.aLibrary("Muualla", 60.7, 24.9), Events.everyTuesday()),
            cafe);
    directory.publish("t", Listings.aLibrary("Muualla", 60.7, 24.9));
    List.of(weekly, once, elsewhere).forEach(it -> calendar.publish("t", it));

    JsonNode schedules = api.ok("/service_at_locations/" + at.id()).path("schedules");

    List<String> told = new ArrayList<>();
    schedules.forEach(it -> told.add(it.path("description").asString("")));
    assertThat(told).containsExactlyInAnyOrder("", "Avoin aamu");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sv | '' | Familjekafé | sv",
        "'' | sv-FI,fi;q=0.8 | Familjekafé | sv",
        "'' | de, sv;q=0.4, en;q=0.2 | Familjekafé | sv",
        "'' | en;q=0, sv | Familjekafé | sv",
        "fi | sv | Perhekahvila | fi",
        "'' | de | Perhekahvila | fi",
        "'' | ;;;q=x | Perhekahvila | fi"
      })
  void anAnswerIsInOneLanguage(String lang, String accepted, String name, String content) {
    MockHttpServletResponse response =
        api.get("/services" + (lang.isEmpty() ? "" : "?lang=" + lang), "Accept-Language", accepted);

    assertThat(Api.body(response)).contains("\"" + name + "\"");
    assertThat(response.getHeader("Content-Language")).isEqualTo(content);
    assertThat(response.getHeaders("Vary")).contains("Accept-Language");
  }

  @Test
  void aTextInAnotherLanguageThanTheAnswerIsNamed() {
    JsonNode swedish = api.contents("/services?lang=sv").getFirst();
    JsonNode english = api.contents("/services?lang=en").getFirst();

    assertThat(swedish.path("fallback_languages").has("name")).isFalse();
    assertThat(swedish.path("fallback_languages").path("summary").asString()).isEqualTo("fi");
    assertThat(english.path("name").asString()).isEqualTo("Perhekahvila");
    assertThat(english.path("fallback_languages").path("name").asString()).isEqualTo("fi");
    assertThat(english.path("organization").path("fallback_languages").path("name").asString())
        .isEqualTo("fi");
    assertThat(api.contents("/services?lang=fi").getFirst().has("fallback_languages")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/services/9cc8445e-da2a-553d-8c32-6cb7c5c31b47",
    "/services/perhekahvila",
    "/organizations/9cc8445e-da2a-553d-8c32-6cb7c5c31b47",
    "/service_at_locations/9cc8445e-da2a-553d-8c32-6cb7c5c31b47",
    "/taxonomies/9cc8445e-da2a-553d-8c32-6cb7c5c31b47",
    "/taxonomy_terms/P3"
  })
  void whatIsntThereIsSaidNotToBeInTheLanguageOfTheQuestion(String path) {
    JsonNode problem = api.refused(path, 404, "Accept-Language", "en");

    assertThat(problem.path("title").asString()).isEqualTo("Not Found");
    assertThat(problem.path("detail").asString()).startsWith("There is nothing with this id");
  }

  @Test
  void aContactIsToldByItsRoleAndNotByName() {
    var person = "Testi Henkilö";
    var phone = new Phone("09 4242 1009", "vaihde", "voice", Text.fi("Arkisin"), List.of("fi"));
    var named = new Contact(person, Text.fi("Kerhovastaava"), Text.none(), null, List.of(phone));
    var onlyNamed = new Contact(person, Text.none(), Text.none(), null, List.of());
    Organization parish = withContacts(Listings.anAssociation("Kerho"), named, onlyNamed);
    directory.publish("t", parish);

    JsonNode contacts = api.ok("/organizations/" + parish.id()).path("contacts");

    assertThat(contacts).hasSize(1);
    assertThat(contacts.path(0).path("title").asString()).isEqualTo("Kerhovastaava");
    assertThat(contacts.path(0).path("phones").path(0).path("description").asString())
        .isEqualTo("Arkisin vaihde");
    assertThat(contacts.path(0).path("phones").path(0).path("languages").path(0).path("name"))
        .hasToString("\"suomi\"");
    for (String path : List.of("/organizations?full=true", "/services?full=true")) {
      assertThat(Api.body(api.get(path))).as(path).doesNotContain(person);
    }
  }

  private static Organization withContacts(Organization it, Contact... contacts) {
    return new Organization(
        it.id(),
        it.organizationKind(),
        it.name(),
        it.alternateName(),
        it.description(),
        it.email(),
        it.website(),
        it.parent(),
        it.area(),
        it.identifiers(),
        it.phones(),
        List.of(contacts),
        it.verification());
  }

  @Test
  void anOrganizationIsToldWithWhatTheStandardWontDoWithout() {
    JsonNode organization = api.ok("/organizations/" + mll.id());

    assertThat(organization.path("email").asString()).isEqualTo("toimisto@example.org");
    assertThat(organization.path("kind").asString()).isEqualTo("ngo");
    assertThat(organization.path("description").asString("missing")).isEmpty();
  }
}
