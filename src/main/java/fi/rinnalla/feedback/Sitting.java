package fi.rinnalla.feedback;

import fi.rinnalla.vocabulary.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// One visit or time of a round, with a way to its questions that all who were there share.
///
/// @param title empty when it is called as its round
/// @param token what its link ends in; not to be guessed, and nobody's own
public record Sitting(
    UUID id, UUID round, Text title, Instant startsAt, Instant endsAt, String token) {
  /// How long one can answer.
  public static final Duration ANSWERED = Duration.ofDays(7);

  /// Whether one can answer now.
  public enum State {
    NOT_YET,
    OPEN,
    CLOSED
  }

  /// Open from its start: a family with a baby may have to leave before the end.
  public State at(Instant now) {
    if (now.isBefore(startsAt)) {
      return State.NOT_YET;
    }
    return now.isBefore(closesAt()) ? State.OPEN : State.CLOSED;
  }

  public Instant closesAt() {
    return endsAt.plus(ANSWERED);
  }
}
