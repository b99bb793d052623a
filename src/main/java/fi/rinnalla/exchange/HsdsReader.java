package fi.rinnalla.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads HSDS: a package of tables, JSON files, or the pages of an HSDS API.
@Component
class HsdsReader implements FeedReader {
  private final HsdsRecords records;
  private final EventCsvReader events;

  HsdsReader(HsdsRecords records, EventCsvReader events) {
    this.records = records;
    this.events = events;
  }

  @Override
  public Format format() {
    return Format.HSDS;
  }

  @Override
  public void read(Feed feed, Sink sink) throws IOException {
    sink.covers(
        Draft.Kind.ORGANIZATION,
        Draft.Kind.LOCATION,
        Draft.Kind.SERVICE,
        Draft.Kind.SERVICE_AT_LOCATION);
    SourceIds ids = new SourceIds(feed.source().name());
    List<Path> tables = feed.files(".csv");
    if (!tables.isEmpty()) {
      readTables(tables, ids, sink);
    } else if (feed.address().isPresent() && feed.files().size() == 1) {
      new HsdsApi(feed, this::item, ids, sink).read(feed.address().get(), feed.files().getFirst());
    } else {
      for (Path file : feed.files()) {
        // What the folder has beside data: the description of the package, readme and pictures.
        String name = file.getFileName().toString();
        boolean data = name.endsWith(".json") || name.endsWith(".ndjson") || !name.contains(".");
        if (data && !name.equals("datapackage.json") && !name.equals("tabular.json")) {
          readPage(file, ids, sink);
        }
      }
    }
  }

  private void readTables(List<Path> files, SourceIds ids, Sink sink) throws IOException {
    HsdsTables tables = new HsdsTables(files, sink);
    tables.forEach(
        "organizations", it -> records.organization(HsdsRecords.Found.alone(it), ids, sink));
    tables.forEach("locations", it -> records.location(HsdsRecords.Found.alone(it), ids, sink));
    tables.forEach("services", it -> records.service(HsdsRecords.Found.alone(it), ids, sink));
    tables.forEach(
        "service_at_locations",
        it -> records.serviceAtLocation(HsdsRecords.Found.alone(it), ids, sink));
    Path ownEvents = tables.file("events");
    if (ownEvents != null) {
      // Our addition to the package: a table of events beside the standard's own.
      sink.covers(Draft.Kind.EVENT);
      events.read(ownEvents, ids, sink);
    }
  }

  private void readPage(Path file, SourceIds ids, Sink sink) throws IOException {
    JsonFeed.Page page = JsonFeed.read(file, sink, item -> item(item, ids, sink));
    HsdsApi.compareHeader(file.getFileName().toString(), page, sink);
  }

  /// One thing of a page, whichever it is: its fields tell.
  private void item(JsonNode json, SourceIds ids, Sink sink) {
    if (!json.isObject()) {
      sink.notice(JsonFeed.unrecognised(json));
      return;
    }
    boolean atLocation =
        (json.has("location") || json.has("location_id"))
            && (json.has("service") || json.has("service_id"));
    if (atLocation) {
      atLocation(json, false, null, ids, sink);
    } else if (json.has("status") || json.has("service_at_locations") || json.has("organization")) {
      service(json, false, null, ids, sink);
    } else if (json.has("location_type") || json.has("latitude")) {
      records.location(HsdsRecords.Found.alone(new JsonThing(json)), ids, sink);
    } else if (json.has("website")
        || json.has("services")
        || json.has("legal_status")
        || json.has("organization_identifiers")
        || json.has("email")) {
      organization(json, false, ids, sink);
    } else if (json.has("openapi_url")
        || json.has("term_uri")
        || json.has("taxonomy_detail")
        || json.has("uri")
        || json.has("taxonomy")) {
      // An API's front page, a taxonomy or a term: nothing of these lands.
      return;
    } else {
      sink.notice(JsonFeed.unrecognised(json));
    }
  }

  private void organization(JsonNode json, boolean embedded, SourceIds ids, Sink sink) {
    records.organization(new HsdsRecords.Found(new JsonThing(json), embedded, null), ids, sink);
    String id = json.path("id").asString(null);
    for (JsonNode location : json.path("locations")) {
      records.location(new HsdsRecords.Found(new JsonThing(location), true, id), ids, sink);
    }
    for (JsonNode service : json.path("services")) {
      if (service.isObject()) {
        service(service, true, id, ids, sink);
      }
    }
  }

  private void service(
      JsonNode json, boolean embedded, @Nullable String organization, SourceIds ids, Sink sink) {
    if (json.path("organization").isObject()) {
      organization(json.path("organization"), true, ids, sink);
    }
    records.service(new HsdsRecords.Found(new JsonThing(json), embedded, organization), ids, sink);
    String id = json.path("id").asString(null);
    for (JsonNode one : json.path("service_at_locations")) {
      atLocation(one, embedded, id, ids, sink);
    }
  }

  private void atLocation(
      JsonNode json, boolean embedded, @Nullable String service, SourceIds ids, Sink sink) {
    if (json.path("location").isObject()) {
      records.location(
          new HsdsRecords.Found(new JsonThing(json.path("location")), true, null), ids, sink);
    }
    if (json.path("service").isObject()) {
      service(json.path("service"), true, null, ids, sink);
    }
    records.serviceAtLocation(
        new HsdsRecords.Found(new JsonThing(json), embedded, service), ids, sink);
  }

  /// What to do with one item of a page.
  interface ItemReader {
    void read(JsonNode item, SourceIds ids, Sink sink);
  }
}
