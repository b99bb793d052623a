package fi.rinnalla.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Which documents of a segment answer to some words, and how well: worked out when the words are
/// first asked there and kept, for parents ask the same few hundred words all day, each from a spot
/// and a minute of their own. What a region's words cost is then paid once and not by each parent.
///
/// A segment never changes (what is withdrawn from it is left out by the search around), so what is
/// kept never goes stale; how rare a word is drifts a little as segments come and go, by less than
/// a rank. Words unasked for an hour are forgotten.
final class KeptWords {
  private static final Duration UNASKED = Duration.ofHours(1);

  /// Longer than what many would type in the same way.
  private static final int LONGEST_KEPT = 60;

  private static final int BYTES_EACH = Integer.BYTES + Float.BYTES;
  private static final int BYTES_BESIDE = 200;

  private record Key(IndexReader.CacheKey segment, String words, boolean lenient) {}

  /// The documents in order, and the score of each.
  private record Found(int[] documents, float[] scores) {
    int bytes() {
      return documents.length * BYTES_EACH + BYTES_BESIDE;
    }
  }

  private final Cache<Key, Found> found;

  /// @param bytes how much may be kept
  KeptWords(long bytes) {
    this.found =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key key, Found it) -> it.bytes() + 2 * key.words().length())
            .expireAfterAccess(UNASKED)
            .build();
  }

  /// The words as a query.
  ///
  /// @param meaning what the words ask for; made only where it isn't known yet
  Query query(String words, boolean lenient, Supplier<Query> meaning) {
    return words.length() > LONGEST_KEPT ? meaning.get() : new Asked(words, lenient, meaning);
  }

  private final class Asked extends Query {
    private final String words;
    private final boolean lenient;
    private final Supplier<Query> meaning;

    Asked(String words, boolean lenient, Supplier<Query> meaning) {
      this.words = words;
      this.lenient = lenient;
      this.meaning = meaning;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
      return new Weight(this) {
        private Weight inner() throws IOException {
          return searcher.createWeight(searcher.rewrite(meaning.get()), ScoreMode.COMPLETE, 1f);
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
          Key key = new Key(leaf.reader().getCoreCacheHelper().getKey(), words, lenient);
          Found known = found.getIfPresent(key);
          if (known == null) {
            known = walk(inner(), leaf);
            found.put(key, known);
          }
          Found here = known;
          return here.documents().length == 0
              ? null
              : new DefaultScorerSupplier(new Walk(here, boost));
        }

        @Override
        public Explanation explain(LeafReaderContext leaf, int document) throws IOException {
          return inner().explain(leaf, document);
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
          return false;
        }
      };
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return meaning.get().toString(field);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Asked it && it.words.equals(words) && it.lenient == lenient;
    }

    @Override
    public int hashCode() {
      return words.hashCode() * 2 + (lenient ? 1 : 0);
    }
  }

  private static Found walk(Weight weight, LeafReaderContext leaf) throws IOException {
    Scorer scorer = weight.scorer(leaf);
    int[] documents = new int[64];
    float[] scores = new float[64];
    int count = 0;
    if (scorer != null) {
      DocIdSetIterator all = scorer.iterator();
      for (int document = all.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = all.nextDoc()) {
        if (count == documents.length) {
          documents = Arrays.copyOf(documents, count * 2);
          scores = Arrays.copyOf(scores, count * 2);
        }
        documents[count] = document;
        scores[count++] = scorer.score();
      }
    }
    return new Found(Arrays.copyOf(documents, count), Arrays.copyOf(scores, count));
  }

  /// Goes through what was found.
  private static final class Walk extends Scorer {
    private final int[] documents;
    private final float[] scores;
    private final float boost;
    private int at = -1;

    Walk(Found found, float boost) {
      this.documents = found.documents();
      this.scores = found.scores();
      this.boost = boost;
    }

    @Override
    public int docID() {
      return at < 0 ? -1 : at < documents.length ? documents[at] : DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public float score() {
      return scores[at] * boost;
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.MAX_VALUE;
    }

    @Override
    public DocIdSetIterator iterator() {
      return new DocIdSetIterator() {
        @Override
        public int docID() {
          return Walk.this.docID();
        }

        @Override
        public int nextDoc() {
          at++;
          return docID();
        }

        @Override
        public int advance(int target) {
          // Steps that double, then halves: the next wanted one is mostly near.
          int low = at + 1;
          int step = 1;
          while (low + step < documents.length && documents[low + step] < target) {
            low += step;
            step <<= 1;
          }
          int high = Math.min(documents.length, low + step + 1);
          int found =
              low >= documents.length ? -1 : Arrays.binarySearch(documents, low, high, target);
          at = low >= documents.length ? documents.length : found < 0 ? -found - 1 : found;
          return docID();
        }

        @Override
        public long cost() {
          return documents.length;
        }
      };
    }
  }
}
