package fi.rinnalla.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTests {
  @Test
  void whateverEndsALineElsewhereEndsItHereToo() {
    assertThat(Typed.plain("yksi\r\nkaksi\rkolme\u2028neljä\u2029viisi\u0085kuusi"))
        .isEqualTo("yksi\nkaksi\nkolme\nneljä\nviisi\nkuusi");
  }

  @Test
  void whatNobodySeesIsTakenOut() {
    assertThat(Typed.plain(" A\u0000i\u202Eno\u2066\u2069\u0007\uD800 ")).isEqualTo("Aino");
  }

  @Test
  void familiesEmojiAndOtherLanguagesStayAsTheyWere() {
    String words = "👨‍👩‍👧 äiti, أم\u200F, می\u200Cخواهم";

    assertThat(Typed.plain(words)).isEqualTo(words);
  }

  /// The codes of the example persons that the population register itself publishes.
  @Test
  void aPersonalIdentityCodeIsCoveredHoweverItIsWritten() {
    assertThat(Typed.plain("Lapsen hetu on 131052-308T.")).isEqualTo("Lapsen hetu on ******-****.");
    assertThat(Typed.plain("131052-308t, 131052 – 308T ja 131052X308T"))
        .isEqualTo("******-****, ******-**** ja ******-****");
  }

  @Test
  void numbersThatOnlyLookLikeAnIdentityCodeStay() {
    String words =
        "131052-308U, 040 123 4567, 24.11.2026-100, FI21 1234 5600 0007 85, 1131052-308T";

    assertThat(Typed.plain(words)).isEqualTo(words);
  }
}
