package fi.rinnalla.notifications;

import fi.rinnalla.vocabulary.Sha256;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The door of the letters. Whoever has something to tell composes the whole letter and hands it in
/// here.
@Component
public class Notifications {
  static final Duration ASKED_WITHIN = Duration.ofDays(1);

  private final LetterRows rows;
  private final Postman postman;
  private final PushCarrier pushes;
  private final PushKeys keys;
  private final NotificationsSettings settings;
  private final Clock clock;

  Notifications(
      LetterRows rows,
      Postman postman,
      PushCarrier pushes,
      PushKeys keys,
      NotificationsSettings settings,
      Clock clock) {
    this.rows = rows;
    this.postman = postman;
    this.pushes = pushes;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  /// Hands the letter in, in the caller's transaction: it leaves when that is done, within a second
  /// or two unless it is to wait, and never when that rolls back. A letter whose key has been
  /// handed in during the last three months is the same letter, and nothing happens.
  ///
  /// @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(Letter letter) {
    Instant now = clock.instant();
    Instant due = later(now, letter.notBefore());
    Instant giveUp = due.plus(settings.giveUpAfter());
    Instant useless = letter.notAfter();
    if (useless != null && useless.isBefore(giveUp)) {
      giveUp = useless;
    }
    LetterId id = new LetterId(UUID.randomUUID());
    // Its digest only: a key may name whom the letter was for, and is kept longer than the letter.
    boolean isNew = rows.put(id, Sha256.of(letter.dedupKey()), letter, now, due, giveUp);
    if (isNew && !due.isAfter(now)) {
      wakeAfterwards();
    }
  }

  /// Whether somebody who isn't known may have a letter sent to an address that they say is theirs.
  /// Counted over all rooms, and also when the room has forgotten what it was for: so nobody is
  /// written to again and again by another's hand. In the caller's transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean mayAsk(EmailAddress to) {
    Instant now = clock.instant();
    return rows.ask(to, now.minus(ASKED_WITHIN), settings.asked(), now);
  }

  /// Calls a browser, as [#send] does a letter: once for each key, outside quiet hours.
  @Transactional(propagation = Propagation.MANDATORY)
  public void call(Push push) {
    Instant now = clock.instant();
    LetterId id = new LetterId(UUID.randomUUID());
    if (rows.put(id, Sha256.of(push.dedupKey()), push, now, push.notAfter())) {
      wakeAfterwards();
    }
  }

  /// Whether a browser at that address can be called: only known push services are.
  public boolean canCall(URI address) {
    return pushes.mayCall(address);
  }

  /// The key that a browser subscribes with (RFC 8292 §4).
  public String pushKey() {
    return keys.publicKey();
  }

  private void wakeAfterwards() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            postman.wake();
          }
        });
  }

  /// Takes back a letter that hasn't left, such as a reminder of what was cancelled; in the
  /// caller's transaction. A later letter may then have the same key.
  ///
  /// @return whether it could still be taken back
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean withdraw(String dedupKey) {
    return rows.withdraw(Sha256.of(dedupKey));
  }

  /// When a calm message that is wished for then would leave, so that whoever plans one can say
  /// when: not in the quiet hours, and before the other time. Nothing when there is no such time.
  public Optional<Instant> awake(Instant wished, Instant before) {
    return settings.quietHours().awake(wished, before);
  }

  /// Forgets that letters to an address are waiting or were shown, because its owner has left; in
  /// the caller's transaction. A farewell is handed in afterwards.
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(EmailAddress address) {
    rows.forget(address);
  }

  private static Instant later(Instant now, @Nullable Instant other) {
    return other != null && other.isAfter(now) ? other : now;
  }
}
