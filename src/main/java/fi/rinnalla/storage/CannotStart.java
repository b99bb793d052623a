package fi.rinnalla.storage;

import org.jspecify.annotations.Nullable;

/// What keeps Rinnalla from starting, in a sentence for the one who set it up. It is told without a
/// stack, for nothing in the program is at fault.
public final class CannotStart extends RuntimeException {
  private final String remedy;

  public CannotStart(String message, String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  /// What to do about it.
  public String remedy() {
    return remedy;
  }
}
