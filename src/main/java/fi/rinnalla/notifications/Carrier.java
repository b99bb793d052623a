package fi.rinnalla.notifications;

import java.time.Instant;

/// Whoever takes a letter out of the house.
interface Carrier {

  /// False when nobody does, and letters wait.
  boolean isOpen();

  void carry(LetterId id, Letter letter, Instant now) throws Undelivered;

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

    /// @param reason for the log: what kind of fault, and never a word of the letter or its address
    Undelivered(String reason, Then then) {
      super(reason);
      this.then = then;
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
    public void carry(LetterId id, Letter letter, Instant now) throws Undelivered {
      throw new Undelivered("mail is not set up", Then.AWAY);
    }
  }
}
