package fi.rinnalla.search;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.Term;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes entries of what the directory and the calendar publish: everything a search needs is put
/// together here, once, so that finding has nothing left to look up.
@Component
class EntryMaker {
  private final Directory directory;
  private final Calendar calendar;
  private final Areas areas;
  private final Classification classification;
  private final SearchSettings settings;
  private final Clock clock;

  EntryMaker(
      Directory directory,
      Calendar calendar,
      Areas areas,
      Classification classification,
      SearchSettings settings,
      Clock clock) {
    this.directory = directory;
    this.calendar = calendar;
    this.areas = areas;
    this.classification = classification;
    this.settings = settings;
    this.clock = clock;
  }

  /// The entries of those services that families should find.
  List<Entry> services(List<Listing<Service>> services) {
    List<Listing<Service>> shown =
        services.stream()
            .filter(it -> !it.isWithdrawn() && it.record().status().isShown())
            .toList();
    Map<ServiceId, List<ServiceAtLocation>> at =
        directory.placesOf(shown.stream().map(it -> it.record().id()).toList()).stream()
            .map(Listing::record)
            .collect(Collectors.groupingBy(ServiceAtLocation::service));
    Map<LocationId, Listing<Location>> places =
        locations(at.values().stream().flatMap(List::stream).map(ServiceAtLocation::location));
    Map<OrganizationId, Text> organizers =
        names(shown.stream().map(it -> it.record().organization()));
    return shown.stream()
        .map(it ->
            service(
                it,
                organizers.getOrDefault(it.record().organization(), Text.none()),
                at.getOrDefault(it.record().id(), List.of()),
                places))
        .toList();
  }

  private Entry service(
      Listing<Service> listing,
      Text organizer,
      List<ServiceAtLocation> at,
      Map<LocationId, Listing<Location>> known) {
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
    places.forEach(it -> within.addAll(lineage(it.record().area(), it.record().position())));
    if (within.isEmpty()) {
      service.areas().forEach(area -> within.addAll(lineage(area, null)));
    }
    Set<Accessibility> features = new TreeSet<>();
    places.forEach(it -> features.addAll(it.record().features()));
    Set<UUID> related = new HashSet<>(Set.of(service.organization().value()));
    places.forEach(it -> related.add(it.record().uuid()));
    Optional<Listing<Location>> first = places.stream().findFirst();
    Card card =
        new Card(
            new EntryKey(Kind.SERVICE, service.uuid()),
            listing.slug(),
            service.name(),
            service.summary().isEmpty() ? beginning(service.description()) : service.summary(),
            organizer,
            first.map(it -> it.record().name()).orElse(Text.none()),
            first.map(Listing::slug).orElse(null),
            first.map(it -> address(it.record())).orElse(Text.none()),
            places.size(),
            places.stream().map(it -> it.record().position()).filter(Objects::nonNull).toList(),
            service.ages(),
            service.isFree(),
            price(service),
            service.languages(),
            features,
            !hours.isEmpty(),
            hours.stream().anyMatch(Schedule::byAppointment),
            first.isEmpty() && service.url() != null,
            service.verification().on());
    List<Text> subjects = subjects(service.terms(), within);
    subjects.add(organizer);
    places.forEach(it -> subjects.add(it.record().name()));
    return new Entry(
        card,
        List.of(service.name(), service.alternateName()),
        subjects,
        List.of(service.summary(), service.description(), service.eligibility()),
        within,
        codes(service.terms(), List.of()),
        related,
        openings(hours));
  }

  /// The entries of those places one can go to.
  List<Entry> places(List<Listing<Location>> locations) {
    List<Listing<Location>> shown =
        locations.stream()
            .filter(it -> !it.isWithdrawn())
            .filter(it -> it.record().type() == Location.Type.PHYSICAL)
            .filter(it -> it.record().visibility() == Location.Visibility.PUBLIC)
            .filter(it -> !it.record().name().isEmpty())
            .toList();
    Map<OrganizationId, Text> organizers =
        names(shown.stream().map(it -> it.record().organization()).filter(Objects::nonNull));
    return shown.stream().map(it -> place(it, organizers)).toList();
  }

  private Entry place(Listing<Location> listing, Map<OrganizationId, Text> organizers) {
    Location location = listing.record();
    OrganizationId owner = location.organization();
    Text organizer = owner == null ? Text.none() : organizers.getOrDefault(owner, Text.none());
    Position position = location.position();
    Set<AreaCode> within = lineage(location.area(), position);
    Card card =
        new Card(
            new EntryKey(Kind.PLACE, location.uuid()),
            listing.slug(),
            location.name(),
            beginning(location.description()),
            organizer,
            Text.none(),
            listing.slug(),
            address(location),
            1,
            position == null ? List.of() : List.of(position),
            fi.rinnalla.vocabulary.AgeRange.ANY,
            false,
            Text.none(),
            location.languages(),
            location.features(),
            !location.schedules().isEmpty(),
            false,
            false,
            location.verification().on());
    List<Text> subjects = subjects(List.of(), within);
    subjects.add(organizer);
    return new Entry(
        card,
        List.of(location.name(), location.alternateName()),
        subjects,
        List.of(location.description()),
        within,
        Set.of(),
        owner == null ? Set.of() : Set.of(owner.value()),
        openings(location.schedules()));
  }

  /// The entries of those events that are still to come.
  List<Entry> events(List<EventListing> events) {
    List<EventListing> shown = events.stream().filter(it -> !it.isWithdrawn()).toList();
    Map<EventId, List<Occurrence>> times =
        calendar.times(shown.stream().map(it -> it.event().id()).toList());
    Map<LocationId, Listing<Location>> places =
        locations(shown.stream().map(it -> it.event().venue().location()).filter(Objects::nonNull));
    Map<OrganizationId, Text> organizers =
        names(shown.stream().map(it -> it.event().organizer()).filter(Objects::nonNull));
    List<Entry> entries = new ArrayList<>();
    for (EventListing listing : shown) {
      List<Span> held =
          times.getOrDefault(listing.event().id(), List.of()).stream()
              .filter(one -> !one.cancelled() && one.end().isAfter(clock.instant()))
              .map(one -> new Span(one.start(), one.end()))
              .toList();
      if (!held.isEmpty()) {
        entries.add(event(listing, held, places, organizers));
      }
    }
    return entries;
  }

  private Entry event(
      EventListing listing,
      List<Span> held,
      Map<LocationId, Listing<Location>> places,
      Map<OrganizationId, Text> organizers) {
    Event event = listing.event();
    Event.Venue venue = event.venue();
    Listing<Location> at = venue.location() == null ? null : places.get(venue.location());
    Text organizer =
        event.organizer() == null
            ? event.organizerName()
            : organizers.getOrDefault(event.organizer(), event.organizerName());
    // A venue that the directory hides stays hidden, whatever the event's own words say of it.
    boolean hidden = venue.location() != null && at == null;
    Position position = at != null ? at.record().position() : hidden ? null : venue.position();
    Set<AreaCode> within = lineage(at != null ? at.record().area() : venue.area(), position);
    Set<Accessibility> features = new TreeSet<>(event.facts().features());
    if (at != null) {
      features.addAll(at.record().features());
    }
    Set<UUID> related = new HashSet<>();
    event.coHosts().forEach(host -> related.add(host.value()));
    if (event.organizer() != null) {
      related.add(event.organizer().value());
    }
    if (event.service() != null) {
      related.add(event.service().value());
    }
    if (at != null) {
      related.add(at.record().uuid());
    }
    Card card =
        new Card(
            new EntryKey(Kind.EVENT, event.id().value()),
            listing.slug(),
            event.title(),
            event.summary().isEmpty() ? beginning(event.description()) : event.summary(),
            organizer,
            at != null ? at.record().name() : hidden ? Text.none() : venue.name(),
            at == null ? null : at.slug(),
            at != null ? address(at.record()) : hidden ? Text.none() : venue.address(),
            at == null ? 0 : 1,
            position == null ? List.of() : List.of(position),
            event.ages(),
            event.price().isFree(),
            event.price().words(),
            event.languages(),
            features,
            event.rule().repeats(),
            false,
            venue.isOnline(),
            event.verification().on());
    List<Text> subjects = subjects(event.terms(), within);
    subjects.add(organizer);
    subjects.add(card.place());
    event.keywords().forEach(keyword -> subjects.add(Text.fi(keyword)));
    return new Entry(
        card,
        List.of(event.title()),
        subjects,
        List.of(event.summary(), event.description()),
        within,
        codes(event.terms(), event.keywords()),
        related,
        held);
  }

  private Map<LocationId, Listing<Location>> locations(java.util.stream.Stream<LocationId> ids) {
    Map<LocationId, Listing<Location>> known = new HashMap<>();
    directory
        .locations(ids.distinct().toList())
        .forEach(listing -> known.put(listing.record().id(), listing));
    return known;
  }

  private Map<OrganizationId, Text> names(java.util.stream.Stream<OrganizationId> ids) {
    Map<OrganizationId, Text> names = new HashMap<>();
    for (Listing<Organization> it : directory.organizations(ids.distinct().toList())) {
      names.put(it.record().id(), it.record().name());
    }
    return names;
  }

  private Set<AreaCode> lineage(@Nullable AreaCode area, @Nullable Position position) {
    Set<AreaCode> codes = new LinkedHashSet<>();
    if (area != null) {
      areas.lineage(area).forEach(it -> codes.add(it.code()));
    }
    if (codes.isEmpty() && position != null) {
      areas
          .nearestMunicipality(position)
          .ifPresent(it -> areas.lineage(it.code()).forEach(up -> codes.add(up.code())));
    }
    return codes;
  }

  private List<Text> subjects(List<TermCode> terms, Collection<AreaCode> within) {
    List<Text> subjects = new ArrayList<>();
    for (TermCode code : terms) {
      classification.find(code).map(Term::name).ifPresent(subjects::add);
    }
    for (TermCode theme : classification.themes(terms, List.of())) {
      classification.find(theme).map(Term::name).ifPresent(subjects::add);
    }
    within.stream()
        .flatMap(code -> areas.find(code).stream())
        .filter(
            area -> area.type().ordinal() >= fi.rinnalla.directory.Area.Type.MUNICIPALITY.ordinal())
        .forEach(area -> subjects.add(area.name()));
    return subjects;
  }

  private Set<String> codes(List<TermCode> terms, List<String> keywords) {
    Set<String> codes = new LinkedHashSet<>();
    classification.themes(terms, keywords).forEach(theme -> codes.add(theme.value()));
    for (TermCode code : terms) {
      for (TermCode at = code; at != null; ) {
        codes.add(at.value());
        at = classification.find(at).map(Term::parent).orElse(null);
      }
    }
    return codes;
  }

  private List<Span> openings(List<Schedule> schedules) {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI).minusDays(1);
    List<Span> spans = new ArrayList<>();
    for (OpeningHours.Window window :
        OpeningHours.of(schedules).from(yesterday, settings.openingDays() + 1)) {
      if (!window.byAppointment()) {
        Span last = spans.isEmpty() ? null : spans.getLast();
        // A place that never closes is open in one stretch, and not until each midnight.
        if (last != null && last.end().equals(window.opens())) {
          spans.set(spans.size() - 1, new Span(last.start(), window.closes()));
        } else {
          spans.add(new Span(window.opens(), window.closes()));
        }
      }
    }
    return spans;
  }

  private static Text address(Location location) {
    return location.addresses().stream()
        .findFirst()
        .map(it ->
            new Text(
                join(it.address1().fi(), it.city().fi()),
                join(
                    orElse(it.address1().sv(), it.address1().fi()),
                    orElse(it.city().sv(), it.city().fi())),
                join(
                    orElse(it.address1().en(), it.address1().fi()),
                    orElse(it.city().en(), it.city().fi()))))
        .orElse(Text.none());
  }

  private static @Nullable String orElse(@Nullable String words, @Nullable String other) {
    return words == null ? other : words;
  }

  private static @Nullable String join(@Nullable String street, @Nullable String city) {
    if (street == null || city == null) {
      return street == null ? city : street;
    }
    return street + ", " + city;
  }

  private static Text price(Service service) {
    return service.costs().stream()
        .map(Service.CostOption::option)
        .filter(option -> !option.isEmpty())
        .findFirst()
        .orElse(service.fees());
  }

  /// The first sentence or so of a long text, for a card.
  private static Text beginning(Text text) {
    return new Text(beginning(text.fi()), beginning(text.sv()), beginning(text.en()));
  }

  private static @Nullable String beginning(@Nullable String words) {
    int longest = 180;
    if (words == null || words.length() <= longest) {
      return words;
    }
    int cut = words.lastIndexOf(' ', longest);
    return words.substring(0, cut > 0 ? cut : longest).stripTrailing() + " …";
  }
}
