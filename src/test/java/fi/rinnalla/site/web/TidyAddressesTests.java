package fi.rinnalla.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyAddressesTests {

  @ParameterizedTest
  @CsvSource({
    "/fi/, /fi",
    "/FI, /fi",
    "/fi/haku/, /fi/haku",
    "/SV/Sok//, /sv/sok",
    "/fi/haku, /fi/haku",
    "/FI/Voimassa/aBc-D_9/, /fi/voimassa/aBc-D_9",
    "/sv/logga-in/aBc-D_9, /sv/logga-in/aBc-D_9",
    "/en/still-true/aBc-D_9, /en/still-true/aBc-D_9",
    "/, /",
    "/api/search, /api/search",
    "/figs/A/, /figs/A/",
    "//elsewhere.example/, //elsewhere.example/",
  })
  void aPageHasOneAddress(String written, String meant) {
    assertThat(TidyAddresses.tidy(written)).isEqualTo(meant);
  }
}
