package fi.rinnalla.signups;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How it stands with the places of one slot, as anybody may see.
///
/// @param time which of the event's times; null for the whole series
/// @param free how many places nobody has or holds
/// @param queue how many families wait
public record Standing(
    @Nullable LocalDateTime time, Instant start, Instant end, Door door, int free, int queue) {

  private static final int ROOMY = 500;

  /// What one can do now.
  public enum Door {
    /// There is room.
    OPEN,
    /// Full; one may queue.
    QUEUE,
    /// Full; one may ask to hear when there is room.
    FULL,
    CLOSED,
    CANCELLED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isFull() {
    return door == Door.QUEUE || door == Door.FULL;
  }

  /// Whether there is so much room that nobody counts it.
  public boolean isRoomy() {
    return door == Door.OPEN && free > ROOMY;
  }

  /// Whether anything can be asked for.
  public boolean isAlive() {
    return door == Door.OPEN || isFull();
  }
}
