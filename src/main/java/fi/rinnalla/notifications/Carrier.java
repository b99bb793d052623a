package fi.rinnalla.notifications;

import java.time.Instant;

/// Whoever takes a letter out of the house.
interface Carrier {

  /// False when nobody does, and letters wait.
  boolean isOpen();

  void carry(LetterId id, Letter letter, Instant now) throws Undelivered;

  /// A letter that wasn't taken on; it will be tried again.
  final class Undelivered extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean away;

    /// @param reason for the log: what kind of fault, and never a word of the letter or its address
    /// @param away whether the other side is away, so that no other letter would fare better
    Undelivered(String reason, boolean away) {
      super(reason);
      this.away = away;
    }

    boolean isAway() {
      return away;
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
      throw new Undelivered("mail is not set up", true);
    }
  }
}
