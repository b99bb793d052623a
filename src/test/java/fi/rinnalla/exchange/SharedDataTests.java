package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Real feeds and the standards' own examples.
@HouseTest
class SharedDataTests {
  @Autowired Imports imports;

  private ImportRun run(String source, Format format, Path path) {
    ImportRun run =
        imports.run(
            Source.byHand(source, format, path.getFileName().toString()),
            path.toString(),
            ProgressListener.NOBODY);
    System.out.printf("%s %s %s %s%n", source, run.state(), run.counts(), run.notices());
    assertThat(run.state().isOver()).isTrue();
    if (run.notices().containsKey("NotLanded") || run.notices().containsKey("ReadingStopped")) {
      System.out.println(imports.find(run.id()).orElseThrow().notices());
    }
    assertThat(run.notices()).doesNotContainKeys("ReadingStopped", "NotLanded");
    return run;
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(SharedData.data(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void theOfficialExamplesOfHsdsLand() {
    ImportRun json =
        run(
            "official",
            Format.HSDS,
            SharedData.data("hsds/official-3.1-examples/service_full.json"));
    // The profile's mock has the same ids; whichever comes first owns them.
    int others = json.notices().getOrDefault("BelongsToAnotherSource", 0);
    assertThat(json.counts().landed() + others).isGreaterThanOrEqualTo(4);
    run(
        "official-org",
        Format.HSDS,
        SharedData.data("hsds/official-3.1-examples/organization_full.json"));
    run("official-csv", Format.HSDS, SharedData.data("hsds/official-3.1-examples/csv"));
    run(
        "official-list",
        Format.HSDS,
        SharedData.data("hsds/official-3.1-examples/service_list.json"));
  }

  @Test
  void theMockOfTheOrukProfileLandsThoughItsHeaderCountsWrong() {
    ImportRun run = run("oruk", Format.HSDS, SharedData.data("hsds/oruk-3.0-valid"));
    assertThat(run.counts().landed()).isPositive();
    assertThat(run.notices()).containsKey("HeaderContentsMismatch");
  }

  @Test
  void linkedEventsOfHelsinkiAreRead() {
    ImportRun run =
        run(
            "helsinki",
            Format.LINKEDEVENTS,
            SharedData.data("linkedevents/helsinki_events_data.json"));
    assertThat(run.counts().landed()).isEqualTo(1);
    run(
        "helsinki-places",
        Format.LINKEDEVENTS,
        SharedData.data("linkedevents/helsinki_places_data.json"));
    run(
        "helsinki-event",
        Format.LINKEDEVENTS,
        SharedData.data("linkedevents/helsinki_event_data.json"));
    run(
        "helsinki-draft",
        Format.LINKEDEVENTS,
        SharedData.data("linkedevents/helsinki_draft_event_data.json"));
  }

  @Test
  void eachFieldOfLinkedEventsIsCarriedOrInTheGuide() throws IOException {
    String guide = Files.readString(Path.of("docs/feeds.md"));
    for (Path file : files("linkedevents", ".json")) {
      ImportRun run = run("fields-" + name(file).replace(".json", ""), Format.LINKEDEVENTS, file);
      List<Notice> unmapped =
          imports.find(run.id()).orElseThrow().notices().getOrDefault("UnmappedField", List.of());
      for (Notice notice : unmapped) {
        String field = String.valueOf(notice.value()).replaceAll(" \\(\\d+\\)$", "");
        assertThat(guide).contains("`" + field + "`");
      }
    }
  }

  @Test
  void calendarsOfAllSortsAreRead() throws IOException {
    int landed = 0;
    for (Path file : files("ics/valid", ".ics")) {
      landed += run("ics-" + name(file), Format.ICS, file).counts().landed();
    }
    assertThat(landed).isGreaterThan(100);
  }

  @Test
  void invalidCalendarsGiveNoticesAndNeverAnException() throws IOException {
    for (Path file : files("ics/invalid", ".ics")) {
      run("bad-" + name(file), Format.ICS, file);
    }
  }

  private static String name(Path file) {
    return file.getFileName()
        .toString()
        .toLowerCase(java.util.Locale.ROOT)
        .replaceAll("[^a-z0-9.-]", "-");
  }
}
