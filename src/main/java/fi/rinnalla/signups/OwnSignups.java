package fi.rinnalla.signups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.reminders.ComingReminders;
import fi.rinnalla.reminders.ComingReminders.Reminding;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.signups.SignupLetters.What;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A family's own sign-ups: seen, confirmed, changed and cancelled by whoever signed in for them,
/// by the link in a letter, or in a browser where such a link was used.
@Component
public class OwnSignups {
  private final TermsRows terms;
  private final SlotRows slots;
  private final SignupRows rows;
  private final ContactRows contacts;
  private final Seats seats;
  private final SignupLetters letters;
  private final Calendar calendar;
  private final SignupSettings settings;
  private final ComingReminders reminders;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  OwnSignups(
      TermsRows terms,
      SlotRows slots,
      SignupRows rows,
      ContactRows contacts,
      Seats seats,
      SignupLetters letters,
      Calendar calendar,
      SignupSettings settings,
      ComingReminders reminders,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.terms = terms;
    this.slots = slots;
    this.rows = rows;
    this.contacts = contacts;
    this.seats = seats;
    this.letters = letters;
    this.calendar = calendar;
    this.settings = settings;
    this.reminders = reminders;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// By what right a sign-up is one's own.
  public sealed interface Key {
    /// @param token from a letter
    record ByLink(String token) implements Key {}

    /// @param browser the secret of a browser where a link was used; null when there is none
    record Here(SignupId id, @Nullable String browser) implements Key {}
  }

  /// A sign-up with what is needed to show it.
  ///
  /// @param number which in the queue; 0 when not in it
  /// @param off whether it's known that what it is for won't be held
  /// @param reminds whether its family is reminded of it; null when it isn't certain yet
  public record Seen(
      Signup signup,
      EventListing listing,
      Slot slot,
      int number,
      boolean off,
      boolean over,
      @Nullable Reminding reminds) {

    /// Whether its family can still do anything.
    public boolean isAlive() {
      return !over && !signup.state().isOver();
    }
  }

  /// What became of an act.
  public sealed interface Became {
    record Done(Seen now) implements Became {}

    /// There isn't that much room; nothing has changed.
    record NoRoom() implements Became {}

    /// Over, or not one's own: which of them isn't told.
    record NotGood() implements Became {}
  }

  /// The caller's, and those opened in this browser, the latest first.
  @Transactional
  public List<Seen> of(Caller caller, @Nullable String browser) {
    Instant now = clock.instant();
    return house.step(() -> {
      TreeMap<UUID, Signup> own = new TreeMap<>();
      if (!caller.isVisitor()) {
        rows.of(caller.person().id()).forEach(it -> own.put(it.id().value(), it));
      }
      if (browser != null) {
        contacts.opened(browser, now).stream()
            .flatMap(it -> rows.find(it).stream())
            .forEach(it -> own.put(it.id().value(), it));
      }
      return own.values().stream()
          .flatMap(it -> seen(it).stream())
          .peek(it -> open(caller, Action.READ, it.signup()))
          .sorted((one, other) -> other.slot().startsAt().compareTo(one.slot().startsAt()))
          .toList();
    });
  }

  /// The one a letter's link leads to.
  @Transactional
  public Optional<Seen> find(Caller caller, String token) {
    return house.step(() -> {
      Optional<Seen> found = contacts.byLink(token).flatMap(rows::find).flatMap(this::seen);
      found.ifPresent(it -> open(caller, Action.READ, it.signup()));
      return found;
    });
  }

  /// Has a browser show the sign-up of a link that was used in it, for some hours.
  @Transactional
  public void remember(String token, String browser) {
    house.step(() -> {
      Instant now = clock.instant();
      contacts.forgetOpened(now);
      contacts
          .byLink(token)
          .ifPresent(it -> contacts.open(browser, it, now.plus(settings.browser())));
      return token;
    });
  }

  /// Confirms by a letter's link. Whoever comes too late gets what there still is, and is told.
  @Transactional
  public Became confirm(Caller caller, Key key) {
    return act(
        caller,
        key,
        Action.UPDATE,
        (it, slot, its) -> {
          // Said twice, as by a page that is loaded again, it is confirmed all the same.
          if (it.state() != State.UNCONFIRMED) {
            return done(it);
          }
          endOthers(it);
          return done(seats.arrive(it, slot, its));
        });
  }

  /// Whoever confirms one form has said which is theirs: the others with the same address go, also
  /// those that somebody else filled in.
  private void endOthers(Signup confirmed) {
    contacts
        .find(confirmed.id())
        .ifPresent(it ->
            contacts.waiting(confirmed.slot(), it, confirmed.aim() == Signup.Aim.WORD).stream()
                .filter(other -> !other.equals(confirmed.id()))
                .forEach(rows::delete));
  }

  /// Takes the place that was offered.
  @Transactional
  public Became accept(Caller caller, Key key) {
    return act(
        caller,
        key,
        Action.UPDATE,
        (it, slot, its) -> {
          if (it.state() != State.OFFERED) {
            return new Became.NotGood();
          }
          Signup confirmed = seats.put(it.to(State.CONFIRMED, null));
          letters.send(confirmed, slot, What.CONFIRMED);
          return done(confirmed);
        });
  }

  /// Cancels, leaves the queue, or declines an offer.
  @Transactional
  public Became cancel(Caller caller, Key key) {
    return act(
        caller,
        key,
        Action.DELETE,
        (it, slot, its) -> {
          seats.end(it, State.CANCELLED, slot, its, What.CANCELLED, List.of());
          return rows.find(it.id()).map(this::done).orElseGet(Became.NotGood::new);
        });
  }

  /// Says that other people come, or another number of them.
  @Transactional
  public Became change(Caller caller, Key key, Party party) {
    return act(
        caller,
        key,
        Action.UPDATE,
        (it, slot, its) -> {
          int more = its.places(party) - its.places(it.party());
          boolean takes = it.takesPlaces(clock.instant());
          if (takes && more > 0 && more > seats.free(slot, its)) {
            return new Became.NoRoom();
          }
          seats.put(it.with(party));
          seats.settle(slot, its);
          return rows.find(it.id()).map(this::done).orElseGet(Became.NotGood::new);
        });
  }

  /// Says whether they wish to be reminded.
  @Transactional
  public Became remind(Caller caller, Key key, boolean wished) {
    return act(
        caller,
        key,
        Action.UPDATE,
        (it, _, _) -> {
          if (it.state() != State.CONFIRMED) {
            return new Became.NotGood();
          }
          reminders.wish(seats.coming(it), wished);
          return done(it);
        });
  }

  private interface Work {
    Became of(Signup signup, Slot slot, Terms terms);
  }

  private Became act(Caller caller, Key key, Action action, Work work) {
    return house.step(() -> {
      Optional<Signup> found = theirs(caller, key);
      if (found.isEmpty()) {
        return new Became.NotGood();
      }
      Slot slot = slots.hold(found.get().slot());
      Terms its = terms.find(slot.event()).orElseThrow();
      seats.settle(slot, its);
      // Read again when it's this one's turn.
      Signup now = rows.find(found.get().id()).orElse(null);
      if (now == null
          || now.state() == State.HELD
          || now.state().isOver()
          || !clock.instant().isBefore(slot.endsAt())) {
        return new Became.NotGood();
      }
      open(caller, action, now);
      return work.of(now, slot, its);
    });
  }

  private Optional<Signup> theirs(Caller caller, Key key) {
    return switch (key) {
      case Key.ByLink(String token) -> contacts.byLink(token).flatMap(rows::find);
      case Key.Here(SignupId id, String browser) ->
          rows.find(id)
              .filter(it ->
                  !caller.isVisitor() && caller.person().id().equals(it.person())
                      || browser != null && contacts.opened(browser, clock.instant()).contains(id));
    };
  }

  private Became done(Signup signup) {
    return seen(signup).<Became>map(Became.Done::new).orElseGet(Became.NotGood::new);
  }

  private Optional<Seen> seen(Signup signup) {
    Slot slot = slots.get(signup.slot());
    return calendar
        .find(signup.event())
        .map(listing ->
            new Seen(
                signup,
                listing,
                slot,
                signup.state() == State.WAITING ? seats.number(signup) : 0,
                seats.isOff(slot) || SlotTimes.isOff(listing),
                !clock.instant().isBefore(slot.endsAt()),
                signup.state() == State.CONFIRMED ? reminders.of(signup.id().value()) : null));
  }

  /// A link-holder is nobody by name: the log tells that it was by a link.
  private void open(Caller caller, Action action, Signup signup) {
    UUID subject = signup.person() == null ? null : signup.person().value();
    gate.open(
        caller, action, RecordType.SIGNUP, signup.id().toString(), Set.of(Relation.OWN), subject);
  }

  /// Who leaves takes their sign-ups along, and their places go on.
  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      List<Signup> theirs = rows.of(left.person());
      // In the order of slots, so that two who leave don't wait for each other.
      theirs.stream()
          .map(Signup::slot)
          .distinct()
          .sorted((one, other) -> one.value().compareTo(other.value()))
          .forEach(it -> letGo(it, theirs));
      return left;
    });
  }

  private void letGo(SlotId id, Collection<Signup> theirs) {
    Slot slot = slots.hold(id);
    theirs.stream()
        .filter(it -> it.slot().equals(id))
        .forEach(it -> {
          reminders.leaves(it.id().value());
          rows.delete(it.id());
        });
    terms.find(slot.event()).ifPresent(it -> seats.settle(slot, it));
  }
}
