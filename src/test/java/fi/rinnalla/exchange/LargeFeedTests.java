package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A feed as large as all of Finland's. Run alone with a heap of 512 MB: `mvn test
/// -Dtest=LargeFeedTests -Dtest.excludedGroups= -DargLine=-Xmx512m`.
@Tag("heavy")
@HouseTest
class LargeFeedTests {
  private static final int SERVICES = Integer.getInteger("rinnalla.services", 100_000);

  @Autowired Imports imports;
  @TempDir Path folder;

  @Test
  void aHundredThousandServicesLandInAMinute() throws IOException {
    table("organizations.csv", "id,name,kind", 2_000, "o%1$d,Yhdistys %1$d,ngo");
    table(
        "services.csv",
        "id,organization_id,name,name_sv,summary,description,status,minimum_age,maximum_age",
        SERVICES,
        "s%1$d,o%2$d,Perhekahvila numero %1$d,Familjecafé %1$d,Kahvia ja juttuseuraa vauvan kanssa,"
            + "\"Tule sellaisena kuin olet. Vauvan voi tuoda vaunuissa sisään, ja joku pitää häntä sylissä sen aikaa että"
            + " saat juotua kahvin. Paikalla on aina myös joku, jolle voi puhua.\",active,0,6");
    table(
        "schedules.csv",
        "id,service_id,freq,byday,opens_at,closes_at",
        SERVICES,
        "h%1$d,s%1$d,WEEKLY,\"TU,TH\",09:30,11:30");
    table(
        "attributes.csv",
        "id,link_id,link_entity,taxonomy_term_id",
        SERVICES,
        "a%1$d,s%1$d,service,P3.4");
    table("phones.csv", "id,service_id,number", SERVICES, "p%1$d,s%1$d,+358 9 4242 1001");

    Instant start = Instant.now();
    Instant[] landing = {start};
    ImportRun run =
        imports.run(
            Source.byHand("large", Format.HSDS, "x"),
            folder.toString(),
            at -> {
              if (at.state() == ImportRun.State.READING) {
                landing[0] = Instant.now();
              }
            });
    Duration first = Duration.between(start, Instant.now());
    Instant again = Instant.now();
    ImportRun same =
        imports.run(
            Source.byHand("large", Format.HSDS, "x"), folder.toString(), ProgressListener.NOBODY);
    System.out.printf(
        "%d services: %d s (reading %d s), unchanged again: %d s, heap %d MB%n",
        SERVICES,
        first.toSeconds(),
        Duration.between(start, landing[0]).toSeconds(),
        Duration.between(again, Instant.now()).toSeconds(),
        Runtime.getRuntime().maxMemory() >> 20);

    assertThat(run.counts().landed()).isEqualTo(SERVICES + 2_000);
    assertThat(same.counts().unchanged()).isEqualTo(SERVICES + 2_000);
    assertThat(first).isLessThan(Duration.ofSeconds(60));
  }

  private void table(String name, String header, int rows, String row) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
      out.write(header + "\n");
      for (int i = 0; i < rows; i++) {
        out.write(row.formatted(i, i % 2_000) + "\n");
      }
    }
  }
}
