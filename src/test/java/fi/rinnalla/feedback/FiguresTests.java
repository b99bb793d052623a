package fi.rinnalla.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may be told of a few people, and what may not.
class FiguresTests {
  private static final UUID MARCH = UUID.randomUUID();
  private static final UUID APRIL = UUID.randomUUID();
  private static final UUID MAY = UUID.randomUUID();

  private final List<Answer> answers = new ArrayList<>();

  @Test
  void seventeenAnswersInThreeVisitsAreToldTogetherForOneVisitHadFour() {
    came(4, MARCH, Lang.FI);
    came(6, APRIL, Lang.FI);
    came(6, MAY, Lang.FI);
    answers.add(new Answer(MAY, Lang.FI, 3, true, Set.of()));

    Figures figures = figures();

    assertThat(whole(figures).usefulOf()).hasToString("16/17");
    assertThat(whole(figures).moreOf()).hasToString("17/17");
    assertThat(whole(figures).usefulOf().percent()).isEmpty();
    assertThat(figures.split()).isEqualTo(Figures.Split.NONE);
    assertThat(figures.parts()).isEmpty();
  }

  @Test
  void fourAnswersAreToldNothingOfNotEvenHowMany() {
    came(4, MARCH, Lang.FI);

    assertThat(figures()).isEqualTo(new Figures(null, 0, Figures.Split.NONE, List.of()));
  }

  @Test
  void oneSmallSittingHidesTheOthersTooOrItWouldBeTheWholeLessTheOthers() {
    came(12, MARCH, Lang.FI);
    came(12, APRIL, Lang.FI);
    came(1, MAY, Lang.FI);

    assertThat(figures().parts()).isEmpty();
  }

  @Test
  void sittingsAreToldApartWhenEachHasFive() {
    came(5, MARCH, Lang.FI);
    came(6, APRIL, Lang.FI);

    Figures figures = figures();

    assertThat(figures.split()).isEqualTo(Figures.Split.SITTING);
    assertThat(figures.parts())
        .extracting(Figures.Part::of)
        .containsExactlyInAnyOrder(MARCH.toString(), APRIL.toString());
  }

  @Test
  void aSmallLanguageHidesTheLargeOne() {
    came(12, MARCH, Lang.FI);
    came(2, MARCH, Lang.SV);

    assertThat(figures().parts()).isEmpty();
    assertThat(figures().split()).isEqualTo(Figures.Split.NONE);
  }

  @Test
  void languagesAreToldApartWhenSittingsAreNot() {
    came(12, MARCH, Lang.FI);
    came(4, APRIL, Lang.SV);
    came(1, MARCH, Lang.SV);

    assertThat(figures().split()).isEqualTo(Figures.Split.LANGUAGE);
    assertThat(figures().parts()).extracting(Figures.Part::of).containsExactly("fi", "sv");
  }

  @Test
  void neverBothWaysForWhereTheyCrossThereIsASmallGroupAgain() {
    came(9, MARCH, Lang.FI);
    came(1, MARCH, Lang.SV);
    came(6, APRIL, Lang.SV);

    assertThat(figures().split()).isEqualTo(Figures.Split.SITTING);
    assertThat(figures().parts()).noneMatch(it -> it.of().equals("sv"));
  }

  /// From every way that ten people may have come, nobody can work out a group of one to four.
  @ParameterizedTest
  @CsvSource({"10,0,0", "9,1,0", "8,1,1", "6,4,0", "5,5,0", "5,4,1", "4,3,3", "0,0,10", "5,0,5"})
  void noPartAndNoRestIsSmall(int march, int april, int may) {
    came(march, MARCH, Lang.FI);
    came(april, APRIL, Lang.SV);
    came(may, MAY, Lang.EN);

    Figures figures = figures();

    int told = figures.parts().stream().mapToInt(it -> it.tally().answers()).sum();
    assertThat(figures.parts()).allMatch(it -> it.tally().answers() >= Figures.FEWEST);
    assertThat(told).as("all of them or none").isIn(0, whole(figures).answers());
  }

  @Test
  void thePercentageComesWithTheThirtiethAnswer() {
    assertThat(new Count(28, 29).percent()).isEmpty();
    assertThat(new Count(28, 30).percent()).hasValue(93);
  }

  @Test
  void theNumberOfThoseWhoSaidSoMayBeAny() {
    came(5, MARCH, Lang.FI);
    answers.add(new Answer(MARCH, Lang.FI, 1, false, Set.of(Learnt.NOTHING_NEW)));

    assertThat(whole(figures()).usefulOf()).hasToString("5/6");
    assertThat(whole(figures()).learntOf().get(Learnt.NOTHING_NEW)).hasToString("1/6");
  }

  @Test
  void whatWasNotAskedIsNotTold() {
    came(5, MARCH, Lang.FI);

    Figures figures = Figures.of(answers, new Questions(false, Set.of(), false), 0);

    assertThat(whole(figures).moreOf()).isNull();
    assertThat(whole(figures).learnt()).isEmpty();
  }

  private void came(int many, UUID sitting, Lang lang) {
    for (int i = 0; i < many; i++) {
      answers.add(new Answer(sitting, lang, 5, true, Set.of(Learnt.INFORMATION)));
    }
  }

  private Figures figures() {
    return Figures.of(answers, Questions.asUsual(), 0);
  }

  private static Figures.Tally whole(Figures figures) {
    return Objects.requireNonNull(figures.whole());
  }
}
