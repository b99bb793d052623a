package fi.rinnalla.search;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Makes entries of services: what is said of one, and where and when it is given.
@Component
class ServiceEntries {
  private final Directory directory;
  private final EntryParts parts;

  ServiceEntries(Directory directory, EntryParts parts) {
    this.directory = directory;
    this.parts = parts;
  }

  /// The entries of those services that families should find.
  List<Entry> of(List<Listing<Service>> services) {
    List<Listing<Service>> shown =
        services.stream()
            .filter(it -> !it.isWithdrawn() && it.record().status().isShown())
            .toList();
    Map<ServiceId, List<ServiceAtLocation>> at =
        directory.placesOf(shown.stream().map(it -> it.record().id()).toList()).stream()
            .map(Listing::record)
            .collect(Collectors.groupingBy(ServiceAtLocation::service));
    Map<LocationId, Listing<Location>> places =
        parts.locations(
            at.values().stream().flatMap(List::stream).map(ServiceAtLocation::location));
    Map<OrganizationId, Organization> organizers =
        parts.organizations(shown.stream().map(it -> it.record().organization()));
    List<Entry> entries = new ArrayList<>();
    for (Listing<Service> it : shown) {
      Organization organizer = organizers.get(it.record().organization());
      Freshness freshness = parts.freshness(organizer, it.since());
      if (freshness.isFound()) {
        entries.add(
            service(
                it,
                organizer == null ? Text.none() : organizer.name(),
                at.getOrDefault(it.record().id(), List.of()),
                places,
                freshness));
      }
    }
    return entries;
  }

  private Entry service(
      Listing<Service> listing,
      Text organizer,
      List<ServiceAtLocation> at,
      Map<LocationId, Listing<Location>> known,
      Freshness freshness) {
    Service service = listing.record();
    List<Listing<Location>> places =
        at.stream()
            .map(it -> known.get(it.location()))
            .filter(Objects::nonNull)
            .filter(it -> !it.isWithdrawn())
            .toList();
    List<Schedule> hours = new ArrayList<>();
    at.forEach(it -> hours.addAll(it.schedules()));
    if (hours.isEmpty()) {
      hours.addAll(service.schedules());
    }
    Set<AreaCode> within = new LinkedHashSet<>();
    places.forEach(it -> within.addAll(parts.lineage(it.record().area(), it.record().position())));
    if (within.isEmpty()) {
      service.areas().forEach(area -> within.addAll(parts.lineage(area, null)));
    }
    Set<Accessibility> features = new TreeSet<>(service.facts().features());
    places.forEach(it -> features.addAll(it.record().features()));
    Set<UUID> related = new HashSet<>(Set.of(service.organization().value()));
    places.forEach(it -> related.add(it.record().uuid()));
    Optional<Listing<Location>> first = places.stream().findFirst();
    Card card =
        new Card(
            new EntryKey(Kind.SERVICE, service.uuid()),
            listing.slug(),
            service.name(),
            service.summary().isEmpty()
                ? EntryParts.beginning(service.description())
                : service.summary(),
            organizer,
            first.map(it -> it.record().name()).orElse(Text.none()),
            first.map(Listing::slug).orElse(null),
            first.map(it -> EntryParts.address(it.record())).orElse(Text.none()),
            places.size(),
            places.stream().map(it -> it.record().position()).filter(Objects::nonNull).toList(),
            !places.isEmpty() && places.stream().allMatch(it -> it.record().approximate()),
            service.ages(),
            service.isFree(),
            price(service),
            service.languages(),
            features,
            !hours.isEmpty(),
            hours.stream().anyMatch(Schedule::byAppointment),
            first.isEmpty() && service.url() != null,
            service.verification().on(),
            freshness == Freshness.OVERDUE);
    List<Text> subjects = parts.subjects(service.terms(), within);
    subjects.add(organizer);
    places.forEach(it -> subjects.add(it.record().name()));
    return new Entry(
        card,
        List.of(service.name(), service.alternateName()),
        subjects,
        List.of(service.summary(), service.description(), service.eligibility()),
        within,
        parts.codes(service.terms(), List.of()),
        related,
        parts.openings(hours));
  }

  private static Text price(Service service) {
    return service.costs().stream()
        .map(Service.CostOption::option)
        .filter(option -> !option.isEmpty())
        .findFirst()
        .orElse(service.fees());
  }
}
