package fi.rinnalla.meetups;

import fi.rinnalla.identity.PersonId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wrote to those who are along.
///
/// @param gathering the meet-up or the group whose board it is on
/// @param author null when they have left
/// @param authorName a first name
public record Message(
    UUID id,
    UUID gathering,
    @Nullable PersonId author,
    String authorName,
    boolean byHost,
    String words,
    State state,
    Instant writtenAt) {

  /// Where a message stands, and where it can go from there.
  public enum State {
    /// For the host to let through.
    WAITING,
    SHOWN,
    /// Out of sight because of what people told, until a moderator has looked.
    HIDDEN,
    REMOVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    private Set<State> next() {
      return switch (this) {
        case WAITING -> EnumSet.of(SHOWN, HIDDEN, REMOVED);
        case SHOWN -> EnumSet.of(HIDDEN, REMOVED);
        case HIDDEN -> EnumSet.of(SHOWN, REMOVED);
        case REMOVED -> EnumSet.noneOf(State.class);
      };
    }

    public boolean mayBecome(State next) {
      return next().contains(next);
    }
  }

  Message to(State next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(state + " doesn't become " + next);
    }
    // What is taken away is taken away wholly.
    String left = next == State.REMOVED ? "" : words;
    return new Message(id, gathering, author, authorName, byHost, left, next, writtenAt);
  }
}
