package fi.rinnalla.reminders;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.reminders.EventReminder.State;
import fi.rinnalla.reminders.Recipient.Channel;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the reminders: asking to be reminded of an event.
@Component
public class EventReminders {
  private static final int TIMES = 8;

  private final Notifications notifications;
  private final EventReminderRows rows;
  private final RecipientRows recipients;
  private final ReminderTimes times;
  private final ReminderLetters letters;
  private final Calendar calendar;
  private final ReminderSettings settings;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  EventReminders(
      EventReminderRows rows,
      RecipientRows recipients,
      ReminderTimes times,
      ReminderLetters letters,
      Calendar calendar,
      ReminderSettings settings,
      Gate gate,
      HouseWork house,
      Clock clock,
      Notifications notifications) {
    this.notifications = notifications;
    this.rows = rows;
    this.recipients = recipients;
    this.times = times;
    this.letters = letters;
    this.calendar = calendar;
    this.settings = settings;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of asking.
  public sealed interface Asked {
    /// A letter has gone to the address; the link in it confirms.
    record Sent(Instant until) implements Asked {}

    /// It is on, now or already.
    record Done() implements Asked {}

    /// It begins so soon that no reminder would come in time.
    record TooSoon() implements Asked {}

    /// There is no such time ahead.
    record Over() implements Asked {}

    /// The address has as many as it may.
    record TooMany() implements Asked {}
  }

  /// The times that one can be reminded of, the next first; none of what is off, and none that
  /// begins too soon for a reminder.
  public List<Occurrence> times(EventListing listing) {
    if (ReminderTimes.isOff(listing)) {
      return List.of();
    }
    Instant now = clock.instant();
    return calendar.next(listing.event().id(), TIMES).stream()
        .filter(it -> !it.cancelled() && it.start().isAfter(now))
        .filter(it -> times.due(it.start(), now, true).isPresent())
        .toList();
  }

  /// Asks for reminders by mail. Whose address it is must be known, by signing in or from a letter
  /// opened in the same browser; otherwise a letter asks them.
  ///
  /// @param time which of the times; null for every one
  @Transactional
  public Asked ask(
      Caller caller,
      EventListing listing,
      @Nullable LocalDateTime time,
      EmailAddress email,
      Lang lang,
      @Nullable String browser) {
    return house.step(() -> {
      String address = RecipientRows.lower(email);
      PersonId person = theirs(caller, email);
      Instant now = clock.instant();
      boolean known =
          person != null
              || browser != null
                  && recipients
                      .find(address)
                      .filter(recipients.opened(browser, now)::contains)
                      .isPresent();
      return ask(caller, listing, time, Channel.EMAIL, address, person, lang, known);
    });
  }

  /// Asks for reminders in a browser, which needs no address of anybody. The browser's own secret
  /// shows them in it from then on.
  @Transactional
  public Asked ask(
      Caller caller,
      EventListing listing,
      @Nullable LocalDateTime time,
      URI device,
      Lang lang,
      String browser) {
    return house.step(() -> {
      String address = device.toASCIIString();
      PersonId person = caller.isVisitor() ? null : caller.person().id();
      Asked asked = ask(caller, listing, time, Channel.PUSH, address, person, lang, true);
      recipients
          .find(address)
          .ifPresent(it -> recipients.open(browser, it, clock.instant().plus(settings.device())));
      return asked;
    });
  }

  private static @Nullable PersonId theirs(Caller caller, EmailAddress email) {
    return !caller.isVisitor() && email.value().equalsIgnoreCase(caller.person().email())
        ? caller.person().id()
        : null;
  }

  private Asked ask(
      Caller caller,
      EventListing listing,
      @Nullable LocalDateTime time,
      Channel channel,
      String address,
      @Nullable PersonId person,
      Lang lang,
      boolean known) {
    Instant now = clock.instant();
    List<Occurrence> ahead =
        times.of(listing, time).stream()
            .filter(it -> !it.cancelled() && it.start().isAfter(now))
            .toList();
    if (ahead.isEmpty() || time == null && !listing.event().rule().repeats()) {
      return new Asked.Over();
    }
    if (ahead.stream().allMatch(it -> times.due(it.start(), now, true).isEmpty())) {
      return new Asked.TooSoon();
    }
    RecipientId recipient = recipients.of(channel, address, person, now);
    List<EventReminder> theirs = rows.of(List.of(recipient));
    Optional<EventReminder> same =
        theirs.stream()
            .filter(it -> it.ref() == null && it.event().equals(listing.event().id()))
            .filter(it -> it.time() == null || it.time().equals(time))
            .filter(it -> it.isOn() || Objects.equals(it.time(), time))
            .findFirst();
    if (theirs.size() >= settings.most() && same.isEmpty()) {
      return new Asked.TooMany();
    }
    Instant ends = ahead.getLast().end();
    Instant until = now.plus(settings.asked());
    EventReminder wanted =
        new EventReminder(
            same.map(EventReminder::id).orElseGet(() -> new EventReminderId(UUID.randomUUID())),
            recipient,
            null,
            listing.event().id(),
            same.map(EventReminder::time).orElse(time),
            lang,
            known ? State.ON : State.ASKED,
            now,
            known ? ends : until);
    open(caller, Action.CREATE, wanted);
    if (same.isEmpty()) {
      rows.add(wanted);
    } else if (known && !same.get().isOn()) {
      rows.become(wanted.id(), State.ON, ends, now);
    }
    if (known) {
      if (time == null) {
        // Every time holds the single ones.
        theirs.stream()
            .filter(it -> it.ref() == null && it.event().equals(wanted.event()))
            .filter(it -> it.time() != null)
            .forEach(it -> rows.delete(it.id()));
      }
      return new Asked.Done();
    }
    // The same answer whether or not the address has it already: that is nobody else's business.
    long waiting = theirs.stream().filter(it -> it.state() == State.ASKED).count();
    if (waiting < settings.letters()
        && same.filter(EventReminder::isOn).isEmpty()
        && mayAsk(recipients.get(recipient))) {
      rows.become(wanted.id(), State.ASKED, until, now);
      letters.ask(wanted, recipients.get(recipient), until);
    }
    return new Asked.Sent(until);
  }

  private boolean mayAsk(Recipient recipient) {
    return recipient.channel() != Recipient.Channel.EMAIL
        || EmailAddress.find(recipient.address()).filter(notifications::mayAsk).isPresent();
  }

  /// A link-holder is nobody by name: the log tells that it was by a link.
  private void open(Caller caller, Action action, EventReminder it) {
    gate.open(
        caller,
        action,
        RecordType.EVENT_REMINDER,
        it.id().toString(),
        Set.of(Relation.OWN),
        caller.id());
  }

  /// Who leaves takes their reminders along.
  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      recipients.deleteOf(left.person());
      return left;
    });
  }
}
