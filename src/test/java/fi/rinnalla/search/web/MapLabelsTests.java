package fi.rinnalla.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.search.web.MapLabels.Label;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class MapLabelsTests {
  @Autowired Areas areas;

  private List<String> names(String language) {
    List<Label> labels = new MapLabels(areas).labels(language).getBody();
    return Objects.requireNonNull(labels).stream().map(Label::name).toList();
  }

  @Test
  void townsThatEverybodyKnowsComeFirst() {
    assertThat(names("fi").getFirst()).isEqualTo("Helsinki");
    assertThat(names("fi").subList(0, 20))
        .contains("Oulu", "Tampere", "Turku", "Rovaniemi", "Kuopio");
  }

  @Test
  void everyTownIsNamedInTheLanguageAskedFor() {
    assertThat(names("sv")).contains("Helsingfors", "Uleåborg", "Hyvinge");
  }
}
