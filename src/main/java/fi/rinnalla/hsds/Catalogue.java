package fi.rinnalla.hsds;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.FreshnessRule;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceAtLocationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.storage.ChangeLog;
import fi.rinnalla.vocabulary.ChangeMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What there is to list, kept in memory level with the directory: each node follows the log of
/// changes (decision 0004), and asks it before every answer, so that nothing is listed a moment
/// longer than its page stands. The records themselves are read when a page of them is told.
///
/// A hidden place never gets in here, for the directory doesn't hand one out.
@Component
public class Catalogue {
  private static final int BATCH = 1000;

  private final Directory directory;
  private final FreshnessRule freshness;

  // All of these are touched under this object's lock only.
  private final Map<UUID, Kept.OfService> services = new HashMap<>();
  private final Map<UUID, Kept.OfOrganization> organizations = new HashMap<>();
  private final Map<UUID, Kept.OfLocation> locations = new HashMap<>();
  private final Map<UUID, Kept.OfServiceAtLocation> at = new HashMap<>();
  private final Map<Opening, Opening> openings = new HashMap<>();

  private volatile @Nullable Snapshot snapshot;

  Catalogue(Directory directory, FreshnessRule freshness) {
    this.directory = directory;
    this.freshness = freshness;
  }

  /// What is there now.
  public Snapshot now() {
    Snapshot known = snapshot;
    if (known != null && directory.changesAfter(known.mark(), 1).isEmpty()) {
      return known;
    }
    return follow();
  }

  private synchronized Snapshot follow() {
    Snapshot known = snapshot;
    ChangeMark mark = known == null ? build() : known.mark();
    boolean changed = known == null;
    for (List<ChangeLog.Change> batch = directory.changesAfter(mark, BATCH);
        !batch.isEmpty();
        batch = directory.changesAfter(mark, BATCH)) {
      read(batch);
      mark = batch.getLast().mark();
      changed = true;
    }
    if (known != null && !changed) {
      return known;
    }
    Snapshot fresh = arranged(mark);
    snapshot = fresh;
    return fresh;
  }

  private ChangeMark build() {
    ChangeMark mark = directory.lastChange();
    directory.forEachOrganization(this::keep);
    directory.forEachLocation(this::keepLocation);
    List<ServiceId> ids = new ArrayList<>();
    directory.forEachService(listing -> {
      keepService(listing);
      ids.add(listing.record().id());
    });
    for (int from = 0; from < ids.size(); from += BATCH) {
      directory
          .placesOf(ids.subList(from, Math.min(from + BATCH, ids.size())))
          .forEach(this::keepAt);
    }
    return mark;
  }

  private void read(List<ChangeLog.Change> batch) {
    Map<String, Set<UUID>> ids = new HashMap<>();
    batch.forEach(
        change -> ids.computeIfAbsent(change.kind(), _ -> new LinkedHashSet<>()).add(change.id()));
    for (RecordKind kind : RecordKind.values()) {
      Set<UUID> changed = ids.getOrDefault(kind.code(), Set.of());
      switch (kind) {
        case ORGANIZATION -> {
          organizations.keySet().removeAll(changed);
          directory
              .organizations(changed.stream().map(OrganizationId::new).toList())
              .forEach(this::keep);
        }
        case LOCATION -> {
          locations.keySet().removeAll(changed);
          directory
              .locations(changed.stream().map(LocationId::new).toList())
              .forEach(this::keepLocation);
        }
        case SERVICE -> {
          services.keySet().removeAll(changed);
          directory
              .services(changed.stream().map(ServiceId::new).toList())
              .forEach(this::keepService);
        }
        case SERVICE_AT_LOCATION -> {
          at.keySet().removeAll(changed);
          directory
              .servicesAtLocations(changed.stream().map(ServiceAtLocationId::new).toList())
              .forEach(this::keepAt);
        }
      }
    }
  }

  private void keep(Listing<Organization> listing) {
    if (!listing.isWithdrawn()) {
      Organization it = listing.record();
      organizations.put(
          it.uuid(),
          new Kept.OfOrganization(
              it.organizationKind(), listing.changedAt(), listing.since(), words(it)));
    }
  }

  private void keepLocation(Listing<Location> listing) {
    if (!listing.isWithdrawn()) {
      Location it = listing.record();
      locations.put(
          it.uuid(),
          new Kept.OfLocation(
              it.organization() == null ? null : it.organization().value(),
              listing.changedAt(),
              listing.since(),
              it.position()));
    }
  }

  private void keepService(Listing<Service> listing) {
    Service it = listing.record();
    if (!listing.isWithdrawn() && it.status().isShown()) {
      services.put(
          it.uuid(),
          new Kept.OfService(
              it.organization().value(),
              it.name(),
              it.status().code(),
              listing.changedAt(),
              listing.since(),
              it.ages(),
              Set.copyOf(it.terms()),
              it.areas(),
              openings(it.schedules())));
    }
  }

  private void keepAt(Listing<ServiceAtLocation> listing) {
    ServiceAtLocation it = listing.record();
    if (!listing.isWithdrawn()) {
      at.put(
          it.uuid(),
          new Kept.OfServiceAtLocation(
              it.uuid(),
              it.service().value(),
              it.location().value(),
              listing.changedAt(),
              openings(it.schedules())));
    }
  }

  /// Thousands of places are open on weekdays from eight to four.
  private List<Opening> openings(List<Schedule> schedules) {
    return schedules.stream()
        .map(Opening::of)
        .map(it -> openings.computeIfAbsent(it, _ -> it))
        .toList();
  }

  private static String words(Organization it) {
    return Stream.of(it.name(), it.alternateName())
        .flatMap(text -> Stream.of(text.fi(), text.sv(), text.en()))
        .filter(word -> word != null)
        .distinct()
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }

  private Snapshot arranged(ChangeMark mark) {
    Map<UUID, List<Kept.OfServiceAtLocation>> places = new HashMap<>();
    at.values().stream()
        .filter(it -> locations.containsKey(it.location()))
        .forEach(it -> places.computeIfAbsent(it.service(), _ -> new ArrayList<>(1)).add(it));
    List<Snapshot.OfService> listed = new ArrayList<>();
    List<Snapshot.OfServiceAtLocation> listedAt = new ArrayList<>();
    Map<UUID, List<UUID>> byOrganization = new HashMap<>();
    services.forEach((id, it) -> {
      List<Kept.OfServiceAtLocation> here = places.getOrDefault(id, List.of());
      Snapshot.OfService service = service(id, it, here);
      listed.add(service);
      here.forEach(one -> listedAt.add(atLocation(one, service, it)));
      byOrganization.computeIfAbsent(it.organization(), _ -> new ArrayList<>(1)).add(id);
    });
    List<Snapshot.OfOrganization> owners = new ArrayList<>();
    organizations.forEach((id, it) ->
        owners.add(
            new Snapshot.OfOrganization(
                id,
                it.changed(),
                freshness.expires(it.kind(), it.since()),
                it.words(),
                List.copyOf(byOrganization.getOrDefault(id, List.of())))));
    List<Snapshot.OfLocation> everyPlace = new ArrayList<>();
    locations.forEach((id, it) -> {
      Kept.OfOrganization owner =
          it.organization() == null ? null : organizations.get(it.organization());
      everyPlace.add(
          new Snapshot.OfLocation(
              id, freshness.expires(owner == null ? null : owner.kind(), it.since())));
    });
    // By id: what comes and goes between two pages moves nothing else from one to the other.
    listed.sort(Comparator.comparing(Snapshot.OfService::id));
    owners.sort(Comparator.comparing(Snapshot.OfOrganization::id));
    listedAt.sort(Comparator.comparing(Snapshot.OfServiceAtLocation::id));
    return Snapshot.of(mark, listed, owners, listedAt, everyPlace);
  }

  private Snapshot.OfService service(
      UUID id, Kept.OfService it, List<Kept.OfServiceAtLocation> here) {
    Kept.OfOrganization owner = organizations.get(it.organization());
    Instant modified = owner == null ? it.changed() : later(it.changed(), owner.changed());
    Set<Opening> hours = new HashSet<>(it.openings());
    for (Kept.OfServiceAtLocation one : here) {
      modified = later(modified, modified(one));
      hours.addAll(one.openings());
    }
    return new Snapshot.OfService(
        id,
        it.organization(),
        it.name(),
        it.status(),
        modified,
        freshness.expires(owner == null ? null : owner.kind(), it.since()),
        it.ages(),
        it.terms(),
        it.areas(),
        List.copyOf(hours),
        here.stream().map(Kept.OfServiceAtLocation::id).sorted().toList());
  }

  private Snapshot.OfServiceAtLocation atLocation(
      Kept.OfServiceAtLocation one, Snapshot.OfService service, Kept.OfService it) {
    Kept.OfLocation place = locations.get(one.location());
    return new Snapshot.OfServiceAtLocation(
        one.id(),
        one.location(),
        service,
        later(modified(one), it.changed()),
        place == null ? null : place.position(),
        one.openings().isEmpty() ? it.openings() : one.openings());
  }

  private Instant modified(Kept.OfServiceAtLocation one) {
    Kept.OfLocation place = locations.get(one.location());
    return place == null ? one.changed() : later(one.changed(), place.changed());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
