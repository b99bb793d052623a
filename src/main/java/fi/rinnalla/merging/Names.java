package fi.rinnalla.merging;

import java.util.List;

/// All that something is called.
record Names(List<Name> all) {
  static final Names NONE = new Names(List.of());

  Names {
    all = List.copyOf(all);
  }

  /// The similarity of those two names that are most alike; nothing when one of them has none.
  static double best(Names one, Names other) {
    double best = Double.NaN;
    for (Name a : one.all) {
      for (Name b : other.all) {
        double similarity = a.similarity(b);
        if (similarity == 1) {
          return 1;
        }
        best = Double.isNaN(best) ? similarity : Math.max(best, similarity);
      }
    }
    return best;
  }
}
