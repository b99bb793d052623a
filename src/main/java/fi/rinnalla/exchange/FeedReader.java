package fi.rinnalla.exchange;

import java.io.IOException;

/// Turns the bytes of one format into drafts and notices. Faults in the data become notices; only a
/// feed that can't be fetched or opened at all is an exception.
///
/// One that is a Spring component is found by itself, in whichever room it is (decision 0023).
public interface FeedReader {

  Format format();

  void read(Feed feed, Sink sink) throws IOException;

  /// Whether the reader asks an interface page by page by itself, so that its address alone isn't
  /// fetched before.
  default boolean asksByItself() {
    return false;
  }
}
