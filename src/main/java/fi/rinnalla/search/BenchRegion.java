package fi.rinnalla.search;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.DirectoryRecord;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationKind;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceAtLocationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/// A made-up region for measuring: services at places in twenty towns, with opening hours, and
/// weekly events. The same size gives the same records, whichever machine makes them; only events
/// begin from the day it is made, so that there is something today.
final class BenchRegion {
  private static final String SOURCE = "bench";
  private static final int BATCH = 1000;
  private static final int SERVICES_AT_A_PLACE = 8;
  private static final int SERVICES_FOR_AN_EVENT = 20;
  private static final int TIMES_OF_AN_EVENT = 60;
  private static final double TOWN_DEGREES = 0.035;

  private final Directory directory;
  private final Calendar calendar;
  private final List<Area> towns;
  private final int services;
  private final int places;
  private final int organizations;

  BenchRegion(Directory directory, Calendar calendar, Areas areas, int services) {
    this.directory = directory;
    this.calendar = calendar;
    this.towns =
        BenchWords.TOWNS.stream().map(name -> areas.findByName(name).orElseThrow()).toList();
    this.services = services;
    this.places = services / SERVICES_AT_A_PLACE;
    this.organizations = Math.max(20, services / 100);
  }

  int events() {
    return services / SERVICES_FOR_AN_EVENT;
  }

  int occurrences() {
    return events() * TIMES_OF_AN_EVENT;
  }

  void landServices() {
    land(RecordKind.ORGANIZATION, organizations, this::organization);
    land(RecordKind.LOCATION, places, this::place);
    land(RecordKind.SERVICE, services, this::service);
    land(RecordKind.SERVICE_AT_LOCATION, services, this::at);
  }

  void landEvents() {
    LocalDate today = LocalDate.now(fi.rinnalla.vocabulary.Zone.HELSINKI);
    for (int first = 0; first < events(); first += BATCH) {
      List<Event> batch = new ArrayList<>();
      for (int n = first; n < Math.min(events(), first + BATCH); n++) {
        batch.add(event(n, today));
      }
      calendar.land(SOURCE, batch);
    }
  }

  private void land(RecordKind kind, int count, IntFunction<DirectoryRecord> maker) {
    for (int first = 0; first < count; first += BATCH) {
      List<DirectoryRecord> batch = new ArrayList<>(BATCH);
      for (int n = first; n < Math.min(count, first + BATCH); n++) {
        batch.add(maker.apply(n));
      }
      directory.land(SOURCE, kind, batch);
    }
  }

  /// A place near the middle of a town, thinner towards its edges.
  static Position around(Area town, Random random) {
    Position centre = Objects.requireNonNull(town.centre());
    double wider = 1 / Math.cos(Math.toRadians(centre.lat()));
    return new Position(
        centre.lat() + random.nextGaussian() * TOWN_DEGREES,
        centre.lon() + random.nextGaussian() * TOWN_DEGREES * wider);
  }

  private Organization organization(int n) {
    Area town = towns.get(n % towns.size());
    return new Organization(
        new OrganizationId(UuidV5.of(SOURCE, "organization", "" + n)),
        OrganizationKind.NGO,
        Text.fi(town.name().fi() + "n perheyhdistys " + n),
        Text.none(),
        Text.none(),
        null,
        null,
        null,
        town.code(),
        List.of(),
        List.of(),
        List.of(),
        Verification.NEVER);
  }

  private OrganizationId organizer(int n) {
    return new OrganizationId(UuidV5.of(SOURCE, "organization", "" + n % organizations));
  }

  private LocationId placeId(int n) {
    return new LocationId(UuidV5.of(SOURCE, "place", "" + n % places));
  }

  private Location place(int n) {
    Random random = new Random(31L * n + 1);
    Area town = towns.get(n % towns.size());
    String street = BenchWords.one(BenchWords.PLACES, random) + "katu " + (1 + random.nextInt(80));
    return new Location(
        placeId(n),
        organizer(n),
        Location.Type.PHYSICAL,
        Location.Visibility.PUBLIC,
        Text.fi(BenchWords.one(BenchWords.PLACES, random) + "n perhetalo " + n),
        Text.none(),
        Text.fi(BenchWords.prose(random, 2)),
        Text.none(),
        around(town, random),
        false,
        town.code(),
        List.of(new Location.Address(Text.fi(street), "00100", town.name(), "FI", "physical")),
        BenchWords.features(random),
        Text.none(),
        List.of("fi"),
        List.of(),
        List.of(),
        List.of(
            Schedule.weekly(BenchWords.DAYS.getFirst(), LocalTime.of(8, 0), LocalTime.of(18, 0))),
        null,
        null,
        Verification.NEVER);
  }

  private Service service(int n) {
    Random random = new Random(31L * n + 2);
    String subject = BenchWords.one(BenchWords.SUBJECTS, random);
    double youngest = random.nextInt(8);
    return new Service(
        new ServiceId(UuidV5.of(SOURCE, "service", "" + n)),
        organizer(n),
        Text.fi(BenchWords.title(subject, random)),
        Text.none(),
        Text.fi(BenchWords.prose(random, 1)),
        Text.fi(
            BenchWords.prose(random, 5) + " " + BenchWords.one(BenchWords.SUBJECTS, random) + "."),
        PracticalFacts.NONE,
        Text.none(),
        Text.none(),
        Set.of(),
        Set.of(),
        Text.none(),
        Text.none(),
        "https://example.org/" + n,
        null,
        Service.Status.ACTIVE,
        AgeRange.of(youngest, youngest + 1 + random.nextInt(10)),
        BenchWords.languages(random),
        random.nextInt(3) == 0
            ? List.of()
            : List.of(new Service.CostOption(new Money(BigDecimal.ZERO), Text.none())),
        List.of(new TermCode(BenchWords.one(BenchWords.THEMES, random))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Verification.NEVER);
  }

  private ServiceAtLocation at(int n) {
    Random random = new Random(31L * n + 3);
    LocalTime opens = LocalTime.of(8 + random.nextInt(10), 30 * random.nextInt(2));
    Schedule hours =
        Schedule.weekly(BenchWords.one(BenchWords.DAYS, random), opens, opens.plusHours(2));
    return new ServiceAtLocation(
        new ServiceAtLocationId(UuidV5.of(SOURCE, "at", "" + n)),
        new ServiceId(UuidV5.of(SOURCE, "service", "" + n)),
        placeId(n),
        Text.none(),
        List.of(),
        List.of(),
        List.of(hours));
  }

  private Event event(int n, LocalDate today) {
    Random random = new Random(31L * n + 4);
    int youngest = random.nextInt(6);
    LocalTime time = LocalTime.of(9 + random.nextInt(13), 0);
    return new Event(
        new EventId(UuidV5.of(SOURCE, "event", "" + n)),
        Event.Kind.MEETING_PLACE,
        Event.Status.SCHEDULED,
        Text.fi(BenchWords.title(BenchWords.one(BenchWords.SUBJECTS, random), random)),
        Text.fi(BenchWords.prose(random, 1)),
        Text.fi(BenchWords.prose(random, 4)),
        organizer(n),
        Text.none(),
        List.of(),
        null,
        Event.Venue.at(placeId(random.nextInt(places))),
        EventRule.repeating(
            today.plusDays(n % 7).atTime(time),
            Duration.ofHours(2),
            "FREQ=WEEKLY;COUNT=" + TIMES_OF_AN_EVENT),
        List.of(),
        AgeRange.of(youngest, youngest + 4),
        BenchWords.languages(random),
        Event.Price.UNKNOWN,
        List.of(new TermCode(BenchWords.one(BenchWords.THEMES, random))),
        List.of(),
        Event.Registration.UNKNOWN,
        PracticalFacts.NONE,
        null,
        null,
        Verification.NEVER);
  }
}
