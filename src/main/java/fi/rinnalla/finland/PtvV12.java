package fi.rinnalla.finland;

import fi.rinnalla.exchange.Draft;
import fi.rinnalla.exchange.Feed;
import fi.rinnalla.exchange.FetchFault;
import fi.rinnalla.exchange.FetchNotice;
import fi.rinnalla.exchange.Sink;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Asks version 12 of PTV's interface. The address of a source is a search of services,
/// `…/api/v12/service/search?…`, with whatever the search is to be narrowed by; we add the page.
/// From the services we follow their connections to channels, and from both the organizations and
/// general descriptions. What comes is turned into the words of version 11 ([PtvV12Words]) and read
/// as such.
///
/// Of version 12 we have seen the list of its paths, and how others' clients read it; no answer in
/// full (docs/ptv.md).
final class PtvV12 {
  static final Pattern SEARCH = Pattern.compile("(?i)(https?://[^?#]+/api/v12)/service/search/?");

  private static final int MOST_IDS = 20;

  private final String base;
  private final String query;
  private final PtvPages pages;
  private final PtvRun run;
  private final Map<String, Boolean> asked = new LinkedHashMap<>();

  private PtvV12(String base, String query, PtvPages pages, PtvRun run) {
    this.base = base;
    this.query = query;
    this.pages = pages;
    this.run = run;
  }

  static void read(Feed feed, URI address, @Nullable String key, PtvRun run, Sink sink)
      throws IOException {
    Matcher search = SEARCH.matcher(address.toString().replaceFirst("[?#].*$", ""));
    if (!search.matches()) {
      throw new IllegalArgumentException("not a search of services");
    }
    sink.covers(
        Draft.Kind.ORGANIZATION,
        Draft.Kind.LOCATION,
        Draft.Kind.SERVICE,
        Draft.Kind.SERVICE_AT_LOCATION);
    String query = Objects.toString(address.getRawQuery(), "");
    Map<String, String> headers = key == null ? Map.of() : Map.of("x-api-key", key);
    new PtvV12(
            search.group(1),
            query.replaceAll("(^|&)(page|pageSize)=[^&]*", ""),
            new PtvPages(feed, sink, headers, Set.of("items")),
            run)
        .read();
  }

  private void read() throws IOException {
    pages.all(base + "/service/search?pageSize=100&" + query, "totalPages", this::services);
  }

  private void services(List<JsonNode> found) throws IOException {
    List<JsonNode> services = new ArrayList<>();
    for (JsonNode short_ : found) {
      // A search tells in short; each on its own tells all.
      JsonNode service = one("service", PtvV12Words.id(short_));
      services.add(service == null ? short_ : service);
    }
    Map<String, List<JsonNode>> connections = connections(services);
    for (JsonNode service : services) {
      List<JsonNode> own = connections.getOrDefault(PtvV12Words.id(service), List.of());
      for (JsonNode connection : own) {
        take("service-channel", PtvV12Words.channelOf(connection));
      }
      take("organization", PtvV12Words.organizationOf(service));
      take("general-description", PtvV12Words.generalDescriptionOf(service));
      run.take(PtvV12Words.service(service, own));
    }
  }

  private Map<String, List<JsonNode>> connections(List<JsonNode> services) throws IOException {
    Map<String, List<JsonNode>> byService = new LinkedHashMap<>();
    List<String> ids = services.stream().map(PtvV12Words::id).toList();
    for (int from = 0; from < ids.size(); from += MOST_IDS) {
      List<String> some = ids.subList(from, Math.min(from + MOST_IDS, ids.size()));
      String wanted =
          String.join(
              "&", some.stream().map(id -> PtvPages.parameter("serviceContentIds", id)).toList());
      pages.all(
          base + "/connection/search?pageSize=100&" + wanted,
          "totalPages",
          records ->
              records.forEach(record ->
                  byService
                      .computeIfAbsent(PtvV12Words.serviceOf(record), _ -> new ArrayList<>())
                      .add(record)));
    }
    return byService;
  }

  /// Takes what a record points at, once, and first what that points at.
  private void take(String kind, String id) throws IOException {
    if (id.isEmpty() || asked.put(kind + " " + id, true) != null) {
      return;
    }
    JsonNode record = one(kind, id);
    if (record == null) {
      return;
    }
    Set<String> owners = new LinkedHashSet<>();
    owners.add(PtvV12Words.organizationOf(record));
    owners.add(PtvV12Words.parentOf(record));
    for (String owner : owners) {
      take("organization", owner);
    }
    run.take(
        switch (kind) {
          case "organization" -> PtvV12Words.organization(record);
          case "service-channel" -> PtvV12Words.channel(record);
          default -> PtvV12Words.generalDescription(record);
        });
  }

  private @Nullable JsonNode one(String kind, String id) throws IOException {
    if (id.isEmpty()) {
      return null;
    }
    List<JsonNode> found = new ArrayList<>();
    try {
      pages.read(base + "/" + kind + "/" + PtvPages.parameter("", id).substring(1), found);
    } catch (FetchFault fault) {
      if (fault.notice() instanceof FetchNotice.AnsweredWithFault(String code)
          && "404".equals(code)) {
        return null;
      }
      throw fault;
    }
    return found.isEmpty() ? null : found.getFirst();
  }
}
