package fi.rinnalla.advice;

import static fi.rinnalla.advice.SmallNumbers.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What may be shown together.
class SmallNumbersTests {

  @Test
  void noneOfTheLargeIsHiddenWhenNoneIsSmall() {
    assertThat(SmallNumbers.shown(List.of(5, 0, 12, 7))).containsExactly(5, 0, 12, 7);
    assertThat(SmallNumbers.isSumShown(List.of(5, 0, 12, 7))).isTrue();
  }

  @Test
  void aSmallOneTakesTheNextSmallestWithIt() {
    assertThat(SmallNumbers.shown(List.of(3, 9, 20))).containsExactly(HIDDEN, HIDDEN, 20);
  }

  @Test
  void twoOnesAreNotToldByATwo() {
    assertThat(SmallNumbers.shown(List.of(1, 1, 30, 8)))
        .containsExactly(HIDDEN, HIDDEN, 30, HIDDEN);
  }

  @Test
  void theSumGoesWhenItWouldTell() {
    assertThat(SmallNumbers.shown(List.of(4, 0, 0))).containsExactly(HIDDEN, 0, 0);
    assertThat(SmallNumbers.isSumShown(List.of(4, 0, 0))).isFalse();
    assertThat(SmallNumbers.isSumShown(List.of(4, 4, 1))).isFalse();
  }

  @Test
  void noSmallNumberIsLeftAloneByAnySum() {
    Random random = new Random(20261123);
    for (int round = 0; round < 5_000; round++) {
      List<Integer> counts = random.ints(1 + random.nextInt(8), 0, 14).boxed().toList();
      List<Integer> shown = SmallNumbers.shown(counts);
      int hidden = 0;
      int together = 0;
      for (int i = 0; i < counts.size(); i++) {
        if (shown.get(i) == HIDDEN) {
          hidden++;
          together += counts.get(i);
        } else {
          assertThat(shown.get(i)).isEqualTo(counts.get(i));
          assertThat(counts.get(i))
              .satisfiesAnyOf(
                  it -> assertThat(it).isZero(), it -> assertThat(it).isGreaterThanOrEqualTo(5));
        }
      }
      if (SmallNumbers.isSumShown(counts) && hidden > 0) {
        assertThat(hidden).isGreaterThan(1);
        assertThat(together).isGreaterThanOrEqualTo(10);
      }
    }
  }
}
