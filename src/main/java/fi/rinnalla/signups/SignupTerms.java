package fi.rinnalla.signups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How an organization opens sign-up for its own event, and changes the terms. To whoever isn't its
/// own it answers [NoSuchRecord].
@Component
public class SignupTerms {
  private final TermsRows rows;
  private final SlotRows slots;
  private final SignupRows signups;
  private final SlotTimes times;
  private final Seats seats;
  private final Calendar calendar;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  SignupTerms(
      TermsRows rows,
      SlotRows slots,
      SignupRows signups,
      SlotTimes times,
      Seats seats,
      Calendar calendar,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.slots = slots;
    this.signups = signups;
    this.times = times;
    this.seats = seats;
    this.calendar = calendar;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of saving the terms.
  public sealed interface Saved {
    record Done(Terms terms) implements Saved {}

    /// Somebody has signed up, so what they signed up for stays: nothing has changed.
    record InUse() implements Saved {}
  }

  /// The event, for one of its organizer's own.
  @Transactional(readOnly = true)
  public EventListing get(Caller caller, String slug) {
    return theirs(caller, slug);
  }

  @Transactional(readOnly = true)
  public Optional<Terms> find(EventListing listing) {
    return rows.find(listing.event().id());
  }

  /// Whether anybody has signed up: then what and for whom the places are can't change.
  @Transactional(readOnly = true)
  public boolean isInUse(EventListing listing) {
    return house.step(() -> !signups.alive(listing.event().id()).isEmpty());
  }

  /// Opens, changes or closes. More places go to the queue at once.
  @Transactional
  public Saved save(Caller caller, EventListing listing, Terms wanted) {
    EventListing theirs = theirs(caller, listing.slug());
    gate.open(
        caller,
        Action.UPDATE,
        RecordType.EVENT,
        theirs.event().id().toString(),
        Set.of(Relation.ORGANIZATION),
        null);
    return house.step(() -> put(theirs, wanted));
  }

  Saved put(EventListing listing, Terms wanted) {
    // Whoever takes a place meanwhile has it before the terms change, or by the new ones.
    Optional<Terms> before = rows.hold(wanted.event());
    boolean differs =
        before.isPresent()
            && (before.get().scope() != wanted.scope() || before.get().unit() != wanted.unit());
    List<Slot> held = slots.of(wanted.event()).stream().map(it -> slots.hold(it.id())).toList();
    if (differs && !signups.alive(wanted.event()).isEmpty()) {
      return new Saved.InUse();
    }
    rows.put(wanted, clock.instant());
    for (Slot slot : held) {
      if (slot.time() == null) {
        Optional<Slot> now = times.slot(listing, wanted, null);
        now.ifPresent(it -> slots.move(slot.id(), it.startsAt(), it.endsAt()));
      }
      seats.settle(slots.get(slot.id()), wanted);
    }
    return new Saved.Done(wanted);
  }

  EventListing theirs(Caller caller, String slug) {
    EventListing listing =
        calendar
            .find(slug)
            .filter(it -> !it.isWithdrawn())
            .orElseThrow(() -> new NoSuchRecord(RecordType.EVENT));
    OrganizationId organizer = listing.event().organizer();
    if (organizer == null || !caller.organizations().contains(organizer.value())) {
      throw new NoSuchRecord(RecordType.EVENT);
    }
    return listing;
  }
}
