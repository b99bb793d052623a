package fi.rinnalla.advice;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A talk between somebody without a name and an adviser.
///
/// @param topic what the visitor said it is about, if anything
/// @param adviser who has it, or had it last
/// @param adviserName the first name that the visitor sees
/// @param organization the adviser's
/// @param queuedAt its place in the queue; one that came back stands before those who came later
/// @param waitsSince since when it waits this time
/// @param answeredAt when the first adviser took it
/// @param turnSince since when it is the visitor's turn; null when it is the adviser's
/// @param note what one adviser told the next
/// @param numbered the number of its last message
public record Chat(
    UUID id,
    UUID desk,
    Lang lang,
    Optional<Topic> topic,
    State state,
    @Nullable PersonId adviser,
    String adviserName,
    @Nullable UUID organization,
    Instant openedAt,
    Instant queuedAt,
    Instant waitsSince,
    @Nullable Instant answeredAt,
    @Nullable Instant turnSince,
    String told,
    @Nullable Instant closedAt,
    @Nullable Outcome outcome,
    Optional<Topic> tag,
    String note,
    int numbered) {

  public enum State {
    /// In the queue.
    WAITING,
    /// With an adviser.
    ACTIVE,
    /// Over; its words are kept for some hours more, for its visitor alone.
    CLOSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// A closed talk stays closed: who wants to go on begins another.
    public boolean mayBecome(State next) {
      return switch (this) {
        case WAITING -> next != WAITING;
        case ACTIVE -> next != ACTIVE;
        case CLOSED -> false;
      };
    }
  }

  /// How it ended.
  public enum Outcome {
    RESOLVED,
    VISITOR_LEFT,
    IDLE,
    ABUSE,
    /// Nobody had time.
    UNANSWERED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What an adviser may say of it.
    public static Optional<Outcome> find(String code) {
      for (Outcome outcome : values()) {
        if (outcome.code().equals(code) && outcome != UNANSWERED) {
          return Optional.of(outcome);
        }
      }
      return Optional.empty();
    }
  }

  public boolean isClosed() {
    return state == State.CLOSED;
  }

  public boolean isWith(PersonId person) {
    return state == State.ACTIVE && person.equals(adviser);
  }

  /// How long it has waited for its first adviser, or did.
  public Duration waited(Instant now) {
    Instant until = answeredAt != null ? answeredAt : closedAt != null ? closedAt : now;
    return Duration.between(openedAt, until);
  }

  public Duration lasted(Instant now) {
    return Duration.between(openedAt, closedAt != null ? closedAt : now);
  }
}
