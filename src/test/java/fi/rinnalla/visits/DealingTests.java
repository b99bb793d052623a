package fi.rinnalla.visits;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who gets which turn.
class DealingTests {
  private static final UUID ROTA = UUID.randomUUID();

  private final Presenter red = presenter("punainen");
  private final Presenter blue = presenter("sininen");
  private final Presenter green = presenter("vihreä");

  @Test
  void turnsGoRoundInTheOrderOfNaming() {
    assertThat(dealt(List.of(red, blue, green), List.of(), months(6)))
        .containsExactly(red, blue, green, red, blue, green);
  }

  @Test
  void nobodyHasTwoMoreThanAnother() {
    for (int turns = 1; turns <= 13; turns++) {
      List<Presenter> dealt = dealt(List.of(red, blue, green), List.of(), months(turns));
      List<Long> held =
          List.of(red, blue, green).stream()
              .map(one -> dealt.stream().filter(one::equals).count())
              .sorted()
              .toList();
      assertThat(held.getLast() - held.getFirst()).as("%d turns", turns).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aMonthOffPassesOneByAndTheyCatchUp() {
    Presenter away = blue.off(Set.of(Month.FEBRUARY));

    assertThat(dealt(List.of(red, away, green), List.of(), months(6)))
        .containsExactly(red, green, away, red, green, away);
  }

  @Test
  void aDeclinedMonthIsNotAskedAgain() {
    List<Turn> turns = months(3);
    List<Decline> declined =
        List.of(new Decline(turns.getFirst().id(), red.id(), Turn.Reason.AWAY));

    assertThat(dealt(List.of(red, blue), declined, turns)).containsExactly(blue, red, blue);
  }

  @Test
  void aTurnThatNobodyCanTakeStaysFree() {
    Presenter away = red.off(Set.of(Month.JANUARY));

    assertThat(deal(List.of(away), List.of(), months(2))).hasSize(1);
  }

  @Test
  void whatSomebodyHasAlreadyCountsAndStays() {
    List<Turn> turns = new ArrayList<>(months(4));
    turns.set(1, turns.get(1).given(red.id()).accepted());

    List<Turn> dealt = deal(List.of(red, blue), List.of(), turns);

    assertThat(dealt).extracting(Turn::presenter).containsExactly(blue.id(), blue.id(), red.id());
  }

  @Test
  void aDayThatThePlaceIsShutIsNobodysTurn() {
    List<Turn> turns = new ArrayList<>(months(3));
    turns.set(1, turns.get(1).off());

    assertThat(dealt(List.of(red, blue), List.of(), turns)).containsExactly(red, blue);
  }

  private static List<Presenter> dealt(
      List<Presenter> presenters, List<Decline> declined, List<Turn> turns) {
    return deal(presenters, declined, turns).stream()
        .map(turn -> presenters.stream().filter(it -> turn.isOf(it.id())).findFirst().orElseThrow())
        .toList();
  }

  private static List<Turn> deal(
      List<Presenter> presenters, List<Decline> declined, List<Turn> turns) {
    return new Dealing(presenters, declined, turns)
        .deal(turns.stream().map(Turn::id).collect(Collectors.toSet()));
  }

  private static List<Turn> months(int many) {
    return IntStream.range(0, many)
        .mapToObj(it -> {
          Instant start =
              LocalDate.of(2027, 1, 2)
                  .plusMonths(it)
                  .atTime(10, 0)
                  .atZone(Zone.HELSINKI)
                  .toInstant();
          return Turn.free(ROTA, start, start.plusSeconds(3 * 3600));
        })
        .toList();
  }

  private static Presenter presenter(String name) {
    return new Presenter(UUID.randomUUID(), null, name, null, Lang.FI, Set.of(), false);
  }
}
