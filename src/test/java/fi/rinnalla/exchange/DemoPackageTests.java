package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class DemoPackageTests {
  @Autowired Imports imports;
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @TempDir Path folder;

  /// Where the demonstration region is being written, until it is part of this tree.
  private static final Path DEMO =
      Path.of(System.getProperty("rinnalla.demo.path", "src/main/resources/demo"));

  @Test
  void theDemonstrationRegionLandsWithoutAFault() throws IOException {
    Assumptions.assumeTrue(Files.exists(DEMO.resolve("hsds/services.csv")));
    for (Path file : Files.list(DEMO.resolve("hsds")).toList()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    Files.copy(DEMO.resolve("events.csv"), folder.resolve("events.csv"));

    ImportRun run =
        imports.run(
            Source.byHand("demo", Format.HSDS, "demo"), folder.toString(), ProgressListener.NOBODY);

    imports.find(run.id()).orElseThrow().notices().values().stream()
        .flatMap(notices -> notices.stream().limit(8))
        .forEach(notice -> System.out.println(notice + " " + notice.sentence().en()));
    System.out.println(run);
    assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
    assertThat(run.complete()).isTrue();
    assertThat(run.counts().faulty()).isZero();
    assertThat(directory.count(RecordKind.SERVICE)).isPositive();
    assertThat(calendar.count()).isPositive();
  }
}
