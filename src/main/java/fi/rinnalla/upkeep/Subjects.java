package fi.rinnalla.upkeep;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what a report is about, as families see it. What isn't shown to them isn't found here.
@Component
public class Subjects {
  private static final int TIMES = 4;

  /// Where something is of which nobody knows where it is: everybody's business.
  private static final AreaCode COUNTRY = new AreaCode("FI");

  private final Directory directory;
  private final Calendar calendar;
  private final Areas areas;

  Subjects(Directory directory, Calendar calendar, Areas areas) {
    this.directory = directory;
    this.calendar = calendar;
    this.areas = areas;
  }

  /// By the readable part of its page's address.
  public Optional<Seen> find(Subject.Kind kind, String slug) {
    return switch (kind) {
      case SERVICE -> directory.findService(slug).map(this::service);
      case EVENT -> calendar.find(slug).map(this::event);
      case PLACE -> directory.findLocation(slug).map(this::place);
      case ORGANIZATION -> directory.findOrganization(slug).map(this::organization);
      case SUGGESTION -> Optional.empty();
    };
  }

  public Optional<Seen> find(Subject subject) {
    UUID id = subject.record();
    if (id == null) {
      return Optional.empty();
    }
    return switch (subject.kind()) {
      case SERVICE -> directory.find(new ServiceId(id)).map(this::service);
      case EVENT -> calendar.find(new EventId(id)).map(this::event);
      case PLACE -> directory.find(new LocationId(id)).map(this::place);
      case ORGANIZATION -> directory.find(new OrganizationId(id)).map(this::organization);
      case SUGGESTION -> Optional.empty();
    };
  }

  /// Where an organization works: its own area or, when none is told, its places' and services'.
  Set<AreaCode> areasOf(OrganizationId id) {
    AreaCode own = directory.find(id).map(Listing::record).map(Organization::area).orElse(null);
    return own != null ? Set.of(own) : known(whereItWorks(id));
  }

  /// The area of a town that somebody typed; the whole country when there is no such town.
  Set<AreaCode> areasOf(String town) {
    return areas.findByName(town).map(Area::code).map(Set::of).orElse(Set.of(COUNTRY));
  }

  public boolean knows(String town) {
    return areas.findByName(town).isPresent();
  }

  private Stream<AreaCode> whereItWorks(OrganizationId id) {
    return Stream.concat(
        directory.locationsOf(id).stream().flatMap(it -> at(it.record()).stream()),
        directory.servicesOf(id).stream().flatMap(it -> it.record().areas().stream()));
  }

  private Seen service(Listing<Service> listing) {
    Service service = listing.record();
    List<Location> places =
        directory
            .locations(
                directory.placesOf(List.of(service.id())).stream()
                    .map(it -> it.record().location())
                    .toList())
            .stream()
            .map(Listing::record)
            .toList();
    return new Seen(
        new Subject(Subject.Kind.SERVICE, service.uuid()),
        service.name(),
        listing.slug(),
        listing.isWithdrawn() || !service.status().isShown(),
        service.organization(),
        known(
            Stream.concat(
                service.areas().stream(), places.stream().flatMap(it -> at(it).stream()))),
        listing.source(),
        service.summary(),
        List.of(),
        places.stream().map(Subjects::inWords).toList(),
        service.isFree(),
        service.fees(),
        service.phones(),
        service.email());
  }

  private Seen event(EventListing listing) {
    Event event = listing.event();
    LocationId location = event.venue().location();
    OrganizationId organizer = event.organizer();
    Location place =
        location == null ? null : directory.find(location).map(Listing::record).orElse(null);
    Optional<AreaCode> here =
        place != null ? at(place) : at(event.venue().area(), event.venue().position());
    return new Seen(
        new Subject(Subject.Kind.EVENT, event.id().value()),
        event.title(),
        listing.slug(),
        listing.isWithdrawn(),
        organizer,
        here.map(Set::of)
            .orElseGet(() -> organizer == null ? known(Stream.empty()) : areasOf(organizer)),
        listing.source(),
        event.summary().isEmpty() ? event.description() : event.summary(),
        calendar.next(event.id(), TIMES),
        place != null
            ? List.of(inWords(place))
            : location == null
                ? List.of(joined(List.of(event.venue().name(), event.venue().address())))
                : List.of(),
        event.price().isFree(),
        event.price().words(),
        List.of(),
        null);
  }

  private Seen place(Listing<Location> listing) {
    Location place = listing.record();
    OrganizationId owner = place.organization();
    return new Seen(
        new Subject(Subject.Kind.PLACE, place.uuid()),
        place.name(),
        listing.slug(),
        listing.isWithdrawn(),
        owner,
        known(at(place).stream()),
        listing.source(),
        place.description(),
        List.of(),
        List.of(inWords(place)),
        false,
        Text.none(),
        place.phones(),
        null);
  }

  private Seen organization(Listing<Organization> listing) {
    Organization organization = listing.record();
    return new Seen(
        new Subject(Subject.Kind.ORGANIZATION, organization.uuid()),
        organization.name(),
        listing.slug(),
        listing.isWithdrawn(),
        organization.id(),
        areasOf(organization.id()),
        listing.source(),
        organization.description(),
        List.of(),
        List.of(),
        false,
        Text.none(),
        organization.phones(),
        organization.email());
  }

  private Optional<AreaCode> at(Location place) {
    return at(place.area(), place.position());
  }

  private Optional<AreaCode> at(@Nullable AreaCode area, @Nullable Position position) {
    if (area != null) {
      return Optional.of(area);
    }
    return position == null
        ? Optional.empty()
        : areas.nearestMunicipality(position).map(Area::code);
  }

  private static Set<AreaCode> known(Stream<AreaCode> areas) {
    Set<AreaCode> known = areas.collect(Collectors.toSet());
    return known.isEmpty() ? Set.of(COUNTRY) : known;
  }

  private static Text inWords(Location place) {
    List<Text> parts = new ArrayList<>(List.of(place.name()));
    for (Location.Address address : place.addresses()) {
      parts.add(address.address1());
      parts.add(address.city());
    }
    return joined(parts);
  }

  /// In each language in which the first part is told.
  private static Text joined(List<Text> parts) {
    Text joined = Text.none();
    for (Lang lang : Lang.values()) {
      if (parts.getFirst().in(lang) != null) {
        String words =
            parts.stream()
                .map(it -> it.orEmpty(lang))
                .filter(it -> !it.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        joined = joined.with(lang, words);
      }
    }
    return joined;
  }
}
