package fi.rinnalla.finland;

import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.Feed;
import fi.rinnalla.exchange.FeedNotice;
import fi.rinnalla.exchange.Sink;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Asks version 11 of PTV's open interface for an area: all of it, or what has changed since. The
/// address of a source is that of the area's list of services,
/// `…/api/v11/Service/list/area/Municipality/code/106`; with `?date=2026-11-01T00:00:00` it tells
/// what has changed since then, with `?date=previous` since the last reading that came to its end.
final class PtvV11 {
  static final Pattern LIST =
      Pattern.compile("(?i)(https?://[^?#]+/api/v11)/Service/list/area/(\\w+)/code/(\\w+)/?");

  private static final Pattern SINCE = Pattern.compile("(?:^|&)date=([^&]+)");

  /// The interface's only way to write a moment, in UTC.
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  /// Their clock and ours may differ.
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private static final int MOST_IDS = 100;

  private final String base;
  private final String area;
  private final boolean wholeCountry;
  private final @Nullable Instant since;
  private final PtvPages pages;
  private final PtvRun run;
  private final Sink sink;

  private PtvV11(
      String base,
      String area,
      boolean wholeCountry,
      @Nullable Instant since,
      PtvPages pages,
      PtvRun run,
      Sink sink) {
    this.base = base;
    this.area = area;
    this.wholeCountry = wholeCountry;
    this.since = since;
    this.pages = pages;
    this.run = run;
    this.sink = sink;
  }

  static void read(Feed feed, URI address, PtvRun run, Sink sink) throws IOException {
    String query = String.valueOf(address.getQuery());
    Matcher list = LIST.matcher(address.toString().replaceFirst("[?#].*$", ""));
    Matcher date = SINCE.matcher(query);
    boolean changes = date.find();
    Instant since = null;
    if (changes) {
      try {
        since =
            date.group(1).equals("previous")
                ? feed.previous().map(it -> it.minus(MARGIN)).orElse(null)
                : Instant.parse(date.group(1).replaceFirst("Z$", "") + "Z");
      } catch (DateTimeParseException unreadable) {
        changes = false;
      }
    }
    if (!list.matches() || changes == false && query.contains("date=")) {
      sink.notice(new FeedNotice.UnknownShape(address.getPath()));
      return;
    }
    new PtvV11(
            list.group(1),
            "area/" + list.group(2) + "/code/" + list.group(3),
            query.matches("(?i).*includeWholeCountry=true.*"),
            since,
            new PtvPages(feed, sink, Map.of(), PtvReader.LISTS),
            run,
            sink)
        .read();
  }

  private void read() throws IOException {
    if (since == null) {
      everything();
    } else {
      changes(MOMENT.format(since));
    }
  }

  private void everything() throws IOException {
    sink.covers(
        Draft.Kind.ORGANIZATION,
        Draft.Kind.LOCATION,
        Draft.Kind.SERVICE,
        Draft.Kind.SERVICE_AT_LOCATION);
    pages.all(list("Organization") + country(), "pageCount", this::take);
    pages.all(list("ServiceChannel") + country(), "pageCount", this::take);
    pages.all(list("Service") + country() + "&serviceWithGD=true", "pageCount", this::take);
  }

  private void changes(String date) throws IOException {
    Set<String> organizations = changed("Organization", date);
    Set<String> channels = changed("ServiceChannel", date);
    Set<String> services = changed("Service", date);
    pages.byIds(byIds("Organization"), organizations, MOST_IDS, this::take);
    pages.byIds(
        byIds("ServiceChannel"),
        channels,
        MOST_IDS,
        records -> {
          take(records);
          // A service carries the numbers and addresses of its channels.
          for (JsonNode record : records) {
            if (!record.path("serviceChannelType").asString("").equals("ServiceLocation")) {
              record
                  .path("services")
                  .forEach(it -> services.add(it.path("service").path("id").asString("")));
            }
          }
        });
    services(services);
    archived(PtvRun.Kind.SERVICE, "Service", date);
    archived(PtvRun.Kind.CHANNEL, "ServiceChannel", date);
    archived(PtvRun.Kind.ORGANIZATION, "Organization", date);
  }

  private void services(Set<String> ids) throws IOException {
    pages.byIds(base + "/Service/serviceWithGD/list?guids=", ids, MOST_IDS, this::take);
  }

  /// Takes a page after what its records lean on, where that is not of the area.
  private void take(List<JsonNode> records) throws IOException {
    Set<String> channels = new LinkedHashSet<>();
    records.forEach(record -> channels.addAll(run.missingChannels(record)));
    List<JsonNode> more = new ArrayList<>();
    pages.byIds(byIds("ServiceChannel"), channels, MOST_IDS, more::addAll);
    Set<String> organizations = new LinkedHashSet<>();
    more.forEach(record -> organizations.addAll(run.missingOrganizations(record)));
    records.forEach(record -> organizations.addAll(run.missingOrganizations(record)));
    pages.byIds(byIds("Organization"), organizations, MOST_IDS, found -> found.forEach(run::take));
    more.forEach(run::take);
    records.forEach(run::take);
  }

  private Set<String> changed(String kind, String date) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    pages.all(
        base + "/" + kind + "/" + area + country() + "&date=" + date,
        "pageCount",
        records -> records.forEach(record -> ids.add(record.path("id").asString(""))));
    return ids;
  }

  private void archived(PtvRun.Kind kind, String name, String date) throws IOException {
    for (String status : List.of("Archived", "Withdrawn")) {
      pages.all(
          base + "/" + name + "?date=" + date + "&status=" + status,
          "pageCount",
          records -> records.forEach(record -> run.archived(kind, record.path("id").asString(""))));
    }
  }

  private String list(String kind) {
    return base + "/" + kind + "/list/" + area;
  }

  private String byIds(String kind) {
    return base + "/" + kind + "/list?guids=";
  }

  private String country() {
    return "?includeWholeCountry=" + wholeCountry;
  }
}
