package fi.rinnalla.upkeep;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventUpkeep;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.DirectoryRecord;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.FreshnessRule;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationKind;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.Upkeep;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What of an organization has grown old.
@Component
class AgedRecords {
  private static final int WEEK = 7;

  private final Directory directory;
  private final Calendar calendar;
  private final Upkeep upkeep;
  private final EventUpkeep eventUpkeep;
  private final FreshnessRule rule;
  private final Clock clock;

  AgedRecords(
      Directory directory,
      Calendar calendar,
      Upkeep upkeep,
      EventUpkeep eventUpkeep,
      FreshnessRule rule,
      Clock clock) {
    this.directory = directory;
    this.calendar = calendar;
    this.upkeep = upkeep;
    this.eventUpkeep = eventUpkeep;
    this.rule = rule;
    this.clock = clock;
  }

  /// The one that goes first is the first.
  List<Aged> of(Listing<Organization> organization) {
    OrganizationId id = organization.record().id();
    OrganizationKind kind = organization.record().organizationKind();
    List<Aged> all = new ArrayList<>();
    if (!organization.isWithdrawn()) {
      all.add(aged(organization, kind));
    }
    directory.servicesOf(id).stream()
        .filter(it -> it.record().status().isShown())
        .forEach(it -> all.add(aged(it, kind)));
    directory.locationsOf(id).forEach(it -> all.add(aged(it, kind)));
    for (EventListing event : calendar.of(id)) {
      List<Occurrence> next = calendar.next(event.event().id(), 2);
      // A club that has no more times is over, and is asked for no more.
      if (event.since().isPresent() && !next.isEmpty()) {
        all.add(aged(event, next, kind));
      }
    }
    return all.stream()
        .filter(it -> it.freshness().isAsked())
        .sorted(Comparator.comparing(Aged::expires))
        .toList();
  }

  /// The record, when it's the organization's; whether it has grown old or not.
  Optional<Text> nameOf(Ref ref, OrganizationId organization) {
    return switch (ref.kind()) {
      case ORGANIZATION ->
          directory
              .find(new OrganizationId(ref.id()))
              .filter(it -> it.record().id().equals(organization))
              .map(it -> it.record().name());
      case SERVICE ->
          directory
              .find(new ServiceId(ref.id()))
              .filter(it -> it.record().organization().equals(organization))
              .map(it -> it.record().name());
      case PLACE ->
          directory
              .find(new LocationId(ref.id()))
              .filter(it -> organization.equals(it.record().organization()))
              .map(it -> it.record().name());
      case EVENT ->
          calendar
              .find(new EventId(ref.id()))
              .filter(it -> organization.equals(it.event().organizer()))
              .map(it -> it.event().title());
    };
  }

  /// Where the record came from.
  String sourceOf(Ref ref) {
    return switch (ref.kind()) {
      case ORGANIZATION -> source(directory.find(new OrganizationId(ref.id())));
      case SERVICE -> source(directory.find(new ServiceId(ref.id())));
      case PLACE -> source(directory.find(new LocationId(ref.id())));
      case EVENT -> calendar.find(new EventId(ref.id())).map(EventListing::source).orElse("");
    };
  }

  private static <T extends DirectoryRecord> String source(Optional<Listing<T>> found) {
    return found.map(Listing::source).orElse("");
  }

  /// The organizations that had something old when the night last looked.
  Set<OrganizationId> organizations() {
    Set<OrganizationId> ids = new LinkedHashSet<>();
    upkeep.aged(RecordKind.ORGANIZATION).forEach(id -> ids.add(new OrganizationId(id)));
    directory
        .services(upkeep.aged(RecordKind.SERVICE).stream().map(ServiceId::new).toList())
        .forEach(it -> ids.add(it.record().organization()));
    for (Listing<Location> it :
        directory.locations(
            upkeep.aged(RecordKind.LOCATION).stream().map(LocationId::new).toList())) {
      OrganizationId owner = it.record().organization();
      if (owner != null) {
        ids.add(owner);
      }
    }
    for (EventListing it : calendar.list(eventUpkeep.aged())) {
      OrganizationId organizer = it.event().organizer();
      if (organizer != null) {
        ids.add(organizer);
      }
    }
    return ids;
  }

  private Aged aged(Listing<? extends DirectoryRecord> listing, OrganizationKind kind) {
    LocalDate since = listing.since();
    boolean vouched = listing.record().verification().on() != null;
    Freshness freshness = rule.now(kind, since);
    boolean asked = freshness.isAsked();
    List<Text> where = new ArrayList<>();
    List<Schedule> hours = new ArrayList<>();
    List<Phone> phones = List.of();
    boolean free = false;
    Text price = Text.none();
    Ref.Kind of = Ref.Kind.ORGANIZATION;
    switch (listing.record()) {
      case Organization it -> phones = it.phones();
      case Location it -> {
        of = Ref.Kind.PLACE;
        phones = it.phones();
        hours.addAll(it.schedules());
        it.addresses().forEach(address -> where.add(join(address.address1(), address.city())));
      }
      case Service it -> {
        of = Ref.Kind.SERVICE;
        phones = it.phones();
        free = it.isFree();
        price = it.fees();
        hours.addAll(it.schedules());
        if (asked) {
          given(it, where, hours);
        }
      }
      case ServiceAtLocation _ -> throw new IllegalArgumentException("it follows its service");
    }
    return new Aged(
        new Ref(of, listing.record().uuid()),
        listing.record().title(),
        listing.slug(),
        listing.source(),
        freshness,
        since,
        vouched,
        rule.expires(kind, since),
        null,
        List.of(),
        asked ? OpeningHours.of(hours).from(today(), WEEK) : List.of(),
        where,
        free,
        price,
        phones);
  }

  private void given(Service service, List<Text> where, List<Schedule> hours) {
    List<ServiceAtLocation> at =
        directory.placesOf(List.of(service.id())).stream().map(Listing::record).toList();
    at.forEach(it -> hours.addAll(it.schedules()));
    directory
        .locations(at.stream().map(ServiceAtLocation::location).toList())
        .forEach(it -> where.add(it.record().name()));
  }

  private Aged aged(EventListing listing, List<Occurrence> next, OrganizationKind kind) {
    Event event = listing.event();
    LocalDate since = listing.since().orElseThrow();
    LocationId location = event.venue().location();
    Text where =
        location == null
            ? join(event.venue().name(), event.venue().address())
            : directory.find(location).map(it -> it.record().name()).orElse(Text.none());
    return new Aged(
        new Ref(Ref.Kind.EVENT, event.id().value()),
        event.title(),
        listing.slug(),
        listing.source(),
        rule.now(kind, since),
        since,
        event.verification().on() != null,
        rule.expires(kind, since),
        event.rule(),
        next,
        List.of(),
        where.isEmpty() ? List.of() : List.of(where),
        event.price().isFree(),
        event.price().words(),
        List.of());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }

  private static Text join(Text one, Text other) {
    Text both = Text.none();
    for (Lang lang : Lang.values()) {
      String first = one.orEmpty(lang);
      String second = other.orEmpty(lang);
      boolean apart = !first.isEmpty() && !second.isEmpty();
      both = both.with(lang, first + (apart ? ", " : "") + second);
    }
    return both;
  }
}
