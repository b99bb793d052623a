package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;

class DemoRegionTests {
  @TempDir Path folder;

  private URLClassLoader jar(String... names) throws IOException {
    Path jar = folder.resolve("house.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : names) {
        out.putNextEntry(new JarEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }

  @Test
  void insideAJarTheTablesAndTheEventsAreFoundAndRead() throws IOException {
    try (URLClassLoader jar =
        jar(
            "demo/",
            "demo/hsds/",
            "demo/hsds/services.csv",
            "demo/hsds/locations.csv",
            "demo/hsds/datapackage.json",
            "demo/events.csv")) {
      List<Resource> files = DemoRegion.files(jar);

      assertThat(files)
          .extracting(Resource::getFilename)
          .containsExactlyInAnyOrder("services.csv", "locations.csv", "events.csv");
      for (Resource file : files) {
        assertThat(file.getContentAsString(StandardCharsets.UTF_8))
            .endsWith(String.valueOf(file.getFilename()));
      }
    }
  }

  @Test
  void aHouseBuiltWithoutTheDemonstrationHasNone() throws IOException {
    try (URLClassLoader jar = jar("demo/events.csv")) {
      assertThat(DemoRegion.files(jar)).isEmpty();
    }
  }

  @Test
  void theDaysOfCheckingMoveAlongAndOtherDatesStay() {
    String table = "a,2026-12-24,x,2026-10-25,,,\nb,2026-10-20\n";

    assertThat(DemoRegion.checkedLately(table, LocalDate.of(2027, 11, 22)))
        .isEqualTo("a,2026-12-24,x,2027-10-25,,,\nb,2027-10-20\n");
    assertThat(DemoRegion.checkedLately(table, LocalDate.of(2026, 1, 1))).isEqualTo(table);
  }
}
