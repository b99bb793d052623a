package fi.rinnalla.finland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fi.rinnalla.vocabulary.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinnishGridTests {

  /// Reckoned apart from any library by the formulas of Krüger, which Finland's own recommendation
  /// (JHS 197) gives for this grid: the middle meridian, Helsinki, Tampere, Oulu, Utsjoki and
  /// Mariehamn.
  @ParameterizedTest
  @CsvSource({
    "6651411.190, 500000.000, 60.0, 27.0",
    "6672118.380, 385611.317, 60.1699, 24.9384",
    "6822553.706, 327615.822, 61.4981, 23.7610",
    "7210681.467, 427657.548, 65.0121, 25.4651",
    "7754721.584, 500767.082, 69.9, 27.02",
    "6683261.170, 107579.582, 60.0973, 19.9348"
  })
  void knownPointsComeOutWhereTheyAre(double northing, double easting, double lat, double lon) {
    Position position = FinnishGrid.position(northing, easting);

    assertThat(position.lat()).isCloseTo(lat, within(1e-7));
    assertThat(position.lon()).isCloseTo(lon, within(1e-7));
  }

  @Test
  void degreesAreNotTakenForMetres() {
    assertThat(FinnishGrid.covers(61.6887, 27.2721)).isFalse();
    assertThat(FinnishGrid.covers(385_611, 6_672_118)).isFalse();
    assertThat(FinnishGrid.covers(6_672_118, 385_611)).isTrue();
  }
}
