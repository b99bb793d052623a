package fi.rinnalla.merging;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.search.BaseForms;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which records of different sources may tell of the same thing, of all that everybody sees. Only
/// finds them: what is done about it, a person decides.
@Component
public class Doubles {
  private static final int BATCH = 1000;
  private static final int TIMES = 8;

  private final Directory directory;
  private final Calendar calendar;
  private final Areas areas;
  private final BaseForms forms;
  private final Clock clock;

  Doubles(Directory directory, Calendar calendar, Areas areas, BaseForms forms, Clock clock) {
    this.directory = directory;
    this.calendar = calendar;
    this.areas = areas;
    this.forms = forms;
    this.clock = clock;
  }

  /// The likenesses found, the surest first.
  public List<Likeness> find() {
    return new Matching(townNames(areas), forms).among(new Reader(clock.instant()).read());
  }

  static Map<AreaCode, Text> townNames(Areas areas) {
    return areas.list(Area.Type.MUNICIPALITY).stream()
        .collect(Collectors.toMap(Area::code, Area::name));
  }

  /// One reading of the two rooms.
  private final class Reader {
    private final Instant now;
    private final List<Told> told = new ArrayList<>();
    private final Map<OrganizationId, Organization> organizations = new HashMap<>();
    private final Map<LocationId, Location> locations = new HashMap<>();
    private final CalledPlaces called = new CalledPlaces();

    Reader(Instant now) {
      this.now = now;
    }

    List<Told> read() {
      directory.forEachOrganization(it -> {
        organizations.put(it.record().id(), it.record());
        told.add(organization(it));
      });
      directory.forEachLocation(it -> {
        locations.put(it.record().id(), it.record());
        called.add(it.record(), town(it.record()));
        if (it.record().type() == Location.Type.PHYSICAL) {
          told.add(place(it));
        }
      });
      inBatches(directory::forEachService, this::services);
      inBatches(calendar::forEach, this::events);
      return told;
    }

    private Told organization(Listing<Organization> listing) {
      Organization it = listing.record();
      return new Told(
          Kind.ORGANIZATION,
          it.uuid(),
          listing.source(),
          List.of(it.name(), it.alternateName()),
          it.identifiers().stream().map(Identifier::of).toList(),
          numbers(it.phones()),
          told(it.website()),
          List.of(),
          List.of(),
          List.of(),
          null,
          municipality(it.area()),
          List.of(it.description()),
          List.of());
    }

    private Told place(Listing<Location> listing) {
      Location it = listing.record();
      return new Told(
          Kind.PLACE,
          it.uuid(),
          listing.source(),
          List.of(it.name(), it.alternateName()),
          told(it.externalIdentifier()).stream()
              .flatMap(id -> Identifier.ofItself(id).stream())
              .toList(),
          numbers(it.phones()),
          told(it.url()),
          organizer(it.organization()),
          List.of(),
          streets(it),
          spot(it),
          town(it),
          List.of(it.description()),
          List.of());
    }

    private void services(List<Listing<Service>> batch) {
      Map<ServiceId, List<Location>> places = new HashMap<>();
      for (Listing<ServiceAtLocation> at :
          directory.placesOf(batch.stream().map(it -> it.record().id()).toList())) {
        Location location = locations.get(at.record().location());
        if (location != null) {
          places.computeIfAbsent(at.record().service(), _ -> new ArrayList<>()).add(location);
        }
      }
      batch.forEach(it -> told.add(service(it, places.getOrDefault(it.record().id(), List.of()))));
    }

    /// A service of many places is at none of them in particular.
    private Told service(Listing<Service> listing, List<Location> places) {
      Service it = listing.record();
      Location only = places.size() == 1 ? places.getFirst() : null;
      Set<AreaCode> towns = new HashSet<>();
      it.areas().forEach(area -> add(towns, municipality(area)));
      places.forEach(place -> add(towns, town(place)));
      return new Told(
          Kind.SERVICE,
          it.uuid(),
          listing.source(),
          List.of(it.name(), it.alternateName()),
          List.of(),
          numbers(it.phones()),
          told(it.url()),
          organizer(it.organization()),
          only == null ? List.of() : List.of(only.name()),
          only == null ? List.of() : streets(only),
          only == null ? null : spot(only),
          towns.size() == 1 ? towns.iterator().next() : null,
          List.of(it.summary(), it.description()),
          List.of());
    }

    private void events(List<EventListing> batch) {
      List<EventId> ids = batch.stream().map(it -> it.event().id()).toList();
      Map<EventId, List<Occurrence>> times = calendar.times(ids);
      batch.forEach(it -> {
        List<Told.Time> ahead =
            times.getOrDefault(it.event().id(), List.of()).stream()
                .filter(time -> time.end().isAfter(now) && !time.cancelled())
                .limit(TIMES)
                .map(time -> new Told.Time(time.start(), time.end()))
                .toList();
        // What is over for good is nobody's double any more.
        if (!ahead.isEmpty()) {
          told.add(event(it, ahead));
        }
      });
    }

    private Told event(EventListing listing, List<Told.Time> times) {
      Event it = listing.event();
      Event.Venue venue = it.venue();
      Location place = place(venue);
      return new Told(
          Kind.EVENT,
          it.id().value(),
          listing.source(),
          List.of(it.title()),
          List.of(),
          List.of(),
          told(it.url()),
          Stream.concat(organizer(it.organizer()).stream(), Stream.of(it.organizerName())).toList(),
          place == null ? List.of(venue.name()) : List.of(place.name(), place.alternateName()),
          place == null ? List.of(venue.address(), venue.name()) : streets(place),
          place == null ? venue.position() : spot(place),
          place == null ? municipality(venue.area()) : town(place),
          List.of(it.summary(), it.description()),
          times);
    }

    /// The place of the directory that it is held at, as the feed points at it or names it.
    private @Nullable Location place(Event.Venue venue) {
      if (venue.location() != null) {
        return locations.get(venue.location());
      }
      boolean inWordsOnly = venue.address().isEmpty() && venue.position() == null;
      return inWordsOnly ? called.find(venue.name(), municipality(venue.area())) : null;
    }

    private List<Text> organizer(@Nullable OrganizationId id) {
      Organization organization = id == null ? null : organizations.get(id);
      return organization == null
          ? List.of()
          : List.of(organization.name(), organization.alternateName());
    }
  }

  private interface Streaming<T> {
    void forEach(Consumer<T> reader);
  }

  private static <T> void inBatches(Streaming<T> all, Consumer<List<T>> reader) {
    // Read to the end before the first batch asks anything else of the database.
    List<T> read = new ArrayList<>();
    all.forEach(read::add);
    for (int from = 0; from < read.size(); from += BATCH) {
      reader.accept(read.subList(from, Math.min(read.size(), from + BATCH)));
    }
  }

  private static void add(Collection<AreaCode> towns, @Nullable AreaCode town) {
    if (town != null) {
      towns.add(town);
    }
  }

  private @Nullable AreaCode municipality(@Nullable AreaCode area) {
    return area == null ? null : areas.municipalityOf(area).map(Area::code).orElse(null);
  }

  private @Nullable AreaCode town(Location place) {
    AreaCode told = municipality(place.area());
    return told != null
        ? told
        : place.addresses().stream()
            .flatMap(it -> Stream.ofNullable(it.postalCode()))
            .flatMap(it -> areas.findPostcode(it).stream())
            .map(it -> it.municipality().code())
            .findFirst()
            .orElse(null);
  }

  private static @Nullable Position spot(Location place) {
    return place.approximate() ? null : place.position();
  }

  private static List<Text> streets(Location place) {
    return place.addresses().stream().map(Location.Address::address1).toList();
  }

  private static List<String> numbers(List<Phone> phones) {
    return phones.stream().map(Phone::number).toList();
  }

  private static List<String> told(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }
}
