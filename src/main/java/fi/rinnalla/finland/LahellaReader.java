package fi.rinnalla.finland;

import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.Feed;
import fi.rinnalla.exchange.FeedReader;
import fi.rinnalla.exchange.Format;
import fi.rinnalla.exchange.JsonFeed;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.SourceIds;
import fi.rinnalla.exchange.Unmapped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Reads activities of Lähellä.fi: hobbies, support and volunteering of associations. docs/feeds.md
/// tells which field goes where.
@Component
class LahellaReader implements FeedReader {
  static final Format LAHELLA = new Format("lahella");

  /// The schema asks for `courses` and describes `events`; files have either.
  private static final Set<String> LISTS = Set.of("events", "courses");

  private final LahellaActivity activities;

  LahellaReader(LahellaActivity activities) {
    this.activities = activities;
  }

  @Override
  public Format format() {
    return LAHELLA;
  }

  @Override
  public void read(Feed feed, Sink sink) throws IOException {
    sink.covers(Draft.Kind.EVENT);
    SourceIds ids = new SourceIds(feed.source().name());
    Unmapped unmapped = new Unmapped();
    for (Path file : feed.files()) {
      JsonFeed.read(
          file,
          LISTS,
          sink,
          item -> {
            if (item.has("title")) {
              activities.take(item, ids, unmapped, sink);
            } else {
              sink.notice(JsonFeed.unrecognised(item));
            }
          });
    }
    unmapped.tell(sink);
  }
}
