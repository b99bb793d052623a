package fi.rinnalla.search;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Lang;
import org.junit.jupiter.api.Test;

/// What words are forms of, for those who compare names.
class BaseFormsTests {
  private final BaseForms forms = new BaseForms(WordAnalysis.with(new LexiconLemmatizer()));

  private String base(String word, Lang lang) {
    return forms.of(word, lang).map(BaseForms.Form::base).orElse("");
  }

  @Test
  void formsOfOneWordHaveOneBase() {
    assertThat(base("vauvojen", Lang.FI)).isEqualTo(base("vauvoille", Lang.FI)).isEqualTo("vauva");
    assertThat(base("babies", Lang.EN)).isEqualTo("baby");
  }

  @Test
  void aCompoundTellsWhatItIsPutTogetherFrom() {
    assertThat(forms.of("perhekahvilassa", Lang.FI))
        .hasValueSatisfying(it -> assertThat(it.parts()).containsExactly("perhe", "kahvila"));
  }

  @Test
  void whatNoListHasIsNotGuessed() {
    assertThat(forms.of("hiekkamäkeläisittäin", Lang.FI)).isEmpty();
  }

  @Test
  void swedishThatIsTakenForFinnishIsStillRead() {
    assertThat(base("familjer", Lang.FI)).isEqualTo(base("familj", Lang.SV)).isNotEmpty();
  }

  @Test
  void wordsThatSayNothingByThemselvesAreKnown() {
    assertThat(forms.isStopWord("ja", Lang.FI)).isTrue();
    assertThat(forms.isStopWord("kirjasto", Lang.FI)).isFalse();
  }
}
