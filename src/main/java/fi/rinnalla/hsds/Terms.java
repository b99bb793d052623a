package fi.rinnalla.hsds;

import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Term;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The classifications as HSDS `taxonomy` and `taxonomy_term`. The standard knows them by UUIDs,
/// which are made of our codes and so the same in every installation.
@Component
public class Terms {
  /// What holds the terms that feeds brought from elsewhere: we know their addresses only.
  private static final String OTHER = "other";

  private static final Map<Term.Taxonomy, String> URIS =
      Map.of(
          Term.Taxonomy.SERVICE_CLASS, "http://uri.suomi.fi/codelist/ptv/ptvserclass2",
          Term.Taxonomy.TARGET_GROUP, "http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat",
          Term.Taxonomy.LIFE_EVENT, "http://uri.suomi.fi/codelist/ptv/ptvelamantilanteet");

  private final Classification classification;
  private final Messages messages;
  private final Map<UUID, Term> known = new LinkedHashMap<>();

  Terms(Classification classification, Messages messages) {
    this.classification = classification;
    this.messages = messages;
    for (Term.Taxonomy taxonomy : Term.Taxonomy.values()) {
      classification.list(taxonomy).forEach(term -> known.put(id(term.code()), term));
    }
  }

  /// A term and what it is narrowed by.
  public record Row(UUID id, UUID taxonomy, Optional<UUID> parent, Text name, Thing thing) {}

  public record TaxonomyRow(UUID id, Text name, Thing thing) {}

  static UUID id(TermCode code) {
    return UuidV5.of("hsds", "taxonomy_term", code.value());
  }

  public List<TaxonomyRow> taxonomies() {
    List<TaxonomyRow> rows = new ArrayList<>();
    for (Term.Taxonomy taxonomy : Term.Taxonomy.values()) {
      rows.add(row(code(taxonomy), URIS.get(taxonomy)));
    }
    rows.add(row(OTHER, null));
    return rows;
  }

  private TaxonomyRow row(String code, @Nullable String uri) {
    Text name = words("hsds.taxonomy." + code);
    UUID id = taxonomyId(code);
    Thing thing =
        new Thing("taxonomy", id)
            .require("name", name)
            .require("description", words("hsds.taxonomy." + code + ".about"))
            .put("uri", uri);
    return new TaxonomyRow(id, name, thing);
  }

  /// All that we classify by, and what records name beside it.
  public List<Row> terms(Collection<TermCode> inUse) {
    List<Row> rows = new ArrayList<>();
    known.values().forEach(term -> rows.add(row(term)));
    new TreeSet<>(inUse.stream().map(TermCode::value).toList())
        .stream()
            .map(TermCode::new)
            .filter(code -> classification.find(code).isEmpty())
            .forEach(code -> rows.add(foreign(code)));
    return rows;
  }

  /// The taxonomy a term belongs to.
  UUID taxonomyOf(TermCode code) {
    return classification
        .find(code)
        .map(term -> taxonomyId(code(term.taxonomy())))
        .orElse(taxonomyId(OTHER));
  }

  /// What a term is to the record that has it: HSDS `attribute.link_type`.
  String linkType(TermCode code) {
    return classification.find(code).map(term -> code(term.taxonomy())).orElse(OTHER);
  }

  Thing thing(TermCode code) {
    return classification.find(code).map(this::row).orElseGet(() -> foreign(code)).thing();
  }

  private Row row(Term term) {
    String taxonomy = code(term.taxonomy());
    Optional<UUID> parent = Optional.ofNullable(term.parent()).map(Terms::id);
    Text hint = classification.hint(term.code());
    Thing thing =
        new Thing("taxonomy_term", id(term.code()))
            .put("code", term.code().value())
            .require("name", term.name())
            .require("description", hint.isEmpty() ? term.name() : hint)
            .put("parent_id", parent.orElse(null))
            .put("taxonomy", words("hsds.taxonomy." + taxonomy))
            .put("taxonomy_id", taxonomyId(taxonomy))
            .put("term_uri", Links.uri(term.uri()));
    return new Row(id(term.code()), taxonomyId(taxonomy), parent, term.name(), thing);
  }

  private Row foreign(TermCode code) {
    Text name = Text.fi(code.value());
    Thing thing =
        new Thing("taxonomy_term", id(code))
            .put("code", code.value())
            .require("name", code.value())
            .require("description", "")
            .put("taxonomy", words("hsds.taxonomy." + OTHER))
            .put("taxonomy_id", taxonomyId(OTHER))
            .put("term_uri", code.value().contains(":") ? Links.uri(code.value()) : null);
    return new Row(id(code), taxonomyId(OTHER), Optional.empty(), name, thing);
  }

  private Text words(String key) {
    return Words.of(messages, key);
  }

  private static UUID taxonomyId(String code) {
    return UuidV5.of("hsds", "taxonomy", code);
  }

  private static String code(Term.Taxonomy taxonomy) {
    return taxonomy.name().toLowerCase(Locale.ROOT);
  }
}
