package fi.rinnalla.upkeep;

import fi.rinnalla.vocabulary.AreaCode;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That something is wrong or missing, as a visitor told it. Nothing of the visitor is in it.
///
/// @param organization whose listing it is about; null when it's nobody's
/// @param areas where that is
/// @param words null when nothing was written, or it has been erased
public record Report(
    UUID id,
    Subject subject,
    @Nullable UUID organization,
    Set<AreaCode> areas,
    What what,
    @Nullable String words,
    Instant reportedAt,
    State state,
    @Nullable Settled settled) {

  public Report {
    areas = Set.copyOf(areas);
    if (state.isSettled() != (settled != null)) {
      throw new IllegalArgumentException("settled by nobody, or open and settled at once");
    }
  }

  /// Who settled it, and when.
  ///
  /// @param region whether in the name of the region's staff; otherwise of the organization
  public record Settled(UUID by, boolean region, Instant at) {}

  /// Where a report is on its way. What is settled stays settled.
  public enum State {
    OPEN,
    /// The organization was asked by a letter to look at it.
    FORWARDED,
    MENDED,
    CORRECT,
    IMPROPER;

    public boolean isSettled() {
      return this != OPEN && this != FORWARDED;
    }

    State settled(Answer answer) {
      if (isSettled()) {
        throw new IllegalStateException("a report that is %s was settled already".formatted(this));
      }
      return switch (answer) {
        case MENDED -> MENDED;
        case CORRECT -> CORRECT;
        case IMPROPER -> IMPROPER;
      };
    }

    State forwarded() {
      if (isSettled()) {
        throw new IllegalStateException("what is %s isn't asked about".formatted(this));
      }
      return FORWARDED;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
