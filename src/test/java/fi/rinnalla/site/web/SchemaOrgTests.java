package fi.rinnalla.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.vocabulary.Position;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What our pages say to programs, against what schema.org and those who read it expect of each
/// type.
@HouseTest
class SchemaOrgTests {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  /// What a thing of each type must have to be of use.
  private static final Map<String, Set<String>> REQUIRED =
      Map.ofEntries(
          Map.entry(
              "Event",
              Set.of("name", "startDate", "endDate", "eventStatus", "eventAttendanceMode", "url")),
          Map.entry("Place", Set.of("name")),
          Map.entry("VirtualLocation", Set.of("url")),
          Map.entry("PostalAddress", Set.of("streetAddress", "addressLocality", "addressCountry")),
          Map.entry("GeoCoordinates", Set.of("latitude", "longitude")),
          Map.entry("NGO", Set.of("name", "url")),
          Map.entry("Organization", Set.of("name")),
          Map.entry("Service", Set.of("name", "url", "provider")),
          Map.entry("Offer", Set.of("price", "priceCurrency", "url")),
          Map.entry(
              "Schedule", Set.of("repeatFrequency", "startDate", "endDate", "scheduleTimezone")),
          Map.entry(
              "OpeningHoursSpecification", Set.of("opens", "closes", "validFrom", "validThrough")),
          Map.entry("ServiceChannel", Set.of("servicePhone")),
          Map.entry("ContactPoint", Set.of("telephone")));

  private static final LocalDateTime TOMORROW = LocalDateTime.of(2026, 11, 24, 9, 30);
  private static final Organization OURS = Listings.anAssociation("Tietoyhdistys");
  private static final Location LIBRARY = Listings.aLibrary("Tietokirjasto", 60.6304, 24.8604);
  private static final Location SHELTER =
      Listings.aPlace("Tietopiilo", Location.Visibility.HIDDEN, new Position(60.6377, 24.8677));
  private static final Service CAFE = Listings.aFamilyCafe("Tietokahvila", OURS);
  private static final Event CLUB =
      Events.withChanges(
          Events.held("Tietokerho", OURS, LIBRARY, Events.everyTuesday()),
          Events.moved(TOMORROW, TOMORROW.plusHours(1)),
          OccurrenceChange.cancelled(TOMORROW.plusWeeks(1)));
  private static final Event HIDDEN =
      Events.held("Tietopiilokerho", OURS, SHELTER, Events.everyMondayAfternoon());

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired WebApplicationContext context;

  @BeforeEach
  void published() {
    List.of(OURS, LIBRARY, SHELTER, CAFE).forEach(it -> directory.publish("schema", it));
    List.of(CLUB, HIDDEN).forEach(it -> calendar.publish("schema", it));
  }

  @Test
  void everyThingHasWhatItsTypeNeeds() throws Exception {
    List<String> lacking = new ArrayList<>();
    for (String path : List.of(event(CLUB), event(HIDDEN), place(), service(), organization())) {
      JsonNode data = data(path);
      assertThat(data.path("@context").asString()).isEqualTo("https://schema.org");
      things(data)
          .forEach(thing -> {
            String type = thing.path("@type").asString();
            assertThat(REQUIRED).as(path).containsKey(type);
            REQUIRED.getOrDefault(type, Set.of()).stream()
                .filter(field -> !thing.has(field))
                .forEach(field -> lacking.add("%s: %s has no %s".formatted(path, type, field)));
          });
    }
    assertThat(lacking).isEmpty();
  }

  @Test
  void anEventSaysWhenItIsNextHowItRepeatsAndWhatItCosts() throws Exception {
    JsonNode club = data(event(CLUB));

    assertThat(club.path("startDate").asString()).isEqualTo("2026-11-24T10:30+02:00");
    assertThat(club.path("eventStatus").asString())
        .isEqualTo("https://schema.org/EventRescheduled");
    assertThat(club.path("previousStartDate").asString()).isEqualTo("2026-11-24T09:30+02:00");
    assertThat(club.path("typicalAgeRange").asString()).isEqualTo("0-3");
    assertThat(club.path("offers").path("price").asString()).isEqualTo("0");
    assertThat(club.path("isAccessibleForFree").asBoolean()).isTrue();
    assertThat(club.path("organizer").path("@type").asString()).isEqualTo("NGO");
    JsonNode schedule = club.path("eventSchedule");
    assertThat(schedule.path("repeatFrequency").asString()).isEqualTo("P1W");
    assertThat(schedule.path("byDay").get(0).asString()).isEqualTo("https://schema.org/Tuesday");
    assertThat(schedule.path("startTime").asString()).isEqualTo("09:30");
    assertThat(schedule.path("exceptDate").get(0).asString()).isEqualTo("2026-12-01");
  }

  @Test
  void aHiddenPlaceIsInNoneOfIt() throws Exception {
    String data = data(event(HIDDEN)).toString();

    assertThat(data).doesNotContain("location\"", "Tietopiilo\"", "60.6377", "Torikatu");
  }

  @Test
  void aPlaceTellsTheHoursItsPageShows() throws Exception {
    JsonNode hours = data(place()).path("openingHoursSpecification");

    // From Monday 23 November; the library is shut at the weekend.
    assertThat(hours.size()).isEqualTo(5);
    assertThat(hours.get(0).path("validFrom").asString()).isEqualTo("2026-11-23");
    assertThat(hours.get(0).path("opens").asString()).isEqualTo("09:00");
    assertThat(hours.get(0).path("closes").asString()).isEqualTo("19:00");
  }

  private static Stream<JsonNode> things(JsonNode node) {
    Stream<JsonNode> inside = node.values().stream().flatMap(SchemaOrgTests::things);
    return node.has("@type") ? Stream.concat(Stream.of(node), inside) : inside;
  }

  private String event(Event event) {
    return "/fi/tapahtuma/" + calendar.find(event.id()).orElseThrow().slug();
  }

  private String place() {
    return "/fi/paikka/" + directory.find(LIBRARY.id()).orElseThrow().slug();
  }

  private String service() {
    return "/fi/palvelu/" + directory.find(CAFE.id()).orElseThrow().slug();
  }

  private String organization() {
    return "/fi/jarjestaja/" + directory.find(OURS.id()).orElseThrow().slug();
  }

  private JsonNode data(String path) throws Exception {
    String page =
        MockMvcBuilders.webAppContextSetup(context)
            .build()
            .perform(get(URI.create(path)))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).as(path).isTrue();
    return new JsonMapper().readTree(data.group(1));
  }
}
