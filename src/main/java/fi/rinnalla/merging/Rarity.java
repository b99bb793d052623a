package fi.rinnalla.merging;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// How rare words are among the names compared, as search engines weigh them (inverse document
/// frequency).
final class Rarity {
  private final Map<String, Integer> counts = new HashMap<>();
  private final int names;

  Rarity(Collection<List<String>> names) {
    this.names = names.size();
    for (List<String> words : names) {
      new HashSet<>(words).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
  }

  double of(String word) {
    return Math.log(1 + (names + 1.0) / (1 + count(word)));
  }

  int count(String word) {
    return counts.getOrDefault(word, 0);
  }
}
