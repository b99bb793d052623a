package fi.rinnalla.advice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Lang;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A month of a desk.
class FiguresTests {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);

  private final List<FigureRows.Cell> cells = new ArrayList<>();

  private void happened(int hour, Optional<Topic> topic, Tally.What what, int times) {
    cells.add(new FigureRows.Cell(MONDAY, hour, Lang.FI, topic, what, times));
  }

  private Figures figures() {
    DutyWindow open = new DutyWindow(DayOfWeek.MONDAY, LocalTime.of(9, 30), LocalTime.of(11, 0));
    return Figures.of(OCTOBER, OCTOBER.atEndOfMonth(), cells, List.of(open));
  }

  @Test
  void contactsAreAnsweredOrNotAndAWaitIsAStep() {
    happened(10, Optional.of(Topic.MONEY), Tally.What.CONTACT, 30);
    happened(10, Optional.of(Topic.MONEY), Tally.What.ANSWERED, 22);
    happened(10, Optional.of(Topic.MONEY), Tally.What.UNANSWERED, 8);
    happened(10, Optional.of(Topic.MONEY), Tally.What.LED, 12);
    happened(10, Optional.of(Topic.MONEY), Tally.What.HELP, 7);
    happened(10, Optional.of(Topic.MONEY), Tally.What.WAIT_1, 10);
    happened(10, Optional.of(Topic.MONEY), Tally.What.WAIT_5, 12);
    happened(21, Optional.empty(), Tally.What.OUTSIDE, 6);

    Figures figures = figures();

    assertThat(figures.contacts()).isEqualTo(30);
    assertThat(figures.answered()).isEqualTo(22);
    assertThat(figures.unanswered()).isEqualTo(8);
    assertThat(figures.led()).isEqualTo(12);
    assertThat(figures.help()).isEqualTo(7);
    assertThat(figures.outside()).isEqualTo(6);
    assertThat(figures.medianWait()).isEqualTo("wait_5");
    assertThat(Tally.What.waited(Duration.ofSeconds(59))).isEqualTo(Tally.What.WAIT_1);
    assertThat(Tally.What.waited(Duration.ofMinutes(41))).isEqualTo(Tally.What.WAIT_LONGER);
  }

  @Test
  void aFewUnansweredAreNotToldByTheRest() {
    happened(10, Optional.empty(), Tally.What.CONTACT, 30);
    happened(10, Optional.empty(), Tally.What.ANSWERED, 28);
    happened(10, Optional.empty(), Tally.What.UNANSWERED, 2);
    happened(10, Optional.empty(), Tally.What.LED, 27);

    Figures figures = figures();

    assertThat(figures.unanswered()).isEqualTo(SmallNumbers.HIDDEN);
    assertThat(figures.answered()).isEqualTo(SmallNumbers.HIDDEN);
    assertThat(figures.contacts()).isEqualTo(30);
    assertThat(figures.led()).isEqualTo(SmallNumbers.HIDDEN);
  }

  @Test
  void theHoursTellWhenPeopleAskAndWhetherTheDeskIsOpenThen() {
    happened(10, Optional.empty(), Tally.What.CONTACT, 40);
    happened(22, Optional.empty(), Tally.What.OUTSIDE, 9);
    happened(8, Optional.empty(), Tally.What.OUTSIDE, 2);

    Figures figures = figures();

    assertThat(figures.hours().getFirst().hour()).isEqualTo(7);
    assertThat(figures.hours().getLast().hour()).isEqualTo(22);
    assertThat(spot(figures, 10)).isEqualTo(new Figures.Spot(40, 4, true));
    assertThat(spot(figures, 9).open()).isTrue();
    assertThat(spot(figures, 11).open()).isFalse();
    assertThat(spot(figures, 8)).isEqualTo(spot(figures, 22));
    assertThat(spot(figures, 8)).isEqualTo(new Figures.Spot(SmallNumbers.HIDDEN, 1, false));
  }

  private static Figures.Spot spot(Figures figures, int hour) {
    return figures.hours().stream()
        .filter(it -> it.hour() == hour)
        .findFirst()
        .orElseThrow()
        .days()
        .getFirst();
  }
}
