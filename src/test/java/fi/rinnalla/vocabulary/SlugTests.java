package fi.rinnalla.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {
  private static final UUID ID = UUID.fromString("5f0c1f0e-6a59-4f0c-9d2e-1d0a5b7c9e11");

  @ParameterizedTest
  @CsvSource({
    "Äiti–lapsi-kahvila!, aiti-lapsi-kahvila",
    "Öinen ÅLAND, oinen-aland",
    "MLL:n Perhekahvila (0–3 v.), mll-n-perhekahvila-0-3-v",
    "Sámi mánáidgárdi Deatnu, sami-manaidgardi-deatnu",
    "Đuvvá Ŋ, duvva-n",
    "Straße, strasse",
    "--- ? ---, ''"
  })
  void theWordsOfATitleAreWrittenInPlainLetters(String title, String words) {
    assertThat(Slug.words(title)).isEqualTo(words);
  }

  @Test
  void aLongTitleIsCutBetweenWords() {
    String words =
        Slug.words("Pienten lasten perheiden avoin kohtaamispaikka ja olohuone Hyvinkäällä");

    assertThat(words).isEqualTo("pienten-lasten-perheiden-avoin-kohtaamispaikka-ja-olohuone");
    assertThat(Slug.words("a".repeat(500))).hasSize(60);
  }

  @Test
  void aTitleOfAnEmojiOrOfNothingIsCalledByTheIdAlone() {
    assertThat(Slug.of(Text.fi("🎉🎈"), ID)).isEqualTo(Slug.of(Text.none(), ID));
    assertThat(Slug.of(Text.none(), ID)).matches("[0-9a-z]{4}-" + Slug.tail(ID));
    assertThat(Slug.tailOf(Slug.of(Text.none(), ID))).isEqualTo(Slug.tail(ID));
  }

  @Test
  void twoRecordsWithoutANameHaveEachASlugOfTheirOwnThoughTheirTailsAreAlike() {
    UUID one = new UUID(0, 7_912);
    UUID other = new UUID(0, 405_938);

    assertThat(Slug.tail(one)).isEqualTo(Slug.tail(other));
    assertThat(Slug.of(Text.none(), one)).isNotEqualTo(Slug.of(Text.none(), other));
  }

  @Test
  void theTailStaysWhenTheNameChanges() {
    String before = Slug.of(Text.fi("Perhekahvila"), ID);
    String after = Slug.of(Text.fi("Satutunti"), ID);

    assertThat(before).startsWith("perhekahvila-");
    assertThat(Slug.tailOf(before)).isEqualTo(Slug.tailOf(after)).matches("[0-9a-z]{8}");
  }

  @Test
  void aTitleOnlyInSwedishStillHasWords() {
    assertThat(Slug.of(Text.of(Lang.SV, "Familjekafé"), ID)).startsWith("familjekafe-");
  }

  @Test
  void anotherIdHasAnotherTail() {
    assertThat(Slug.tail(ID)).isNotEqualTo(Slug.tail(new UUID(1, 2)));
    assertThat(Slug.tail(new UUID(0, 0))).isEqualTo("00000000");
  }
}
