package fi.rinnalla.visits;

/// Words as a letter's line takes them.
final class OneLine {
  private OneLine() {}

  static String of(String words) {
    return words.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\p{Cs}]+", " ").strip();
  }
}
