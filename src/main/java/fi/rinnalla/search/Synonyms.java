package fi.rinnalla.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// From the words of a tired parent to the words of the services: "en saa nukuttua" asks for an
/// *unikoulu*.
///
/// The rules are in `resources/search/synonyms.txt`, for those who know families to write; the file
/// tells its own format. A rule answers when every word of one of its left sides is in the query,
/// in any inflection and order. It never removes or replaces what was written.
final class Synonyms {

  /// Well under the written words, so that a page that says the word itself comes first.
  static final double WEIGHT = 0.4;

  /// On the left, for each word the base forms any of which will do. No kin and no parts: a rule
  /// for *stepfamily* must not answer everyone who says *family*.
  private record Rule(List<List<String>> left, List<Expansion> right) {}

  private final Map<String, List<Rule>> rulesByFirstWord = new HashMap<>();

  private Synonyms() {}

  static Synonyms load(WordAnalysis analysis) {
    return from(Lines.of("synonyms.txt"), analysis);
  }

  static Synonyms from(List<String> lines, WordAnalysis analysis) {
    var synonyms = new Synonyms();
    Map<String, List<Expansion>> groups = new HashMap<>();
    for (String line : lines) {
      if (line.startsWith("@")) {
        String[] sides = sides(line, "=");
        groups.put(sides[0], expansions(sides[1], groups, analysis));
      } else {
        String[] sides = sides(line, "=>");
        List<Expansion> right = expansions(sides[1], groups, analysis);
        for (String phrase : phrases(sides[0])) {
          List<List<String>> left = words(phrase, analysis).stream().map(Token::bases).toList();
          synonyms.add(new Rule(left, right));
        }
      }
    }
    return synonyms;
  }

  private static String[] sides(String line, String arrow) {
    String[] sides = line.split(arrow, 2);
    if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
      throw new IllegalArgumentException("A synonym rule needs two sides: " + line);
    }
    return new String[] {sides[0].strip(), sides[1].strip()};
  }

  private static List<String> phrases(String side) {
    return Arrays.stream(side.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static List<Token> words(String phrase, WordAnalysis analysis) {
    List<Token> words = analysis.query(phrase);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("Nothing is left of the phrase: " + phrase);
    }
    return words;
  }

  private static List<Expansion> expansions(
      String side, Map<String, List<Expansion>> groups, WordAnalysis analysis) {
    List<Expansion> all = new ArrayList<>();
    for (String phrase : phrases(side)) {
      if (phrase.startsWith("@")) {
        List<Expansion> group = groups.get(phrase);
        if (group == null) {
          throw new IllegalArgumentException("No such group above this line: " + phrase);
        }
        all.addAll(group);
      } else {
        all.add(new Expansion(words(phrase, analysis), WEIGHT));
      }
    }
    return all;
  }

  private void add(Rule rule) {
    for (String lemma : rule.left().getFirst()) {
      rulesByFirstWord.computeIfAbsent(lemma, _ -> new ArrayList<>()).add(rule);
    }
  }

  /// What the query also asks for; nothing twice, and nothing the query itself already says.
  List<Expansion> expansions(List<Token> query) {
    Set<String> written = new HashSet<>();
    Set<String> said = new LinkedHashSet<>();
    for (Token token : query) {
      written.add(token.surface());
      said.addAll(token.lemmas());
    }
    Map<List<String>, Expansion> found = new LinkedHashMap<>();
    for (String lemma : said) {
      for (Rule rule : rulesByFirstWord.getOrDefault(lemma, List.of())) {
        if (rule.left().stream().allMatch(bases -> bases.stream().anyMatch(said::contains))) {
          rule.right().forEach(expansion -> found.putIfAbsent(expansion.surfaces(), expansion));
        }
      }
    }
    found.keySet().removeIf(written::containsAll);
    return List.copyOf(found.values());
  }
}
