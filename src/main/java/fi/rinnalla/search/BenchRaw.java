package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The same searches on the same index with nothing but Lucene: what a server can't outdo, and what
/// it is measured against. The queries are made before the clock starts.
final class BenchRaw implements AutoCloseable {
  private static final int HITS = 20;
  private static final int FACET_VALUES = 10;

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final DefaultSortedSetDocValuesReaderState state;
  private final LuceneQueries queries;

  private record Prepared(org.apache.lucene.search.Query query, @Nullable Sort sort) {}

  BenchRaw(Path index, WordAnalysis analysis, Synonyms synonyms) throws IOException {
    Path live = index.resolve(Files.readString(index.resolve("live")).strip());
    directory = FSDirectory.open(live);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    state = new DefaultSortedSetDocValuesReaderState(reader, LuceneDocuments.FACETS);
    queries = new LuceneQueries(analysis, synonyms, null);
  }

  int documents() {
    return reader.numDocs();
  }

  BenchLoad.Askers askers(List<Query> asked) {
    List<Prepared> prepared = new ArrayList<>();
    for (Query query : asked) {
      prepared.add(new Prepared(queries.query(query, false), sort(query)));
    }
    return () -> number -> search(prepared.get(number % prepared.size()));
  }

  /// How many the searches find on average, so that one can see what is being measured.
  double meanHits(List<Query> asked) throws IOException {
    long hits = 0;
    for (Query query : asked) {
      hits += searcher.count(queries.query(query, false));
    }
    return (double) hits / asked.size();
  }

  private boolean search(Prepared asked) throws IOException {
    var manager = new FacetsCollectorManager();
    var found =
        asked.sort() == null
            ? FacetsCollectorManager.search(searcher, asked.query(), HITS, manager)
            : FacetsCollectorManager.search(searcher, asked.query(), HITS, asked.sort(), manager);
    var counts = new SortedSetDocValuesFacetCounts(state, found.facetsCollector());
    for (Results.Facet facet : Results.Facet.values()) {
      counts.getTopChildren(FACET_VALUES, facet.field());
    }
    return true;
  }

  private static @Nullable Sort sort(Query asked) {
    Position from = asked.where().from();
    return switch (asked.sort()) {
      case RELEVANCE -> null;
      case TIME ->
          new Sort(
              new NextTime(Fields.SPANS, asked.now().getEpochSecond() / 60).getSortField(false));
      case DISTANCE ->
          from == null
              ? null
              : new Sort(
                  LatLonDocValuesField.newDistanceSort(Fields.POSITION, from.lat(), from.lon()));
    };
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
