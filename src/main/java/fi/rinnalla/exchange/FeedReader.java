package fi.rinnalla.exchange;

import java.io.IOException;

/// Turns the bytes of one format into drafts and notices. Faults in the data become notices; only a
/// feed that can't be fetched or opened at all is an exception.
interface FeedReader {

  Format format();

  void read(Feed feed, Sink sink) throws IOException;
}
