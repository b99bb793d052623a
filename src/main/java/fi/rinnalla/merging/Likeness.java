package fi.rinnalla.merging;

import java.util.List;

/// Two records that may tell of the same thing.
///
/// @param score from 0 to 1: how likely that is
/// @param reasons what speaks for it and against it, the weightiest first
public record Likeness(Told one, Told other, double score, List<Reason> reasons) {
  public Likeness {
    reasons = List.copyOf(reasons);
  }

  /// What a clue says of the two.
  ///
  /// @param agreement from 0, they differ, to 1, they agree
  /// @param points what it adds to the odds, or takes from them
  /// @param measure the figure that people are told: metres for a distance, else the agreement
  public record Reason(Clue clue, double agreement, double points, double measure) {
    private static final double THE_SAME = 0.98;
    private static final int ROUGHLY = 10;

    /// The key of its sentence.
    public String message() {
      String how = points >= 0 ? (agreement > THE_SAME ? "same" : "alike") : "other";
      return "merging.reason." + clue.code() + "." + (clue.isMeasured() ? "far" : how);
    }

    /// What its sentence tells: metres, to the nearest ten, or hundredths.
    public long figure() {
      return clue.isMeasured()
          ? Math.round(measure / ROUGHLY) * ROUGHLY
          : Math.round(agreement * 100);
    }
  }
}
