package fi.rinnalla.hsds;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// All records that may be read, whole, with whatever they point at: an organization that nobody
/// vouches for any more stands on its services' pages, and a place on its services', so they are
/// here too when such a service is.
@Component
class Everything {
  private static final int BATCH = 200;

  private final Directory directory;
  private final Records records;
  private final Terms terms;

  Everything(Directory directory, Records records, Terms terms) {
    this.directory = directory;
    this.records = records;
    this.terms = terms;
  }

  void forEach(Snapshot now, LocalDate today, Consumer<Thing> reader) {
    List<Snapshot.OfService> services =
        now.services().stream().filter(it -> it.isFound(today)).toList();
    Set<UUID> places = places(now, today, services);
    Set<UUID> owners = owners(now, today);
    terms.taxonomies().forEach(it -> reader.accept(it.thing()));
    terms.terms(now.terms()).forEach(it -> reader.accept(it.thing()));
    for (List<UUID> batch : batches(List.copyOf(owners))) {
      directory.organizations(batch.stream().map(OrganizationId::new).toList()).stream()
          .filter(it -> !it.isWithdrawn())
          .sorted(Comparator.comparing(it -> it.record().uuid()))
          .map(records::wholeOrganization)
          .map(it -> it.pointing("parent_organization_id", owners))
          .forEach(reader);
    }
    for (List<UUID> batch : batches(List.copyOf(places))) {
      directory.locations(batch.stream().map(LocationId::new).toList()).stream()
          .filter(it -> !it.isWithdrawn())
          .sorted(Comparator.comparing(it -> it.record().uuid()))
          .map(records::wholeLocation)
          .map(it -> it.pointing("organization_id", owners))
          .forEach(reader);
    }
    for (List<UUID> batch : batches(services.stream().map(Snapshot.OfService::id).toList())) {
      tellServices(now, batch, places, reader);
    }
  }

  private void tellServices(
      Snapshot now, List<UUID> ids, Set<UUID> places, Consumer<Thing> reader) {
    Map<UUID, Listing<Service>> services =
        directory.services(ids.stream().map(ServiceId::new).toList()).stream()
            .filter(it -> !it.isWithdrawn() && it.record().status().isShown())
            .collect(Collectors.toMap(it -> it.record().uuid(), it -> it));
    for (UUID id : ids) {
      Listing<Service> it = services.get(id);
      Snapshot.OfService kept = now.servicesById().get(id);
      if (it != null && kept != null) {
        reader.accept(records.wholeService(it, kept.modified()));
      }
    }
    directory.placesOf(services.values().stream().map(it -> it.record().id()).toList()).stream()
        .map(Listing::record)
        .filter(it -> places.contains(it.location().value()))
        .sorted(Comparator.comparing(ServiceAtLocation::uuid))
        .forEach(it -> {
          Listing<Service> service = services.get(it.service().value());
          if (service != null) {
            reader.accept(records.wholeServiceAtLocation(it, service.slug()));
          }
        });
  }

  private static Set<UUID> places(
      Snapshot now, LocalDate today, List<Snapshot.OfService> services) {
    Set<UUID> places = new TreeSet<>();
    now.locations().stream().filter(it -> it.isFound(today)).forEach(it -> places.add(it.id()));
    services.stream()
        .flatMap(it -> it.at().stream())
        .map(now.atById()::get)
        .flatMap(Stream::ofNullable)
        .forEach(it -> places.add(it.location()));
    return places;
  }

  private static Set<UUID> owners(Snapshot now, LocalDate today) {
    return now.organizations().stream()
        .filter(it -> now.tells(it, today))
        .map(Snapshot.OfOrganization::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<List<UUID>> batches(List<UUID> ids) {
    return Stream.iterate(0, from -> from < ids.size(), from -> from + BATCH)
        .map(from -> ids.subList(from, Math.min(from + BATCH, ids.size())))
        .toList();
  }
}
