package fi.rinnalla.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTests {

  @Test
  void theWordsAskedForAreNoFallback() {
    var text = new Text("Kahvila", "Kafé", "Café");

    assertThat(text.said(Lang.SV)).contains(new Text.Said("Kafé", Lang.SV, false));
  }

  @Test
  void aMissingLanguageFallsBackInItsOrderAndSaysSo() {
    assertThat(new Text("Kahvila", "Kafé", null).said(Lang.EN))
        .contains(new Text.Said("Kahvila", Lang.FI, true));
    assertThat(new Text("Kahvila", null, "Café").said(Lang.SV))
        .contains(new Text.Said("Kahvila", Lang.FI, true));
    assertThat(new Text(null, "Kafé", "Café").said(Lang.FI))
        .contains(new Text.Said("Kafé", Lang.SV, true));
    assertThat(new Text(null, "Kafé", null).said(Lang.EN))
        .contains(new Text.Said("Kafé", Lang.SV, true));
    assertThat(Text.of(Lang.EN, "Café").said(Lang.SV))
        .contains(new Text.Said("Café", Lang.EN, true));
  }

  @Test
  void wordsOfNothingButBlanksAreNoWords() {
    assertThat(new Text("  ", "\u00A0\t", "\u200B\uFEFF")).isEqualTo(Text.none());
    assertThat(Text.none().isEmpty()).isTrue();
    assertThat(Text.none().said(Lang.FI)).isEmpty();
    assertThat(Text.none().orEmpty(Lang.EN)).isEmpty();
  }

  @Test
  void blanksAroundTheWordsAreLeftOffAndThoseBetweenAreKept() {
    assertThat(Text.fi("\u00A0 Äiti ja\u00A0lapsi \n").fi()).isEqualTo("Äiti ja\u00A0lapsi");
  }

  @Test
  void aLanguageCanBeTakenAway() {
    assertThat(Text.fi("Kahvila").with(Lang.FI, null)).isEqualTo(Text.none());
  }
}
