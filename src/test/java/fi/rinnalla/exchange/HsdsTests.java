package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class HsdsTests {
  @Autowired HsdsReader reader;
  @TempDir Path folder;

  private Basket read() throws IOException {
    Basket basket = new Basket();
    try (Feed feed =
        Feed.open(Source.byHand("t", Format.HSDS, "x"), folder.toString(), Fetches.fetcher())) {
      reader.read(feed, basket);
    }
    return basket;
  }

  private void table(String name, String csv) throws IOException {
    Files.writeString(folder.resolve(name), csv);
  }

  private static <T> T only(Basket basket, Class<T> type) {
    return basket.drafts.stream()
        .map(Draft::record)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPackageOfVersionOneIsReadByItsOwnNames() throws IOException {
    table("organizations.csv", "id,name,url\n1,Agency,www.example.org\n");
    table("services.csv", "id,organization_id,name,status\n7,1,Counselling,active\n");
    table("locations.csv", "id,organization_id,name,latitude,longitude\n3,1,House,60.63,24.86\n");
    table("services_at_location.csv", "id,service_id,location_id\n9,7,3\n");
    table(
        "physical_addresses.csv",
        "id,location_id,address_1,city,postal_code\n1,3,Torikatu 1,Hyvinkää,05800\n");
    table(
        "regular_schedules.csv",
        "id,service_id,weekday,opens_at,closes_at\n1,7,Monday,09:00,16:00\n");
    table(
        "holiday_schedules.csv",
        "id,service_id,closed,start_date,end_date\n1,7,true,2026-12-24,2026-12-26\n");
    table("languages.csv", "id,service_id,language\n1,7,Finnish\n2,7,ruotsi\n");
    table("taxonomy.csv", "id,name,vocabulary\n44,vauva,x\n");
    table("service_taxonomy.csv", "id,service_id,taxonomy_id\n1,7,44\n");
    table("eligibility.csv", "id,service_id,eligibility\n1,7,Everyone\n");

    Basket basket = read();

    Organization organization = only(basket, Organization.class);
    assertThat(organization.website()).isEqualTo("https://www.example.org");
    Service service = only(basket, Service.class);
    assertThat(service.languages()).containsExactly("fi", "sv");
    assertThat(service.organization()).isEqualTo(organization.id());
    assertThat(service.eligibility().fi()).isEqualTo("Everyone");
    assertThat(service.terms()).extracting(Object::toString).contains("baby-life");
    Schedule schedule = service.schedules().getFirst();
    assertThat(schedule.byday()).isEqualTo("MO");
    assertThat(schedule.opensAt()).isEqualTo(LocalTime.of(9, 0));
    assertThat(schedule.exceptions()).hasSize(3);
    Location location = only(basket, Location.class);
    assertThat(location.area()).hasToString("M106");
    assertThat(only(basket, ServiceAtLocation.class).location()).isEqualTo(location.id());
    assertThat(location.id().value().version()).isEqualTo(5);
  }

  @Test
  void ourOwnColumnsAreRead() throws IOException {
    table("organizations.csv", "id,name,name_sv,kind\no,Kaupunki,Stad,municipality\n");
    table(
        "locations.csv",
        "id,name,visibility,area_code,latitude,longitude\nl,Turvakoti,area only,M106,60.6,24.8\n");
    table("accessibility.csv", "id,location_id,description,features\na,l,Hissi on,lift;pram\n");
    table(
        "services.csv",
        "id,organization_id,name,summary_en,how_it_goes,minimum_age,maximum_age\ns,o,Kahvila,Coffee,Ovi on auki,0,0.5\n");
    table(
        "schedules.csv",
        "id,service_id,freq,byday,opens_at,closes_at,exceptions\nx,s,WEEKLY,\"MO,TU\",9:00,12:00,2026-12-24:closed;2026-12-31:10:00-12:00\n");
    table(
        "attributes.csv",
        "id,link_id,link_entity,taxonomy_term_id\n1,s,service,P3.4\n2,s,service,meeting-others\n");

    Basket basket = read();

    assertThat(basket.notices).isEmpty();
    assertThat(only(basket, Location.class).visibility()).isEqualTo(Location.Visibility.AREA_ONLY);
    assertThat(only(basket, Location.class).features()).hasSize(2);
    Service service = only(basket, Service.class);
    assertThat(service.summary().en()).isEqualTo("Coffee");
    assertThat(service.terms())
        .extracting(Object::toString)
        .containsExactly("P3.4", "meeting-others");
    assertThat(service.schedules().getFirst().exceptions().get(1).closesAt())
        .isEqualTo(LocalTime.NOON);
  }

  private Schedule schedule(Basket basket) {
    return only(basket, Location.class).schedules().getFirst();
  }

  private Basket hours(String from, String to, String opens, String closes) throws IOException {
    table("locations.csv", "id,name,latitude,longitude\nl,Kirjasto,60.6,24.8\n");
    table(
        "schedules.csv",
        "id,location_id,freq,byday,valid_from,valid_to,opens_at,closes_at\nx,l,WEEKLY,MO,%s,%s,%s,%s\n"
            .formatted(from, to, opens, closes));
    return read();
  }

  @Test
  void anHourWithEitherOfFinlandsOffsetsIsTheHourOnTheWall() throws IOException {
    Basket basket = hours("", "", "09:00+02:00", "15:30:00+03:00");
    assertThat(basket.notices).isEmpty();
    assertThat(schedule(basket).opensAt()).isEqualTo(LocalTime.of(9, 0));
    assertThat(schedule(basket).closesAt()).isEqualTo(LocalTime.of(15, 30));
  }

  @Test
  void anHourInUtcIsTurnedToTheClockOfHelsinkiWhileThatDoesNotTurn() throws IOException {
    Basket basket = hours("2026-06-01", "2026-08-14", "06:00Z", "12:30Z");
    assertThat(basket.notices).isEmpty();
    assertThat(schedule(basket).opensAt()).isEqualTo(LocalTime.of(9, 0));
    assertThat(schedule(basket).closesAt()).isEqualTo(LocalTime.of(15, 30));
  }

  @Test
  void anHourInUtcAllYearIsToldAndNotShown() throws IOException {
    Basket basket = hours("", "", "07:00Z", "13:00Z");
    assertThat(basket.types()).containsExactly("HourInAnotherZone", "HourInAnotherZone");
    assertThat(schedule(basket).opensAt()).isNull();
    assertThat(hours("2026-10-01", "2026-11-30", "07:00Z", "13:00").types())
        .containsExactly("HourInAnotherZone");
  }

  @Test
  void anHourThatIsOfAnotherDayInHelsinkiIsToldAndNotShown() throws IOException {
    Basket basket = hours("2026-06-01", "2026-06-30", "22:00Z", "9:00");
    assertThat(basket.types()).containsExactly("HourInAnotherZone");
  }

  @Test
  void hoursThatEndBeforeTheyBeginAreANightOrASlip() throws IOException {
    Basket slip = hours("", "", "09:00", "08:00");
    assertThat(slip.types()).containsExactly("ClosesBeforeOpening");
    assertThat(schedule(slip).opensAt()).isNull();
    Basket night = hours("", "", "18:00", "02:00");
    assertThat(night.notices).isEmpty();
    assertThat(schedule(night).closesAt()).isEqualTo(LocalTime.of(2, 0));
  }

  @Test
  void hoursOfDaysThatCanNotBeReadAreNotHoursOfEveryDay() throws IOException {
    table("locations.csv", "id,name,latitude,longitude\nl,Talo,60.6,24.8\n");
    table(
        "schedules.csv",
        "id,location_id,freq,byday,opens_at,closes_at\nx,l,WEEKLY,QQ,9:00,12:00\n");
    Basket basket = read();
    assertThat(basket.types()).containsExactly("ImpossibleInRule");
    assertThat(only(basket, Location.class).schedules()).isEmpty();
  }

  @Test
  void aPartOfARuleThatCanNotBeIsToldAndADayOfCheckingToComeIsNotBelieved() throws IOException {
    table(
        "locations.csv", "id,name,latitude,longitude,assured_date\nl,Talo,60.6,24.8,2999-01-01\n");
    table(
        "schedules.csv",
        "id,location_id,freq,byday,interval,count,bymonthday,opens_at,closes_at\n"
            + "x,l,WEEKLY,MO,0,-5,77,9:00,12:00\n");
    table(
        "addresses.csv",
        "id,location_id,address_1,city,postal_code\na,l,Tie 1,Hyvinkää,<b>05800</b>\n");
    Basket basket = read();
    assertThat(basket.types())
        .containsExactlyInAnyOrder(
            "ImpossibleInRule",
            "ImpossibleInRule",
            "ImpossibleInRule",
            "HtmlRemoved",
            "VerifiedInFuture");
    Location location = only(basket, Location.class);
    assertThat(location.verification().on()).isNull();
    assertThat(location.addresses().getFirst().postalCode()).isEqualTo("05800");
  }

  @Test
  void aDateToldAsAMomentIsTheDayInHelsinki() throws IOException {
    Basket basket = hours("2026-05-31T21:00:00Z", "2026-08-14T00:00:00+03:00", "9:00", "15:00");
    assertThat(schedule(basket).validFrom()).isEqualTo(LocalDate.of(2026, 6, 1));
    assertThat(schedule(basket).validTo()).isEqualTo(LocalDate.of(2026, 8, 14));
  }

  @Test
  void aWordForVisibilityThatWeDoNotKnowHidesTheAddress() throws IOException {
    table("locations.csv", "id,name,visibility\nl,Turvakoti,secret\n");
    Basket basket = read();
    assertThat(only(basket, Location.class).visibility()).isEqualTo(Location.Visibility.AREA_ONLY);
    assertThat(basket.types()).contains("UnknownWord");
  }

  @Test
  void aNestedServiceBringsItsOrganizationAndPlaceWithIt() throws IOException {
    table(
        "services.json",
        """
        {"size": 3, "contents": [{"id": "s1", "name": "Kahvila", "status": "active",
          "description": "<p>Hei</p><p>vaan<script>alert(1)</script></p>",
          "organization": {"id": "o1", "name": "MLL"},
          "service_at_locations": [{"id": "a1", "location": {"id": "l1", "name": "Talo", "latitude": 100, "longitude": 101}}],
          "cost_options": [{"amount": 0}]}]}
        """);

    Basket basket = read();

    assertThat(basket.drafts).hasSize(4);
    assertThat(only(basket, Service.class).isFree()).isTrue();
    assertThat(only(basket, Service.class).description().fi()).isEqualTo("Hei\n\nvaan");
    assertThat(basket.types()).contains("HeaderContentsMismatch", "NotAPosition", "HtmlRemoved");
  }
}
