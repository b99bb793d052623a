package fi.rinnalla.visits;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the turns, for the host: dealt round, changed by hand, sent, and offered to all when
/// nobody has them.
@Component
public class Turns {
  private final RotaRows rows;
  private final TurnRows turns;
  private final OwnRotas own;
  private final RotaLetters letters;
  private final VisitsSettings settings;
  private final Clock clock;

  Turns(
      RotaRows rows,
      TurnRows turns,
      OwnRotas own,
      RotaLetters letters,
      VisitsSettings settings,
      Clock clock) {
    this.rows = rows;
    this.turns = turns;
    this.own = own;
    this.letters = letters;
    this.settings = settings;
    this.clock = clock;
  }

  /// Deals the free turns to come. Those that somebody has stay theirs.
  @Transactional
  public Outcome deal(Caller caller, UUID organization, UUID rota) {
    Rota held = own.held(caller, organization, rota);
    if (held.taking().isEmpty()) {
      return new Outcome.NoPartner();
    }
    List<Turn> all = turns.of(rota);
    Instant now = clock.instant();
    Set<UUID> ahead =
        all.stream().filter(it -> it.mayBeChanged(now)).map(Turn::id).collect(Collectors.toSet());
    List<Turn> dealt = new Dealing(held.taking(), turns.declines(rota), all).deal(ahead);
    if (dealt.isEmpty()) {
      return new Outcome.NotNow();
    }
    dealt.forEach(it -> turns.put(it, held));
    ask(held, dealt);
    return own.done(caller, held, Action.UPDATE);
  }

  /// Gives a turn to somebody by hand, to nobody, or says that the place isn't open then.
  ///
  /// @param to null for nobody
  /// @param version of the turn as the host saw it
  @Transactional
  public Outcome give(
      Caller caller, UUID organization, UUID rota, UUID turn, Hand to, int version) {
    Rota held = own.held(caller, organization, rota);
    Turn was = in(held, turn);
    if (!was.mayBeChanged(clock.instant())) {
      return new Outcome.NotNow();
    }
    if (was.version() != version) {
      return new Outcome.StaleTurn();
    }
    UUID presenter = to.presenter();
    if (presenter != null && held.presenter(presenter).filter(it -> !it.gone()).isEmpty()) {
      return new Outcome.NoPartner();
    }
    Turn next = to.off() ? was.off() : presenter == null ? was.freed() : was.given(presenter);
    boolean same = presenter == null ? was.state() == next.state() : was.isOf(presenter);
    if (same) {
      return new Outcome.Done(rota);
    }
    turns.put(next, held);
    turns.unwishAll(turn);
    UUID before = was.presenter();
    if (held.sent() && before != null) {
      letters.changed(held, next, before);
    }
    ask(held, presenter == null ? List.of() : List.of(next));
    return own.done(caller, held, Action.UPDATE);
  }

  /// What a host puts into a cell of the rota.
  ///
  /// @param presenter null for nobody
  /// @param off the place isn't open then
  public record Hand(@Nullable UUID presenter, boolean off) {}

  /// Writes to everybody about their turns. From then on each change is told at once.
  @Transactional
  public Outcome send(Caller caller, UUID organization, UUID rota) {
    Rota held = own.held(caller, organization, rota);
    if (held.sent()) {
      return new Outcome.NotNow();
    }
    List<Turn> given = turns.of(rota).stream().filter(it -> it.isHeld(clock.instant())).toList();
    if (given.isEmpty()) {
      return new Outcome.NoPartner();
    }
    rows.sent(held);
    ask(rows.find(rota).orElseThrow(OwnRotas::none), given);
    return own.done(caller, held, Action.UPDATE);
  }

  /// Offers a turn that nobody has to all: whoever takes it first has it.
  @Transactional
  public Outcome offer(Caller caller, UUID organization, UUID rota, UUID turn) {
    Rota held = own.held(caller, organization, rota);
    Turn was = in(held, turn);
    boolean mayBe = held.sent() && was.isFree() && was.mayBeChanged(clock.instant());
    if (!mayBe || was.offered()) {
      return new Outcome.NotNow();
    }
    Turn next = was.offeredToAll();
    turns.put(next, held);
    letters.offered(held, next);
    return own.done(caller, held, Action.UPDATE);
  }

  /// Ends the rota: whoever has turns to come is told, and where nobody has had one yet nothing of
  /// it stays. Turns that were held stay, for they tell who has been there.
  @Transactional
  public Outcome end(Caller caller, UUID organization, UUID rota) {
    Rota held = own.held(caller, organization, rota);
    Instant now = clock.instant();
    List<Turn> all = turns.of(rota);
    if (held.sent()) {
      letters.ended(held, all.stream().filter(it -> it.isHeld(now)).toList());
    }
    Outcome done = own.done(caller, held, Action.UPDATE);
    if (all.stream().anyMatch(it -> it.presenter() != null && !it.mayBeChanged(now))) {
      all.stream()
          .filter(it -> it.mayBeChanged(now) && it.state() != Turn.State.OFF)
          .forEach(it -> {
            turns.unwishAll(it.id());
            turns.put(it.off(), held);
          });
    } else {
      rows.remove(held);
    }
    return done;
  }

  private void ask(Rota rota, List<Turn> given) {
    if (!rota.sent()) {
      return;
    }
    // Whoever is just written to needn't be reminded of what is as near already.
    given.forEach(it ->
        turns.put(it.reminded(settings.due(it.startsAt(), clock.instant()).orElse(null)), rota));
    letters.ask(rota, given);
  }

  /// A turn of this rota and no other.
  private Turn in(Rota rota, UUID turn) {
    return turns.find(turn).filter(it -> it.rota().equals(rota.id())).orElseThrow(OwnRotas::none);
  }
}
