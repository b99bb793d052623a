package fi.rinnalla.visits;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a presenter says to its turns, by the link of a letter and without signing in. Every change
/// holds the rota first, so of two who reach for one turn the second finds it gone.
@Component
public class TurnReplies {
  private final RotaRows rows;
  private final TurnRows turns;
  private final Rotas rotas;
  private final RotaLetters letters;
  private final VisitsSettings settings;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  TurnReplies(
      RotaRows rows,
      TurnRows turns,
      Rotas rotas,
      RotaLetters letters,
      VisitsSettings settings,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.turns = turns;
    this.rotas = rotas;
    this.letters = letters;
    this.settings = settings;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// A rota as one of its presenters sees it.
  public record Asked(Rotas.Shown shown, Presenter presenter) {
    public List<Turn> own(Instant now) {
      return shown.ahead(now).stream().filter(it -> it.isOf(presenter.id())).toList();
    }

    /// Turns that this one could change for.
    public List<Turn> others(Instant now) {
      return shown.turns().stream()
          .filter(it -> it.isHeld(now) && !it.isOf(presenter.id()))
          .toList();
    }

    /// What others would like to change with this one.
    public List<Swap> wishes(Instant now) {
      return shown.swaps().stream()
          .filter(it -> isOwn(it.wanted()) && isOpen(it.turn(), now) && isOpen(it.wanted(), now))
          .toList();
    }

    /// What this one would like to change with others.
    public List<Swap> wished(Instant now) {
      return shown.swaps().stream()
          .filter(it -> isOwn(it.turn()) && isOpen(it.turn(), now) && isOpen(it.wanted(), now))
          .toList();
    }

    public List<Turn> offered(Instant now) {
      return shown.free(now).stream().filter(Turn::offered).toList();
    }

    private boolean isOwn(UUID turn) {
      return shown.turn(turn).filter(it -> it.isOf(presenter.id())).isPresent();
    }

    private boolean isOpen(UUID turn, Instant now) {
      return shown.turn(turn).filter(it -> it.mayBeChanged(now)).isPresent();
    }
  }

  /// What the link of a letter leads to; nothing when it is too old, or none of ours.
  @Transactional(readOnly = true)
  public Optional<Asked> find(Caller caller, String token) {
    if (!gate.may(caller, Action.READ, RecordType.PROPOSAL, Set.of())) {
      return Optional.empty();
    }
    return house.step(() ->
        rows.byLink(Sha256.of(token), clock.instant())
            .flatMap(presenter ->
                rows.withPresenter(presenter)
                    .flatMap(rota ->
                        rota.presenter(presenter).map(it -> new Asked(rotas.shown(rota), it)))));
  }

  /// Says yes to a turn, or to all that wait for an answer.
  ///
  /// @param turn null for all
  @Transactional
  public Outcome accept(Caller caller, String token, @Nullable UUID turn) {
    return change(
        caller,
        token,
        held -> {
          List<Turn> waiting =
              turns.of(held.rota().id()).stream()
                  .filter(it -> it.isOf(held.by()) && it.mayBeChanged(clock.instant()))
                  .filter(it -> turn == null || it.id().equals(turn))
                  .toList();
          if (waiting.isEmpty()) {
            return new Outcome.NotNow();
          }
          waiting.stream()
              .filter(it -> it.state() == Turn.State.WAITING)
              .forEach(it -> turns.put(it.accepted(), held.rota()));
          return new Outcome.Done(held.rota().id());
        });
  }

  /// Says that one can't; the turn is nobody's then, and the host hears.
  @Transactional
  public Outcome decline(Caller caller, String token, UUID turn, Turn.Reason reason) {
    return change(
        caller,
        token,
        held -> {
          Turn was = own(held, turn);
          if (was == null) {
            return new Outcome.NotNow();
          }
          turns.put(was.freed(), held.rota());
          turns.unwishAll(turn);
          turns.decline(new Decline(turn, held.by(), reason), held.rota());
          letters.declined(held.rota(), was);
          return new Outcome.Done(held.rota().id());
        });
  }

  /// Asks another to change: one's own turn for theirs. Both stay until the other says yes.
  @Transactional
  public Outcome wish(Caller caller, String token, Swap swap) {
    return change(
        caller,
        token,
        held -> {
          Turn ours = own(held, swap.turn());
          Turn theirs = there(held.rota(), swap.wanted());
          if (ours == null || theirs == null || theirs.isOf(held.by())) {
            return new Outcome.NotNow();
          }
          if (turns.swaps(held.rota().id()).contains(swap)) {
            return new Outcome.Done(held.rota().id());
          }
          turns.wish(swap, held.rota());
          letters.wished(held.rota(), theirs, swap);
          return new Outcome.Done(held.rota().id());
        });
  }

  /// Changes with the one who asked. Whoever says yes first has it; the wish is gone for others.
  @Transactional
  public Outcome swap(Caller caller, String token, Swap swap) {
    return change(
        caller,
        token,
        held -> {
          Turn theirs = there(held.rota(), swap.turn());
          Turn ours = own(held, swap.wanted());
          if (ours == null || theirs == null || !turns.unwish(swap)) {
            return new Outcome.NotNow();
          }
          UUID other = theirs.presenter();
          if (other == null || other.equals(held.by())) {
            return new Outcome.NotNow();
          }
          Turn given = told(ours.taken(other));
          Turn taken = told(theirs.taken(held.by()));
          List.of(given, taken)
              .forEach(it -> {
                turns.put(it, held.rota());
                turns.unwishAll(it.id());
              });
          turns.undecline(given.id(), other);
          turns.undecline(taken.id(), held.by());
          letters.swapped(held.rota(), given, taken);
          return new Outcome.Done(held.rota().id());
        });
  }

  /// Takes one's own wish back, or says no to another's.
  @Transactional
  public Outcome keep(Caller caller, String token, Swap swap) {
    return change(
        caller,
        token,
        held -> {
          if (own(held, swap.turn()) == null && own(held, swap.wanted()) == null) {
            return new Outcome.NotNow();
          }
          turns.unwish(swap);
          return new Outcome.Done(held.rota().id());
        });
  }

  /// Takes a turn that is offered to all.
  @Transactional
  public Outcome take(Caller caller, String token, UUID turn) {
    return change(
        caller,
        token,
        held -> {
          Turn was = there(held.rota(), turn);
          if (was == null || !was.offered()) {
            return new Outcome.Gone();
          }
          turns.put(told(was.taken(held.by())), held.rota());
          turns.undecline(turn, held.by());
          letters.taken(held.rota(), was);
          return new Outcome.Done(held.rota().id());
        });
  }

  /// A rota held for one of its presenters.
  private record Held(Rota rota, UUID by) {}

  private Outcome change(Caller caller, String token, Function<Held, Outcome> work) {
    Asked asked = find(caller, token).orElse(null);
    if (asked == null || asked.presenter().gone()) {
      return new Outcome.NotNow();
    }
    UUID by = asked.presenter().id();
    Outcome outcome =
        house.step(() ->
            work.apply(
                new Held(rows.hold(asked.shown().rota().id()).orElseThrow(OwnRotas::none), by)));
    if (outcome instanceof Outcome.Done) {
      gate.open(caller, Action.UPDATE, RecordType.PROPOSAL, by.toString(), Set.of(), null);
    }
    return outcome;
  }

  private @Nullable Turn there(Rota rota, UUID turn) {
    return turns
        .find(turn)
        .filter(it -> it.rota().equals(rota.id()) && it.mayBeChanged(clock.instant()))
        .orElse(null);
  }

  private @Nullable Turn own(Held held, UUID turn) {
    Turn there = there(held.rota(), turn);
    return there != null && there.isOf(held.by()) ? there : null;
  }

  /// Whoever agreed to it this moment needn't be reminded of what is as near already.
  private Turn told(Turn turn) {
    return turn.reminded(settings.due(turn.startsAt(), clock.instant()).orElse(null));
  }
}
