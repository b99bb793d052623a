package fi.rinnalla.finland;

import fi.rinnalla.exchange.Feed;
import fi.rinnalla.exchange.FetchFault;
import fi.rinnalla.exchange.FetchNotice;
import fi.rinnalla.exchange.JsonFeed;
import fi.rinnalla.exchange.Sink;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Asks an interface of PTV page by page. A page is taken whole or not at all; one that doesn't
/// come after some tries ends the reading, so that no service lands without what it leans on.
final class PtvPages {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Feed feed;
  private final Sink sink;
  private final Map<String, String> headers;
  private final Set<String> lists;

  /// @param lists under which name a page has its records
  PtvPages(Feed feed, Sink sink, Map<String, String> headers, Set<String> lists) {
    this.feed = feed;
    this.sink = sink;
    this.headers = headers;
    this.lists = lists;
  }

  /// What to do with the records of one page.
  interface Taker {
    void take(List<JsonNode> records) throws IOException;
  }

  /// All pages of a list.
  ///
  /// @param count under which name a page tells how many there are
  void all(String address, String count, Taker taker) throws IOException {
    int last = 1;
    for (int number = 1; number <= last; number++) {
      String page = address + (address.contains("?") ? "&" : "?") + "page=" + number;
      List<JsonNode> records = new ArrayList<>();
      JsonFeed.Page read = read(page, records);
      // A list of nothing is written as `null`, and then the page itself looks like a record.
      records.removeIf(record -> record.has(count));
      last = Math.max(last, read.number(count));
      taker.take(records);
    }
  }

  /// Records by their ids, so many at a time as the interface allows.
  void byIds(String address, Collection<String> ids, int most, Taker taker) throws IOException {
    List<String> sound = ids.stream().filter(id -> ID.matcher(id).matches()).distinct().toList();
    for (int from = 0; from < sound.size(); from += most) {
      List<String> some = sound.subList(from, Math.min(from + most, sound.size()));
      List<JsonNode> records = new ArrayList<>();
      read(address + String.join(",", some), records);
      taker.take(records);
    }
  }

  JsonFeed.Page read(String address, List<JsonNode> records) throws IOException {
    try {
      return JsonFeed.read(
          feed.followWhole(URI.create(address), headers), lists, sink, records::add);
    } catch (FetchFault fault) {
      if (fault.notice() instanceof FetchNotice.AnsweredWithFault(String code)
          && ("401".equals(code) || "403".equals(code))) {
        throw new FetchFault(new FetchNotice.KeyRefused(code), "the key was refused");
      }
      throw fault;
    }
  }

  static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
