package fi.rinnalla.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The colour of what stands in somebody else's page.
class AccentTests {

  @Test
  void aColourThatStandsOutFromWhiteIsDrawnWith() {
    assertThat(Accent.of("#77446F")).isEqualTo(new Accent.Fits("77446f"));
    // The greys on either side of the limit of WCAG 2.2, 4.5 to 1.
    assertThat(Accent.of("767676")).isInstanceOf(Accent.Fits.class);
    assertThat(Accent.of("777777")).isInstanceOf(Accent.TooPale.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "#fff", "0b5c5e;}body{display:none", "url(//example.org)"})
  void whatIsNoColourIsNotDrawnWith(String typed) {
    assertThat(Accent.of(typed)).isInstanceOf(Accent.NotAColour.class);
    assertThat(Accent.of(typed).drawn()).isEqualTo(Accent.OURS);
  }

  @Test
  void nothingTypedIsOurOwnColour() {
    assertThat(Accent.of(" ")).isEqualTo(Accent.OURS);
  }
}
