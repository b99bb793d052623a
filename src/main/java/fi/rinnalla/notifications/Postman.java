package fi.rinnalla.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/// Sends what is due: at once when called, and by rounds what waited, failed or was left behind by
/// a process that died.
///
/// A letter is held by its row's lock from before it's sent until it's marked as sent (decision
/// 0013). A sender that dies lets go of it and another takes it up. One that freezes keeps it for a
/// while and loses it then; when it goes on, it finds that out before it has sent anything
/// (decision 0031).
@Component
class Postman implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Postman.class);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(20);

  private final LetterRows rows;
  private final Carrier carrier;
  private final PushCarrier pushes;
  private final NotificationsSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Semaphore senders;
  private final AtomicBoolean called = new AtomicBoolean();
  private volatile boolean closing;

  Postman(
      LetterRows rows,
      Carrier carrier,
      PushCarrier pushes,
      NotificationsSettings settings,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.rows = rows;
    this.carrier = carrier;
    this.pushes = pushes;
    this.settings = settings;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.senders = new Semaphore(settings.senders());
  }

  private enum Step {
    SENT,
    NOT_SENT,
    /// Nothing is due, or nobody takes it.
    OVER
  }

  /// There is a letter; it leaves beside whoever calls.
  void wake() {
    if (settings.delivers()) {
      called.set(true);
      begin();
    }
  }

  private void begin() {
    if (closing || !senders.tryAcquire()) {
      return;
    }
    Thread.ofVirtual()
        .name("postman")
        .start(() -> {
          try {
            while (called.getAndSet(false)) {
              deliver();
            }
          } catch (RuntimeException fault) {
            log.warn("letters wait for the next round: {}", fault.getClass().getSimpleName());
          } finally {
            senders.release();
          }
          // A call that came after the last look, and found all senders still at work.
          if (called.get()) {
            begin();
          }
        });
  }

  /// One round: sends all that is due. Answers with how many left.
  int deliver() {
    int given = rows.giveUp(clock.instant());
    if (given > 0) {
      log.warn("{} letters were thrown away unsent, for their time ran out", given);
    }
    int sent = 0;
    Step step = Step.NOT_SENT;
    while (step != Step.OVER && !closing) {
      step = Optional.ofNullable(transaction.execute(_ -> next())).orElse(Step.OVER);
      if (step == Step.SENT) {
        sent++;
      }
    }
    return sent;
  }

  private Step next() {
    Instant now = clock.instant();
    Optional<LetterRows.Claimed> due =
        rows.claim(
            now, !settings.quietHours().holdAt(now), carrier.isOpen(), settings.heldAtMost());
    return due.isEmpty() ? Step.OVER : send(due.get(), now);
  }

  private Step send(LetterRows.Claimed claimed, Instant now) {
    LetterId id = claimed.id();
    try {
      switch (claimed.channel()) {
        case EMAIL ->
            carrier.carry(id, rows.letter(claimed.body().get()), now, () -> rows.isHeld(id));
        case PUSH -> pushes.carry(rows.push(claimed.body().get()), now, () -> rows.isHeld(id));
      }
    } catch (JacksonException _) {
      // Written by another release, and no later try will read it. The fault's words may quote it.
      log.error("letter {} can't be read and was thrown away", id);
      rows.finish(id, LetterRows.Outcome.FAILED, now);
      return Step.NOT_SENT;
    } catch (Carrier.Undelivered fault) {
      String reason = String.valueOf(fault.getMessage());
      if (fault.then() == Carrier.Then.NEVER) {
        log.warn("letter {} was refused for good and thrown away: {}", id, reason);
        rows.finish(id, LetterRows.Outcome.FAILED, now);
      } else {
        postpone(claimed, reason, fault.after(), now);
      }
      return fault.then() == Carrier.Then.AWAY ? Step.OVER : Step.NOT_SENT;
    } catch (RuntimeException fault) {
      // A fault of our own mustn't hold up the letters behind it.
      postpone(claimed, fault.getClass().getName(), Duration.ZERO, now);
      return Step.NOT_SENT;
    }
    rows.finish(id, LetterRows.Outcome.SENT, now);
    return Step.SENT;
  }

  private void postpone(LetterRows.Claimed claimed, String reason, Duration after, Instant now) {
    int tries = claimed.tries() + 1;
    log.warn("letter {} was not sent at try {}: {}", claimed.id(), tries, reason);
    Duration wait = wait(tries);
    rows.postpone(claimed.id(), now.plus(wait.compareTo(after) < 0 ? after : wait));
  }

  /// Doubled after each try, up to a bound.
  private Duration wait(int tries) {
    Duration wait = settings.firstRetry().multipliedBy(1L << Math.min(tries - 1, 20));
    return wait.compareTo(settings.longestRetry()) < 0 ? wait : settings.longestRetry();
  }

  /// Forgets what has been kept long enough.
  void forget() {
    Instant now = clock.instant();
    rows.forgetFinished(now.minus(settings.keepOutcome()));
    rows.forgetShown(now.minus(settings.keepDemo()));
    rows.forgetAsked(now.minus(Notifications.ASKED_WITHIN));
  }

  /// Takes no further letter, and lets the one in hand be marked: a stop shouldn't send it twice.
  @Override
  public void close() throws InterruptedException {
    closing = true;
    if (senders.tryAcquire(settings.senders(), LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
      senders.release(settings.senders());
    }
  }
}
