package fi.rinnalla.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/// Remembers the words last read. A region's texts use the same few thousand words over and over,
/// so nearly every word is read once; the bound keeps a flood of nonsense queries from filling
/// memory.
final class CachedLemmatizer implements Lemmatizer {

  static final int WORDS_KEPT = 20_000;

  /// Longer "words" are links and noise; they are read but not kept.
  private static final int LONGEST_KEPT = 60;

  private final Lemmatizer reader;
  private final Cache<String, List<Reading>> read =
      Caffeine.newBuilder().maximumSize(WORDS_KEPT).build();

  CachedLemmatizer(Lemmatizer reader) {
    this.reader = reader;
  }

  @Override
  public String nameAndVersion() {
    return reader.nameAndVersion();
  }

  @Override
  public List<Reading> known(String word) {
    return reader.known(word);
  }

  @Override
  public Reading guessed(String word) {
    return reader.guessed(word);
  }

  @Override
  public List<Reading> read(String word) {
    return word.length() > LONGEST_KEPT ? reader.read(word) : read.get(word, reader::read);
  }

  long size() {
    read.cleanUp();
    return read.estimatedSize();
  }
}
