package fi.rinnalla.search;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// An entry as a Lucene document.
final class LuceneDocuments {
  /// Changes whenever a document would be written another way; an index of another form is dropped.
  static final String FORM = "5";

  static final FacetsConfig FACETS = facetsConfig();
  private static final FieldType WORDS = words(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType SURFACES = words(IndexOptions.DOCS, true);

  private final WordAnalysis analysis;
  private final Json json;

  LuceneDocuments(WordAnalysis analysis, Json json) {
    this.analysis = analysis;
    this.json = json;
  }

  static Term keyTerm(EntryKey key) {
    return new Term(Fields.KEY, key.toString());
  }

  Document document(Entry entry) {
    Card card = entry.card();
    Document document = new Document();
    keyword(document, Fields.KEY, entry.key().toString());
    keyword(document, Fields.KIND, entry.key().kind().code());
    document.add(new NumericDocValuesField(Fields.RANK, rank(entry)));
    Set<String> surfaces = new LinkedHashSet<>();
    document.add(new Field(Fields.NAMES, lemmas(entry.names(), surfaces), WORDS));
    document.add(new Field(Fields.SUBJECTS, lemmas(entry.subjects(), surfaces), WORDS));
    document.add(new Field(Fields.PROSE, lemmas(entry.prose(), new LinkedHashSet<>()), WORDS));
    document.add(new Field(Fields.SURFACE, new Terms(surfaces), SURFACES));
    addTimes(document, entry.times());
    for (Position position : card.positions()) {
      document.add(new LatLonPoint(Fields.POSITION, position.lat(), position.lon()));
      document.add(new LatLonDocValuesField(Fields.POSITION, position.lat(), position.lon()));
    }
    for (AreaCode area : entry.areas()) {
      keyword(document, Fields.AREA, area.value());
      if (area.value().matches("M\\d{3}")) {
        facet(document, Results.Facet.MUNICIPALITY, area.value());
      }
    }
    document.add(new DoubleField(Fields.AGE_FROM, card.ages().lowest(), Field.Store.NO));
    document.add(new DoubleField(Fields.AGE_BEYOND, card.ages().beyond(), Field.Store.NO));
    if (card.free()) {
      keyword(document, Fields.FREE, "yes");
      facet(document, Results.Facet.FREE, "yes");
    }
    for (String language : new LinkedHashSet<>(card.languages())) {
      keyword(document, Fields.LANGUAGE, language);
      facet(document, Results.Facet.LANGUAGE, language);
    }
    for (Accessibility feature : card.features()) {
      keyword(document, Fields.FEATURE, feature.code());
      facet(document, Results.Facet.FEATURE, feature.code());
    }
    for (String theme : entry.themes()) {
      keyword(document, Fields.THEME, theme);
      // Codes of PTV begin with a capital; our themes, which pages count by, do not.
      if (Character.isLowerCase(theme.charAt(0)) && !theme.contains(":")) {
        facet(document, Results.Facet.THEME, theme);
      }
    }
    facet(document, Results.Facet.KIND, entry.key().kind().code());
    for (UUID related : entry.related()) {
      keyword(document, Fields.RELATED, related.toString());
    }
    byte[] bytes = json.write(card).getBytes(StandardCharsets.UTF_8);
    document.add(new BinaryDocValuesField(Fields.CARD, new BytesRef(bytes)));
    try {
      return FACETS.build(document);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static void addTimes(Document document, List<Span> times) {
    Set<Long> days = new LinkedHashSet<>();
    for (Span span : times) {
      document.add(new SortedNumericDocValuesField(Fields.SPANS, span.packed()));
      LocalDate first = LocalDate.ofInstant(span.start(), Zone.HELSINKI);
      // A time that ends at midnight is not held on the day that begins then.
      LocalDate last =
          span.end().equals(span.start())
              ? first
              : LocalDate.ofInstant(span.end().minusSeconds(1), Zone.HELSINKI);
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        days.add(day.toEpochDay());
      }
    }
    days.forEach(day -> keyword(document, Fields.DAY, Long.toString(day)));
  }

  private TokenStream lemmas(List<Text> texts, Set<String> surfaces) {
    Set<String> terms = new LinkedHashSet<>();
    for (Text text : texts) {
      for (Lang lang : Lang.values()) {
        String words = text.in(lang);
        if (words != null) {
          for (Token token : analysis.text(words, lang)) {
            surfaces.add(token.surface());
            terms.addAll(token.lemmas());
            terms.add(token.surface());
          }
        }
      }
    }
    return new Terms(terms);
  }

  private static int rank(Entry entry) {
    boolean neverCloses =
        !entry.times().isEmpty() && entry.times().stream().allMatch(LuceneDocuments::isOverADay);
    return switch (entry.key().kind()) {
      case EVENT -> 0;
      case SERVICE -> neverCloses ? 4 : 1;
      case PLACE -> neverCloses ? 3 : 2;
      case ARTICLE -> 3;
    };
  }

  private static boolean isOverADay(Span time) {
    return time.end().isAfter(time.start().plus(Duration.ofDays(1)));
  }

  private static void keyword(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
  }

  private static void facet(Document document, Results.Facet facet, String value) {
    document.add(new SortedSetDocValuesFacetField(facet.field(), value));
  }

  private static FieldType words(IndexOptions options, boolean omitNorms) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }

  private static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    for (Results.Facet facet : Results.Facet.values()) {
      config.setMultiValued(facet.field(), true);
    }
    return config;
  }

  /// Terms that were made outside Lucene, as the stream it wants.
  private static final class Terms extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Iterator<String> terms;

    Terms(Set<String> terms) {
      this.terms = terms.iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!terms.hasNext()) {
        return false;
      }
      clearAttributes();
      term.append(terms.next());
      return true;
    }
  }
}
