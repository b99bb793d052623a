package fi.rinnalla.feedback;

import fi.rinnalla.vocabulary.Lang;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One answer, as it waits to be counted.
///
/// @param useful from 1 to 5
/// @param more null when it wasn't asked
record Answer(UUID sitting, Lang lang, int useful, @Nullable Boolean more, Set<Learnt> learnt) {
  static final int LEAST = 1;
  static final int MOST = 5;

  /// From where on somebody found it useful.
  private static final int USEFUL = 4;

  Answer {
    learnt = Set.copyOf(learnt);
  }

  boolean foundItUseful() {
    return useful >= USEFUL;
  }

  boolean wantsMore() {
    return Boolean.TRUE.equals(more);
  }
}
