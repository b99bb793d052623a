package fi.rinnalla.finland;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.exchange.Format;
import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.Notice;
import fi.rinnalla.exchange.ProgressListener;
import fi.rinnalla.exchange.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Real records of the national sources, which lie beside the project and are not ours to ship:
/// each of their fields is carried, or the guide says why it isn't.
@HouseTest
class SharedPtvTests {
  @Autowired Imports imports;

  private static Path data(String path) {
    Path file = Path.of(System.getProperty("rinnalla.shared", "../shared"), "data", path);
    Assumptions.assumeTrue(Files.exists(file), "no shared data at " + file);
    return file;
  }

  private ImportRun run(String source, String format, Path path) {
    ImportRun run =
        imports.run(
            Source.byHand(source, new Format(format), "shared"),
            path.toString(),
            ProgressListener.NOBODY);
    System.out.printf("%s %s %s %s%n", source, run.state(), run.counts(), run.notices());
    assertThat(run.complete()).isTrue();
    assertThat(run.notices()).doesNotContainKeys("NotLanded", "ReadingStopped", "UnknownReference");
    return run;
  }

  private void everyFieldIsInTheGuide(ImportRun run, String guide) throws IOException {
    String words = Files.readString(Path.of("docs/" + guide));
    List<Notice> unmapped =
        imports.find(run.id()).orElseThrow().notices().getOrDefault("UnmappedField", List.of());
    assertThat(unmapped)
        .allSatisfy(notice ->
            assertThat(words)
                .contains(
                    "`" + String.valueOf(notice.value()).replaceAll(" \\(\\d+\\)$", "") + "`"));
  }

  @Test
  void allObjectsOfPtvLand() throws IOException {
    ImportRun run = run("ptv-objects", "ptv", data("ptv/objects"));

    assertThat(run.counts().faulty()).isZero();
    // 3 organizations, 30 services, and those of the 42 channels that are places
    assertThat(run.counts().landed()).isGreaterThan(50);
    everyFieldIsInTheGuide(run, "ptv.md");
  }

  @Test
  void theServicesOfVersionElevenLand() throws IOException {
    everyFieldIsInTheGuide(run("ptv-service", "ptv", data("ptv/service_etalukio.json")), "ptv.md");
    everyFieldIsInTheGuide(
        run("ptv-channel", "ptv", data("ptv/servicechannel_location_otava.json")), "ptv.md");
    everyFieldIsInTheGuide(run("ptv-services", "ptv", data("ptv/services.json")), "ptv.md");
  }

  @Test
  void theLibraryLandsFromSimpleAndFromPatternedDays() throws IOException {
    everyFieldIsInTheGuide(
        run("library-simple", "kirkanta", data("libraries/kirjastot_data_simple.json")),
        "feeds.md");
    everyFieldIsInTheGuide(
        run("library-pattern", "kirkanta", data("libraries/kirjastot_data_pattern.json")),
        "feeds.md");
  }
}
