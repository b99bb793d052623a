package fi.rinnalla.advice;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Counts that may be shown together with their sum. One below five could tell of somebody, so it
/// is hidden; and when what is hidden could be computed from the sum and the rest, the next
/// smallest is hidden too, so that nobody can say which of the hidden ones is how large.
public final class SmallNumbers {
  public static final int LEAST = 5;
  public static final int HIDDEN = -1;

  /// What is hidden together has at least twice the least, so that two ones aren't told by a two.
  private static final int LEAST_TOGETHER = 2 * LEAST;

  private SmallNumbers() {}

  /// One number by itself.
  static int shown(int count) {
    return count > 0 && count < LEAST ? HIDDEN : count;
  }

  /// Each count, or [#HIDDEN]. When even the hiding of all is not enough, their sum mustn't be
  /// shown ([#isSumShown]).
  static List<Integer> shown(List<Integer> counts) {
    int[] shown = counts.stream().mapToInt(SmallNumbers::shown).toArray();
    List<Integer> bySize =
        IntStream.range(0, shown.length)
            .filter(it -> shown[it] > 0)
            .boxed()
            .sorted(Comparator.comparing(counts::get))
            .toList();
    for (int next : bySize) {
      if (isSafe(counts, shown)) {
        break;
      }
      shown[next] = HIDDEN;
    }
    return IntStream.of(shown).boxed().toList();
  }

  /// Whether the sum tells nothing of what is hidden.
  static boolean isSumShown(List<Integer> counts) {
    int[] shown = shown(counts).stream().mapToInt(Integer::intValue).toArray();
    return shown(counts.stream().mapToInt(Integer::intValue).sum()) != HIDDEN
        && isSafe(counts, shown);
  }

  private static boolean isSafe(List<Integer> counts, int[] shown) {
    int hidden = 0;
    int together = 0;
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] == HIDDEN) {
        hidden++;
        together += counts.get(i);
      }
    }
    return hidden == 0 || hidden > 1 && together >= LEAST_TOGETHER;
  }
}
