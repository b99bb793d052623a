package fi.rinnalla.hsds;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.FreshnessRule;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceAtLocationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Records put together as an answer nests them, a page at a time: whatever the page has, each kind
/// of record is asked for once.
@Component
public class Assembly {
  private final Directory directory;
  private final Calendar calendar;
  private final Records records;
  private final Standing standing;
  private final FreshnessRule freshness;
  private final Clock clock;

  Assembly(
      Directory directory,
      Calendar calendar,
      Records records,
      Standing standing,
      FreshnessRule freshness,
      Clock clock) {
    this.directory = directory;
    this.calendar = calendar;
    this.records = records;
    this.standing = standing;
    this.freshness = freshness;
    this.clock = clock;
  }

  /// How much of a record is told.
  public enum Form {
    /// Its id and when it changed, and what the schema won't do without.
    MINIMAL,
    /// Its own fields, and its organization's.
    LIST,
    FULL
  }

  public List<Thing> services(Snapshot now, List<UUID> ids, Form form) {
    return form == Form.MINIMAL
        ? ids.stream()
            .map(id -> minimal(now.servicesById().get(id)))
            .filter(Objects::nonNull)
            .toList()
        : told(now, ids, form);
  }

  private static @Nullable Thing minimal(Snapshot.@Nullable OfService it) {
    return it == null
        ? null
        : new Thing("service", it.id())
            .require("name", it.name())
            .put("status", it.status())
            .put("last_modified", Records.moment(it.modified()))
            // The standard's API asks for it by this name, its schema by the one before.
            .put("modified_date", Records.moment(it.modified()));
  }

  private List<Thing> told(Snapshot now, List<UUID> ids, Form form) {
    List<Listing<Service>> services = inSight(ids);
    Map<UUID, Listing<Organization>> owners =
        organizations(services.stream().map(it -> it.record().organization()).toList());
    Map<UUID, List<Thing>> places = form == Form.FULL ? placesOf(services, owners) : Map.of();
    List<Thing> things = new ArrayList<>();
    for (Listing<Service> it : services) {
      Listing<Organization> owner = owners.get(it.record().organization().value());
      Thing thing = service(now, it, form == Form.FULL);
      things.add(
          thing
              .put("organization", owner == null ? null : organization(owner, form == Form.FULL))
              .put("service_at_locations", places.getOrDefault(it.record().uuid(), List.of())));
    }
    return things;
  }

  private Thing service(Snapshot now, Listing<Service> it, boolean whole) {
    Snapshot.OfService kept = now.servicesById().get(it.record().uuid());
    var modified = kept == null ? it.changedAt() : kept.modified();
    return whole ? records.wholeService(it, modified) : records.service(it, modified);
  }

  private Thing organization(Listing<Organization> it, boolean whole) {
    return whole ? records.wholeOrganization(it) : records.organization(it);
  }

  /// Where services are given, with the places that let themselves be seen.
  private Map<UUID, List<Thing>> placesOf(
      List<Listing<Service>> services, Map<UUID, Listing<Organization>> owners) {
    Map<UUID, Listing<Service>> byId = byId(services);
    List<ServiceAtLocation> at =
        directory.placesOf(services.stream().map(it -> it.record().id()).toList()).stream()
            .map(Listing::record)
            .toList();
    Map<UUID, Listing<Location>> places = locations(at);
    Map<UUID, List<EventListing>> events = standingEvents(services, owners);
    Map<UUID, List<Thing>> things = new HashMap<>();
    for (ServiceAtLocation it : at) {
      Listing<Location> place = places.get(it.location().value());
      Listing<Service> service = byId.get(it.service().value());
      if (place != null && service != null) {
        things
            .computeIfAbsent(it.service().value(), _ -> new ArrayList<>())
            .add(
                whole(it, service, events.getOrDefault(it.service().value(), List.of()))
                    .put("location", records.wholeLocation(place)));
      }
    }
    return things;
  }

  private Thing whole(ServiceAtLocation it, Listing<Service> service, List<EventListing> events) {
    Parts.Owner owner = new Parts.Owner("service_at_location", it.uuid());
    Thing thing = records.wholeServiceAtLocation(it, service.slug());
    List<Thing> schedules = new ArrayList<>(thing.list("schedules"));
    events.stream()
        .filter(event -> it.location().equals(event.event().venue().location()))
        .forEach(event -> standing.schedule(owner, event).ifPresent(schedules::add));
    return thing.put("schedules", schedules);
  }

  private Map<UUID, List<EventListing>> standingEvents(
      List<Listing<Service>> services, Map<UUID, Listing<Organization>> owners) {
    Map<UUID, OrganizationKind> kinds = new HashMap<>();
    services.forEach(it -> {
      Listing<Organization> owner = owners.get(it.record().organization().value());
      if (owner != null) {
        kinds.put(it.record().uuid(), owner.record().organizationKind());
      }
    });
    Map<UUID, List<EventListing>> events = new HashMap<>();
    for (EventListing it : calendar.of(services.stream().map(s -> s.record().id()).toList())) {
      ServiceId service = it.event().service();
      LocalDate since = it.since().orElse(null);
      if (service != null
          && since != null
          && freshness.now(kinds.get(service.value()), since).isFound()) {
        events.computeIfAbsent(service.value(), _ -> new ArrayList<>()).add(it);
      }
    }
    return events;
  }

  public List<Thing> servicesAtLocations(Snapshot now, List<UUID> ids, Form form) {
    boolean whole = form == Form.FULL;
    Map<UUID, ServiceAtLocation> at = new HashMap<>();
    directory.servicesAtLocations(ids.stream().map(ServiceAtLocationId::new).toList()).stream()
        .filter(it -> !it.isWithdrawn())
        .forEach(it -> at.put(it.record().uuid(), it.record()));
    Map<UUID, Listing<Location>> places = locations(at.values());
    Map<UUID, Listing<Service>> services =
        byId(inSight(at.values().stream().map(it -> it.service().value()).distinct().toList()));
    Map<UUID, Listing<Organization>> owners =
        organizations(services.values().stream().map(it -> it.record().organization()).toList());
    Map<UUID, List<EventListing>> events =
        whole ? standingEvents(List.copyOf(services.values()), owners) : Map.of();
    List<Thing> things = new ArrayList<>();
    for (UUID id : ids) {
      ServiceAtLocation it = at.get(id);
      Listing<Location> place = it == null ? null : places.get(it.location().value());
      Listing<Service> service = it == null ? null : services.get(it.service().value());
      if (it == null || place == null || service == null) {
        continue;
      }
      Listing<Organization> owner = owners.get(service.record().organization().value());
      Thing thing =
          whole
              ? whole(it, service, events.getOrDefault(it.service().value(), List.of()))
                  // The standard's own description of the API checks this answer as a service.
                  .require("name", service.record().name())
                  .put("status", service.record().status().code())
              : records.serviceAtLocation(it);
      things.add(
          thing
              .put("location", whole ? records.wholeLocation(place) : records.location(place))
              .put(
                  "service",
                  service(now, service, whole)
                      .put("organization", owner == null ? null : organization(owner, whole))));
    }
    return things;
  }

  /// @param fullServices whether its services come whole, and not by name only
  public List<Thing> organizations(Snapshot now, List<UUID> ids, Form form, boolean fullServices) {
    boolean whole = form == Form.FULL;
    Map<UUID, Listing<Organization>> owners =
        organizations(ids.stream().map(OrganizationId::new).toList());
    Map<UUID, List<Thing>> places = whole ? locationsOf(owners) : Map.of();
    Map<UUID, List<UUID>> services = new LinkedHashMap<>();
    if (whole || fullServices) {
      ids.forEach(id -> services.put(id, found(now, id)));
    }
    Map<UUID, Thing> told =
        services(
                now,
                services.values().stream().flatMap(List::stream).toList(),
                fullServices ? Form.FULL : Form.MINIMAL)
            .stream()
            .collect(Collectors.toMap(Parts::id, Function.identity()));
    List<Thing> things = new ArrayList<>();
    for (UUID id : ids) {
      Listing<Organization> it = owners.get(id);
      if (it != null) {
        things.add(
            organization(it, whole)
                .put("locations", places.getOrDefault(id, List.of()))
                .put(
                    "services",
                    services.getOrDefault(id, List.of()).stream()
                        .map(told::get)
                        .filter(Objects::nonNull)
                        .toList()));
      }
    }
    return things;
  }

  private List<UUID> found(Snapshot now, UUID organization) {
    Snapshot.OfOrganization it = now.organizationsById().get(organization);
    LocalDate today = today();
    return it == null
        ? List.of()
        : it.services().stream()
            .filter(id -> {
              Snapshot.OfService service = now.servicesById().get(id);
              return service != null && service.isFound(today);
            })
            .sorted()
            .toList();
  }

  private Map<UUID, List<Thing>> locationsOf(Map<UUID, Listing<Organization>> owners) {
    Map<UUID, List<Thing>> places = new HashMap<>();
    List<OrganizationId> ids = owners.keySet().stream().map(OrganizationId::new).toList();
    for (Listing<Location> it : directory.locationsOf(ids)) {
      OrganizationId owner = it.record().organization();
      Listing<Organization> listing = owner == null ? null : owners.get(owner.value());
      if (owner != null && listing != null) {
        Freshness fresh = freshness.now(listing.record().organizationKind(), it.since());
        if (fresh.isFound()) {
          places
              .computeIfAbsent(owner.value(), _ -> new ArrayList<>())
              .add(records.wholeLocation(it));
        }
      }
    }
    return places;
  }

  private List<Listing<Service>> inSight(List<UUID> ids) {
    Map<UUID, Listing<Service>> found =
        byId(
            directory.services(ids.stream().map(ServiceId::new).toList()).stream()
                .filter(it -> !it.isWithdrawn() && it.record().status().isShown())
                .toList());
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static Map<UUID, Listing<Service>> byId(List<Listing<Service>> services) {
    return services.stream().collect(Collectors.toMap(it -> it.record().uuid(), it -> it));
  }

  private Map<UUID, Listing<Organization>> organizations(Collection<OrganizationId> ids) {
    return directory.organizations(ids.stream().distinct().toList()).stream()
        .filter(it -> !it.isWithdrawn())
        .collect(Collectors.toMap(it -> it.record().uuid(), it -> it));
  }

  private Map<UUID, Listing<Location>> locations(Collection<ServiceAtLocation> at) {
    List<LocationId> ids = at.stream().map(ServiceAtLocation::location).distinct().toList();
    return directory.locations(ids).stream()
        .filter(it -> !it.isWithdrawn())
        .collect(Collectors.toMap(it -> it.record().uuid(), it -> it));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }
}
