package fi.rinnalla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a venue's words name its town already.
class VenueTests {
  @ParameterizedTest
  @CsvSource({
    "Kirjasto, 'Torikatu 5, Hyvinkää', true",
    "'Kirjasto, Hyvinge', '', true",
    "Hyvinkään kirjasto, Torikatu 5, false",
    "Kirjasto, Hyvinkäänkatu 5, false",
    "Kirjasto, '', false"
  })
  void theTownIsNamedByAWordOfItsOwn(String name, String address, boolean named) {
    var venue = new Event.Venue(null, Text.fi(name), Text.fi(address), "05800", null, null, null);

    assertThat(venue.names(new Text("Hyvinkää", "Hyvinge", null))).isEqualTo(named);
  }
}
