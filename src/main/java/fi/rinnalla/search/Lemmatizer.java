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

  /// The ways to understand a lower-cased word, the likeliest first. Never empty: an unknown word
  /// is read as its light stem, or as itself.
  List<Reading> read(String word);

  /// Base forms, the parts of a compound and kindred words, each once: *perhekahvilassa* gives
  /// *perhekahvila, perhe, kahvila*.
  default List<String> lemmas(String word) {
    Set<String> lemmas = new LinkedHashSet<>();
    read(word).forEach(reading -> lemmas.addAll(reading.lemmas()));
    return List.copyOf(lemmas);
  }
}
