package fi.rinnalla.signups;

import fi.rinnalla.reminders.ComingReminders;
import fi.rinnalla.signups.Signup.Aim;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.signups.SignupLetters.What;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The places of a slot and its queue. Everything here happens while the slot is held
/// ([SlotRows#hold]), so one thing happens at a time and no place is given twice.
///
/// A place that comes free is offered to the first family in the queue that fits into what is free,
/// and to nobody else until they have answered. A larger family before them keeps its turn and is
/// told: an empty place helps nobody, and neither does silence.
@Component
class Seats {
  /// Whoever comes so late is told what became of the place, or gets one that is still free.
  private static final Duration LATE = Duration.ofHours(1);

  private final SignupRows rows;
  private final SlotRows slots;
  private final ContactRows contacts;
  private final SignupLetters letters;
  private final SignupSettings settings;
  private final ComingReminders reminders;
  private final Clock clock;

  Seats(
      SignupRows rows,
      SlotRows slots,
      ContactRows contacts,
      SignupLetters letters,
      SignupSettings settings,
      ComingReminders reminders,
      Clock clock) {
    this.rows = rows;
    this.slots = slots;
    this.contacts = contacts;
    this.letters = letters;
    this.settings = settings;
    this.reminders = reminders;
    this.clock = clock;
  }

  /// How many places nobody has or holds.
  int free(Slot slot, Terms terms) {
    return free(rows.alive(slot.id()), terms, clock.instant());
  }

  static int free(List<Signup> alive, Terms terms, Instant now) {
    int taken =
        alive.stream()
            .filter(it -> it.takesPlaces(now))
            .mapToInt(it -> terms.places(it.party()))
            .sum();
    // Fewer than none when the capacity was made smaller than what was taken already.
    return Math.max(0, terms.capacity() - taken);
  }

  /// Whether there is room for it, its own place counted as free.
  boolean fits(Signup signup, Slot slot, Terms terms) {
    int own = signup.takesPlaces(clock.instant()) ? terms.places(signup.party()) : 0;
    return terms.places(signup.party()) <= free(slot, terms) + own;
  }

  /// How many families wait before it, and itself.
  int number(Signup signup) {
    List<SignupId> queue =
        rows.alive(signup.slot()).stream()
            .filter(it -> it.state() == State.WAITING)
            .map(Signup::id)
            .toList();
    return queue.indexOf(signup.id()) + 1;
  }

  /// Who filled in the form is known by now: the sign-up becomes what it was meant to be, or what
  /// it still can be.
  Signup arrive(Signup signup, Slot slot, Terms terms) {
    if (signup.aim() == Aim.WORD) {
      return put(signup.to(State.WATCHING, null));
    }
    if (fits(signup, slot, terms)) {
      Signup confirmed = put(signup.to(State.CONFIRMED, null));
      letters.send(confirmed, slot, What.CONFIRMED);
      tellPassedOver(waiting(slot), slot);
      return confirmed;
    }
    if (terms.queues()) {
      Signup waiting = put(signup.to(State.WAITING, null).queued(rows.nextTurn(slot.id())));
      letters.send(waiting, slot, What.WAITING, number(waiting));
      return waiting;
    }
    Signup late = put(signup.to(State.LAPSED, null));
    letters.send(late, slot, What.TOO_LATE);
    contacts.delete(late.id());
    return late;
  }

  /// What time has done: offers that nobody answered go on, forms that nobody finished are thrown
  /// away, and what is free is offered.
  void settle(Slot slot, Terms terms) {
    Instant now = clock.instant();
    for (Signup it : rows.alive(slot.id())) {
      Instant until = it.until();
      if (until == null || until.isAfter(now)) {
        continue;
      }
      if (it.state() == State.OFFERED) {
        Signup lapsed = put(it.to(State.LAPSED, null));
        letters.send(lapsed, slot, What.LAPSED);
        contacts.delete(lapsed.id());
      } else if (!until.plus(LATE).isAfter(now)) {
        rows.delete(it.id());
      }
    }
    promote(slot, terms);
  }

  /// Offers what is free to the queue, and tells those who wished to hear of it.
  void promote(Slot slot, Terms terms) {
    Instant now = clock.instant();
    if (now.plus(settings.notice()).isAfter(slot.startsAt()) || isOff(slot)) {
      return;
    }
    List<Signup> alive = rows.alive(slot.id());
    int free = free(alive, terms, now);
    List<Signup> passed = new ArrayList<>();
    for (Signup it : alive) {
      int places = terms.places(it.party());
      if (it.state() == State.WAITING && places <= free) {
        offer(it, slot, now);
        free -= places;
        tellPassedOver(passed, slot);
        passed.clear();
      } else if (it.state() == State.WAITING) {
        passed.add(it);
      }
    }
    for (Signup it : alive) {
      if (it.state() == State.WATCHING && terms.places(it.party()) <= free) {
        letters.send(it, slot, What.ROOM);
        rows.delete(it.id());
      }
    }
  }

  private void offer(Signup signup, Slot slot, Instant now) {
    Instant until = now.plus(settings.offered());
    Signup offered =
        put(signup.to(State.OFFERED, until.isBefore(slot.startsAt()) ? until : slot.startsAt()));
    letters.send(offered, slot, What.OFFERED, letters.moment(offered.lang(), offered.until()));
  }

  private List<Signup> waiting(Slot slot) {
    return rows.alive(slot.id()).stream().filter(it -> it.state() == State.WAITING).toList();
  }

  /// Once each.
  private void tellPassedOver(List<Signup> passed, Slot slot) {
    for (Signup it : passed) {
      if (!it.passedOver()) {
        rows.markPassedOver(it.id());
        letters.send(it, slot, What.PASSED_OVER, number(it));
      }
    }
  }

  /// Ends a sign-up, tells it, and gives its place on.
  void end(Signup signup, State how, Slot slot, Terms terms, What letter, List<String> more) {
    Signup over = put(signup.to(how, null));
    letters.send(over, slot, letter, more);
    contacts.delete(over.id());
    promote(slot, terms);
  }

  Signup put(Signup signup) {
    rows.put(signup);
    if (signup.state() == State.CONFIRMED) {
      contacts
          .find(signup.id())
          .ifPresent(it -> reminders.comes(coming(signup), it, signup.person()));
    } else if (signup.state().isOver()) {
      reminders.leaves(signup.id().value());
    }
    return signup;
  }

  /// What there is to remind a family of.
  ComingReminders.Coming coming(Signup signup) {
    Slot slot = slots.get(signup.slot());
    return new ComingReminders.Coming(
        signup.id().value(), signup.event(), slot.time(), slot.endsAt(), signup.lang());
  }

  /// Whether what the slot is of won't be held, as far as those who signed up know.
  boolean isOff(Slot slot) {
    var known = slots.known(slot.id()).values();
    return !known.isEmpty() && known.stream().allMatch(SlotRows.KnownTime::cancelled);
  }
}
