package fi.rinnalla.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTests {

  private final Lexicon lexicon =
      Lexicon.from(
          List.of(
              "lapsi: lapsi lapse las laps",
              "perhe: perhe perhee perhei",
              "neuvola: neuvola neuvoloi neuvoloj",
              "koti: koti kodi",
              "kotimaa: kotimaa =",
              "maa: maa",
              "väsymys: väsymys väsymykse ~ väsyä",
              "nukkua!: nukku nuku"),
          Endings.finnish());

  @Test
  void aWholeWordDividesIntoStemsAndOneEnding() {
    assertThat(bases("lapsiperheillekin")).containsExactly("lapsiperhe");
    assertThat(bases("lastenneuvoloihin")).containsExactly("lastenneuvola");
    assertThat(bases("perheessämme")).containsExactly("perhe");
    assertThat(bases("nukkumisesta")).containsExactly("nukkua");
  }

  @Test
  void aWordWithAStrangePieceIsNotReadAtAll() {
    assertThat(bases("lapsixyz")).isEmpty();
    assertThat(bases("olapsi")).isEmpty();
    assertThat(bases("perhonen")).isEmpty();
    assertThat(bases("lasin")).isEmpty();
  }

  @Test
  void theIllativeEndingFollowsTheLastVowelOfTheStem() {
    assertThat(bases("kotiin")).containsExactly("koti");
    assertThat(bases("kotian")).isEmpty();
  }

  @Test
  void aWordWithAnEmptyListOfPartsIsNeverDivided() {
    assertThat(lexicon.read("kotimaassa").getFirst().parts()).isEmpty();
  }

  @Test
  void kindredWordsAnswerForASimpleWord() {
    assertThat(lexicon.read("väsymyksestä").getFirst().asked()).containsExactly("väsymys", "väsyä");
  }

  @Test
  void aMistakeInTheListIsToldWithItsLine() {
    assertThatThrownBy(() -> Lexicon.from(List.of("perhe perhee"), Endings.finnish()))
        .hasMessageContaining("perhe perhee");
    assertThatThrownBy(() -> Lexicon.from(List.of("maa: maa", "maa: maa"), Endings.finnish()))
        .hasMessageContaining("Twice");
  }

  @Test
  void everyWordOfOurListsIsReadAsItself() {
    for (Lexicon list : List.of(Lexicon.finnish(), Lexicon.swedish())) {
      assertThat(list.bases())
          .allSatisfy(base -> assertThat(list.read(base)).extracting(Reading::base).contains(base));
    }
  }

  private List<String> bases(String word) {
    return lexicon.read(word).stream().map(Reading::base).toList();
  }
}
