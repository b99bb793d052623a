package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Optional;

/// The base forms of words, read as the search reads them, for rooms that compare what things are
/// called rather than search it. Safe to share between threads.
public final class BaseForms {
  private final WordAnalysis analysis;

  BaseForms(WordAnalysis analysis) {
    this.analysis = analysis;
  }

  /// As the house reads words on this machine, where there is no house around.
  public static BaseForms best() {
    return new BaseForms(WordAnalysis.best());
  }

  /// What a word is a form of.
  ///
  /// @param parts the base forms of the words it is put together from; none of a simple word
  public record Form(String base, List<String> parts) {
    public Form {
      parts = List.copyOf(parts);
    }
  }

  /// The likeliest base form of a lower-cased word. Many feeds say nothing of their language and
  /// are taken for Finnish, so a word that its own language doesn't have is looked for in Finnish
  /// and Swedish; nothing when no list has it, as most names and slips of the pen.
  public Optional<Form> of(String word, Lang language) {
    List<Reading> known = analysis.known(word, language);
    if (known.isEmpty() && language == Lang.FI) {
      known = analysis.known(word, Lang.SV);
    } else if (known.isEmpty()) {
      known = analysis.known(word, Lang.FI);
    }
    return known.stream()
        .findFirst()
        .map(it -> new Form(it.base(), it.parts().stream().map(Reading::base).toList()));
  }

  /// Whether the word says nothing by itself: *ja*, *och*, *the*.
  public boolean isStopWord(String word, Lang language) {
    return analysis.isStopWord(word, language);
  }
}
