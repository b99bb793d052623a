package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.signups.Signup.Aim;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the sign-ups: how it stands with the places of an event, and taking one.
@Component
public class Signups {
  private final TermsRows terms;
  private final SlotRows slots;
  private final SignupRows rows;
  private final SlotTimes times;
  private final Standings standings;
  private final Seats seats;
  private final SignInLinks secrets;
  private final SignupSettings settings;
  private final HouseWork house;
  private final Clock clock;

  Signups(
      TermsRows terms,
      SlotRows slots,
      SignupRows rows,
      SlotTimes times,
      Standings standings,
      Seats seats,
      SignInLinks secrets,
      SignupSettings settings,
      HouseWork house,
      Clock clock) {
    this.terms = terms;
    this.slots = slots;
    this.rows = rows;
    this.times = times;
    this.standings = standings;
    this.seats = seats;
    this.secrets = secrets;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// An event's terms, and how it stands with each of its next slots; never empty.
  public record Board(Terms terms, List<Standing> standings) {

    /// What to lead with: the next one with room, or else the next with a queue.
    public Standing first() {
      return standings.stream()
          .filter(it -> it.door() == Standing.Door.OPEN)
          .findFirst()
          .or(() -> standings.stream().filter(Standing::isFull).findFirst())
          .orElseGet(standings::getFirst);
    }
  }

  /// What became of taking a place.
  public sealed interface Taken {
    /// @param secret for the form's address
    record Held(String secret) implements Taken {}

    /// There isn't that much room; [Standing#free] may still be more than none.
    record Full(Standing standing) implements Taken {}

    record NotOpen() implements Taken {}
  }

  /// How it stands; nothing when one doesn't sign up for the event here.
  @Transactional(readOnly = true)
  public Optional<Board> board(EventListing listing) {
    EventId event = listing.event().id();
    return terms
        .find(event)
        .map(it -> new Board(it, house.step(() -> standings.of(listing, it))))
        .filter(it -> !it.standings().isEmpty());
  }

  /// Takes places for as long as it takes to fill in a form. However many want the last one at
  /// once, one gets it.
  ///
  /// @param time which of the times; null for the whole series
  @Transactional
  public Taken take(EventListing listing, @Nullable LocalDateTime time, Party party, Aim aim) {
    return house.step(() -> {
      Terms its = terms.keep(listing.event().id()).orElse(null);
      Slot there = its == null ? null : times.slot(listing, its, time).orElse(null);
      if (its == null || there == null) {
        return new Taken.NotOpen();
      }
      Slot slot = slots.hold(there);
      know(slot, listing);
      seats.settle(slot, its);
      Standing standing = standings.of(slot, its, listing);
      if (!standing.isAlive()) {
        return new Taken.NotOpen();
      }
      boolean room = its.places(party) <= standing.free();
      if (!room && (aim == Aim.SEAT || aim == Aim.QUEUE && !its.queues())) {
        return new Taken.Full(standing);
      }
      Instant now = clock.instant();
      String secret = secrets.secret();
      rows.add(
          new Signup(
              new SignupId(UUID.randomUUID()),
              slot.id(),
              slot.event(),
              slot.organization(),
              null,
              room ? Aim.SEAT : aim,
              State.HELD,
              party,
              "",
              Lang.FI,
              now.plus(settings.held()),
              now,
              null,
              false),
          secret);
      return new Taken.Held(secret);
    });
  }

  /// The times as the first who signs up sees them; what changes later, they are told.
  private void know(Slot slot, EventListing listing) {
    if (slots.known(slot.id()).isEmpty()) {
      times.of(listing).stream()
          .filter(it -> slot.time() == null || it.recurrenceId().equals(slot.time()))
          .forEach(it -> slots.know(slot.id(), SlotRows.KnownTime.of(it)));
    }
  }
}
