package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who presents itself at a place next, for everybody: organizations that said yes, and nothing
/// else of a rota.
@Component
public class Presentations {
  private static final int MOST = 6;

  private final RotaRows rows;
  private final TurnRows turns;
  private final Rotas rotas;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Presentations(
      RotaRows rows, TurnRows turns, Rotas rotas, Gate gate, HouseWork house, Clock clock) {
    this.rows = rows;
    this.turns = turns;
    this.rotas = rotas;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// One opening, and who presents itself there.
  public record Item(Instant startsAt, Instant endsAt, Text presenter) {}

  public List<Item> at(Caller caller, LocationId place) {
    if (!gate.may(caller, Action.READ, RecordType.ROTA, Set.of(Relation.PUBLISHED))) {
      return List.of();
    }
    return house.step(() -> {
      Map<UUID, Rotas.Shown> known = new HashMap<>();
      List<Item> items = new ArrayList<>();
      for (Turn turn : turns.accepted(place, clock.instant(), MOST)) {
        UUID presenter = turn.presenter();
        Rotas.Shown shown =
            known.computeIfAbsent(
                turn.rota(),
                it -> rotas.shown(rows.find(it).orElseThrow(IllegalStateException::new)));
        Text name = presenter == null ? Text.none() : shown.name(presenter);
        if (!name.isEmpty()) {
          items.add(new Item(turn.startsAt(), turn.endsAt(), name));
        }
      }
      return items;
    });
  }
}
