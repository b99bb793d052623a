package fi.rinnalla.merging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How far two things are held at the same times. Two feeds may begin half an hour apart, when one
/// counts the coffee in; a café of the afternoon isn't the one of the morning.
final class Overlap {
  /// How much later one of two may begin.
  private static final Duration SHIFT = Duration.ofHours(2);

  private Overlap() {}

  /// The share of the shorter list's times that lie together with one of the other's for at least
  /// half of the shorter time. Only as far ahead as both are known: what is held three times a week
  /// has its next times within three weeks. Nothing when one has no times.
  static double share(List<Told.Time> one, List<Told.Time> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Double.NaN;
    }
    Instant lastOfOne = one.getLast().start();
    Instant lastOfOther = other.getLast().start();
    Instant known = (lastOfOne.isBefore(lastOfOther) ? lastOfOne : lastOfOther).plus(SHIFT);
    int ofOne = until(known, one);
    int ofOther = until(known, other);
    int i = 0;
    int j = 0;
    int together = 0;
    while (i < ofOne && j < ofOther) {
      Told.Time a = one.get(i);
      Told.Time b = other.get(j);
      if (together(a, b)) {
        together++;
        i++;
        j++;
      } else if (a.start().isBefore(b.start())) {
        i++;
      } else {
        j++;
      }
    }
    return (double) together / Math.max(1, Math.min(ofOne, ofOther));
  }

  private static int until(Instant known, List<Told.Time> times) {
    return (int) times.stream().filter(it -> !it.start().isAfter(known)).count();
  }

  private static boolean together(Told.Time a, Told.Time b) {
    Instant start = a.start().isAfter(b.start()) ? a.start() : b.start();
    Instant end = a.end().isBefore(b.end()) ? a.end() : b.end();
    if (a.start().equals(b.start())) {
      return true;
    }
    Duration shorter = shorter(length(a), length(b));
    return !end.isBefore(start)
        && !shorter.isZero()
        && Duration.between(start, end).multipliedBy(2).compareTo(shorter) >= 0;
  }

  private static Duration length(Told.Time time) {
    return Duration.between(time.start(), time.end());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
