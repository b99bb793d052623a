package fi.rinnalla.finland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationKind;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.Notice;
import fi.rinnalla.exchange.ProgressListener;
import fi.rinnalla.exchange.Source;
import fi.rinnalla.vocabulary.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// PTV from a folder of its objects.
@HouseTest
class PtvFilesTests {
  @Autowired Imports imports;
  @Autowired Directory directory;
  @TempDir Path folder;

  private ImportRun run;

  @BeforeEach
  void aTownWithACafeAndANumber() throws IOException {
    write("1-service.json", PtvObjects.cafe("Kahvila Kehto"));
    write("2-service.json", PtvObjects.advice());
    write("channels.json", "[%s, %s]".formatted(PtvObjects.phone(), PtvObjects.application()));
    write(
        "page.json",
        "{\"pageNumber\": 1, \"pageCount\": 1, \"itemList\": [" + PtvObjects.homePage() + "]}");
    write("place.json", PtvObjects.place(PtvObjects.CAFE_PLACE, "Perhetupa", "Published"));
    write(
        "town.json",
        "{\""
            + PtvObjects.TOWN
            + "\": "
            + PtvObjects.organization(PtvObjects.TOWN, "Keksitty kaupunki")
            + "}");
    run = imported("ptv");
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json);
  }

  private ImportRun imported(String source) {
    return imports.run(
        Source.byHand(source, PtvReader.PTV, "folder"), folder.toString(), ProgressListener.NOBODY);
  }

  private List<Notice> notices(String type) {
    return imports.find(run.id()).orElseThrow().notices().getOrDefault(type, List.of());
  }

  private Organization town() {
    return directory
        .find(new OrganizationId(PtvObjects.uuid(PtvObjects.TOWN)))
        .orElseThrow()
        .record();
  }

  private Location place() {
    return directory
        .find(new LocationId(PtvObjects.uuid(PtvObjects.CAFE_PLACE)))
        .orElseThrow()
        .record();
  }

  private Service service(String id) {
    return directory.find(new ServiceId(PtvObjects.uuid(id))).orElseThrow().record();
  }

  @Test
  void allLandsInWhateverOrderTheFilesCome() {
    assertThat(run.complete()).isTrue();
    assertThat(run.counts().faulty()).isZero();
    assertThat(run.notices()).doesNotContainKeys("UnknownReference", "UnrecognisedRecord");
  }

  @Test
  void anOrganizationKeepsItsIdsAndBothItsNames() {
    Organization town = town();

    assertThat(town.organizationKind()).isEqualTo(OrganizationKind.MUNICIPALITY);
    assertThat(town.name().sv()).isEqualTo("Påhittade staden");
    assertThat(town.alternateName().fi()).isEqualTo("Kekseliäs");
    assertThat(town.identifiers())
        .extracting(Organization.Identifier::identifier)
        .containsExactly(PtvObjects.TOWN, "1234567-1", "1.2.246.10.1");
    assertThat(town.website()).isEqualTo("https://keksitty.example");
    assertThat(town.area()).hasToString("M106");
  }

  @Test
  void aNumberThatStandsOnceForEachLanguageIsOneNumber() {
    assertThat(town().phones()).hasSize(1);
    assertThat(town().phones().getFirst().number()).isEqualTo("+358191234");
    assertThat(town().phones().getFirst().description().sv()).isEqualTo("Växel");
  }

  @Test
  void anAddressToFillInIsNoAddress() {
    assertThat(town().email()).isEqualTo("kirjaamo@keksitty.example");
    assertThat(town().contacts()).isEmpty();
    assertThat(notices("NotAnEmail")).hasSize(1);
  }

  @Test
  void aPersonsNameBesideANumberIsLeftOutAndTheNumberStays() {
    assertThat(place().phones()).hasSize(1);
    assertThat(place().phones().getFirst().number()).isEqualTo("+358401234567");
    assertThat(place().phones().getFirst().description().isEmpty()).isTrue();
    assertThat(notices("PersonLeftOut"))
        .singleElement()
        .matches(notice -> notice.value() == null)
        .extracting(notice -> notice.sentence().toString())
        .asString()
        .doesNotContain("Mallikas");
  }

  @Test
  void aPlaceStandsWhereItIsOnTheMap() {
    Location place = place();

    Position position = Objects.requireNonNull(place.position());
    assertThat(position.lat()).isCloseTo(60.64, within(0.02));
    assertThat(position.lon()).isCloseTo(24.81, within(0.02));
    assertThat(place.approximate()).isFalse();
    assertThat(place.area()).hasToString("M106");
    assertThat(place.addresses().getFirst().address1().fi()).isEqualTo("Tupatie 1 B");
    assertThat(place.addresses().getFirst().city().fi()).isEqualTo("Hyvinkää");
    assertThat(place.transportation().fi()).isEqualTo("Käynti pihan puolelta.");
  }

  @Test
  void theSentencesOfAnEntranceAreKeptTogether() {
    assertThat(place().accessibility().fi())
        .isEqualTo("Pääovi\nReitti ovelle: Reitti on kivetön. Ovella on luiska.");
    assertThat(place().accessibility().en())
        .isEqualTo("The way to the door: The way has no stones.");
  }

  @Test
  void hoursAndTheDaysBetweenTheYearsAreRead() {
    OpeningHours hours = OpeningHours.of(place().schedules());

    assertThat(hours.on(LocalDate.of(2026, 12, 17))).hasSize(1);
    assertThat(hours.on(LocalDate.of(2026, 12, 24))).isEmpty();
    assertThat(hours.on(LocalDate.of(2026, 12, 28))).hasSize(1);
    assertThat(place().schedules().get(1).closesAt()).isEqualTo(LocalTime.of(13, 0));
  }

  @Test
  void theGeneralDescriptionComesBeforeWhatTheServiceAdds() {
    Service cafe = service(PtvObjects.CAFE);

    assertThat(cafe.summary().fi()).isEqualTo("Perheiden kahvila.");
    assertThat(cafe.description().fi())
        .isEqualTo(
            """
            Kahvila on kaikille perheille.

            Meillä on keinutuoli.

            Käsittelyaika: Heti.

            Tuottaja: Tupayhdistys ry\
            """);
    assertThat(cafe.eligibility().fi()).isEqualTo("Pienten lasten perheille.");
    assertThat(cafe.applicationProcess().fi()).isEqualTo("Tule käymään.");
    assertThat(cafe.isFree()).isTrue();
  }

  @Test
  void classesAreOursAndOtherTermsKeepTheirAddresses() {
    Service cafe = service(PtvObjects.CAFE);

    assertThat(cafe.terms())
        .extracting(Object::toString)
        .contains("P3", "KR1.2", "KE1", "http://www.yso.fi/onto/koko/p1", "baby-life");
    assertThat(cafe.areas()).extracting(Object::toString).containsExactly("M106", "M543");
    assertThat(service(PtvObjects.ADVICE).areas())
        .extracting(Object::toString)
        .containsExactly("FI");
  }

  @Test
  void aConnectionToAPlaceHasItsOwnWordsHoursAndNumber() {
    ServiceAtLocation cafe =
        directory
            .servicesAt(List.of(new LocationId(PtvObjects.uuid(PtvObjects.CAFE_PLACE))))
            .getFirst()
            .record();

    assertThat(cafe.description().fi()).isEqualTo("Kahvila on yläkerrassa.");
    assertThat(cafe.phones()).extracting(Phone::number).containsExactly("+358501112222");
    assertThat(cafe.schedules().getFirst().byday()).isEqualTo("TU");
  }

  @Test
  void aServiceIsReachedByItsNumbersAndPages() {
    Service advice = service(PtvObjects.ADVICE);

    assertThat(advice.phones()).extracting(Phone::number).containsExactly("0800 1234");
    assertThat(advice.phones().getFirst().description().fi())
        .isEqualTo("Perheneuvon numero: maksuton");
    assertThat(advice.schedules()).hasSize(1);
    assertThat(advice.url()).isEqualTo("https://keksitty.example/neuvo");
    assertThat(advice.deliveries())
        .containsExactlyInAnyOrder(Service.Delivery.PHONE, Service.Delivery.ONLINE);
    assertThat(advice.applicationProcess().fi())
        .contains(
            "Yhteydenottolomake: Voit jättää soittopyynnön – https://keksitty.example/yhteys");
    assertThat(advice.isFree()).isFalse();
  }

  @Test
  void aFieldThatHasNoPlaceIsToldOnceWithTheNumberOfRecords() {
    assertThat(notices("UnmappedField"))
        .extracting(Notice::value)
        .contains("Service.legislation (1)", "Organization.electronicInvoicings (1)")
        .doesNotContain("Service.serviceNames (2)");
  }

  @Test
  void whatItsOwnerHasTakenBackIsWithdrawn() throws IOException {
    write("place.json", PtvObjects.place(PtvObjects.CAFE_PLACE, "Perhetupa", "Deleted"));
    ImportRun again = imported("ptv");

    assertThat(again.notices()).containsKey("NotPublished");
    assertThat(directory.find(new LocationId(PtvObjects.uuid(PtvObjects.CAFE_PLACE))))
        .hasValueSatisfying(listing -> assertThat(listing.isWithdrawn()).isTrue());
  }

  @Test
  void aFileThatIsNoneOfPtvsObjectsIsTold() throws IOException {
    write("other.json", "{\"hello\": \"world\"}");
    assertThat(imported("ptv").notices()).containsKey("UnrecognisedRecord");
  }
}
