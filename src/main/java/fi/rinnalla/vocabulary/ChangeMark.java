package fi.rinnalla.vocabulary;

import java.util.Comparator;

/// How far a reader has followed a room's log of changes: the transaction and the number in it.
public record ChangeMark(long tx, long seq) implements Comparable<ChangeMark> {
  public static final ChangeMark START = new ChangeMark(0, 0);

  @Override
  public int compareTo(ChangeMark other) {
    return Comparator.comparingLong(ChangeMark::tx)
        .thenComparingLong(ChangeMark::seq)
        .compare(this, other);
  }
}
