package fi.rinnalla.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Knows the base forms of one language's words. Safe to share between threads.
///
/// The index is only as good as the agreement between what was indexed and what is asked, so the
/// index remembers [#nameAndVersion()] and is rebuilt when it changes.
interface Lemmatizer {

  String nameAndVersion();

  /// The ways to understand a lower-cased word, the likeliest first; none when no list has it.
  List<Reading> known(String word);

  /// What a word that no list has is read as: its light stem, or itself.
  Reading guessed(String word);

  /// As [#known], but never empty.
  default List<Reading> read(String word) {
    List<Reading> known = known(word);
    return known.isEmpty() ? List.of(guessed(word)) : known;
  }

  /// Base forms, the parts of a compound and kindred words, each once: *perhekahvilassa* gives
  /// *perhekahvila, perhe, kahvila*.
  default List<String> lemmas(String word) {
    Set<String> lemmas = new LinkedHashSet<>();
    read(word).forEach(reading -> lemmas.addAll(reading.lemmas()));
    return List.copyOf(lemmas);
  }
}
