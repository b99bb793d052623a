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
    "/, /",
    "/api/search, /api/search",
    "/figs/A/, /figs/A/",
    "//elsewhere.example/, //elsewhere.example/",
  })
  void aPageHasOneAddress(String written, String meant) {
    assertThat(TidyAddresses.tidy(written)).isEqualTo(meant);
  }
}
