package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The demo's meeting place on the first Saturdays: three who take turns, one of whom couldn't come
/// once, planned by the doors that anybody uses.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoRota {
  /// By their ids in `demo/hsds`.
  private static final UUID CITY = UUID.fromString("1606f067-ee12-55e5-8e47-ea44315e2f16");

  private static final UUID ASSOCIATION = UUID.fromString("816c0f52-a91c-53f4-9a7c-ee25e97b26d8");
  private static final UUID PARISH = UUID.fromString("f1fbcb05-cda4-5ec2-9072-6d91c9f2ffaa");
  private static final LocationId PIKKU_VETURI =
      new LocationId(UUID.fromString("95ad5ba4-ee40-5614-9340-00640ed2ba51"));

  private final Rotas rotas;
  private final Turns turns;
  private final RotaRows rows;
  private final TurnRows turnRows;
  private final People people;
  private final HouseWork house;
  private final Clock clock;

  DemoRota(
      Rotas rotas,
      Turns turns,
      RotaRows rows,
      TurnRows turnRows,
      People people,
      HouseWork house,
      Clock clock) {
    this.rotas = rotas;
    this.turns = turns;
    this.rows = rows;
    this.turnRows = turnRows;
    this.people = people;
    this.house = house;
    this.clock = clock;
  }

  /// After the demo's people, in whose names it is planned.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      if (!rows.any() && rotas.place(CITY, PIKKU_VETURI).isPresent()) {
        people.demo().stream()
            .filter(it ->
                people.roles(it.id()).stream()
                    .filter(held -> Role.KEEPERS.contains(held.role()))
                    .anyMatch(held -> CITY.equals(held.organization())))
            .findFirst()
            .flatMap(it -> people.caller(it.id(), Level.WEAK))
            .ifPresent(this::saturdays);
      }
      return ready;
    });
  }

  private void saturdays(Caller host) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    RotaPlan plan =
        new RotaPlan(
            PIKKU_VETURI,
            today.plusDays(1),
            today.plusMonths(7),
            LocalTime.of(10, 0),
            LocalTime.of(13, 0),
            "FREQ=MONTHLY;BYDAY=1SA");
    if (rotas.create(host, CITY, plan) instanceof Outcome.Done done) {
      UUID id = done.id();
      rotas.join(host, CITY, id, ASSOCIATION);
      rotas.join(host, CITY, id, PARISH);
      rotas.join(host, CITY, id, "Hyvinkään perhekerho", "perhekerho@example.org", Lang.FI);
      turns.deal(host, CITY, id);
      turns.send(host, CITY, id);
      Rota rota = rows.find(id).orElseThrow(OwnRotas::none);
      List<Turn> dealt = turnRows.of(id);
      dealt.stream().limit(2).forEach(it -> turnRows.put(it.accepted(), rota));
      dealt.stream().skip(3).limit(1).forEach(it -> declined(it, rota));
    }
  }

  private void declined(Turn turn, Rota rota) {
    UUID presenter = turn.presenter();
    if (presenter != null) {
      turnRows.put(turn.freed(), rota);
      turnRows.decline(new Decline(turn.id(), presenter, Turn.Reason.AWAY), rota);
    }
  }
}
