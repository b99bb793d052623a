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
}
