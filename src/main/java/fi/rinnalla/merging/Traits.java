package fi.rinnalla.merging;

import java.util.List;

/// What is compared of a record, made ready once: its names in weighed words, and everything that
/// is either shared or not as sorted numbers.
///
/// @param systems whose its identifiers are
record Traits(
    Told told,
    Names names,
    Names organizers,
    Names venues,
    List<Street> streets,
    long[] identifiers,
    long[] systems,
    long[] phones,
    long[] web,
    long[] prose) {
  private static final int FEWEST_WORDS = 4;

  /// How many numbers two sorted lists share.
  static int common(long[] one, long[] other) {
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  /// The share of the shorter prose's words that the longer has too; nothing when one of them says
  /// hardly anything.
  static double sharedWords(long[] one, long[] other) {
    int shorter = Math.min(one.length, other.length);
    return shorter < FEWEST_WORDS ? Double.NaN : (double) common(one, other) / shorter;
  }
}
