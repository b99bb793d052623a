package fi.rinnalla.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Walks the pages of an HSDS API: from its front page to `/services`, from page to page, and to
/// each service on its own when the list tells it only in short (HSDS 3.1 makes `full=true`
/// optional).
final class HsdsApi {
  private final Feed feed;
  private final HsdsReader.ItemReader items;
  private final SourceIds ids;
  private final Sink sink;

  HsdsApi(Feed feed, HsdsReader.ItemReader items, SourceIds ids, Sink sink) {
    this.feed = feed;
    this.items = items;
    this.ids = ids;
    this.sink = sink;
  }

  void read(URI address, Path first) throws IOException {
    List<JsonNode> front = new ArrayList<>();
    List<String> shortOnes = new ArrayList<>();
    JsonFeed.Page page =
        JsonFeed.read(
            first,
            sink,
            item -> {
              if (item.has("openapi_url") || item.has("profile") && item.has("version")) {
                front.add(item);
              } else {
                take(item, shortOnes);
              }
            });
    if (!front.isEmpty()) {
      URI services = with(append(address, "services"), "full", "true");
      read(services, feed.follow(services));
      return;
    }
    compareHeader(address.getPath(), page, sink);
    int last = page.number("total_pages", "totalPages");
    for (int number = page.number("page_number", "page", "number") + 1; number <= last; number++) {
      Path file = feed.follow(with(address, "page", Integer.toString(number)));
      JsonFeed.Page next = JsonFeed.read(file, sink, item -> take(item, shortOnes));
      compareHeader(address.getPath() + " " + number, next, sink);
      if (next.items() == 0) {
        break;
      }
    }
    for (String id : shortOnes) {
      Path file = feed.follow(append(address, id));
      JsonFeed.read(file, sink, item -> items.read(item, ids, sink));
    }
  }

  private void take(JsonNode item, List<String> shortOnes) {
    String path = feed.address().map(URI::getPath).orElse("");
    boolean told = item.has("service_at_locations") || item.has("schedules") || item.has("phones");
    boolean inShort = item.has("status") && !told;
    if (inShort && !path.matches(".*/services/[^/]+")) {
      shortOnes.add(item.path("id").asString());
    } else {
      items.read(item, ids, sink);
    }
  }

  /// Some servers count wrong; what the page holds is what counts.
  static void compareHeader(String name, JsonFeed.Page page, Sink sink) {
    int said = page.number("size");
    if (page.list() && said >= 0 && said != page.items()) {
      sink.notice(
          new FeedNotice.HeaderContentsMismatch("%s: %d / %d".formatted(name, said, page.items())));
    }
  }

  private static URI append(URI address, String step) {
    String path = address.getPath() == null ? "" : address.getPath().replaceFirst("/$", "");
    return address.resolve(
        path + "/" + java.net.URLEncoder.encode(step, java.nio.charset.StandardCharsets.UTF_8));
  }

  private static URI with(URI address, String parameter, String value) {
    String query = address.getRawQuery();
    StringBuilder kept = new StringBuilder();
    if (query != null) {
      for (String part : query.split("&")) {
        if (!part.startsWith(parameter + "=")) {
          kept.append(part).append('&');
        }
      }
    }
    String whole = address.toString().replaceFirst("\\?.*$", "");
    return URI.create(whole + "?" + kept + parameter + "=" + value);
  }
}
