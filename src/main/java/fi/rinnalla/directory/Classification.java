package fi.rinnalla.directory;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fi.rinnalla.vocabulary.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// PTV's service classes, target groups and life events, and our own themes in parents' words, with
/// the bridge from the first to the last. Reference data: read once, asked from memory.
@Component
public class Classification {
  private final Map<TermCode, Term> byCode = new LinkedHashMap<>();
  private final Map<String, Term> byUri = new HashMap<>();
  private final Map<TermCode, Text> hints = new HashMap<>();
  private final Map<TermCode, Set<TermCode>> themesOf = new HashMap<>();
  private final Map<String, Set<TermCode>> themesOfWord = new HashMap<>();
  private final Set<TermCode> sensitive = new HashSet<>();

  Classification() {
    ReferenceTable.read("service_classes").forEach(row -> add(row, Term.Taxonomy.SERVICE_CLASS));
    ReferenceTable.read("target_groups").forEach(row -> add(row, Term.Taxonomy.TARGET_GROUP));
    ReferenceTable.read("life_events").forEach(row -> add(row, Term.Taxonomy.LIFE_EVENT));
    ReferenceTable.read("themes").forEach(this::addTheme);
  }

  public Optional<Term> find(TermCode code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /// By the address a feed uses: `http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P3`.
  public Optional<Term> findByUri(String uri) {
    return Optional.ofNullable(byUri.get(uri));
  }

  public List<Term> list(Term.Taxonomy taxonomy) {
    return byCode.values().stream().filter(term -> term.taxonomy() == taxonomy).toList();
  }

  /// One line under a theme's name, for whoever wonders what it holds.
  public Text hint(TermCode theme) {
    return hints.getOrDefault(theme, Text.none());
  }

  /// The themes that terms and keywords belong to, so that a record of any feed is found by the
  /// subjects parents know.
  public Set<TermCode> themes(Collection<TermCode> terms, Collection<String> keywords) {
    Set<TermCode> themes = new LinkedHashSet<>();
    for (TermCode code : terms) {
      for (TermCode at = code; at != null; at = parent(at)) {
        themes.addAll(themesOf.getOrDefault(at, Set.of()));
      }
    }
    for (String word : keywords) {
      themes.addAll(themesOfWord.getOrDefault(word.strip().toLowerCase(Locale.ROOT), Set.of()));
    }
    return themes;
  }

  /// Whether somebody who reads about these may be in danger if the one beside them sees it, as
  /// when home isn't safe. Such pages have a quick way out, and no browser keeps them.
  public boolean isSensitive(Collection<TermCode> terms, Collection<String> words) {
    return themes(terms, words).stream().anyMatch(sensitive::contains);
  }

  private @Nullable TermCode parent(TermCode code) {
    Term term = byCode.get(code);
    return term == null ? null : term.parent();
  }

  private void add(NamedCsvRecord row, Term.Taxonomy taxonomy) {
    String parent = row.getField("parent_code");
    TermCode code = new TermCode(row.getField("code"));
    Term term =
        new Term(
            code,
            taxonomy,
            parent.isBlank() ? null : new TermCode(parent),
            row.getField("uri"),
            ReferenceTable.name(row));
    byCode.put(code, term);
    byUri.put(row.getField("uri"), term);
  }

  private void addTheme(NamedCsvRecord row) {
    TermCode code = new TermCode(row.getField("code"));
    byCode.put(code, new Term(code, Term.Taxonomy.THEME, null, null, ReferenceTable.name(row)));
    if (row.getField("sensitive").equals("yes")) {
      sensitive.add(code);
    }
    hints.put(
        code, new Text(row.getField("hint_fi"), row.getField("hint_sv"), row.getField("hint_en")));
    themesOf.computeIfAbsent(code, _ -> new LinkedHashSet<>()).add(code);
    for (String ptv : row.getField("ptv_codes").split(";")) {
      if (!ptv.isBlank()) {
        themesOf.computeIfAbsent(new TermCode(ptv.strip()), _ -> new LinkedHashSet<>()).add(code);
      }
    }
    for (String word : row.getField("words").split(";")) {
      themesOfWord
          .computeIfAbsent(word.strip().toLowerCase(Locale.ROOT), _ -> new LinkedHashSet<>())
          .add(code);
    }
  }
}
