package fi.rinnalla.feedback;

import java.util.OptionalInt;

/// So many of so many. Of a few people a percentage says more than is known, so it is told only
/// from thirty on.
public record Count(int of, int all) {
  private static final int ENOUGH_FOR_PERCENT = 30;

  /// `16/17`.
  @Override
  public String toString() {
    return of + "/" + all;
  }

  public OptionalInt percent() {
    return all < ENOUGH_FOR_PERCENT
        ? OptionalInt.empty()
        : OptionalInt.of(Math.round(100f * of / all));
  }
}
