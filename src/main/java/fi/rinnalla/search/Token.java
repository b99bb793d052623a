package fi.rinnalla.search;

import java.util.Collection;
import java.util.List;

/// One word of a text or a query: as it was written (lower-cased), and what it may mean.
///
/// Index [#surface()] and [#lemmas()]. Ask with [#surface()] and any of [#asked()] first, and with
/// each of [#splits()] as "all of these" for less weight; see [Reading] for why.
record Token(String surface, List<Reading> readings) {

  Token {
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("a word has at least one reading");
    }
    readings = List.copyOf(readings);
  }

  /// Everything a text with this word is found by; each once.
  List<String> lemmas() {
    return readings.stream().flatMap(reading -> reading.lemmas().stream()).distinct().toList();
  }

  List<String> bases() {
    return readings.stream().map(Reading::base).distinct().toList();
  }

  /// The base forms and their kin; a text with one of them answers.
  List<String> asked() {
    return readings.stream().flatMap(reading -> reading.asked().stream()).distinct().toList();
  }

  /// For each compound reading its parts, and for each part the words any of which will do; a text
  /// with every part of one of them answers too.
  List<List<List<String>>> splits() {
    return readings.stream()
        .map(reading -> reading.parts().stream().map(Reading::asked).toList())
        .filter(parts -> parts.size() > 1)
        .distinct()
        .toList();
  }

  /// Whether a text with these lemmas is what this query word asks for.
  boolean isMetBy(Collection<String> lemmasOfText) {
    return readings.stream().anyMatch(reading -> reading.isMetBy(lemmasOfText));
  }
}
