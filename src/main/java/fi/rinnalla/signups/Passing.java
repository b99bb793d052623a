package fi.rinnalla.signups;

import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// What passes: holds and offers that nobody answered, and what is personal after its time. Slot by
/// slot, so that nobody who signs up waits for more than the one at hand.
@Component
class Passing {
  private final SlotRows slots;
  private final SignupRows rows;
  private final TermsRows terms;
  private final Seats seats;
  private final SignupSettings settings;
  private final HouseWork house;
  private final Clock clock;

  Passing(
      SlotRows slots,
      SignupRows rows,
      TermsRows terms,
      Seats seats,
      SignupSettings settings,
      HouseWork house,
      Clock clock) {
    this.slots = slots;
    this.rows = rows;
    this.terms = terms;
    this.seats = seats;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// Gives on what nobody answered for.
  void settle() {
    List<SlotId> due = house.step(() -> rows.withSomethingOver(clock.instant()));
    for (SlotId it : due) {
      house.step(() -> {
        Slot slot = slots.hold(it);
        terms.find(slot.event()).ifPresent(its -> seats.settle(slot, its));
        return slot;
      });
    }
  }

  /// Forgets names, addresses and ages, and keeps the counts.
  void forget() {
    List<SlotId> ended =
        house.step(() -> slots.endedBefore(clock.instant().minus(settings.kept())));
    for (SlotId it : ended) {
      house.step(() -> {
        slots.hold(it);
        slots.forget(it);
        return it;
      });
    }
  }
}
