package fi.rinnalla.search;

import static fi.rinnalla.vocabulary.Lang.EN;
import static fi.rinnalla.vocabulary.Lang.FI;
import static fi.rinnalla.vocabulary.Lang.SV;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordAnalysisTests {

  private final WordAnalysis analysis = WordAnalysis.with(new LexiconLemmatizer());

  @Test
  void stopWordsAreDroppedButSeparationAndSleepAreNot() {
    assertThat(surfaces(analysis.text("Ja ero, tai uni, on se ero", FI)))
        .containsExactly("ero", "uni", "ero");
  }

  @Test
  void agesAndHoursAreDroppedButEmergencyNumbersAreKept() {
    assertThat(surfaces(analysis.text("2-vuotias klo 10, soita 112 tai 116111", FI)))
        .containsExactly("vuotias", "klo", "soita", "112", "116111");
  }

  @Test
  void aCaseEndingAfterAColonIsPassedOver() {
    assertThat(surfaces(analysis.text("MLL:n KELAn STEA:llä", FI)))
        .containsExactly("mll", "kelan", "stea");
  }

  @Test
  void theWordAsWrittenStaysBesideItsLemmas() {
    Token token = analysis.text("Perhekahvilassa", FI).getFirst();
    assertThat(token.surface()).isEqualTo("perhekahvilassa");
    assertThat(token.lemmas()).containsExactly("perhekahvila", "perhe", "kahvila");
    assertThat(token.asked()).containsExactly("perhekahvila");
    assertThat(token.splits()).containsExactly(List.of(List.of("perhe"), List.of("kahvila")));
  }

  @ParameterizedTest
  @CsvSource({
    "familj, familjekaféet",
    "kafé, familjekafé",
    "barn, barnrådgivningen",
    "barn, barnens",
    "förskola, förskolan",
    "bebis, bebisar",
    "pappa, pappagruppen",
    "ensamhet, ensamma",
    "skilsmässa, skilsmässan",
    "amning, ammande",
    "lekpark, lekparker",
    "mamma, mammagrupper",
    "vänner, vän",
    "simma, babysim",
    "helsinki, helsingfors"
  })
  void swedishWordsMeet(String asked, String written) {
    assertThat(meet(asked, written, SV)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"barn, barometer", "far, farlig", "mor, morot", "by, bygg", "lek, lektor"})
  void swedishWordsThatOnlyBeginAlikeDoNotMeet(String asked, String written) {
    assertThat(meet(asked, written, SV)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "child, children", "children, child's", "baby, babies", "kids, children", "lonely, loneliness",
    "dads, father", "twin, twins", "sleep, sleeping", "breastfeeding, breastfeed", "café, cafes",
    "families, family", "pregnant, pregnancy", "groups, group", "playgroup, play", "mum, mothers"
  })
  void englishWordsMeet(String asked, String written) {
    assertThat(meet(asked, written, EN)).isTrue();
  }

  @Test
  void aQueryIsReadInAllThreeLanguages() {
    List<Token> query = analysis.query("familjekafé children lastenneuvola");
    assertThat(
            query
                .get(0)
                .isMetBy(
                    analysis.text("kafé för familjer", SV).stream()
                        .flatMap(token -> token.lemmas().stream())
                        .toList()))
        .isTrue();
    assertThat(query.get(1).asked()).contains("child");
    assertThat(query.get(2).asked()).contains("lastenneuvola");
  }

  @Test
  void curlyAndStraightApostrophesAreTheSame() {
    assertThat(analysis.text("children’s", EN)).isEqualTo(analysis.text("children's", EN));
  }

  @Test
  void anUmlautInTwoPiecesIsTheSameLetter() {
    assertThat(analysis.text("isa\u0308ryhma\u0308", FI)).isEqualTo(analysis.text("isäryhmä", FI));
  }

  @Test
  void anEmptyQueryAndOneOfStopWordsGiveNothing() {
    assertThat(analysis.query("")).isEmpty();
    assertThat(analysis.query("  ?! ja en the")).isEmpty();
  }

  @Test
  void theVersionNamesEveryReader() {
    assertThat(analysis.nameAndVersion()).contains("lexicon-fi", "lexicon-sv", "english");
  }

  @Test
  void theCacheIsBoundedAndReadsTheSame() {
    var plain = new LexiconLemmatizer();
    var cached = new CachedLemmatizer(plain);
    for (int i = 0; i < CachedLemmatizer.WORDS_KEPT + 5_000; i++) {
      cached.read("sana" + i);
    }
    assertThat(cached.size()).isLessThanOrEqualTo(CachedLemmatizer.WORDS_KEPT);
    assertThat(cached.read("perhekahvilassa")).isEqualTo(plain.read("perhekahvilassa"));
  }

  private boolean meet(String asked, String written, Lang language) {
    List<String> lemmas =
        analysis.text(written, language).stream().flatMap(t -> t.lemmas().stream()).toList();
    return analysis.text(asked, language).stream().allMatch(token -> token.isMetBy(lemmas));
  }

  private static List<String> surfaces(List<Token> tokens) {
    return tokens.stream().map(Token::surface).toList();
  }
}
