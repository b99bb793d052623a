package fi.rinnalla.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.ChangeMark;
import fi.rinnalla.vocabulary.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One whole index in one folder: the live one, or one being built beside it.
final class LuceneGeneration implements AutoCloseable {
  private static final String FORM = "form";
  private static final String ANALYSIS = "analysis";
  private static final int MOST_FACET_VALUES = 400;

  /// Decoded cards kept at hand; those of a town's everyday searches fit many times over.
  private static final int CARDS_AT_HAND = 50_000;

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final LuceneDocuments documents;
  private final LuceneQueries queries;
  private final Json json;
  private final String analysisName;
  private final Cache<CardKey, Card> cards =
      Caffeine.newBuilder().maximumSize(CARDS_AT_HAND).build();

  private record CardKey(IndexReader.CacheKey segment, int document) {}

  LuceneGeneration(Path folder, WordAnalysis analysis, Synonyms synonyms, Json json)
      throws IOException {
    this.directory = FSDirectory.open(folder);
    IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
    config.setRAMBufferSizeMB(48);
    config.setCommitOnClose(false);
    this.writer = new IndexWriter(directory, config);
    this.searchers =
        new SearcherManager(
            writer,
            new SearcherFactory() {
              @Override
              public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
                  throws IOException {
                return new CountingSearcher(reader);
              }
            });
    this.documents = new LuceneDocuments(analysis, json);
    this.queries = new LuceneQueries(analysis, synonyms, new KeptWords(bytesForWords()));
    this.json = json;
    this.analysisName = analysis.nameAndVersion();
  }

  /// A searcher with what counting facets in its reader needs, made once for each reader.
  private static final class CountingSearcher extends IndexSearcher {
    final @Nullable SortedSetDocValuesReaderState facets;

    CountingSearcher(IndexReader reader) throws IOException {
      super(reader);
      // Hardly any filter is asked twice: a place and a moment are a searcher's own.
      setQueryCache(null);
      facets =
          reader.numDocs() == 0
              ? null
              : new DefaultSortedSetDocValuesReaderState(reader, LuceneDocuments.FACETS);
    }
  }

  /// A small part of what there is: 16 MB of 512.
  private static long bytesForWords() {
    return Runtime.getRuntime().maxMemory() / 32;
  }

  void add(Collection<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      writer.addDocument(documents.document(entry));
    }
  }

  /// Makes one segment of what a rebuild has written: each more is looked through by every search.
  void settle() throws IOException {
    writer.forceMerge(1);
  }

  void put(Collection<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      writer.updateDocument(LuceneDocuments.keyTerm(entry.key()), documents.document(entry));
    }
  }

  void remove(Collection<EntryKey> keys) throws IOException {
    for (EntryKey key : keys) {
      writer.deleteDocuments(LuceneDocuments.keyTerm(key));
    }
  }

  /// Puts on disk what has come, with how far the rooms have been followed, and shows it.
  void commit(SearchIndex.Followed followed) throws IOException {
    Map<String, String> state = new HashMap<>();
    state.put(FORM, LuceneDocuments.FORM);
    state.put(ANALYSIS, analysisName);
    put(state, "directory", followed.directory());
    put(state, "calendar", followed.calendar());
    put(state, "knowledge", followed.knowledge());
    writer.setLiveCommitData(state.entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  Optional<SearchIndex.Followed> followed() {
    Map<String, String> state = new HashMap<>();
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      data.forEach(entry -> state.put(entry.getKey(), entry.getValue()));
    }
    boolean ours =
        LuceneDocuments.FORM.equals(state.get(FORM)) && analysisName.equals(state.get(ANALYSIS));
    return ours
        ? Optional.of(
            new SearchIndex.Followed(
                mark(state, "directory"), mark(state, "calendar"), mark(state, "knowledge")))
        : Optional.empty();
  }

  boolean hasContent() {
    return writer.getDocStats().numDocs > 0;
  }

  Results search(Query asked) throws IOException {
    CountingSearcher searcher = (CountingSearcher) searchers.acquire();
    try {
      boolean hasWords = queries.hasWords(asked);
      Results strict = search(searcher, asked, hasWords, false);
      return strict.total() > 0 || !hasWords ? strict : search(searcher, asked, true, true);
    } finally {
      searchers.release(searcher);
    }
  }

  private Results search(CountingSearcher searcher, Query asked, boolean hasWords, boolean lenient)
      throws IOException {
    SortedSetDocValuesReaderState state = searcher.facets;
    if (state == null) {
      return new Results(0, List.of(), Map.of(), false);
    }
    int first = (asked.page() - 1) * asked.size();
    int most = first + asked.size();
    org.apache.lucene.search.Query query = queries.query(asked, lenient);
    Sort sort = sort(asked, hasWords);
    var found =
        sort == null
            ? FacetsCollectorManager.search(searcher, query, most, new FacetsCollectorManager())
            : FacetsCollectorManager.search(
                searcher, query, most, sort, new FacetsCollectorManager());
    TopDocs top = found.topDocs();
    Facets counts = new SortedSetDocValuesFacetCounts(state, found.facetsCollector());
    List<Results.Hit> hits = new ArrayList<>();
    for (int i = first; i < top.scoreDocs.length; i++) {
      hits.add(hit(searcher, asked, top.scoreDocs[i]));
    }
    return new Results((int) top.totalHits.value(), hits, facets(counts), lenient);
  }

  private Results.Hit hit(IndexSearcher searcher, Query asked, ScoreDoc found) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    int document = found.doc - leaf.docBase;
    Card card = card(leaf, document);
    long packed =
        NextTime.of(DocValues.getSortedNumeric(leaf.reader(), Fields.SPANS), document, from(asked));
    Position from = asked.where().from();
    Double metres = null;
    if (from != null && !card.approximate()) {
      metres = card.positions().stream().map(from::metresTo).min(Double::compare).orElse(null);
    }
    Span when = asked.when();
    List<Span> times =
        when == null || packed < 0
            ? List.of()
            : NextTime.during(
                DocValues.getSortedNumeric(leaf.reader(), Fields.SPANS), document, when);
    return new Results.Hit(card, packed < 0 ? null : Span.unpacked(packed), times, metres);
  }

  List<Results.Hit> find(Collection<EntryKey> keys, Instant now) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      List<BytesRef> terms = keys.stream().map(it -> new BytesRef(it.toString())).toList();
      TopDocs found = searcher.search(new TermInSetQuery(Fields.KEY, terms), keys.size());
      Query asked = Query.all(now);
      List<Results.Hit> hits = new ArrayList<>();
      for (ScoreDoc one : found.scoreDocs) {
        Results.Hit hit = hit(searcher, asked, one);
        boolean over = hit.card().key().kind() == Kind.EVENT && hit.next() == null;
        if (!over) {
          hits.add(hit);
        }
      }
      return hits;
    } finally {
      searchers.release(searcher);
    }
  }

  void forEach(Instant now, Consumer<Card> reader) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Bits live = leaf.reader().getLiveDocs();
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), Fields.CARD);
        SortedNumericDocValues spans = DocValues.getSortedNumeric(leaf.reader(), Fields.SPANS);
        for (int document = 0; document < leaf.reader().maxDoc(); document++) {
          if ((live == null || live.get(document)) && values.advanceExact(document)) {
            Card card = decoded(values);
            boolean over =
                card.key().kind() == Kind.EVENT
                    && NextTime.of(spans, document, now.getEpochSecond() / 60) < 0;
            if (!over) {
              reader.accept(card);
            }
          }
        }
      }
    } finally {
      searchers.release(searcher);
    }
  }

  private Card card(LeafReaderContext leaf, int document) throws IOException {
    IndexReader.CacheHelper helper = leaf.reader().getCoreCacheHelper();
    CardKey key = new CardKey(helper.getKey(), document);
    Card known = cards.getIfPresent(key);
    if (known != null) {
      return known;
    }
    BinaryDocValues values = DocValues.getBinary(leaf.reader(), Fields.CARD);
    values.advanceExact(document);
    Card card = decoded(values);
    cards.put(key, card);
    return card;
  }

  private Card decoded(BinaryDocValues values) throws IOException {
    var bytes = values.binaryValue();
    return json.read(
        new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8), Card.class);
  }

  private static @Nullable Sort sort(Query asked, boolean hasWords) {
    Position from = asked.where().from();
    return switch (asked.sort()) {
      case RELEVANCE -> hasWords || from != null ? null : byTime(asked);
      case TIME -> byTime(asked);
      case DISTANCE ->
          from == null
              ? null
              : new Sort(
                  LatLonDocValuesField.newDistanceSort(Fields.POSITION, from.lat(), from.lon()));
    };
  }

  private static Sort byTime(Query asked) {
    SortField next = new NextTime(Fields.SPANS, from(asked)).getSortField(false);
    next.setMissingValue(Long.MAX_VALUE);
    SortField heldFirst = new SortField(Fields.RANK, SortField.Type.INT);
    return new Sort(heldFirst, next);
  }

  private static long from(Query asked) {
    Instant from = asked.when() == null ? asked.now() : asked.when().start();
    return from.getEpochSecond() / 60;
  }

  private static Map<Results.Facet, List<Results.Count>> facets(Facets counts) throws IOException {
    Map<Results.Facet, List<Results.Count>> facets = new EnumMap<>(Results.Facet.class);
    for (Results.Facet facet : Results.Facet.values()) {
      FacetResult result = counts.getTopChildren(MOST_FACET_VALUES, facet.field());
      List<Results.Count> values = new ArrayList<>();
      if (result != null) {
        for (LabelAndValue value : result.labelValues) {
          values.add(new Results.Count(value.label, value.value.intValue()));
        }
      }
      facets.put(facet, values);
    }
    return facets;
  }

  private static void put(Map<String, String> state, String room, ChangeMark mark) {
    state.put(room + ".tx", Long.toString(mark.tx()));
    state.put(room + ".seq", Long.toString(mark.seq()));
  }

  private static ChangeMark mark(Map<String, String> state, String room) {
    return new ChangeMark(
        Long.parseLong(state.getOrDefault(room + ".tx", "0")),
        Long.parseLong(state.getOrDefault(room + ".seq", "0")));
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.rollback();
    directory.close();
  }
}
