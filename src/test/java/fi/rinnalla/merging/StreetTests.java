package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether two addresses are one, nearly one, or two.
class StreetTests {
  @ParameterizedTest
  @CsvSource({
    "Torikatu 5, Torik. 5 A 3, 1",
    "Torikatu 5-7, Torikatu 7, 1",
    "Torikatu 5, Torggatan 5, NaN",
    "Torikatu 5, Kauppakatu 5, 0",
    "Torikatu 5, Torikatu 7, 0",
    "Haukkalammentie 5, Haukkalamentie 5, 0.8",
    "Haukkalammentie 5, Haukkalamentie 6, 0",
    "Koivukatu 5, Kaivukatu 5, NaN"
  })
  void anotherHouseIsAnotherAddressAndALetterOffIsNearlyTheSame(
      String one, String other, Double agreement) {
    assertThat(Street.of(one).orElseThrow().agreement(Street.of(other).orElseThrow()))
        .isEqualTo(agreement);
  }
}
