package fi.rinnalla.search;

import fi.rinnalla.vocabulary.ChangeMark;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An index of entries, in our own terms: the seam at which Lucene in this process may become a
/// cluster elsewhere. Words are analysed on this side of it, so that every index sees the same
/// ones.
public interface SearchIndex {

  /// How far the index has followed each room.
  record Followed(ChangeMark directory, ChangeMark calendar, ChangeMark knowledge) {}

  /// Puts entries in, over what stood there under their keys, and takes others out. Both are seen
  /// together, once this returns, and stand on disk together with how far they had been followed.
  void apply(Collection<Entry> put, Collection<EntryKey> remove, Followed followed);

  Results search(Query query);

  /// Those of these keys that may be found, each with its next time; in no order.
  List<Results.Hit> find(Collection<EntryKey> keys, Instant now);

  /// Every card that may be found at this moment, however many; what is over is passed by.
  void forEach(Instant now, Consumer<Card> reader);

  /// How far the index has come, unless it is new or was made by another analysis of words.
  Optional<Followed> followed();

  /// Whether there is anything to find; a node says that it is ready when there is.
  boolean hasContent();

  /// Starts an empty index beside this one.
  Rebuild rebuild();

  /// An index being built beside the live one. Closing it without [#commit] throws it away, and
  /// nobody has seen any of it.
  interface Rebuild extends AutoCloseable {
    void add(Collection<Entry> entries);

    /// Switches: from here on searches see the new index.
    void commit(Followed followed);

    @Override
    void close();
  }
}
