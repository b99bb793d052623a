package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fi.rinnalla.search.BaseForms;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real playgrounds, as towns' open data and OpenStreetMap tell of them; the towns' data and the
/// map's know nothing of each other, so what both have are true doubles that nobody planted.
class RealPlaygroundsTests {
  private static final double SAME_SPOT = 100;

  private static List<Told> playgrounds() throws IOException {
    Path file =
        Path.of(
            System.getProperty("rinnalla.shared", "../shared"),
            "data",
            "places",
            "playgrounds.geojson");
    assumeThat(file).exists();
    List<Told> told = new ArrayList<>();
    for (JsonNode it : JsonMapper.shared().readTree(Files.readString(file)).path("features")) {
      JsonNode properties = it.path("properties");
      JsonNode at = it.path("geometry").path("coordinates");
      told.add(
          new Told(
              Kind.PLACE,
              UUID.randomUUID(),
              properties.path("file").asString(),
              List.of(Text.fi(properties.path("name").asString())),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              new Position(at.path(1).asDouble(), at.path(0).asDouble()),
              null,
              List.of(),
              List.of()));
    }
    return told;
  }

  private static String name(Told told) {
    return String.valueOf(told.names().getFirst().fi()).toLowerCase(Locale.ROOT);
  }

  private static double metres(Told one, Told other) {
    return Objects.requireNonNull(one.position())
        .metresTo(Objects.requireNonNull(other.position()));
  }

  @Test
  void whatATownAndTheMapBothHaveIsFoundAndHardlyAnythingElse() throws IOException {
    List<Told> all = playgrounds();
    List<Told> ofTheMap = all.stream().filter(it -> it.source().equals("seed_osm")).toList();
    List<PlantedTwins.Pair> known =
        all.stream()
            .filter(it -> !it.source().equals("seed_osm"))
            .flatMap(it ->
                ofTheMap.stream()
                    .filter(other -> name(it).equals(name(other)) && metres(it, other) < SAME_SPOT)
                    .map(other -> PlantedTwins.Pair.of(it.id(), other.id())))
            .toList();

    List<Likeness> found = new Matching(Map.of(), BaseForms.best()).among(all);

    assertThat(known).hasSizeGreaterThan(10);
    assertThat(found.stream().map(PlantedTwins.Pair::of)).containsAll(known);
    assertThat(found).allMatch(it -> metres(it.one(), it.other()) < 1000);
  }
}
