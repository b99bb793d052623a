package fi.rinnalla.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a change to a round.
public sealed interface Outcome {
  record Done(UUID round) implements Outcome {}

  /// It has no title, or one that is too long.
  record NoTitle() implements Outcome {}

  /// No time was chosen.
  record NoTimes() implements Outcome {}

  /// Too many times, or too far apart, to be told of together.
  record TooMuch() implements Outcome {}

  /// Somebody has answered, and what was asked of whom stays as it was.
  record Locked() implements Outcome {}

  /// One can answer, or will be able to; the figures are counted after that.
  ///
  /// @param until null when nothing has been asked yet at all
  record StillOpen(@Nullable Instant until) implements Outcome {}

  /// It has been summarised already, or isn't yet; whoever was first did it.
  record NotNow() implements Outcome {}

  /// The minutes are longer than they may be, or no decision was taken.
  record NoDecision() implements Outcome {}

  /// There is nothing in it that may be told.
  record TooFew() implements Outcome {}
}
