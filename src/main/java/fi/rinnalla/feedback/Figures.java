package fi.rinnalla.feedback;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a round may tell, counted once, when nobody can answer any more. A group of fewer than five
/// is neither told of nor can it be worked out from what is told:
///
/// - the whole is told from five answers on;
/// - it is told apart by sitting only when each sitting that was answered at all has five, for one
///   that is left out alone is the whole less the others; otherwise by language, on the same terms;
/// - never by both, for where two ways of parting cross there are groups again;
/// - as nothing is told before the end and nothing changes after it, no two versions of the figures
///   differ by one person.
///
/// @param whole null when there were too few
/// @param again how many answers came from a phone that had answered before
/// @param split by what the parts are, if by anything
public record Figures(@Nullable Tally whole, int again, Split split, List<Part> parts) {
  /// The smallest group that is told of.
  public static final int FEWEST = 5;

  public Figures {
    parts = List.copyOf(parts);
  }

  public enum Split {
    NONE,
    SITTING,
    LANGUAGE
  }

  /// The counts of a group.
  ///
  /// @param more null when it wasn't asked
  public record Tally(
      int answers, int useful, @Nullable Integer more, Map<Learnt, Integer> learnt) {
    public Tally {
      learnt = Map.copyOf(learnt);
    }

    public Count usefulOf() {
      return new Count(useful, answers);
    }

    public @Nullable Count moreOf() {
      return more == null ? null : new Count(more, answers);
    }

    /// In the order they are asked in.
    public Map<Learnt, Count> learntOf() {
      Map<Learnt, Count> counts = new EnumMap<>(Learnt.class);
      learnt.forEach((what, many) -> counts.put(what, new Count(many, answers)));
      return counts;
    }
  }

  /// A group that is large enough.
  ///
  /// @param of the sitting's id or the language's code
  public record Part(String of, Tally tally) {}

  public boolean tooFew() {
    return whole == null;
  }

  static Figures of(List<Answer> answers, Questions questions, int again) {
    if (answers.size() < FEWEST) {
      // Not even how many: then one could see whether a single neighbour answered.
      return new Figures(null, 0, Split.NONE, List.of());
    }
    Tally whole = tally(answers, questions);
    List<Part> bySitting = parts(answers, questions, it -> it.sitting().toString());
    if (!bySitting.isEmpty()) {
      return new Figures(whole, again, Split.SITTING, bySitting);
    }
    List<Part> byLanguage = parts(answers, questions, it -> it.lang().code());
    return new Figures(
        whole, again, byLanguage.isEmpty() ? Split.NONE : Split.LANGUAGE, byLanguage);
  }

  /// All the groups, or none when one of them is small or there is only one.
  private static List<Part> parts(
      List<Answer> answers, Questions questions, Function<Answer, String> by) {
    Map<String, List<Answer>> groups =
        answers.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    boolean small = groups.values().stream().anyMatch(it -> it.size() < FEWEST);
    if (groups.size() < 2 || small) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    groups.forEach((of, theirs) -> parts.add(new Part(of, tally(theirs, questions))));
    return parts;
  }

  private static Tally tally(List<Answer> answers, Questions questions) {
    Map<Learnt, Integer> learnt = new EnumMap<>(Learnt.class);
    questions
        .learnt()
        .forEach(what ->
            learnt.put(
                what,
                Math.toIntExact(
                    answers.stream().filter(it -> it.learnt().contains(what)).count())));
    return new Tally(
        answers.size(),
        Math.toIntExact(answers.stream().filter(Answer::foundItUseful).count()),
        questions.more()
            ? Math.toIntExact(answers.stream().filter(Answer::wantsMore).count())
            : null,
        learnt);
  }
}
