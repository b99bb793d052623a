package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Places as calendars tell of them, in one line.
class PlaceLineTests {
  private static final Set<String> TOWNS = Set.of("Hyvinkää", "Hyvinge", "Oulu", "Nurmijärvi");

  private static PlaceLine of(String line) {
    return PlaceLine.of(line, TOWNS::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hyvinkään kirjasto, Torikatu 5, 05800 Hyvinkää | Hyvinkään kirjasto | Torikatu 5 | 05800 | Hyvinkää
          Hyvinkään kirjasto, Torikatu 5 05800 Hyvinkää | Hyvinkään kirjasto | Torikatu 5 | 05800 | Hyvinkää
          Kirjasto; Torik. 5 A 3; 05800; Hyvinkää; Suomi | Kirjasto | Torik. 5 A 3 | 05800 | Hyvinkää
          Kirjasto, Torikatu 5, 2. krs, FI-05800 Hyvinkää | Kirjasto | Torikatu 5, 2. krs | 05800 | Hyvinkää
          Pääkirjasto, lastenosasto, Torikatu 5, Hyvinkää | Pääkirjasto, lastenosasto | Torikatu 5 | | Hyvinkää
          Bibliotek, Torggatan 5, 05800 Hyvinge | Bibliotek | Torggatan 5 | 05800 | Hyvinge
          Kerhotalo, Linnankoski 12, 05800 Hyvinkää | Kerhotalo | Linnankoski 12 | 05800 | Hyvinkää
          Kerhotalo, Patruunantie 1, 05200 Rajamäki | Kerhotalo | Patruunantie 1, Rajamäki | 05200 |
          Kerhotalo, Patruunantie 1, 05200 Rajamäki, Nurmijärvi | Kerhotalo | Patruunantie 1, Rajamäki | 05200 | Nurmijärvi
          Kirjasto, 05800 Hyvinkää | Kirjasto | | 05800 | Hyvinkää
          Kirjasto, Hyvinkää | Kirjasto | | | Hyvinkää
          Torikatu 5, 05800 Hyvinkää | Torikatu 5 | | 05800 | Hyvinkää
          Torikatu 5 | Torikatu 5 | | |
          """)
  void aLineIsTakenApart(String line, String name, String address, String postcode, String town) {
    assertThat(of(line)).isEqualTo(new PlaceLine(name, address, postcode, town));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hyvinkään kirjasto",
        "Kirjasto Torikatu 5",
        "Monitoimitalo, sali 2, klo 10.30",
        "Tavataan portilla, mukaan 2 eväsleipää",
        "Zoom 12345 67890"
      })
  void whatDoesNotFallIntoPartsStaysAsItIs(String line) {
    assertThat(of(line)).isEqualTo(new PlaceLine(line, null, null, null));
  }

  @Test
  void aHallIsNoStreet() {
    assertThat(of("Kerhotalo, sali 2, Hyvinkää"))
        .isEqualTo(new PlaceLine("Kerhotalo, sali 2", null, null, "Hyvinkää"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hyvinkää", "Hyvinkää, linja-autoasema ja tori"})
  void aTownThatIsNotTheLastIsKnownAndLeftInTheName(String line) {
    assertThat(of(line)).isEqualTo(new PlaceLine(line, null, null, "Hyvinkää"));
  }
}
