package fi.rinnalla.advice;

import fi.rinnalla.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who may sit at a desk.
///
/// @param name the first name that visitors see
/// @param seats how many families they talk with at once
/// @param heartbeatAt their last sign of life at the desk
public record Adviser(
    UUID desk,
    PersonId person,
    UUID organization,
    String name,
    Shift shift,
    int seats,
    @Nullable Instant heartbeatAt) {
  public static final int MOST_SEATS = 8;

  /// Whether they sit there.
  public enum Shift {
    ON,
    /// Goes on with those they talk with, and takes nobody new.
    PAUSED,
    OFF;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Shift of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// Whether they are there, by what was heard of them last.
  boolean isAlive(Instant now, Duration alive) {
    return shift != Shift.OFF && heartbeatAt != null && !heartbeatAt.isBefore(now.minus(alive));
  }

  boolean takesNewOnes(Instant now, Duration alive) {
    return shift == Shift.ON && isAlive(now, alive);
  }
}
