package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.signups.Signup.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How it stands with the places of slots, made or not.
@Component
class Standings {
  private static final int TIMES = 8;

  private final SlotRows slots;
  private final SignupRows rows;
  private final SlotTimes times;
  private final Seats seats;
  private final Clock clock;

  Standings(SlotRows slots, SignupRows rows, SlotTimes times, Seats seats, Clock clock) {
    this.slots = slots;
    this.rows = rows;
    this.times = times;
    this.seats = seats;
    this.clock = clock;
  }

  /// Of the event's next slots.
  List<Standing> of(EventListing listing, Terms its) {
    List<Slot> made = slots.of(its.event());
    List<Signup> alive = rows.alive(its.event());
    if (its.scope() == Terms.Scope.SERIES) {
      return made.stream()
          .filter(it -> it.time() == null)
          .findFirst()
          .or(() -> times.slot(listing, its, null))
          .map(it -> standing(it, its, among(it, alive), SlotTimes.isOff(listing)))
          .stream()
          .toList();
    }
    return times.ahead(listing, TIMES).stream()
        .map(one -> {
          Slot slot =
              made.stream()
                  .filter(it -> one.recurrenceId().equals(it.time()))
                  .findFirst()
                  .orElseGet(() -> slot(its, one));
          boolean off = one.cancelled() || SlotTimes.isOff(listing);
          Slot now = moved(slot, one);
          return standing(now, its, among(slot, alive), off);
        })
        .toList();
  }

  private static List<Signup> among(Slot slot, List<Signup> alive) {
    return alive.stream().filter(it -> it.slot().equals(slot.id())).toList();
  }

  private static Slot slot(Terms its, Occurrence one) {
    return new Slot(
        new SlotId(UUID.randomUUID()),
        its.event(),
        its.organization(),
        one.recurrenceId(),
        one.start(),
        one.end());
  }

  private static Slot moved(Slot slot, Occurrence one) {
    return new Slot(
        slot.id(), slot.event(), slot.organization(), slot.time(), one.start(), one.end());
  }

  private Standing standing(Slot slot, Terms its, List<Signup> alive, boolean off) {
    Instant now = clock.instant();
    int free = Seats.free(alive, its, now);
    int queue = (int) alive.stream().filter(it -> it.state() == State.WAITING).count();
    Standing.Door door =
        off
            ? Standing.Door.CANCELLED
            : !its.open() || !now.isBefore(its.closesAt(slot.startsAt()))
                ? Standing.Door.CLOSED
                : free > 0
                    ? Standing.Door.OPEN
                    : its.queues() ? Standing.Door.QUEUE : Standing.Door.FULL;
    return new Standing(slot.time(), slot.startsAt(), slot.endsAt(), door, free, queue);
  }

  /// Of one that is made.
  Standing of(Slot slot, Terms its, EventListing listing) {
    boolean off = SlotTimes.isOff(listing) || seats.isOff(slot);
    return standing(slot, its, rows.alive(slot.id()), off);
  }

  /// The standing as it is for this family, whose own place is as good as free.
  Standing of(Signup it, Slot slot, Terms its, EventListing listing) {
    Standing all = of(slot, its, listing);
    if (!all.isAlive()) {
      return all;
    }
    Standing.Door door =
        seats.fits(it, slot, its)
            ? Standing.Door.OPEN
            : its.queues() ? Standing.Door.QUEUE : Standing.Door.FULL;
    return new Standing(all.time(), all.start(), all.end(), door, all.free(), all.queue());
  }
}
