package fi.rinnalla.finland;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.ProgressListener;
import fi.rinnalla.exchange.Source;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// PTV over HTTP: an area whole, what has changed in it, and a server that fails.
@HouseTest
@TestPropertySource(
    properties = {
      "rinnalla.exchange.allow-loopback=true",
      "rinnalla.exchange.fetch-time=2s",
      "rinnalla.exchange.fetch-pause=5ms",
      "rinnalla.exchange.fetch-tries=3",
      "rinnalla.ptv.key=house-key",
      "rinnalla.ptv.keys.of-its-own=own-key",
      "db-scheduler.enabled=false"
    })
class PtvApiTests {
  private static final String AREA = "/api/v11/Service/list/area/Municipality/code/106";

  @Autowired Imports imports;
  @Autowired Directory directory;
  @Autowired GivenClock.Settable clock;
  @Autowired JdbcClient jdbc;

  private StandInPtv ptv;

  @BeforeEach
  void aTown() throws IOException {
    // Ids of PTV are the same in every source, and belong to the first that brings them.
    for (String table :
        List.of(
            "exchange.source_record",
            "directory.service_at_location",
            "directory.service",
            "directory.location",
            "directory.organization")) {
      jdbc.sql("delete from " + table).update();
    }
    ptv = new StandInPtv();
    ptv.has(
        "Organization",
        PtvObjects.TOWN,
        PtvObjects.organization(PtvObjects.TOWN, "Keksitty kaupunki"));
    ptv.has(
        "ServiceChannel",
        PtvObjects.CAFE_PLACE,
        PtvObjects.place(PtvObjects.CAFE_PLACE, "Perhetupa", "Published"));
    ptv.has("ServiceChannel", PtvObjects.ADVICE_PHONE, PtvObjects.phone());
    ptv.has("ServiceChannel", PtvObjects.APPLICATION, PtvObjects.application());
    ptv.has("ServiceChannel", PtvObjects.HOME_PAGE, PtvObjects.homePage());
    ptv.has("Service", PtvObjects.CAFE, PtvObjects.cafe("Kahvila Kehto"));
    ptv.has("Service", PtvObjects.ADVICE, PtvObjects.advice());
  }

  @AfterEach
  void close() {
    ptv.close();
  }

  private ImportRun run(String source, String path) {
    String address = ptv.at(path);
    return imports.run(
        Source.byHand(source, PtvReader.PTV, address), address, ProgressListener.NOBODY);
  }

  private boolean isShown(String service) {
    return directory
        .find(new ServiceId(PtvObjects.uuid(service)))
        .filter(it -> !it.isWithdrawn())
        .isPresent();
  }

  private boolean isPlaceShown() {
    return directory
        .find(new LocationId(PtvObjects.uuid(PtvObjects.CAFE_PLACE)))
        .filter(it -> !it.isWithdrawn())
        .isPresent();
  }

  private Service service(String id) {
    return directory.find(new ServiceId(PtvObjects.uuid(id))).orElseThrow().record();
  }

  @Test
  void anAreaIsReadPageByPageToItsEnd() {
    ImportRun run = run("whole", AREA);

    assertThat(run.complete()).isTrue();
    assertThat(run.counts().faulty()).isZero();
    assertThat(ptv.asked)
        .anyMatch(
            it -> it.startsWith("/api/v11/ServiceChannel/list/area/") && it.contains("page=2"))
        .anyMatch(
            it -> it.startsWith("/api/v11/Service/list/area/") && it.contains("serviceWithGD=true"))
        .noneMatch(it -> it.contains("page=3"));
    assertThat(isShown(PtvObjects.CAFE)).isTrue();
    assertThat(service(PtvObjects.ADVICE).phones()).hasSize(1);
  }

  @Test
  void anOrganizationThatIsNotOfTheAreaIsAskedForByItsId() {
    ptv.lacks("Organization", PtvObjects.TOWN);
    ImportRun run = run("by-id", AREA);

    assertThat(ptv.asked)
        .anyMatch(it ->
            it.startsWith("/api/v11/Organization/list?guids=") && it.contains(PtvObjects.TOWN));
    // PTV doesn't tell of it either, so what the service calls it must do.
    assertThat(run.complete()).isTrue();
    assertThat(
            directory
                .find(new OrganizationId(PtvObjects.uuid(PtvObjects.TOWN)))
                .orElseThrow()
                .record()
                .name()
                .fi())
        .isEqualTo("Keksitty kaupunki");
  }

  @Test
  void whatTheAreaHasNoMoreIsWithdrawn() {
    for (int number = 30; number < 40; number++) {
      ptv.has(
          "Service",
          PtvObjects.id(number),
          PtvObjects.advice().replace(PtvObjects.ADVICE, PtvObjects.id(number)));
    }
    run("shrinking", AREA);
    ptv.lacks("Service", PtvObjects.CAFE);
    ImportRun again = run("shrinking", AREA);

    assertThat(again.state()).isEqualTo(ImportRun.State.DONE);
    assertThat(isShown(PtvObjects.CAFE)).isFalse();
    assertThat(isShown(PtvObjects.ADVICE)).isTrue();
  }

  @Test
  void aFailingPageIsAskedForAgainWithinTheReading() {
    ptv.fails("/ServiceChannel/list/area", 429, 1);
    ptv.fails("/Service/list/area", 500, 2);
    ptv.fails("/Organization/list/area", StandInPtv.BROKEN_OFF, 1);
    ImportRun run = run("limping", AREA);

    assertThat(run.complete()).isTrue();
    assertThat(run.notices())
        .doesNotContainKeys("AnsweredWithFault", "MalformedJson", "BrokenPage");
    assertThat(isShown(PtvObjects.CAFE)).isTrue();
  }

  @Test
  void aSlowPageIsNotWaitedForButAskedForAgain() {
    ptv.fails("/Service/list/area", StandInPtv.SLOW, 1);
    ImportRun run = run("slow", AREA);

    assertThat(run.complete()).isTrue();
    assertThat(isShown(PtvObjects.CAFE)).isTrue();
  }

  @Test
  void givingUpLeavesNothingHalfAndWithdrawsNothing() {
    run("giving-up", AREA);
    ptv.lacks("Service", PtvObjects.CAFE);
    ptv.has(
        "Service",
        PtvObjects.id(23),
        PtvObjects.advice().replace(PtvObjects.ADVICE, PtvObjects.id(23)));
    ptv.fails("/ServiceChannel/list/area", 500, 100);
    ImportRun half = run("giving-up", AREA);

    assertThat(half.complete()).isFalse();
    assertThat(half.notices()).containsKey("AnsweredWithFault");
    assertThat(half.counts().withdrawn()).isZero();
    assertThat(isShown(PtvObjects.CAFE)).isTrue();
    // A service would have come without its numbers.
    assertThat(isShown(PtvObjects.id(23))).isFalse();
    assertThat(service(PtvObjects.ADVICE).phones()).hasSize(1);
  }

  @Test
  void ofAPageThatNeverComesWholeNothingIsRead() {
    ptv.fails("/Service/list/area", StandInPtv.BROKEN_OFF, 100);
    ImportRun half = run("cut-off", AREA);

    assertThat(half.complete()).isFalse();
    assertThat(half.notices()).containsKey("BrokenPage");
    assertThat(isShown(PtvObjects.CAFE)).isFalse();
    assertThat(isPlaceShown()).isTrue();
  }

  @Test
  void onlyWhatHasChangedIsFetchedAndTheRestStays() {
    run("changes", AREA);
    clock.pass(Duration.ofHours(1));
    ptv.isWell();
    ptv.has("Service", PtvObjects.CAFE, PtvObjects.cafe("Kahvila Keinu"));
    ptv.changes("Service", PtvObjects.CAFE);
    ImportRun changes = run("changes", AREA + "?date=previous");

    assertThat(changes.complete()).isTrue();
    assertThat(service(PtvObjects.CAFE).name().fi()).isEqualTo("Kahvila Keinu");
    assertThat(isShown(PtvObjects.ADVICE)).isTrue();
    assertThat(ptv.asked)
        .noneMatch(it -> it.contains("/list/area/"))
        .anyMatch(
            it -> it.startsWith("/api/v11/Service/serviceWithGD/list?guids=" + PtvObjects.CAFE));
  }

  @Test
  void aChangedNumberReachesTheServiceThatCarriesIt() {
    run("new-number", AREA);
    ptv.has(
        "ServiceChannel",
        PtvObjects.ADVICE_PHONE,
        PtvObjects.phone().replace("0800 1234", "0800 9999"));
    ptv.changes("ServiceChannel", PtvObjects.ADVICE_PHONE);
    run("new-number", AREA + "?date=2026-01-01T00:00:00");

    assertThat(service(PtvObjects.ADVICE).phones().getFirst().number()).isEqualTo("0800 9999");
  }

  @Test
  void whatPtvHasArchivedIsWithdrawn() {
    run("archive", AREA);
    ptv.archives("Service", PtvObjects.CAFE);
    ImportRun run = run("archive", AREA + "?date=previous");

    assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
    assertThat(isShown(PtvObjects.CAFE)).isFalse();
    assertThat(isShown(PtvObjects.ADVICE)).isTrue();
  }

  @Test
  void anArchiveThatCanNotBeReadToItsEndWithdrawsNothing() {
    run("half-archive", AREA);
    ptv.archives("Service", PtvObjects.CAFE);
    ptv.fails("/Organization?date=", 500, 100);
    ImportRun run = run("half-archive", AREA + "?date=previous");

    assertThat(run.complete()).isFalse();
    assertThat(isShown(PtvObjects.CAFE)).isTrue();
  }

  @Test
  void anAddressThatIsNoListOfServicesIsToldAndReadsNothing() {
    ImportRun run = run("wrong", "/api/v11/Service");

    assertThat(run.notices()).containsKey("UnknownShape");
    assertThat(ptv.asked).isEmpty();
  }

  private void versionTwelve() {
    ptv.wantsKey("house-key");
    ptv.answers(
        "/api/v12/service/search",
        "{\"page\": 1, \"pageSize\": 100, \"totalItems\": 1, \"totalPages\": 1, \"items\": [{\"contentId\": \"%s\"}]}"
            .formatted(PtvObjects.CAFE));
    ptv.answers(
        "/api/v12/service/" + PtvObjects.CAFE,
        """
        {"contentId": "%s", "organizationContentId": "%s", "publishingStatus": "Published", "fundingType": "PubliclyFunded",
         "chargeType": "FreeOfCharge", "serviceLanguages": ["fi", "sv"], "serviceClasses": ["P3"], "targetGroups": ["KR1.2"],
         "ontologyTerms": ["http://www.yso.fi/onto/koko/p1"], "generalDescriptionContentId": "%s",
         "languageVersions": {
           "fi": {"name": "Kahvila Kehto", "summary": "Perheiden kahvila.", "description": "Meillä on keinutuoli."},
           "sv": {"name": "Kafé Vaggan", "summary": "Familjekafé.", "description": ""}}}
        """
            .formatted(PtvObjects.CAFE, PtvObjects.TOWN, PtvObjects.id(99)));
    ptv.answers(
        "/api/v12/general-description/" + PtvObjects.id(99),
        "{\"contentId\": \"%s\", \"languageVersions\": {\"fi\": {\"name\": \"Kahvilat\", \"description\": \"Kahvila on kaikille.\"}}}"
            .formatted(PtvObjects.id(99)));
    ptv.answers(
        "/api/v12/connection/search",
        """
        {"page": 1, "totalPages": 1, "items": [{"serviceContentId": "%s", "channelContentId": "%s",
          "languageVersions": {"fi": {"description": "Kahvila on yläkerrassa."}}}]}
        """
            .formatted(PtvObjects.CAFE, PtvObjects.CAFE_PLACE));
    ptv.answers(
        "/api/v12/service-channel/" + PtvObjects.CAFE_PLACE,
        """
        {"contentId": "%s", "organizationContentId": "%s", "serviceChannelType": "ServiceLocation", "publishingStatus": "Published",
         "languageVersions": {"fi": {"name": "Perhetupa", "description": "Avoin paikka.",
           "emails": [{"value": "tupa@keksitty.example"}]}},
         "addresses": [{"type": "Location", "subType": "Single", "streetAddress": {
           "street": [{"language": "fi", "value": "Tupatie"}], "streetNumber": "1", "postalCode": "05800",
           "latitude": "6724000", "longitude": "380100", "coordinateState": "Ok"}}]}
        """
            .formatted(PtvObjects.CAFE_PLACE, PtvObjects.TOWN));
    ptv.answers(
        "/api/v12/organization/" + PtvObjects.TOWN,
        """
        {"contentId": "%s", "businessId": "1234567-1", "organizationType": "Municipality", "publishingStatus": "Published",
         "languageVersions": {"fi": {"name": "Keksitty kaupunki"}}}
        """
            .formatted(PtvObjects.TOWN));
  }

  @Test
  void versionTwelveIsReadInTheSameWords() {
    versionTwelve();
    ImportRun run =
        run("twelve", "/api/v12/service/search?organizationContentIds=" + PtvObjects.TOWN);

    assertThat(run.complete()).isTrue();
    assertThat(run.counts().faulty()).isZero();
    Service cafe = service(PtvObjects.CAFE);
    assertThat(cafe.name().sv()).isEqualTo("Kafé Vaggan");
    assertThat(cafe.description().fi()).isEqualTo("Kahvila on kaikille.\n\nMeillä on keinutuoli.");
    assertThat(cafe.organization().value()).isEqualTo(PtvObjects.uuid(PtvObjects.TOWN));
    assertThat(cafe.terms())
        .extracting(Object::toString)
        .contains("P3", "KR1.2", "http://www.yso.fi/onto/koko/p1");
    assertThat(cafe.languages()).containsExactly("fi", "sv");
    assertThat(cafe.isFree()).isTrue();
    assertThat(
            directory
                .servicesAt(List.of(new LocationId(PtvObjects.uuid(PtvObjects.CAFE_PLACE))))
                .getFirst()
                .record()
                .description()
                .fi())
        .isEqualTo("Kahvila on yläkerrassa.");
    assertThat(ptv.keys).isNotEmpty().containsOnly("house-key");
  }

  @Test
  void aSourceMayHaveAKeyOfItsOwnAndARefusedKeyIsTold() {
    versionTwelve();
    ImportRun run = run("of-its-own", "/api/v12/service/search");

    assertThat(ptv.keys).containsOnly("own-key");
    assertThat(run.notices()).containsKey("KeyRefused");
    assertThat(
            imports.find(run.id()).orElseThrow().notices().values().stream()
                .flatMap(List::stream)
                .toList()
                .toString())
        .doesNotContain("own-key");
  }

  @Test
  void settingsNeverTellTheKey() {
    assertThat(new PtvSettings("secret", java.util.Map.of("a", "other-secret")).toString())
        .doesNotContain("secret");
  }
}
