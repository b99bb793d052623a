package fi.rinnalla.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTests {

  @Test
  void theDistanceIsTheOneSurveyorsPublish() {
    // Flinders Peak to Buninyong, the worked example of the Geocentric Datum of Australia manual.
    var flindersPeak = new Position(-37.95103341666667, 144.42486788888888);
    var buninyong = new Position(-37.65282113888889, 143.92649552777777);

    assertThat(flindersPeak.metresTo(buninyong)).isCloseTo(54_972.271, within(0.01));
  }

  @Test
  void theDistanceToTheOtherSideOfTheEarthIsFoundToo() {
    // Wellington to Salamanca, the example of GeographicLib's documentation.
    assertThat(new Position(-41.32, 174.81).metresTo(new Position(40.96, -5.50)))
        .isCloseTo(19_959_679.267, within(0.01));
  }

  @Test
  void theWayThereIsAsLongAsTheWayBack() {
    var hyvinkaa = new Position(60.6319, 24.8601);
    var riihimaki = new Position(60.7377, 24.7777);

    assertThat(hyvinkaa.metresTo(riihimaki)).isEqualTo(riihimaki.metresTo(hyvinkaa), within(1e-6));
    assertThat(hyvinkaa.metresTo(riihimaki)).isBetween(12_000.0, 13_000.0);
    assertThat(hyvinkaa.metresTo(hyvinkaa)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 24", "60, NaN", "Infinity, 0"})
  void aPointThatIsNotOnTheGlobeIsRefused(double lat, double lon) {
    assertThatThrownBy(() -> new Position(lat, lon)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noughtNoughtIsHowFormsSayNotFilledIn() {
    assertThat(new Position(0, 0).isSomewhere()).isFalse();
    assertThat(new Position(60.6, 24.8).isSomewhere()).isTrue();
    assertThat(new Position(0, 24.8).isSomewhere()).isTrue();
  }
}
