package fi.rinnalla.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.storage.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreetTilesTests {

  @Test
  void withoutAnAddressThereAreNone() {
    assertThat(new StreetTiles("", "", 17).are()).isFalse();
    assertThat(new StreetTiles("", "", 17).origin()).isNull();
  }

  @Test
  void theOriginIsWhatPagesMayFetchPicturesFrom() {
    assertThat(new StreetTiles("https://t.example.fi/{z}/{x}/{y}.png", "© T", 17).origin())
        .isEqualTo("https://t.example.fi");
    assertThat(new StreetTiles("https://t.example.fi:8443/a/{z}/{y}/{x}", "© T", 17).origin())
        .isEqualTo("https://t.example.fi:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://t.example.fi/{z}/{x}/{y}.png",
        "https://t.example.fi/{z}/{x}.png",
        "https://{s}.example.fi/{z}/{x}/{y}.png",
        "https://t.example.fi; script-src */{z}/{x}/{y}.png",
        "https://you@t.example.fi/{z}/{x}/{y}.png",
        "/{z}/{x}/{y}.png"
      })
  void anAddressThatIsNoneKeepsTheHouseShut(String url) {
    assertThatThrownBy(() -> new StreetTiles(url, "© T", 17))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("RINNALLA_TILES_URL");
  }

  @Test
  void whoeverMadeTheTilesIsNamed() {
    assertThatThrownBy(() -> new StreetTiles("https://t.example.fi/{z}/{x}/{y}.png", " ", 17))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("RINNALLA_TILES_CREDIT");
  }
}
