package fi.rinnalla.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// Whoever takes a letter out of the house.
interface Carrier {

  /// False when nobody does, and letters wait.
  boolean isOpen();

  /// @param held whether the letter is still the sender's to send. Asked at the last moment at
  ///   which nothing has been handed over: a process that was frozen in between learns it here
  void carry(LetterId id, Letter letter, Instant now, BooleanSupplier held) throws Undelivered;

  /// What there is to do about a letter that wasn't taken on.
  enum Then {
    /// It may be taken later.
    LATER,
    /// The other side is away, so no other letter would fare better now.
    AWAY,
    /// This letter is refused for good: asking again is pestering, and spoils our name with the one
    /// who refuses.
    NEVER
  }

  /// A letter that wasn't taken on.
  final class Undelivered extends Exception {
    private static final long serialVersionUID = 1;

    private final Then then;
    private final Duration after;

    /// @param reason for the log: what kind of fault, and never a word of the letter or its address
    Undelivered(String reason, Then then) {
      this(reason, then, Duration.ZERO);
    }

    /// @param after how long the other side asks to be left alone
    Undelivered(String reason, Then then, Duration after) {
      super(reason);
      this.then = then;
      this.after = after;
    }

    Duration after() {
      return after;
    }

    Then then() {
      return then;
    }
  }

  /// When mail is not set up.
  record Nobody() implements Carrier {
    @Override
    public boolean isOpen() {
      return false;
    }

    @Override
    public void carry(LetterId id, Letter letter, Instant now, BooleanSupplier held)
        throws Undelivered {
      throw new Undelivered("mail is not set up", Then.AWAY);
    }
  }
}
