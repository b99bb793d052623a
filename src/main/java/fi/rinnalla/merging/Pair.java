package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.AreaCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two records of different sources that may tell of the same thing, and what was decided about
/// them.
///
/// @param one the lesser id, so that a pair is one whichever of the two was met first
/// @param score how likely it was, from 0 to 1, when it was last looked at
/// @param areas where the two are; the whole country when nobody knows
public record Pair(
    PairId id,
    Kind kind,
    UUID one,
    UUID other,
    double score,
    List<Likeness.Reason> reasons,
    Set<AreaCode> areas,
    State state,
    Instant foundAt,
    @Nullable Decided decided) {

  public Pair {
    reasons = List.copyOf(reasons);
    areas = Set.copyOf(areas);
    if ((state == State.OPEN) != (decided == null)) {
      throw new IllegalArgumentException("a pair is decided by somebody, or open");
    }
  }

  /// Who decided, and when.
  public record Decided(UUID by, Instant at) {}

  /// What is known about a pair.
  public enum State {
    /// Nobody has decided yet.
    OPEN,
    /// One of the two stands for both.
    MERGED,
    /// They are two things; never to be proposed again.
    NOT_SAME;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String code) {
      for (State state : values()) {
        if (state.code().equals(code)) {
          return state;
        }
      }
      return OPEN;
    }

    /// Only what is open is decided, and only what was decided is open again.
    boolean mayBecome(State next) {
      return (this == OPEN) != (next == OPEN);
    }
  }

  /// How likely it is, in words of a hundred.
  public int percent() {
    return (int) Math.min(99, Math.round(score * 100));
  }
}
