package fi.rinnalla.merging;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventReplacements;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Replacements;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.storage.Json;
import fi.rinnalla.storage.RecordTable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The two rooms of records as one, by the kinds that are compared.
@Component
class Stock {
  private final Directory directory;
  private final Replacements replacements;
  private final Calendar calendar;
  private final EventReplacements eventReplacements;
  private final Json json;

  Stock(
      Directory directory,
      Replacements replacements,
      Calendar calendar,
      EventReplacements eventReplacements,
      Json json) {
    this.directory = directory;
    this.replacements = replacements;
    this.calendar = calendar;
    this.eventReplacements = eventReplacements;
    this.json = json;
  }

  /// A record as it is in force.
  ///
  /// @param organization whose it is
  /// @param verified when somebody last vouched for it
  record Found(
      UUID id,
      JsonNode body,
      String source,
      @Nullable UUID organization,
      @Nullable LocalDate verified,
      boolean inSight) {}

  Optional<Found> find(Kind kind, UUID id) {
    return switch (kind) {
      case ORGANIZATION ->
          directory.find(new OrganizationId(id)).map(it -> found(it, it.record().uuid()));
      case PLACE ->
          directory
              .find(new LocationId(id))
              .map(it -> found(it, value(it.record().organization())));
      case SERVICE ->
          directory
              .find(new ServiceId(id))
              .map(it -> found(it, it.record().organization().value()));
      case EVENT ->
          calendar
              .find(new EventId(id))
              .map(it ->
                  new Found(
                      id,
                      json.tree(it.event()),
                      it.source(),
                      value(it.event().organizer()),
                      it.event().verification().on(),
                      !it.isWithdrawn()));
    };
  }

  private Found found(Listing<?> listing, @Nullable UUID organization) {
    return new Found(
        listing.record().uuid(),
        json.tree(listing.record()),
        listing.source(),
        organization,
        listing.record().verification().on(),
        !listing.isWithdrawn());
  }

  private static @Nullable UUID value(@Nullable OrganizationId id) {
    return id == null ? null : id.value();
  }

  boolean replace(Kind kind, UUID goes, UUID stays) {
    return kind == Kind.EVENT
        ? eventReplacements.replace(new EventId(goes), new EventId(stays))
        : replacements.replace(inDirectory(kind), goes, stays);
  }

  boolean restore(Kind kind, UUID goes, UUID stays) {
    return kind == Kind.EVENT
        ? eventReplacements.restore(new EventId(goes), new EventId(stays))
        : replacements.restore(inDirectory(kind), goes, stays);
  }

  /// Those of the records whose sources have taken them away.
  Set<UUID> withdrawn(Kind kind, Collection<UUID> ids) {
    return kind == Kind.EVENT
        ? eventReplacements.withdrawn(ids)
        : replacements.withdrawn(inDirectory(kind), ids);
  }

  JsonNode overrides(Kind kind, UUID id) {
    return (kind == Kind.EVENT
            ? calendar.sides(new EventId(id))
            : directory.sides(inDirectory(kind), id))
        .map(RecordTable.Sides::overrides)
        .orElseGet(() -> json.tree("{}"));
  }

  boolean override(Kind kind, UUID id, JsonNode patch) {
    return kind == Kind.EVENT
        ? calendar.override(new EventId(id), patch)
        : directory.override(inDirectory(kind), id, patch);
  }

  /// What families see pointing at a record.
  Set<UUID> pointingAt(Kind kind, UUID id) {
    Set<UUID> ids = new HashSet<>();
    switch (kind) {
      case ORGANIZATION -> {
        OrganizationId organization = new OrganizationId(id);
        directory.servicesOf(organization).forEach(it -> ids.add(it.record().uuid()));
        directory.locationsOf(organization).forEach(it -> ids.add(it.record().uuid()));
        calendar.of(organization).forEach(it -> ids.add(it.event().id().value()));
      }
      case PLACE -> {
        LocationId place = new LocationId(id);
        directory.servicesAt(Set.of(place)).forEach(it -> ids.add(it.record().service().value()));
        calendar.at(place).forEach(it -> ids.add(it.event().id().value()));
      }
      case SERVICE -> {
        ServiceId service = new ServiceId(id);
        directory.placesOf(Set.of(service)).forEach(it -> ids.add(it.record().location().value()));
        calendar.of(service).forEach(it -> ids.add(it.event().id().value()));
      }
      case EVENT -> {}
    }
    return ids;
  }

  static RecordType type(Kind kind) {
    return switch (kind) {
      case ORGANIZATION -> RecordType.ORGANIZATION;
      case PLACE -> RecordType.PLACE;
      case SERVICE -> RecordType.SERVICE;
      case EVENT -> RecordType.EVENT;
    };
  }

  private static RecordKind inDirectory(Kind kind) {
    return switch (kind) {
      case ORGANIZATION -> RecordKind.ORGANIZATION;
      case PLACE -> RecordKind.LOCATION;
      case SERVICE -> RecordKind.SERVICE;
      case EVENT -> throw new IllegalArgumentException("events are the calendar's");
    };
  }
}
