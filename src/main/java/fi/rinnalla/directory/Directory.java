package fi.rinnalla.directory;

import fi.rinnalla.storage.ChangeLog;
import fi.rinnalla.storage.RecordTable;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.ChangeMark;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// The door of the directory, for its own pages as for the neighbours. What it hands out of a
/// location is what the location lets out ([Location.Visibility]); there is no other way to read
/// one.
@Component
public class Directory {
  private final RecordRows rows;
  private final Replacements replacements;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Directory(
      RecordRows rows,
      Replacements replacements,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.replacements = replacements;
    this.changes = new ChangeLog(jdbc, "directory");
    this.events = events;
    this.clock = clock;
  }

  /// Publishes one record, or what has become of it.
  @Transactional
  public Landing publish(String source, DirectoryRecord record) {
    return land(source, record.kind(), List.of(record));
  }

  /// Publishes many records of one kind in one transaction. Whatever they refer to has landed
  /// before: organizations, then locations, then services, then services at locations.
  @Transactional
  public Landing land(String source, RecordKind kind, List<? extends DirectoryRecord> records) {
    Instant now = clock.instant();
    Set<UUID> landed = rows.put(kind, source, records, now);
    Set<UUID> others = new HashSet<>();
    records.stream()
        .map(DirectoryRecord::uuid)
        .filter(id -> !landed.contains(id))
        .forEach(others::add);
    changed(kind, landed, now);
    replacements.cameOrWent(kind, landed, now);
    return new Landing(landed, others);
  }

  /// Takes records of a source out of sight. Their pages then say that they are gone.
  @Transactional
  public Set<UUID> withdraw(String source, RecordKind kind, Collection<UUID> ids) {
    Instant now = clock.instant();
    Set<UUID> gone = rows.withdraw(kind, source, ids, now);
    changed(kind, gone, now);
    replacements.cameOrWent(kind, gone, now);
    return gone;
  }

  /// Lays an editor's fields over what the feed says, as a JSON Merge Patch (RFC 7396) of the
  /// record; they win over every later import until they are set to null.
  ///
  /// @throws tools.jackson.core.JacksonException when the patched record would break its own rules
  @Transactional
  public boolean override(RecordKind kind, UUID id, JsonNode patch) {
    Instant now = clock.instant();
    boolean found = rows.override(kind, id, patch, now);
    if (found) {
      changed(kind, Set.of(id), now);
    }
    return found;
  }

  /// What a record's feed says of it, and what was laid over.
  public Optional<RecordTable.Sides> sides(RecordKind kind, UUID id) {
    return rows.sides(kind, id);
  }

  /// Those of the ids that exist and are not withdrawn.
  public Set<UUID> existing(RecordKind kind, Collection<UUID> ids) {
    return ids.isEmpty() ? Set.of() : rows.existing(kind, ids);
  }

  public Optional<Listing<Organization>> find(OrganizationId id) {
    return organizations(List.of(id)).stream().findFirst();
  }

  public Optional<Listing<Service>> find(ServiceId id) {
    return services(List.of(id)).stream().findFirst();
  }

  public Optional<Listing<Location>> find(LocationId id) {
    return locations(List.of(id)).stream().findFirst();
  }

  public Optional<Listing<Organization>> findOrganization(String slug) {
    return rows.bySlug(RecordKind.ORGANIZATION, Organization.class, slug);
  }

  public Optional<Listing<Service>> findService(String slug) {
    return rows.bySlug(RecordKind.SERVICE, Service.class, slug);
  }

  public Optional<Listing<Location>> findLocation(String slug) {
    return rows.bySlug(RecordKind.LOCATION, Location.class, slug).flatMap(Directory::asShown);
  }

  public List<Listing<Organization>> organizations(Collection<OrganizationId> ids) {
    return rows.byIds(
        RecordKind.ORGANIZATION,
        Organization.class,
        ids.stream().map(OrganizationId::value).toList());
  }

  public List<Listing<Service>> services(Collection<ServiceId> ids) {
    return rows.byIds(
        RecordKind.SERVICE, Service.class, ids.stream().map(ServiceId::value).toList());
  }

  public List<Listing<Location>> locations(Collection<LocationId> ids) {
    return shown(
        rows.byIds(
            RecordKind.LOCATION, Location.class, ids.stream().map(LocationId::value).toList()));
  }

  public List<Listing<ServiceAtLocation>> servicesAtLocations(Collection<ServiceAtLocationId> ids) {
    return rows.byIds(
        RecordKind.SERVICE_AT_LOCATION,
        ServiceAtLocation.class,
        ids.stream().map(ServiceAtLocationId::value).toList());
  }

  /// Where services are given.
  public List<Listing<ServiceAtLocation>> placesOf(Collection<ServiceId> services) {
    return rows.pointingAt(
        RecordKind.SERVICE_AT_LOCATION,
        ServiceAtLocation.class,
        RecordRows.Pointer.SERVICE,
        services.stream().map(ServiceId::value).toList());
  }

  /// What is given at locations.
  public List<Listing<ServiceAtLocation>> servicesAt(Collection<LocationId> locations) {
    return rows.pointingAt(
        RecordKind.SERVICE_AT_LOCATION,
        ServiceAtLocation.class,
        RecordRows.Pointer.LOCATION,
        locations.stream().map(LocationId::value).toList());
  }

  public List<Listing<Service>> servicesOf(OrganizationId organization) {
    return rows.pointingAt(
        RecordKind.SERVICE,
        Service.class,
        RecordRows.Pointer.ORGANIZATION,
        List.of(organization.value()));
  }

  public List<Listing<Location>> locationsOf(OrganizationId organization) {
    return locationsOf(List.of(organization));
  }

  public List<Listing<Location>> locationsOf(Collection<OrganizationId> organizations) {
    return shown(
        rows.pointingAt(
            RecordKind.LOCATION,
            Location.class,
            RecordRows.Pointer.ORGANIZATION,
            organizations.stream().map(OrganizationId::value).toList()));
  }

  /// Public places whose names and addresses have all the words, those of an area first.
  public List<Listing<Location>> locationsNamed(
      List<String> words, @Nullable AreaCode near, int most) {
    return shown(rows.publicNamed(words, near, most));
  }

  /// Every organization in sight, as it streams by.
  @Transactional(readOnly = true)
  public void forEachOrganization(Consumer<Listing<Organization>> reader) {
    rows.forEach(RecordKind.ORGANIZATION, Organization.class, reader);
  }

  @Transactional(readOnly = true)
  public void forEachService(Consumer<Listing<Service>> reader) {
    rows.forEach(RecordKind.SERVICE, Service.class, reader);
  }

  @Transactional(readOnly = true)
  public void forEachLocation(Consumer<Listing<Location>> reader) {
    rows.forEach(
        RecordKind.LOCATION, Location.class, listing -> asShown(listing).ifPresent(reader));
  }

  public int count(RecordKind kind) {
    return rows.count(kind);
  }

  /// What changed after the mark, oldest first, for whoever keeps a copy.
  public List<ChangeLog.Change> changesAfter(ChangeMark mark, int most) {
    return changes.after(mark, most);
  }

  public ChangeMark lastChange() {
    return changes.end();
  }

  private void changed(RecordKind kind, Set<UUID> ids, Instant now) {
    changes.add(kind.code(), ids, now);
    if (!ids.isEmpty()) {
      events.publishEvent(new DirectoryChanged(now));
    }
  }

  private static List<Listing<Location>> shown(List<Listing<Location>> listings) {
    return listings.stream().flatMap(listing -> asShown(listing).stream()).toList();
  }

  private static Optional<Listing<Location>> asShown(Listing<Location> listing) {
    return listing
        .record()
        .asShown()
        .map(location ->
            new Listing<>(
                location,
                listing.slug(),
                listing.source(),
                listing.changedAt(),
                listing.landedAt(),
                listing.withdrawnAt()));
  }
}
