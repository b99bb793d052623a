package fi.rinnalla.feedback;

import java.util.EnumSet;
import java.util.Set;

/// What a round asks. Whether it was useful is always asked; nothing ever asks who somebody is.
///
/// @param more whether people are asked if they would like more of it
/// @param learnt what they can tick; none leaves the question out
/// @param words whether they may add something in their own words
public record Questions(boolean more, Set<Learnt> learnt, boolean words) {
  public Questions {
    learnt = Set.copyOf(learnt);
  }

  public static Questions asUsual() {
    return new Questions(true, EnumSet.allOf(Learnt.class), true);
  }
}
