package fi.rinnalla.reminders;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.reminders.EventReminder.State;
import fi.rinnalla.reminders.Recipient.Channel;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door for rooms where people say that they come: they are reminded of it unless they don't
/// wish to be. All of it happens in the caller's transaction.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ComingReminders {
  private final EventReminderRows rows;
  private final RecipientRows recipients;
  private final DueReminders due;
  private final HouseWork house;
  private final Clock clock;

  ComingReminders(
      EventReminderRows rows,
      RecipientRows recipients,
      DueReminders due,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.recipients = recipients;
    this.due = due;
    this.house = house;
    this.clock = clock;
  }

  /// What somebody comes to.
  ///
  /// @param ref what says so in the room that knows, such as a sign-up
  /// @param time which of the event's times; null for all of them
  public record Coming(
      UUID ref, EventId event, @Nullable LocalDateTime time, Instant endsAt, Lang lang) {}

  /// It is certain that they come. Said again, it changes nothing but the address.
  public void comes(Coming coming, EmailAddress to, @Nullable PersonId person) {
    house.step(() -> {
      RecipientId recipient =
          recipients.of(Channel.EMAIL, RecipientRows.lower(to), person, clock.instant());
      if (!rows.add(reminder(coming, recipient, State.ON))) {
        rows.address(coming.ref(), recipient);
      }
      return recipient;
    });
  }

  /// They don't come after all, or it isn't known any more.
  public void leaves(UUID ref) {
    house.step(() -> {
      rows.byRef(ref).ifPresent(this::end);
      return ref;
    });
  }

  private void end(EventReminder it) {
    due.takeBack(it);
    rows.delete(it.id());
    RecipientId recipient = it.recipient();
    if (recipient != null) {
      recipients.forgetIdle(recipient);
    }
  }

  /// Whether they wish to be reminded; may be said before it is certain that they come.
  public void wish(Coming coming, boolean wished) {
    house.step(() -> {
      EventReminder before = rows.byRef(coming.ref()).orElse(null);
      if (before == null && !wished) {
        rows.add(reminder(coming, null, State.OFF));
      } else if (before != null && before.recipient() == null && wished) {
        rows.delete(before.id());
      } else if (before != null && before.recipient() != null) {
        if (!wished) {
          due.takeBack(before);
        }
        State now = wished ? State.ON : State.OFF;
        rows.become(before.id(), now, before.endsAt(), clock.instant());
      }
      return coming;
    });
  }

  /// Whether somebody who comes is reminded.
  public enum Reminding {
    ON,
    /// They didn't want it.
    OFF,
    /// There is no address to write to.
    NOWHERE
  }

  /// Of one who comes for certain.
  @Transactional
  public Reminding of(UUID ref) {
    return house.step(() ->
        rows.byRef(ref)
            .map(it -> it.state() == State.OFF ? Reminding.OFF : Reminding.ON)
            .orElse(Reminding.NOWHERE));
  }

  private EventReminder reminder(Coming it, @Nullable RecipientId recipient, State state) {
    return new EventReminder(
        new EventReminderId(UUID.randomUUID()),
        recipient,
        it.ref(),
        it.event(),
        it.time(),
        it.lang(),
        state,
        clock.instant(),
        it.endsAt());
  }
}
