package fi.rinnalla.reminders;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.CalendarChanged;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.notifications.Push;
import fi.rinnalla.notifications.PushAddressGone;
import fi.rinnalla.notifications.PushAddressId;
import fi.rinnalla.reminders.RecipientRows.Told;
import fi.rinnalla.storage.HouseWork;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells what is due, each thing once: the reminder is held by its row's lock, and what was told is
/// marked in the transaction that hands the letter in (decision 0031). However many processes look
/// at once, and wherever one of them dies or freezes, the mark and the letter are both there or
/// neither is.
///
/// When it is due is asked of the calendar each time, so nothing that was planned has to be planned
/// anew when an event moves: it just isn't due any more.
@Component
class DueReminders {
  private static final Logger log = LoggerFactory.getLogger(DueReminders.class);

  private final EventReminderRows rows;
  private final RecipientRows recipients;
  private final ReminderTimes times;
  private final ReminderLetters letters;
  private final Calendar calendar;
  private final Notifications notifications;
  private final ReminderSettings settings;
  private final HouseWork house;
  private final TransactionTemplate own;
  private final Clock clock;

  DueReminders(
      EventReminderRows rows,
      RecipientRows recipients,
      ReminderTimes times,
      ReminderLetters letters,
      Calendar calendar,
      Notifications notifications,
      ReminderSettings settings,
      HouseWork house,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.rows = rows;
    this.recipients = recipients;
    this.times = times;
    this.letters = letters;
    this.calendar = calendar;
    this.notifications = notifications;
    this.settings = settings;
    this.house = house;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /// Has what is reminded of looked at again. Were this lost, it's looked at within the hour.
  @TransactionalEventListener(fallbackExecution = true)
  void on(CalendarChanged changed) {
    try {
      own.executeWithoutResult(_ ->
          house.step(() -> {
            rows.lookAtTold(clock.instant());
            return changed;
          }));
    } catch (RuntimeException fault) {
      log.warn("reminders are looked at within the hour: {}", fault.getClass().getSimpleName());
    }
  }

  /// One round: looks at all whose time has come. Answers with how many it looked at.
  int tell() {
    int looked = 0;
    while (next()) {
      looked++;
    }
    return looked;
  }

  /// Looks at one; false when there is none.
  private boolean next() {
    AtomicReference<EventReminder> held = new AtomicReference<>();
    try {
      return Objects.requireNonNull(
          own.execute(_ ->
              house.step(() -> {
                house.holdAtMost(settings.heldAtMost());
                Optional<EventReminder> due = rows.due(clock.instant());
                due.ifPresent(it -> {
                  held.set(it);
                  look(it);
                });
                return due.isPresent();
              })));
    } catch (RuntimeException fault) {
      EventReminder it = held.get();
      if (it == null) {
        throw fault;
      }
      // A fault with one mustn't hold up those behind it.
      log.warn("reminder {} waits: {}", it.id(), fault.getClass().getName());
      own.executeWithoutResult(_ ->
          house.step(() -> {
            rows.lookAgain(it.id(), clock.instant().plus(settings.unseen()), it.endsAt());
            return it;
          }));
      return true;
    }
  }

  private void look(EventReminder it) {
    Instant now = clock.instant();
    Recipient to = recipients.get(Objects.requireNonNull(it.recipient()));
    EventListing listing = times.listing(it.event()).orElse(null);
    List<Occurrence> all = listing == null ? List.of() : times.of(listing, it.time());
    Map<LocalDateTime, Told> told = new HashMap<>(recipients.told(to.id(), it.event()));
    if (it.time() != null) {
      told.keySet().retainAll(List.of(it.time()));
    }
    Instant next = now.plus(settings.unseen());
    for (Occurrence time : all) {
      if (time.cancelled() || !time.start().isAfter(now)) {
        continue;
      }
      Told before = told.remove(time.recurrenceId());
      if (before != null && !before.off() && before.start().equals(time.start())) {
        continue;
      }
      Instant due = times.due(time.start(), it.madeAt(), !it.isOfComing()).orElse(time.start());
      if (!due.isAfter(now)) {
        takeBack(it, to, time.recurrenceId(), before);
        remind(it, to, Objects.requireNonNull(listing), time);
      } else if (due.isBefore(next)) {
        next = due;
      }
    }
    // What is left was told of and isn't held any more, or not at that time.
    told.forEach((time, before) -> gone(it, to, time, before, now));
    Instant endsAt = all.stream().map(Occurrence::end).max(Instant::compareTo).orElse(it.endsAt());
    rows.lookAgain(it.id(), next, endsAt);
  }

  private void remind(EventReminder it, Recipient to, EventListing listing, Occurrence time) {
    recipients
        .tell(to.id(), it.event(), time.recurrenceId(), time.start(), false)
        .ifPresent(number -> {
          String key = ReminderLetters.key(to.id(), it, time.recurrenceId(), number);
          switch (to.channel()) {
            case EMAIL -> letters.remind(it, to, listing, time, key);
            case PUSH -> call(to, key, time.start());
          }
        });
  }

  /// Who signed up hears of it from where they did.
  private void gone(EventReminder it, Recipient to, LocalDateTime time, Told before, Instant now) {
    if (before.off() || !before.start().isAfter(now) || takeBack(it, to, time, before)) {
      return;
    }
    recipients
        .tell(to.id(), it.event(), time, before.start(), true)
        .filter(_ -> !it.isOfComing())
        .ifPresent(number -> {
          String key = ReminderLetters.key(to.id(), it, time, number);
          switch (to.channel()) {
            case EMAIL -> letters.off(it, to, time, before.start(), key);
            case PUSH -> call(to, key, before.start());
          }
        });
  }

  /// What it is about stands on the page that it opens.
  private void call(Recipient to, String key, Instant useless) {
    notifications.call(
        new Push(URI.create(to.address()), new PushAddressId(to.id().value()), key, useless));
  }

  /// Nobody is there any more.
  @EventListener
  void on(PushAddressGone gone) {
    house.step(() -> {
      recipients.delete(new RecipientId(gone.address().value()));
      return gone;
    });
  }

  /// Takes back what was told and hasn't left; false when it has, or nothing was told.
  private boolean takeBack(
      EventReminder it, Recipient to, LocalDateTime time, @Nullable Told told) {
    if (told == null
        || !notifications.withdraw(ReminderLetters.key(to.id(), it, time, told.number()))) {
      return false;
    }
    recipients.untell(to.id(), it.event(), time);
    return true;
  }

  /// Takes back what a reminder that ends has told of and hasn't left.
  void takeBack(EventReminder it) {
    RecipientId id = it.recipient();
    if (id != null) {
      Recipient to = recipients.get(id);
      recipients
          .told(id, it.event())
          .forEach((time, told) -> {
            if (it.time() == null || it.time().equals(time)) {
              takeBack(it, to, time, told);
            }
          });
    }
  }

  /// Lets go of what has no more use.
  void forget() {
    house.step(() -> {
      Instant now = clock.instant();
      Instant before = now.minus(settings.kept());
      rows.forgetEnded(before, now);
      recipients.forgetTold(before);
      recipients.forgetOpened(now);
      recipients.forgetIdle();
      return now;
    });
  }
}
