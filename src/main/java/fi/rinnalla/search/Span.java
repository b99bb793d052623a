package fi.rinnalla.search;

import java.time.Instant;

/// A stretch of time during which something is held or open, to the minute.
public record Span(Instant start, Instant end) {
  private static final int LENGTH_BITS = 17;
  private static final long LONGEST = (1L << LENGTH_BITS) - 1;

  public Span {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("a span ends before it starts");
    }
  }

  /// Start and length in minutes in one number, so that spans sort by their start and stand in an
  /// index as plain numbers. 17 bits of minutes are 91 days, longer than any one time of an event.
  long packed() {
    long minutes = start.getEpochSecond() / 60;
    long length = Math.min(LONGEST, (end.getEpochSecond() - start.getEpochSecond()) / 60);
    return minutes << LENGTH_BITS | length;
  }

  static Span unpacked(long packed) {
    return new Span(
        Instant.ofEpochSecond(startMinutes(packed) * 60),
        Instant.ofEpochSecond(endMinutes(packed) * 60));
  }

  static long startMinutes(long packed) {
    return packed >> LENGTH_BITS;
  }

  static long endMinutes(long packed) {
    return (packed >> LENGTH_BITS) + (packed & LONGEST);
  }
}
