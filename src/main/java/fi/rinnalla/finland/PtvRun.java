package fi.rinnalla.finland;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.exchange.JsonFeed;
import fi.rinnalla.exchange.RecordNotice;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.SourceIds;
import fi.rinnalla.exchange.Unmapped;
import fi.rinnalla.exchange.WatchedThing;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One reading of PTV: takes its objects in the order in which they lean on each other, and knows
/// which it has had.
final class PtvRun {
  private final Sink sink;
  private final Unmapped unmapped = new Unmapped();
  private final PtvOrganizations organizations;
  private final PtvChannels channels;
  private final PtvServices services;
  private final PtvDescriptions descriptions;

  PtvRun(SourceIds ids, Sink sink, Areas areas, PtvClasses classes) {
    this.sink = sink;
    this.organizations = new PtvOrganizations(ids, sink, unmapped, areas);
    this.channels = new PtvChannels(ids, sink, unmapped, areas, organizations);
    this.descriptions = new PtvDescriptions(sink);
    this.services =
        new PtvServices(
            ids,
            sink,
            unmapped,
            areas,
            classes,
            organizations,
            new PtvConnections(ids, channels),
            descriptions);
  }

  enum Kind {
    ORGANIZATION,
    GENERAL_DESCRIPTION,
    CHANNEL,
    SERVICE,
    UNKNOWN
  }

  static Kind kind(JsonNode item) {
    if (item.has("organizationNames")) {
      return Kind.ORGANIZATION;
    }
    if (item.has("serviceChannelNames") || item.has("serviceChannelType")) {
      return Kind.CHANNEL;
    }
    if (item.has("serviceNames")) {
      return Kind.SERVICE;
    }
    return item.has("descriptions") && item.has("names") ? Kind.GENERAL_DESCRIPTION : Kind.UNKNOWN;
  }

  void take(JsonNode item) {
    String id = item.path("id").asString("");
    if (id.isBlank()) {
      Kind kind = kind(item);
      sink.notice(
          kind == Kind.UNKNOWN
              ? JsonFeed.unrecognised(item)
              : new RecordNotice.WithoutId(null, kind.name()));
      return;
    }
    switch (kind(item)) {
      case ORGANIZATION -> organizations.take(id, item);
      case GENERAL_DESCRIPTION -> descriptions.takeGeneral(id, item);
      case CHANNEL -> channels.take(id, item);
      case SERVICE -> services.take(id, item);
      case UNKNOWN -> sink.notice(JsonFeed.unrecognised(item));
    }
  }

  /// The organizations that an item names and that haven't come yet.
  Set<String> missingOrganizations(JsonNode item) {
    Set<String> missing = new LinkedHashSet<>();
    add(missing, item.path("organizationId"));
    item.path("organizations").forEach(one -> add(missing, one.path("organization").path("id")));
    missing.removeIf(organizations::knows);
    return missing;
  }

  /// The channels that a service is connected to and that haven't come yet.
  Set<String> missingChannels(JsonNode service) {
    Set<String> missing = new LinkedHashSet<>();
    service
        .path("serviceChannels")
        .forEach(one -> add(missing, one.path("serviceChannel").path("id")));
    missing.removeIf(id -> channels.find(id) != null);
    return missing;
  }

  private static void add(Set<String> ids, JsonNode id) {
    if (id.isString() && !id.asString().isBlank()) {
      ids.add(id.asString());
    }
  }

  /// PTV has deleted or archived it.
  void archived(Kind kind, String id) {
    switch (kind) {
      case ORGANIZATION -> organizations.archived(id);
      case CHANNEL -> channels.archived(id);
      case SERVICE -> services.archived(id);
      case GENERAL_DESCRIPTION, UNKNOWN -> {}
    }
  }

  void finish() {
    unmapped.tell(sink);
  }

  static boolean isPublished(WatchedThing thing, String id, Sink sink) {
    String status = Objects.toString(thing.text("publishingStatus"), "Published");
    if (!status.equals("Published")) {
      sink.notice(new RecordNotice.NotPublished(id, status));
    }
    return status.equals("Published");
  }
}
