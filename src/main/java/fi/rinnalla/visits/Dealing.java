package fi.rinnalla.visits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Deals free turns round: to whoever has fewest, and of those to whoever had one longest ago. With
/// nobody away that is one after another in the order they were named. A month that somebody takes
/// no turns in, or declined one of, passes them by, and they catch up later.
final class Dealing {
  private final List<Presenter> presenters;
  private final List<Decline> declined;
  private final List<Turn> turns;

  /// @param presenters in the order they take turns
  /// @param turns all of the rota: who has them already counts, too
  Dealing(List<Presenter> presenters, List<Decline> declined, List<Turn> turns) {
    this.presenters = presenters;
    this.declined = declined;
    this.turns = new ArrayList<>(turns);
    this.turns.sort(Comparator.comparing(Turn::startsAt));
  }

  /// @param which of the turns may be dealt
  /// @return those that somebody has now; a turn that nobody can take stays free
  List<Turn> deal(Set<UUID> which) {
    List<Turn> dealt = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      if (turn.isFree() && which.contains(turn.id())) {
        Optional<Presenter> next = next(turn);
        if (next.isPresent()) {
          Turn given = turn.given(next.get().id());
          turns.set(i, given);
          dealt.add(given);
        }
      }
    }
    return dealt;
  }

  private Optional<Presenter> next(Turn turn) {
    Set<UUID> away = away(turn);
    return presenters.stream()
        .filter(it -> !it.offMonths().contains(turn.day().getMonth()) && !away.contains(it.id()))
        .min(
            Comparator.<Presenter>comparingLong(it -> held(it))
                .thenComparingInt(it -> isBeside(it, turn) ? 1 : 0)
                .thenComparingInt(it -> latestBefore(it, turn)));
  }

  /// Those who declined a turn of the same month.
  private Set<UUID> away(Turn turn) {
    Set<UUID> away = new HashSet<>();
    for (Turn other : turns) {
      if (other.day().withDayOfMonth(1).equals(turn.day().withDayOfMonth(1))) {
        declined.stream()
            .filter(it -> it.turn().equals(other.id()))
            .forEach(it -> away.add(it.presenter()));
      }
    }
    return away;
  }

  private long held(Presenter presenter) {
    return turns.stream().filter(it -> it.isOf(presenter.id())).count();
  }

  /// Twice running is dull for those who come.
  private boolean isBeside(Presenter presenter, Turn turn) {
    List<Turn> open = turns.stream().filter(it -> it.state() != Turn.State.OFF).toList();
    int at = open.indexOf(turn);
    return (at > 0 && open.get(at - 1).isOf(presenter.id()))
        || (at + 1 < open.size() && open.get(at + 1).isOf(presenter.id()));
  }

  private int latestBefore(Presenter presenter, Turn turn) {
    int latest = -1;
    for (int i = 0; i < turns.size() && turns.get(i).startsAt().isBefore(turn.startsAt()); i++) {
      if (turns.get(i).isOf(presenter.id())) {
        latest = i;
      }
    }
    return latest;
  }
}
