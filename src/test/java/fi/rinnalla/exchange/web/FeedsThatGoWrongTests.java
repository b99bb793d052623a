package fi.rinnalla.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.exchange.Format;
import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.ProgressListener;
import fi.rinnalla.exchange.Source;
import fi.rinnalla.exchange.SourceStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// A feed that goes wrong is seen, by people and by monitors, and its keeper can be told at once.
@HouseTest
class FeedsThatGoWrongTests {
  private static final Format CSV = new Format("csv");

  @Autowired Imports imports;
  @Autowired WebApplicationContext context;
  @TempDir Path folder;

  private MockHttpServletResponse answer(String path) throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(get(path))
        .andReturn()
        .getResponse();
  }

  private String page(String path) throws Exception {
    return answer(path).getContentAsString(StandardCharsets.UTF_8);
  }

  private ImportRun read(String source, String... rows) throws IOException {
    Path file =
        Files.write(
            folder.resolve(source + ".csv"),
            List.of("id,title_fi,start,place,city\n" + String.join("\n", rows)));
    return imports.run(
        Source.byHand(source, CSV, file.toString()), file.toString(), ProgressListener.NOBODY);
  }

  private SourceStatus status(String source) {
    return imports.sources().stream()
        .filter(it -> it.source().name().equals(source))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theKeeperOfTheDataGetsATableAndALetter() throws Exception {
    ImportRun run = read("korjattava", "=HYPERLINK(1),Kerho,ensi tiistaina,Kirjasto,Hyvinkää");

    String shown = page("/fi/lahteet/" + run.id());
    assertThat(shown)
        .contains("/fi/lahteet/" + run.id() + ".csv")
        .contains("Hei! Luimme tietonne lähteestä korjattava");

    MockHttpServletResponse table = answer("/en/sources/" + run.id() + ".csv");
    assertThat(table.getContentType()).startsWith("text/csv");
    assertThat(table.getHeader("Content-Disposition")).contains("korjattava-" + run.id() + ".csv");
    assertThat(table.getContentAsString(StandardCharsets.UTF_8))
        .startsWith("\uFEFFtype,severity,record,field,value,sentence")
        .contains("ensi tiistaina")
        .doesNotContain("\n=")
        .doesNotContain(",=");
  }

  @Test
  void aTableOfNoReadingIsNotFound() throws Exception {
    assertThat(answer("/fi/lahteet/999999.csv").getStatus()).isEqualTo(404);
  }

  @Test
  void aFeedThatFailsIsToldToTheMonitorAndWhenItIsReadNextToPeople() throws Exception {
    Source gone =
        new Source("kadonnut", CSV, folder + "/ei-ole.csv", Duration.ofHours(6), "CC BY 4.0", null);
    ImportRun run = imports.run(gone, gone.location(), ProgressListener.NOBODY);

    SourceStatus status = status("kadonnut");
    assertThat(status.fault(GivenClock.NOW)).isEqualTo(SourceStatus.Fault.FAILED);
    assertThat(status.next()).isEqualTo(run.startedAt().plus(Duration.ofHours(6)));
    MockHttpServletResponse health = answer("/health/feeds");
    assertThat(health.getStatus()).isEqualTo(503);
    assertThat(health.getContentAsString(StandardCharsets.UTF_8))
        .contains("kadonnut failed last=" + run.startedAt());
  }

  @Test
  void aFeedIsLateWhenTwoReadingsWereMissedAndOneByHandIsNever() throws Exception {
    ImportRun run = read("hyva", "1,Kerho,2026-12-01 10:00,Kirjasto,Hyvinkää");
    Source byHand = status("hyva").source();
    Source hourly = new Source("hyva", CSV, byHand.location(), Duration.ofHours(1), null, null);
    SourceStatus followed = new SourceStatus(hourly, run);

    assertThat(followed.fault(run.startedAt().plus(Duration.ofHours(2)))).isNull();
    assertThat(followed.fault(run.startedAt().plus(Duration.ofHours(3))))
        .isEqualTo(SourceStatus.Fault.LATE);
    assertThat(new SourceStatus(byHand, run).fault(run.startedAt().plus(Duration.ofDays(900))))
        .isNull();
    assertThat(new SourceStatus(hourly, null).fault(run.startedAt()))
        .isEqualTo(SourceStatus.Fault.NEVER_READ);
    assertThat(page("/health/feeds")).contains("hyva ok last=");
  }
}
