package fi.rinnalla.directory;

import static fi.rinnalla.directory.Hours.EVERY_DAY;
import static fi.rinnalla.directory.Hours.MONDAY;
import static fi.rinnalla.directory.Hours.at;
import static fi.rinnalla.directory.Hours.hours;
import static fi.rinnalla.directory.Hours.instant;
import static fi.rinnalla.directory.Hours.monday;
import static fi.rinnalla.directory.Hours.schedule;
import static fi.rinnalla.directory.Hours.valid;
import static fi.rinnalla.directory.Schedule.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.directory.OpeningHours.State.Closed;
import fi.rinnalla.directory.OpeningHours.State.NotTold;
import fi.rinnalla.directory.OpeningHours.State.Open;
import fi.rinnalla.directory.Schedule.ExceptionalDay;
import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningHoursTests {

  @Test
  void aLibraryIsOpenUntilItCloses() {
    var hours = hours(weekly("MO,TU", at(9), at(19)));

    assertThat(hours.at(monday(9, 0))).isEqualTo(new Open(monday(19, 0)));
    assertThat(hours.at(monday(18, 59))).isEqualTo(new Open(monday(19, 0)));
    assertThat(hours.isOpenAt(monday(12, 0))).isTrue();
    assertThat(hours.isOpenAt(monday(19, 0))).isFalse();
    assertThat(hours.isOpenAt(monday(8, 59))).isFalse();
  }

  @Test
  void aClosedLibrarySaysWhenItOpensNext() {
    var hours = hours(weekly("MO,TU", at(9), at(19)));

    assertThat(hours.at(monday(8, 0))).isEqualTo(new Closed(monday(9, 0)));
    assertThat(hours.at(monday(19, 0))).isEqualTo(new Closed(monday(33, 0)));
    assertThat(hours.at(instant(MONDAY.plusDays(1), 20, 0)))
        .isEqualTo(new Closed(instant(MONDAY.plusDays(7), 9, 0)));
  }

  @Test
  void aDayMayHaveSeveralWindows() {
    var hours = hours(weekly("MO", at(16), at(19)), weekly("MO", at(9), at(11)));

    assertThat(hours.on(MONDAY))
        .extracting(OpeningHours.Window::opens)
        .containsExactly(monday(9, 0), monday(16, 0));
    assertThat(hours.at(monday(11, 0))).isEqualTo(new Closed(monday(16, 0)));
    assertThat(hours.isOpenAt(monday(17, 0))).isTrue();
  }

  @Test
  void windowsThatOverlapOrTouchCloseWhenTheLastOfThemDoes() {
    var hours =
        hours(
            weekly("MO", at(9), at(12)),
            weekly("MO", at(11), at(15)),
            weekly("MO", at(15), at(16)));

    assertThat(hours.at(monday(10, 0))).isEqualTo(new Open(monday(16, 0)));
  }

  @Test
  void hoursThatEndBeforeTheyBeginRunOverMidnight() {
    var hours = hours(weekly("MO", at(20), at(2)));

    assertThat(hours.at(monday(25, 30))).isEqualTo(new Open(monday(26, 0)));
    assertThat(hours.isOpenAt(monday(1, 0))).isFalse();
    assertThat(hours.isOpenAt(monday(26, 0))).isFalse();
  }

  @Test
  void aNightThatBeganBeforeAClosedDayRunsToItsEnd() {
    var night = weekly("MO", at(20), at(2)).except(ExceptionalDay.closed(MONDAY.plusDays(1)));

    assertThat(hours(night).isOpenAt(monday(25, 0))).isTrue();
  }

  @Test
  void hoursFromTenToTenSayNothing() {
    assertThat(hours(weekly("MO", at(10), at(10))).on(MONDAY)).isEmpty();
  }

  @Test
  void anExceptionalDayIsClosedWhateverTheOtherSchedulesSay() {
    var hours =
        hours(
            weekly("MO", at(9), at(11)).except(ExceptionalDay.closed(MONDAY)),
            weekly("MO", at(16), at(19)));

    assertThat(hours.at(monday(10, 0))).isEqualTo(new Closed(monday(7 * 24 + 9, 0)));
    assertThat(hours.isOpenAt(monday(17, 0))).isFalse();
  }

  @Test
  void anExceptionalDayHasItsOwnHours() {
    var hours =
        hours(weekly("MO", at(9), at(19)).except(new ExceptionalDay(MONDAY, at(12), at(14))));

    assertThat(hours.at(monday(10, 0))).isEqualTo(new Closed(monday(12, 0)));
    assertThat(hours.at(monday(13, 0))).isEqualTo(new Open(monday(14, 0)));
  }

  @Test
  void exceptionalHoursAreToldEvenWhereRegularOnesAreNot() {
    var once = schedule(Schedule.Frequency.WEEKLY, 1, "MO", null, null, null, null);
    var party = once.except(new ExceptionalDay(MONDAY.plusDays(2), at(12), at(14)));

    assertThat(hours(party).at(monday(10, 0)))
        .isEqualTo(new Closed(instant(MONDAY.plusDays(2), 12, 0)));
  }

  @Test
  void hoursHoldFromTheirFirstDayToTheirLast() {
    var hours =
        hours(valid(weekly(EVERY_DAY, at(9), at(19)), MONDAY.plusDays(1), MONDAY.plusDays(2)));

    assertThat(hours.from(MONDAY, 5))
        .extracting(OpeningHours.Window::opens)
        .containsExactly(monday(33, 0), monday(57, 0));
  }

  @Test
  void winterAndSummerHaveHoursOfTheirOwn() {
    var hours =
        hours(
            valid(weekly("MO", at(9), at(19)), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 5, 31)),
            valid(
                weekly("MO", at(10), at(16)), LocalDate.of(2027, 6, 1), LocalDate.of(2027, 8, 31)));

    assertThat(hours.at(monday(18, 0))).isEqualTo(new Open(monday(19, 0)));
    assertThat(hours.on(LocalDate.of(2027, 6, 7)).getFirst().closes())
        .isEqualTo(instant(LocalDate.of(2027, 6, 7), 16, 0));
  }

  @Test
  void hoursThatNobodyVouchesForAnyMoreAreNotTold() {
    var old = valid(weekly("MO", at(9), at(19)), null, MONDAY.minusDays(1));

    assertThat(hours(old).at(monday(10, 0))).isEqualTo(new NotTold());
  }

  @Test
  void aServiceThatHasEndedIsClosedForGood() {
    var ended =
        new Schedule(
            null,
            null,
            null,
            MONDAY.minusDays(1),
            Schedule.Frequency.WEEKLY,
            1,
            "MO",
            null,
            at(9),
            at(19),
            false,
            Text.none(),
            List.of());

    assertThat(hours(ended).at(monday(10, 0))).isEqualTo(new Closed(null));
  }

  @Test
  void theNextOpeningIsLookedForSixtyDaysAheadAndNoFurther() {
    LocalDate last = MONDAY.plusDays(OpeningHours.FURTHEST_DAYS);
    var near = valid(weekly(EVERY_DAY, at(9), at(19)), last, null);
    var far = valid(weekly(EVERY_DAY, at(9), at(19)), last.plusDays(1), null);

    assertThat(hours(near).at(monday(10, 0))).isEqualTo(new Closed(instant(last, 9, 0)));
    assertThat(hours(far).at(monday(10, 0))).isEqualTo(new Closed(null));
  }
}
