package fi.rinnalla.search;

import java.util.List;

/// What a parent's own words also ask for: all of these words together, for less weight than the
/// words that were written.
record Expansion(List<Token> words, double weight) {

  Expansion {
    if (words.isEmpty() || weight <= 0 || weight >= 1) {
      throw new IllegalArgumentException("an expansion has words, and weighs less than the query");
    }
    words = List.copyOf(words);
  }

  List<String> surfaces() {
    return words.stream().map(Token::surface).toList();
  }
}
