package fi.rinnalla.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VoikkoLemmatizerTests {

  @Test
  void twoHundredVirtualThreadsReadTheSameAsOne() throws Exception {
    var found = VoikkoLemmatizer.find();
    assumeTrue(found.isPresent(), "libvoikko1 and voikko-fi are not installed");
    Lemmatizer voikko = found.get();
    List<String> words =
        WordPairs.thatMustMeet().stream().map(pair -> pair.text()).distinct().toList();
    Map<String, List<String>> alone =
        words.stream().collect(Collectors.toMap(Function.identity(), voikko::lemmas));

    List<Future<Boolean>> same = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        same.add(
            threads.submit(
                () -> words.stream().allMatch(w -> voikko.lemmas(w).equals(alone.get(w)))));
      }
    }
    for (Future<Boolean> each : same) {
      assertThat(each.get()).isTrue();
    }
  }

  @Test
  void lookingForVoikkoNeverThrowsWhateverIsMissing() {
    assertThat(VoikkoLemmatizer.find()).isNotNull();
  }

  @Test
  void theLikelierOfTwoReadingsIsTheWordOfFamilyLife() {
    var found = VoikkoLemmatizer.find();
    assumeTrue(found.isPresent(), "libvoikko1 and voikko-fi are not installed");
    assertThat(found.get().lemmas("päiväkodissa")).containsExactly("päiväkoti", "päivä", "koti");
    assertThat(found.get().lemmas("äitiysneuvolasta")).doesNotContain("lapsi", "neuvo");
  }

  @Test
  void theWordsOfACompoundAreReadFromWordbases() {
    assertThat(parts("lastenneuvola", "+lasten(lapsi)+neuvola(neuvola)"))
        .containsExactly("lapsi", "neuvola");
    assertThat(parts("pikkulapsi", "+pikku+lapsi(lapsi)")).containsExactly("pikku", "lapsi");
    assertThat(parts("2-vuotias", "+2+-+vuotias(vuotias)")).containsExactly("vuotias");
  }

  @Test
  void aDerivedPartIsKeptWholeWithItsOriginAsKin() {
    assertThat(WordBases.read("vauvauinti", "+vauva(vauva)+ui(uida)+n+ti(+ti)").lemmas())
        .containsExactly("vauvauinti", "vauva", "uinti", "uida");
    assertThat(WordBases.read("itkuinen", "+itku(itku)+inen(+inen)").lemmas())
        .containsExactly("itkuinen", "itku");
  }

  @Test
  void theOppositeOfAWordIsNotItsKin() {
    assertThat(WordBases.read("maksuton", "+maksu(maksu)+ton(+ton)").lemmas())
        .containsExactly("maksuton");
  }

  @Test
  void brokenWordbasesAreReadAsFarAsTheyGo() {
    for (String broken : List.of("", "+", "+(", "+a(", "((", "+perhe(perhe", ")(", "perhe")) {
      assertThat(WordBases.read("perhe", broken).base()).isEqualTo("perhe");
    }
  }

  private static List<String> parts(String base, String wordBases) {
    return WordBases.read(base, wordBases).parts().stream().map(Reading::base).toList();
  }
}
