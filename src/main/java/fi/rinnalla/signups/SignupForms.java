package fi.rinnalla.signups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.reminders.ComingReminders;
import fi.rinnalla.signups.Signup.Aim;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The form of a family whose place is held meanwhile, and what comes of it.
@Component
public class SignupForms {
  private final TermsRows terms;
  private final SlotRows slots;
  private final SignupRows rows;
  private final ContactRows contacts;
  private final Standings standings;
  private final Seats seats;
  private final ConfirmLetters asking;
  private final Calendar calendar;
  private final SignupSettings settings;
  private final ComingReminders reminders;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  SignupForms(
      TermsRows terms,
      SlotRows slots,
      SignupRows rows,
      ContactRows contacts,
      Standings standings,
      Seats seats,
      ConfirmLetters asking,
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
    this.standings = standings;
    this.seats = seats;
    this.asking = asking;
    this.calendar = calendar;
    this.settings = settings;
    this.reminders = reminders;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// A form that is being filled in.
  ///
  /// @param standing as for this family: open while its place is held
  public record Form(Signup signup, EventListing listing, Slot slot, Standing standing) {}

  /// What became of a form.
  public sealed interface Submitted {
    /// A letter has gone to the address; the link in it confirms.
    record Sent(Instant until) implements Submitted {}

    /// @param already whether they had signed up before
    record Done(Signup signup, boolean already) implements Submitted {}

    /// The place was held no longer, and is gone.
    record Full(Standing standing) implements Submitted {}

    /// No such form, or nobody may sign up any more.
    record Over() implements Submitted {}
  }

  /// The form of an address; nothing when it is too old, or was sent.
  @Transactional(readOnly = true)
  public Optional<Form> form(String secret) {
    return house.step(() ->
        rows.byHold(secret)
            .filter(it -> it.state() == State.HELD)
            .flatMap(it ->
                calendar
                    .find(it.event())
                    .map(listing -> {
                      Slot slot = slots.get(it.slot());
                      Terms its = terms.find(it.event()).orElseThrow();
                      return new Form(it, listing, slot, standings.of(it, slot, its, listing));
                    })));
  }

  /// Gives the place back before the form is sent.
  @Transactional
  public void release(String secret) {
    house.step(() -> {
      rows.byHold(secret)
          .ifPresent(it -> {
            Slot slot = slots.hold(it.slot());
            rows.byHold(secret)
                .filter(now -> now.state() == State.HELD)
                .ifPresent(now -> rows.delete(now.id()));
            seats.settle(slot, terms.find(it.event()).orElseThrow());
          });
      return secret;
    });
  }

  /// Whether the family wishes to be reminded when it is certain that they come; they do unless
  /// they say otherwise.
  @Transactional
  public void remind(String secret, boolean wished) {
    house.step(() -> {
      rows.byHold(secret)
          .filter(it -> it.state() == State.HELD)
          .ifPresent(it -> reminders.wish(seats.coming(it), wished));
      return secret;
    });
  }

  /// Sends a form. Whoever is signed in is confirmed at once, others by a letter's link. Sent twice
  /// it's one sign-up, and one address has one for a slot.
  ///
  /// @param email null for whoever is signed in
  /// @param aim what is wanted by now
  @Transactional
  public Submitted submit(
      Caller caller, String secret, String name, @Nullable EmailAddress email, Lang lang, Aim aim) {
    return house.step(() -> {
      Signup before = rows.byHold(secret).orElse(null);
      if (before == null) {
        return new Submitted.Over();
      }
      Slot slot = slots.hold(before.slot());
      Terms its = terms.find(before.event()).orElseThrow();
      seats.settle(slot, its);
      Signup held = rows.byHold(secret).orElse(null);
      EventListing listing = calendar.find(before.event()).orElse(null);
      if (held == null || listing == null) {
        return new Submitted.Over();
      }
      if (held.state() != State.HELD) {
        return again(held);
      }
      Standing standing = standings.of(held, slot, its, listing);
      if (!standing.isAlive()) {
        return new Submitted.Over();
      }
      boolean room = standing.door() == Standing.Door.OPEN;
      if (!room && (aim == Aim.SEAT || aim == Aim.QUEUE && !its.queues())) {
        return new Submitted.Full(standing);
      }
      PersonId who = caller.isVisitor() ? null : caller.person().id();
      Signup filled = held.filled(who, name.strip(), lang, room ? Aim.SEAT : aim);
      gate.open(
          caller,
          Action.CREATE,
          RecordType.SIGNUP,
          filled.id().toString(),
          Set.of(Relation.OWN),
          caller.id());
      if (who != null) {
        return signedIn(filled, who, caller.person().email(), slot, its);
      }
      return byLetter(filled, Objects.requireNonNull(email), slot);
    });
  }

  /// What was sent already.
  private static Submitted again(Signup signup) {
    Instant until = signup.until();
    return signup.state() == State.UNCONFIRMED && until != null
        ? new Submitted.Sent(until)
        : new Submitted.Done(signup, false);
  }

  private Submitted signedIn(
      Signup filled, PersonId who, @Nullable String email, Slot slot, Terms its) {
    boolean word = filled.aim() == Aim.WORD;
    Optional<Signup> already = rows.of(who, slot.id(), word);
    if (already.isPresent()) {
      rows.delete(filled.id());
      return new Submitted.Done(already.get(), true);
    }
    Optional<EmailAddress> address = Optional.ofNullable(email).flatMap(EmailAddress::find);
    // What the same person sent before signing in is theirs, or is begun anew.
    Optional<Signup> theirs =
        address.flatMap(it -> contacts.known(slot.id(), it, word)).flatMap(rows::find);
    if (theirs.isPresent()) {
      Signup it = theirs.get();
      Signup adopted = seats.put(it.filled(who, it.name(), it.lang(), it.aim()));
      rows.delete(filled.id());
      return new Submitted.Done(adopted, true);
    }
    address.ifPresent(it -> {
      contacts.waiting(slot.id(), it, word).forEach(rows::delete);
      contacts.add(filled.id(), slot.id(), it, word);
    });
    seats.put(filled);
    Signup arrived = seats.arrive(filled, slot, its);
    if (arrived.state() == State.CONFIRMED) {
      rows.of(who, slot.id(), true).ifPresent(it -> rows.delete(it.id()));
    }
    return new Submitted.Done(arrived, false);
  }

  /// Says the same whether or not the address has signed up before; that, its letter tells.
  private Submitted byLetter(Signup filled, EmailAddress email, Slot slot) {
    boolean word = filled.aim() == Aim.WORD;
    Instant until =
        clock.instant().plus(filled.aim() == Aim.SEAT ? settings.unconfirmed() : settings.asked());
    Optional<Signup> before = contacts.known(slot.id(), email, word).flatMap(rows::find);
    if (before.isPresent() || asking.isPestered(email)) {
      // Kept as if it waited for its link, but without a place and a link: the same form sent
      // again must answer the same, or it would tell who has signed up.
      seats.put(filled.filled(null, "", filled.lang(), Aim.WORD).to(State.UNCONFIRMED, until));
      before.ifPresent(it -> asking.already(it, email, slot));
      return new Submitted.Sent(until);
    }
    asking.ask(seats.put(filled.to(State.UNCONFIRMED, until)), email, slot);
    return new Submitted.Sent(until);
  }

  /// Sends the letter of a form again, to the same address or to one that was mended: then the link
  /// of the first leads nowhere. It takes no longer time to confirm than the first had.
  @Transactional
  public Submitted again(String secret, EmailAddress email) {
    return house.step(() -> {
      Signup before = rows.byHold(secret).orElse(null);
      if (before == null) {
        return new Submitted.Over();
      }
      Slot slot = slots.hold(before.slot());
      seats.settle(slot, terms.find(before.event()).orElseThrow());
      Signup sent = rows.byHold(secret).orElse(null);
      Instant until = sent == null ? null : sent.until();
      if (sent == null || until == null || sent.state() != State.UNCONFIRMED) {
        return new Submitted.Over();
      }
      EmailAddress was = contacts.find(sent.id()).orElse(null);
      // One without an address only answers as if it had one: its letter told who has signed up.
      if (was == null) {
        return new Submitted.Sent(until);
      }
      if (email.value().equalsIgnoreCase(was.value())) {
        asking.again(sent, email, slot);
        return new Submitted.Sent(until);
      }
      Optional<Signup> other =
          contacts.known(slot.id(), email, sent.aim() == Aim.WORD).flatMap(rows::find);
      contacts.delete(sent.id());
      contacts.unlink(sent.id());
      other.ifPresentOrElse(
          it -> asking.already(it, email, slot), () -> asking.ask(sent, email, slot));
      return new Submitted.Sent(until);
    });
  }
}
