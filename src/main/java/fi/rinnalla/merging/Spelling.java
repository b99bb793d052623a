package fi.rinnalla.merging;

/// Whether two words are one word, written otherwise: with a slip of the pen, or in another case.
/// How alike they begin doesn't say it, for Finnish puts words together: Hiekkamäki and Hiekkalahti
/// are two villages.
final class Spelling {
  /// How far such a word counts as the same.
  static final double SLIP = 0.92;

  static final double CASE = 0.96;

  private static final int SHORTEST_SLIP = 5;
  private static final int SHORTEST_STEM = 3;
  private static final int LONGEST_ENDING = 3;

  private Spelling() {}

  /// 1 when they are written alike, 0 when they are two words.
  static double similarity(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    int longer = Math.max(one.length(), other.length());
    int shorter = Math.min(one.length(), other.length());
    int start = commonStart(one, other);
    if (start >= Math.max(SHORTEST_STEM, longer - LONGEST_ENDING)) {
      return CASE;
    }
    return shorter >= SHORTEST_SLIP && isOneSlip(one, other, start) ? SLIP : 0;
  }

  /// A letter too many, too few or wrong, or two changed about.
  static boolean isOneSlip(String one, String other) {
    return isOneSlip(one, other, commonStart(one, other));
  }

  private static boolean isOneSlip(String one, String other, int start) {
    int end = commonEnd(one, other, start);
    int leftOfOne = one.length() - start - end;
    int leftOfOther = other.length() - start - end;
    if (leftOfOne <= 1 && leftOfOther <= 1) {
      return true;
    }
    return leftOfOne == 2
        && leftOfOther == 2
        && one.charAt(start) == other.charAt(start + 1)
        && one.charAt(start + 1) == other.charAt(start);
  }

  private static int commonStart(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int at = 0;
    while (at < most && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static int commonEnd(String one, String other, int start) {
    int most = Math.min(one.length(), other.length()) - start;
    int at = 0;
    while (at < most
        && one.charAt(one.length() - 1 - at) == other.charAt(other.length() - 1 - at)) {
      at++;
    }
    return at;
  }
}
