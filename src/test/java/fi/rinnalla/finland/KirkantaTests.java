package fi.rinnalla.finland;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.ProgressListener;
import fi.rinnalla.exchange.Source;
import fi.rinnalla.vocabulary.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class KirkantaTests {
  @Autowired Imports imports;
  @Autowired Directory directory;
  @TempDir Path folder;

  private Map<String, Integer> notices = Map.of();

  private Location library(String schedules) throws IOException {
    String name = "Keksitty kirjasto " + schedules.hashCode();
    Files.writeString(
        folder.resolve("library.json"),
        """
        {"type": "library", "total": 1, "refs": {"period": {"1": {"name": "Talvi"}}}, "data": {
          "id": 99, "name": "%s", "shortName": {"fi": "Keksitty", "sv": "Påhittad"}, "slogan": "Lue!",
          "description": "<p>Kirjasto, jota <b>ei ole</b>.</p>",
          "address": {"street": "Kirjatie 5", "zipcode": "05800", "city": "Hyvinkää"},
          "coordinates": {"lat": 60.63, "lon": 24.86},
          "phoneNumbers": [{"name": "Neuvonta", "number": "019 1234"}, {"name": "Maija Mallikas", "number": "019 5678"}],
          "emailAddresses": [{"name": "Kirjasto", "email": "kirjasto@keksitty.example"}],
          "links": [{"url": "https://kirjasto.example"}],
          "persons": [{"firstName": "Maija", "lastName": "Mallikas"}],
          "founded": 1912, "schedules": [%s]}}
        """
            .formatted(name, schedules));
    ImportRun run =
        imports.run(
            Source.byHand(
                "kirkanta" + Math.abs(schedules.hashCode()), KirkantaReader.KIRKANTA, "x"),
            folder.toString(),
            ProgressListener.NOBODY);
    notices = run.notices();
    List<Location> found = new ArrayList<>();
    directory.forEachLocation(it -> {
      if (name.equals(it.record().name().fi())) {
        found.add(it.record());
      }
    });
    return found.getFirst();
  }

  private static String day(String date, String... times) {
    List<String> windows = new ArrayList<>();
    for (String time : times) {
      String[] parts = time.split(" ");
      windows.add(
          "{\"from\": \"%s\", \"to\": \"%s\", \"status\": %s}"
              .formatted(parts[0], parts[1], parts[2]));
    }
    return "{\"date\": \"%s\", \"closed\": %s, \"period\": 1, \"times\": %s}"
        .formatted(date, times.length == 0, windows);
  }

  private static List<String> on(Location library, String date) {
    return OpeningHours.of(library.schedules()).on(LocalDate.parse(date)).stream()
        .map(it ->
            LocalTime.ofInstant(it.opens(), Zone.HELSINKI)
                + "–"
                + LocalTime.ofInstant(it.closes(), Zone.HELSINKI))
        .toList();
  }

  @Test
  void aLibraryIsAPlaceAndItsPeopleStayAtHome() throws IOException {
    Location library = library(day("2026-12-01", "10:00 18:00 1"));

    assertThat(library.alternateName().sv()).isEqualTo("Påhittad");
    assertThat(library.description().fi()).isEqualTo("Lue!\n\nKirjasto, jota ei ole.");
    assertThat(library.area()).hasToString("M106");
    assertThat(library.position()).isNotNull();
    assertThat(library.url()).isEqualTo("https://kirjasto.example");
    assertThat(library.phones()).hasSize(2);
    assertThat(library.toString()).doesNotContain("Mallikas");
    assertThat(notices).containsKeys("PersonLeftOut", "UnmappedField");
  }

  @Test
  void mostWeeksAreTheWeekAndTheOtherDaysAreExceptional() throws IOException {
    Location library =
        library(
            String.join(
                ",",
                day("2026-11-30", "08:00 10:00 2", "10:00 20:00 1"),
                day("2026-12-05", "10:00 16:00 1"),
                day("2026-12-06"),
                day("2026-12-07", "08:00 10:00 2", "10:00 20:00 1"),
                day("2026-12-12", "10:00 16:00 1"),
                day("2026-12-13"),
                day("2026-12-14", "10:00 14:00 1"),
                day("2026-12-19")));

    assertThat(library.schedules()).extracting(Schedule::byday).containsExactly("MO", "MO", "SA");
    assertThat(library.schedules().getFirst().description().fi()).startsWith("Omatoimiaika");
    assertThat(on(library, "2026-12-07")).containsExactly("08:00–10:00", "10:00–20:00");
    assertThat(on(library, "2026-12-12")).containsExactly("10:00–16:00");
    assertThat(on(library, "2026-12-14")).containsExactly("10:00–14:00");
    assertThat(on(library, "2026-12-19")).isEmpty();
    // Nobody has told of the week after.
    assertThat(on(library, "2026-12-21")).isEmpty();
  }
}
