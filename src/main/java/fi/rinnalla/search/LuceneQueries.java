package fi.rinnalla.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.geo.Rectangle;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A search as a Lucene query.
final class LuceneQueries {
  /// A word in the name tells most, a word in the prose least.
  private static final float NAMES = 3f;

  private static final float SUBJECTS = 1.6f;
  private static final float PROSE = 1f;

  /// A page that has the word itself comes before one that has the parts of it.
  private static final float PARTS = 0.6f;

  private static final float NEAR_MISS = 0.5f;

  /// Shorter words have too many neighbours one letter away.
  private static final int SHORTEST_MISTYPED = 4;

  private static final int MOST_DAYS = 62;
  private static final int MOST_WORDS = 12;

  /// At this distance from the searcher nearness counts half.
  private static final double PIVOT_METRES = 3000;

  private final WordAnalysis analysis;
  private final Synonyms synonyms;
  private final @Nullable KeptWords kept;
  private final Cache<String, List<Token>> read =
      Caffeine.newBuilder().maximumSize(5_000).expireAfterAccess(Duration.ofHours(1)).build();

  /// @param kept what words were found to mean; null asks Lucene each time
  LuceneQueries(WordAnalysis analysis, Synonyms synonyms, @Nullable KeptWords kept) {
    this.analysis = analysis;
    this.synonyms = synonyms;
    this.kept = kept;
  }

  /// Whether there is a word to search by; "and" or "2" is none.
  boolean hasWords(Query asked) {
    return !asked.words().isEmpty() && !read(asked.words()).isEmpty();
  }

  private List<Token> read(String words) {
    return read.get(words, analysis::query);
  }

  /// @param lenient also near misses of typing, and pages that have only some of the words
  org.apache.lucene.search.Query query(Query asked, boolean lenient) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(words(asked.words(), lenient), Occur.MUST);
    addWhere(all, asked);
    if (asked.when() != null) {
      addWhen(all, asked.when());
    }
    if (asked.age() != null) {
      double age = asked.age();
      all.add(DoubleField.newRangeQuery(Fields.AGE_FROM, 0, age), Occur.FILTER);
      all.add(
          DoubleField.newRangeQuery(Fields.AGE_BEYOND, Math.nextUp(age), Double.MAX_VALUE),
          Occur.FILTER);
    }
    if (asked.free()) {
      all.add(term(Fields.FREE, "yes"), Occur.FILTER);
    }
    addAnyOf(all, Fields.LANGUAGE, asked.languages());
    // Every feature that was asked for must be there: a lift doesn't make up for a missing toilet.
    for (Accessibility feature : asked.features()) {
      all.add(term(Fields.FEATURE, feature.code()), Occur.FILTER);
    }
    addAnyOf(all, Fields.THEME, asked.themes());
    addAnyOf(all, Fields.KIND, asked.kinds().stream().map(Kind::code).toList());
    for (UUID related : asked.related()) {
      all.add(term(Fields.RELATED, related.toString()), Occur.FILTER);
    }
    Position from = asked.where().from();
    if (from != null && asked.sort() == Query.Sort.RELEVANCE) {
      all.add(
          LatLonPoint.newDistanceFeatureQuery(
              Fields.POSITION, 2f, from.lat(), from.lon(), PIVOT_METRES),
          Occur.SHOULD);
    }
    return all.build();
  }

  private org.apache.lucene.search.Query words(String asked, boolean lenient) {
    if (asked.isEmpty()) {
      return new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE);
    }
    return kept == null
        ? meaning(asked, lenient)
        : kept.query(asked, lenient, () -> meaning(asked, lenient));
  }

  private org.apache.lucene.search.Query meaning(String asked, boolean lenient) {
    List<Token> tokens = read(asked);
    if (tokens.isEmpty()) {
      return new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE);
    }
    if (tokens.size() > MOST_WORDS) {
      tokens = tokens.subList(0, MOST_WORDS);
    }
    BooleanQuery.Builder written = new BooleanQuery.Builder();
    for (Token token : tokens) {
      written.add(word(token, lenient), lenient ? Occur.SHOULD : Occur.MUST);
    }
    if (lenient) {
      written.setMinimumNumberShouldMatch((tokens.size() + 1) / 2);
    }
    List<Expansion> expansions = synonyms.expansions(tokens);
    if (expansions.isEmpty()) {
      return written.build();
    }
    // What a parent's words also ask for stands beside them: found too, but below.
    List<org.apache.lucene.search.Query> either = new ArrayList<>();
    either.add(written.build());
    for (Expansion expansion : expansions) {
      BooleanQuery.Builder together = new BooleanQuery.Builder();
      for (Token token : expansion.words()) {
        together.add(word(token, false), Occur.MUST);
      }
      either.add(new BoostQuery(together.build(), (float) expansion.weight()));
    }
    return new DisjunctionMaxQuery(either, 0.1f);
  }

  /// One word: itself or its kin in any field, or all parts of it for less.
  private static org.apache.lucene.search.Query word(Token token, boolean lenient) {
    List<org.apache.lucene.search.Query> ways = new ArrayList<>();
    List<String> itself = new ArrayList<>(token.asked());
    if (!itself.contains(token.surface())) {
      itself.add(token.surface());
    }
    addFields(ways, itself, 1f);
    for (List<List<String>> split : token.splits()) {
      BooleanQuery.Builder parts = new BooleanQuery.Builder();
      for (List<String> part : split) {
        List<org.apache.lucene.search.Query> fields = new ArrayList<>();
        addFields(fields, part, 1f);
        parts.add(new DisjunctionMaxQuery(fields, 0f), Occur.MUST);
      }
      ways.add(new BoostQuery(parts.build(), PARTS / split.size()));
    }
    if (lenient && token.surface().length() >= SHORTEST_MISTYPED) {
      ways.add(
          new BoostQuery(
              new FuzzyQuery(new Term(Fields.SURFACE, token.surface()), 1, 1, 20, true),
              NEAR_MISS));
      ways.add(
          new BoostQuery(
              new FuzzyQuery(new Term(Fields.NAMES, token.surface()), 1, 1, 20, true), NEAR_MISS));
    }
    return new DisjunctionMaxQuery(ways, 0.1f);
  }

  private static void addFields(
      List<org.apache.lucene.search.Query> ways, Collection<String> terms, float weight) {
    ways.add(any(Fields.NAMES, terms, NAMES * weight));
    ways.add(any(Fields.SUBJECTS, terms, SUBJECTS * weight));
    ways.add(any(Fields.PROSE, terms, PROSE * weight));
  }

  private static org.apache.lucene.search.Query any(
      String field, Collection<String> terms, float weight) {
    SynonymQuery.Builder any = new SynonymQuery.Builder(field);
    terms.forEach(term -> any.addTerm(new Term(field, term)));
    return new BoostQuery(any.build(), weight);
  }

  private static void addWhere(BooleanQuery.Builder all, Query asked) {
    switch (asked.where()) {
      case Query.Where.Anywhere _ -> {}
      case Query.Where.Near near -> {
        // Words or days leave so few that looking up a box costs more than measuring them.
        if (asked.words().isEmpty() && asked.when() == null) {
          addBox(all, near);
        }
        all.add(new NearQuery(Fields.POSITION, near.point(), near.metres()), Occur.FILTER);
      }
      case Query.Where.In in ->
          addAnyOf(all, Fields.AREA, in.areas().stream().map(AreaCode::value).toList());
    }
  }

  private static void addBox(BooleanQuery.Builder all, Query.Where.Near near) {
    Rectangle box =
        Rectangle.fromPointDistance(near.point().lat(), near.point().lon(), near.metres());
    // Where words or days leave few documents, the box is not even looked at.
    all.add(
        new IndexOrDocValuesQuery(
            LatLonPoint.newBoxQuery(
                Fields.POSITION, box.minLat, box.maxLat, box.minLon, box.maxLon),
            LatLonDocValuesField.newSlowBoxQuery(
                Fields.POSITION, box.minLat, box.maxLat, box.minLon, box.maxLon)),
        Occur.FILTER);
  }

  private static void addWhen(BooleanQuery.Builder all, Span when) {
    LocalDate first = LocalDate.ofInstant(when.start(), Zone.HELSINKI);
    LocalDate last = LocalDate.ofInstant(when.end(), Zone.HELSINKI);
    List<String> days = new ArrayList<>();
    for (LocalDate day = first;
        !day.isAfter(last) && days.size() < MOST_DAYS;
        day = day.plusDays(1)) {
      days.add(Long.toString(day.toEpochDay()));
    }
    addAnyOf(all, Fields.DAY, days);
    all.add(new DuringQuery(Fields.SPANS, when), Occur.FILTER);
  }

  private static void addAnyOf(BooleanQuery.Builder all, String field, Collection<String> values) {
    if (values.size() == 1) {
      all.add(term(field, values.iterator().next()), Occur.FILTER);
    } else if (!values.isEmpty()) {
      List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
      all.add(new TermInSetQuery(field, terms), Occur.FILTER);
    }
  }

  private static TermQuery term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
