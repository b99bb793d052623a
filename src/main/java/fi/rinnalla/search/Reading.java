package fi.rinnalla.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One way to understand a word: its base form, the words it was put together from, and its kin.
///
/// They are kept apart because they mean different things on the two sides of a search. A text is
/// indexed under all of them. A query word asks for its base or, having none or many parts, for
///
/// - any of its kin, when it is a simple word: *väsymys* is answered by *väsynyt*, both kin of
///   *väsyä*;
/// - **all** of its parts, when it is a compound: "perhekahvila" is answered by "kahvila
///   lapsiperheille", but not by every page that says "perhe".
record Reading(String base, List<Reading> parts, List<String> kin) {

  Reading {
    if (base.isBlank()) {
      throw new IllegalArgumentException("a reading needs a base form");
    }
    parts = List.copyOf(parts);
    kin = List.copyOf(kin);
  }

  static Reading of(String base) {
    return new Reading(base, List.of(), List.of());
  }

  /// What a text with this word is indexed under, the base form first.
  Set<String> lemmas() {
    Set<String> lemmas = new LinkedHashSet<>();
    lemmas.add(base);
    parts.forEach(part -> lemmas.addAll(part.lemmas()));
    lemmas.addAll(kin);
    return lemmas;
  }

  /// What a query with this word asks for first: any one of these will do.
  List<String> asked() {
    Set<String> asked = new LinkedHashSet<>();
    asked.add(base);
    if (parts.isEmpty()) {
      asked.addAll(kin);
    }
    return List.copyOf(asked);
  }

  boolean isMetBy(Collection<String> lemmasOfText) {
    return asked().stream().anyMatch(lemmasOfText::contains)
        || (parts.size() > 1 && parts.stream().allMatch(part -> part.isMetBy(lemmasOfText)));
  }
}
