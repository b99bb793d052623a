package fi.rinnalla.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AgeRangeTests {

  @Test
  void aChildOfTwoFitsFromNoughtToThree() {
    assertThat(AgeRange.of(0, 3).fits(2)).isTrue();
    assertThat(AgeRange.of(0, 3).fits(0)).isTrue();
  }

  @Test
  void aChildOfThreeFitsUntilTheFourthBirthday() {
    assertThat(AgeRange.of(0, 3).fits(3.9)).isTrue();
    assertThat(AgeRange.of(0, 3).fits(3.999)).isTrue();
    assertThat(AgeRange.of(0, 3).fits(4)).isFalse();
  }

  @Test
  void aBabyOfThreeMonthsIsAQuarterOfAYear() {
    assertThat(AgeRange.of(0.25, 1).fits(0.25)).isTrue();
    assertThat(AgeRange.of(0.25, 1).fits(0.2)).isFalse();
  }

  @Test
  void aPartOfAYearEndsWhenItIsFull() {
    assertThat(AgeRange.of(0, 0.5).fits(0.5)).isTrue();
    assertThat(AgeRange.of(0, 0.5).fits(0.6)).isFalse();
    assertThat(AgeRange.of(0, 1.5).fits(1.9)).isFalse();
  }

  @Test
  void anOpenEndLetsInTheYoungestAndTheOldest() {
    var upTo = new AgeRange(null, BigDecimal.valueOf(6));
    var from = new AgeRange(BigDecimal.valueOf(6), null);

    assertThat(upTo.fits(0)).isTrue();
    assertThat(upTo.fits(7)).isFalse();
    assertThat(from.fits(5.9)).isFalse();
    assertThat(from.fits(100)).isTrue();
    assertThat(AgeRange.ANY.fits(2)).isTrue();
    assertThat(AgeRange.ANY.isAny()).isTrue();
    assertThat(from.isAny()).isFalse();
  }

  @Test
  void nobodyIsYoungerThanNoughtOrOfNoAgeAtAll() {
    assertThat(AgeRange.ANY.fits(-1)).isFalse();
    assertThat(AgeRange.ANY.fits(Double.NaN)).isFalse();
  }

  @Test
  void tenIsWrittenAsTen() {
    var range = new AgeRange(new BigDecimal("10.0"), new BigDecimal("1E+2"));

    assertThat(range).hasToString("AgeRange[min=10, max=100]");
    assertThat(range).isEqualTo(AgeRange.of(10, 100));
    assertThat(range.fits(100.5)).isTrue();
  }

  @Test
  void agesThatNobodyHasAreRefused() {
    assertThatThrownBy(() -> AgeRange.of(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AgeRange.of(0, 131)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AgeRange.of(4, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AgeRange.of(Double.NaN, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
