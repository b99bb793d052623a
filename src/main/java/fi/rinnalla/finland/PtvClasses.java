package fi.rinnalla.finland;

import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Term;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.WatchedThing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Service classes, target groups, life events, ontology terms and industrial classes of PTV as
/// terms of ours. The first three we know by their codes; the others keep their addresses. Keywords
/// and the names of ontology terms lead to our themes; words that no theme knows have nowhere to
/// go.
@Component
class PtvClasses {
  private final Classification classification;

  PtvClasses(Classification classification) {
    this.classification = classification;
  }

  List<TermCode> of(PtvThing of) {
    Set<TermCode> terms = new LinkedHashSet<>();
    for (String list : List.of("serviceClasses", "targetGroups", "lifeEvents")) {
      for (WatchedThing one : of.thing().things(list)) {
        String code = one.text("code");
        String uri = one.text("newUri", "uri");
        alsoTold(one);
        Optional<TermCode> known = known(code).or(() -> known(uri));
        known.ifPresent(terms::add);
        if (known.isEmpty()) {
          of.sink()
              .notice(new FieldNotice.UnknownTerm(of.record(), list, code == null ? uri : code));
        }
      }
    }
    List<String> words = new ArrayList<>();
    for (String list : List.of("ontologyTerms", "industrialClasses")) {
      for (WatchedThing one : of.thing().things(list)) {
        alsoTold(one);
        String uri = one.text("newUri", "uri");
        if (uri != null && uri.startsWith("http") && uri.length() < 300) {
          terms.add(new TermCode(uri));
        }
        one.things("name").forEach(name -> add(words, name));
      }
    }
    of.thing().things("keywords").forEach(keyword -> add(words, keyword));
    terms.addAll(classification.themes(List.of(), words));
    return List.copyOf(terms);
  }

  private static void add(List<String> words, WatchedThing named) {
    named.pass("language");
    String word = named.text("value");
    if (word != null) {
      words.add(word);
    }
  }

  /// Our own tables tell these of each code, in three languages.
  private static void alsoTold(WatchedThing one) {
    one.pass("name", "description", "parentId", "parentUri", "newParentUri", "ontologyType", "uri");
    one.pass("override", "status");
  }

  private Optional<TermCode> known(@org.jspecify.annotations.Nullable String codeOrUri) {
    if (codeOrUri == null || codeOrUri.isBlank()) {
      return Optional.empty();
    }
    return classification
        .find(new TermCode(codeOrUri))
        .or(() -> classification.findByUri(codeOrUri))
        .map(Term::code);
  }
}
