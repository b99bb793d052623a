package fi.rinnalla.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.HouseTest;
import fi.rinnalla.Postgres;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.exchange.Format;
import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.ProgressListener;
import fi.rinnalla.exchange.Source;
import fi.rinnalla.vocabulary.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The directory as one file: out of one house and into another.
@HouseTest
@AutoConfigureMockMvc
@TestPropertySource(properties = "rinnalla.test.town=hsds-package")
class TabularPackageTests {
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired MockMvc mvc;
  @Autowired Imports imports;
  @Autowired Directory directory;
  @TempDir Path folder;

  @BeforeEach
  void aRegion() {
    if (imports.findSource("region").isEmpty()) {
      ImportRun run =
          imports.run(
              Source.byHand("region", Format.HSDS, "region"),
              "src/main/resources/demo/hsds",
              ProgressListener.NOBODY);
      assertThat(run.counts().faulty()).isZero();
      var mll = Listings.anAssociation("MLL");
      var shelter = Listings.aShelter("Turvakoti");
      var secret =
          Listings.aPlace("Salainen", Location.Visibility.HIDDEN, new Position(60.6306, 24.8601));
      var safe = Listings.aFamilyCafe("Suoja", mll);
      for (var it :
          List.of(
              mll, shelter, secret, safe, Listings.at(safe, shelter), Listings.at(safe, secret))) {
        directory.publish("t", it);
      }
    }
  }

  private byte[] zip() {
    MockHttpServletResponse response = new Api(mvc).get("/package.zip");
    assertThat(response.getContentType()).isEqualTo("application/zip");
    return response.getContentAsByteArray();
  }

  private static Map<String, String> unpacked(byte[] zip) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /// Without the moments of changing, which are another house's own.
  private static Map<String, String> comparable(byte[] zip) throws IOException {
    Map<String, String> files = unpacked(zip);
    files.replaceAll(
        (_, words) -> words.replaceAll(",\\d{4}-\\d{2}-\\d{2}T1\\d:00:00\\.000\\+02:00,", ",,"));
    return files;
  }

  @Test
  void whatGoesOutOfOneHouseComesOutOfAnotherTheSame() throws IOException {
    byte[] zip = zip();
    Path file = Files.write(folder.resolve("package.zip"), zip);
    SpringApplicationBuilder elsewhere =
        new SpringApplicationBuilder(House.class, GivenClock.class);
    try (ConfigurableApplicationContext house =
        elsewhere.run(
            "--server.port=0",
            "--rinnalla.address=http://localhost:8080",
            "--rinnalla.demo=false",
            "--rinnalla.data=" + folder.resolve("data"),
            "--rinnalla.search.follow=false",
            "--rinnalla.calendar.make-times-at=-",
            "--db-scheduler.enabled=false",
            "--spring.datasource.url=" + Postgres.createDatabase())) {
      house.getBean(GivenClock.Settable.class).pass(Duration.ofHours(1));
      Imports there = house.getBean(Imports.class);
      ImportRun run =
          there.run(
              Source.byHand("copy", Format.HSDS, "copy"), file.toString(), ProgressListener.NOBODY);

      assertThat(there.find(run.id()).orElseThrow().notices()).isEmpty();
      assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
      assertThat(run.counts().faulty()).isZero();
      byte[] again;
      try (var bytes = house.getBean(TabularPackage.class).open().bytes()) {
        again = bytes.readAllBytes();
      }
      Map<String, String> before = comparable(zip);
      Map<String, String> after = comparable(again);
      assertThat(after.keySet()).isEqualTo(before.keySet());
      before.forEach((name, words) ->
          assertThat(after.getOrDefault(name, "").lines().toList())
              .as(name)
              .containsExactlyElementsOf(words.lines().toList()));
    }
  }

  @Test
  void theOfficialSchemaTakesTheTables() throws IOException {
    Schemas hsds = Schemas.in(Schemas.folder("schema"));
    Map<String, String> files = unpacked(zip());
    ObjectNode tables = JSON.createObjectNode();
    for (JsonNode resource : JSON.readTree(files.get("datapackage.json")).path("resources")) {
      var rows = tables.putArray(resource.path("name").asString());
      Map<String, String> types = new LinkedHashMap<>();
      for (JsonNode field : resource.path("schema").path("fields")) {
        types.put(field.path("name").asString(), field.path("type").asString());
      }
      String csv = String.valueOf(files.get(resource.path("path").asString()));
      try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
        for (NamedCsvRecord record : reader) {
          assertThat(record.getHeader()).containsExactlyElementsOf(types.keySet());
          ObjectNode row = rows.addObject();
          record
              .getFieldsAsMap()
              .forEach((name, value) -> {
                if (!value.isEmpty() && "number".equals(types.get(name))) {
                  row.put(name, new BigDecimal(value));
                } else if (!value.isEmpty()) {
                  row.put(name, value);
                }
              });
        }
      }
    }

    List<Error> faults = hsds.faults("compiled/tabular.json", tables);

    assertThat(tables.path("service")).hasSizeGreaterThan(200);
    assertThat(faults.stream().limit(5)).isEmpty();
  }

  @Test
  void whatHidesIsNotInIt() throws IOException {
    String everything = String.join("\n", unpacked(zip()).values());

    assertThat(everything).contains("Turvakoti").contains("area_only");
    assertThat(everything).doesNotContain("60.6319").doesNotContain("Salainen");
  }

  @Test
  void itIsMadeAnewOnlyWhenSomethingHasChanged() throws IOException {
    byte[] first = zip();
    assertThat(zip()).isEqualTo(first);

    directory.publish("t", Listings.anAssociation("Uusi yhdistys"));

    assertThat(unpacked(zip()).get("organizations.csv")).contains("Uusi yhdistys");
  }
}
