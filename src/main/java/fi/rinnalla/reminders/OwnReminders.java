package fi.rinnalla.reminders;

import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.reminders.EventReminder.State;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One's own reminders: seen, confirmed and ended by whoever signed in with their address, by the
/// link in a letter, or in a browser where such a link was used.
@Component
public class OwnReminders {
  private final EventReminderRows rows;
  private final RecipientRows recipients;
  private final ReminderTimes times;
  private final DueReminders due;
  private final ReminderSettings settings;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  OwnReminders(
      EventReminderRows rows,
      RecipientRows recipients,
      ReminderTimes times,
      DueReminders due,
      ReminderSettings settings,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.recipients = recipients;
    this.times = times;
    this.due = due;
    this.settings = settings;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// By what right reminders are one's own.
  public sealed interface Key {
    /// @param token from a letter
    record ByLink(String token) implements Key {}

    /// @param browser the secret of a browser where a link was used; null when there is none
    record Here(@Nullable String browser) implements Key {}
  }

  /// A reminder with what is needed to show it.
  ///
  /// @param next the time it is about next; null when nothing is ahead
  /// @param remindsAt when; null when nothing more comes of it
  /// @param device whether it comes to a browser and not by mail
  public record Seen(
      EventReminder reminder,
      EventListing listing,
      @Nullable Occurrence next,
      @Nullable Instant remindsAt,
      boolean device) {}

  /// All that are theirs, what comes next first; refused ones aren't among them.
  @Transactional
  public List<Seen> of(Caller caller, Key key) {
    return house.step(() ->
        rows.of(theirs(caller, key)).stream()
            .filter(it -> it.state() != State.OFF)
            .flatMap(it -> seen(it).stream())
            .peek(it -> open(caller, Action.READ, it.reminder()))
            .sorted((one, other) -> start(one).compareTo(start(other)))
            .toList());
  }

  private static Instant start(Seen it) {
    Occurrence next = it.next();
    return next == null ? Instant.MAX : next.start();
  }

  /// The one that a letter's link is of; nothing when it is over or was ended.
  @Transactional
  public Optional<Seen> find(Caller caller, String token) {
    return house.step(() -> {
      Optional<Seen> found =
          rows.byLink(token).filter(it -> it.state() != State.OFF).flatMap(this::seen);
      found.ifPresent(it -> open(caller, Action.READ, it.reminder()));
      return found;
    });
  }

  /// Confirms by a letter's link. Answers with whether there was something to confirm.
  @Transactional
  public boolean confirm(Caller caller, String token) {
    return house.step(() -> {
      Optional<EventReminder> asked = rows.byLink(token).filter(it -> it.state() == State.ASKED);
      asked.ifPresent(it -> {
        open(caller, Action.UPDATE, it);
        Instant now = clock.instant();
        // Looked at below, which tells how long it lasts.
        rows.become(it.id(), State.ON, now.plus(settings.asked()), now);
      });
      return asked.isPresent();
    });
  }

  /// Ends one of theirs; false when it isn't there or isn't theirs, which of them isn't told.
  @Transactional
  public boolean stop(Caller caller, Key key, EventReminderId id) {
    return house.step(() -> {
      Set<RecipientId> theirs = theirs(caller, key);
      Optional<EventReminder> found =
          rows.find(id).filter(it -> it.recipient() != null && theirs.contains(it.recipient()));
      found.ifPresent(it -> end(caller, it));
      return found.isPresent();
    });
  }

  /// Ends the one that a letter's link is of. Said twice, it is ended all the same.
  @Transactional
  public void stop(Caller caller, String token) {
    house.step(() -> {
      rows.byLink(token).filter(it -> it.state() != State.OFF).ifPresent(it -> end(caller, it));
      return token;
    });
  }

  /// Ends all of theirs in one go.
  @Transactional
  public void stopAll(Caller caller, Key key) {
    house.step(() -> {
      rows.of(theirs(caller, key)).stream()
          .filter(it -> it.state() != State.OFF)
          .forEach(it -> end(caller, it));
      return key;
    });
  }

  /// One of what somebody comes to is kept as refused; with the others goes all that is known.
  private void end(Caller caller, EventReminder it) {
    open(caller, Action.DELETE, it);
    due.takeBack(it);
    if (it.isOfComing()) {
      rows.become(it.id(), State.OFF, it.endsAt(), clock.instant());
    } else {
      rows.delete(it.id());
      recipients.forgetIdle(Objects.requireNonNull(it.recipient()));
    }
  }

  /// Has a browser show the reminders of a link that was used in it, for some hours.
  @Transactional
  public void remember(String token, String browser) {
    house.step(() -> {
      rows.byLink(token)
          .map(EventReminder::recipient)
          .ifPresent(it -> recipients.open(browser, it, clock.instant().plus(settings.browser())));
      return token;
    });
  }

  private Set<RecipientId> theirs(Caller caller, Key key) {
    Set<RecipientId> theirs = new LinkedHashSet<>();
    if (!caller.isVisitor() && caller.person().email() != null) {
      EmailAddress.find(caller.person().email())
          .flatMap(it -> recipients.find(RecipientRows.lower(it)))
          .ifPresent(theirs::add);
    }
    Collection<RecipientId> more =
        switch (key) {
          case Key.ByLink(String token) ->
              rows.byLink(token).map(EventReminder::recipient).stream().toList();
          case Key.Here(String browser) ->
              browser == null ? List.of() : recipients.opened(browser, clock.instant());
        };
    theirs.addAll(more);
    return theirs;
  }

  private Optional<Seen> seen(EventReminder it) {
    Instant now = clock.instant();
    return times
        .listing(it.event())
        .map(listing -> {
          List<Occurrence> ahead =
              times.of(listing, it.time()).stream()
                  .filter(time -> !time.cancelled() && time.end().isAfter(now))
                  .toList();
          // What goes on now is still theirs, but what they wait for is the next one.
          Occurrence next =
              ahead.stream()
                  .filter(time -> due(it, time, now).isPresent())
                  .findFirst()
                  .or(() -> ahead.stream().findFirst())
                  .orElse(null);
          Instant at = next == null ? null : due(it, next, now).orElse(null);
          Recipient to = recipients.get(Objects.requireNonNull(it.recipient()));
          return new Seen(it, listing, next, at, to.channel() == Recipient.Channel.PUSH);
        });
  }

  private Optional<Instant> due(EventReminder it, Occurrence time, Instant now) {
    return times.due(time.start(), it.madeAt(), !it.isOfComing()).filter(now::isBefore);
  }

  private void open(Caller caller, Action action, EventReminder it) {
    gate.open(
        caller,
        action,
        RecordType.EVENT_REMINDER,
        it.id().toString(),
        Set.of(Relation.OWN),
        caller.id());
  }
}
