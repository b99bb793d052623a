package fi.rinnalla.site.web;

import fi.rinnalla.pages.Page;
import java.util.List;

/// Whose words a page shows.
///
/// @param own whether the organizer writes them here
/// @param feeds the names of the sources that tell of it
public record Origin(boolean own, List<String> feeds) {
  public Origin {
    feeds = List.copyOf(feeds);
  }

  /// `a, b ja c`
  public String named(Page page) {
    if (feeds.size() < 2) {
      return String.join("", feeds);
    }
    return page.say(
        "detail.source_and",
        String.join(", ", feeds.subList(0, feeds.size() - 1)),
        feeds.getLast());
  }
}
