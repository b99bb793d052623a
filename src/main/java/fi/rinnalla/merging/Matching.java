package fi.rinnalla.merging;

import fi.rinnalla.search.BaseForms;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/// Finds which records of different sources may tell of the same thing: records in, pairs out.
/// Those that could meet are brought together ([Blocks]), weighed ([Scale]), and of several
/// likenesses to one other source only the best are kept, since a source tells of a thing once.
final class Matching {
  /// How much less than the best one a second likeness to the same source may be, in odds.
  private static final double NEARLY_AS_GOOD = 3;

  private final Words words;

  /// @param towns the names of municipalities, which sources write in both languages
  Matching(Map<AreaCode, Text> towns, BaseForms forms) {
    this.words = new Words(towns, forms);
  }

  /// The likenesses found, the surest first.
  List<Likeness> among(Collection<Told> told) {
    List<Likeness> found = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      found.addAll(alike(kind, told.stream().filter(it -> it.kind() == kind).toList()));
    }
    found.sort(
        Comparator.comparingDouble(Likeness::score)
            .reversed()
            .thenComparing(it -> it.one().id())
            .thenComparing(it -> it.other().id()));
    return found;
  }

  private List<Likeness> alike(Kind kind, List<Told> told) {
    TraitsMaker maker = new TraitsMaker(words, told);
    List<Traits> traits = told.parallelStream().map(maker::of).toList();
    Scale scale = Scale.of(kind);
    List<Likeness> all =
        LongStream.of(Blocks.pairs(traits))
            .parallel()
            .mapToObj(pair ->
                scale.weigh(traits.get(Blocks.first(pair)), traits.get(Blocks.second(pair))))
            .flatMap(it -> it.stream())
            .toList();
    return best(all);
  }

  private record To(UUID record, String source) {}

  private static List<Likeness> best(List<Likeness> all) {
    Map<To, Double> best = new HashMap<>();
    for (Likeness it : all) {
      best.merge(new To(it.one().id(), it.other().source()), odds(it), Math::max);
      best.merge(new To(it.other().id(), it.one().source()), odds(it), Math::max);
    }
    return all.stream()
        .filter(it -> isAmongBest(it, best, it.one(), it.other()))
        .filter(it -> isAmongBest(it, best, it.other(), it.one()))
        .toList();
  }

  private static boolean isAmongBest(Likeness it, Map<To, Double> best, Told one, Told other) {
    return odds(it) * NEARLY_AS_GOOD >= best.getOrDefault(new To(one.id(), other.source()), 0.0);
  }

  private static double odds(Likeness it) {
    return it.score() / Math.max(1e-9, 1 - it.score());
  }
}
