package fi.rinnalla.workspace;

import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.ServiceAtLocationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.Term;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Makes a service and where it is given of a sheet, and a sheet of a service.
@Component
public final class ServiceMaker implements Maker<ServiceMaker.Offered> {
  private final Places places;
  private final Directory directory;
  private final Classification classification;
  private final Clock clock;

  ServiceMaker(Places places, Directory directory, Classification classification, Clock clock) {
    this.places = places;
    this.directory = directory;
    this.classification = classification;
    this.clock = clock;
  }

  /// A service with the places where it is given.
  public record Offered(Service service, List<ServiceAtLocation> at) {}

  @Override
  public RecordType type() {
    return RecordType.SERVICE;
  }

  @Override
  public Made<Offered> make(UUID id, Organization organization, Sheet sheet, Lang lang) {
    List<Fault> faults = SheetParts.faults(sheet, lang);
    Sheet said = sheet;
    List<Schedule> hours = List.of();
    switch (HoursWords.read(sheet.get(Field.HOURS), today())) {
      case HoursWords.Outcome.Read read -> {
        hours = read.schedules();
        said = sheet.with(Field.HOURS, read.words());
      }
      case HoursWords.Outcome.NotRead not -> {
        if (not.reason() != RuleWords.Reason.EMPTY) {
          faults.add(fault(not));
        }
      }
    }
    AgeRange ages = SheetParts.ages(sheet, faults);
    PracticalFacts facts = SheetParts.facts(sheet, faults);
    String url = SheetParts.web(sheet, Field.URL, faults);
    String email = sheet.get(Field.EMAIL);
    if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      faults.add(new Fault(Field.EMAIL.code(), "email", email));
    }
    String phone = sheet.get(Field.PHONE);
    if (!phone.isEmpty() && phone.chars().filter(Character::isDigit).count() < 3) {
      faults.add(new Fault(Field.PHONE.code(), "phone", phone));
    }
    Set<LocationId> at = at(organization, sheet, faults);
    Location newPlace = null;
    if (!sheet.get(Field.NEW_PLACE).isEmpty()) {
      newPlace =
          places.made(organization, sheet, lang, Verification.byOrganization(today()), faults);
    }
    Set<Service.Delivery> deliveries = deliveries(sheet);
    if (newPlace != null) {
      at.add(newPlace.id());
      said = withNewPlace(said, Places.label(newPlace));
    }
    if (at.isEmpty() && deliveries.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault(Field.PLACES.code(), "places", ""));
    }
    if (!faults.isEmpty()) {
      return Made.not(said, faults);
    }
    Optional<Money> amount = SheetParts.amount(sheet.get(Field.PRICE));
    AreaCode home = organization.area();
    Service service =
        new Service(
            new ServiceId(id),
            organization.id(),
            sheet.text(Field.TITLE),
            Text.none(),
            Text.none(),
            sheet.text(Field.DESCRIPTION),
            facts,
            sheet.text(Field.ELIGIBILITY),
            sheet.text(Field.APPLICATION),
            access(sheet),
            deliveries,
            amount.isPresent() ? Text.none() : Text.fi(sheet.get(Field.PRICE)),
            Text.none(),
            url,
            email.isEmpty() ? null : email,
            Service.Status.ACTIVE,
            ages,
            SheetParts.words(sheet.get(Field.LANGUAGES)),
            amount.map(it -> List.of(new Service.CostOption(it, Text.none()))).orElse(List.of()),
            themes(sheet),
            home == null ? List.of() : List.of(home),
            List.of(),
            List.of(),
            phone.isEmpty()
                ? List.of()
                : List.of(new Phone(phone, null, null, Text.none(), List.of())),
            List.of(),
            // A place has the hours of its own; without one they are the service's.
            at.isEmpty() ? hours : List.of(),
            Verification.byOrganization(today()));
    List<Schedule> there = hours;
    List<ServiceAtLocation> given =
        at.stream().map(place -> at(service.id(), place, there)).toList();
    return new Made<>(new Offered(service, given), newPlace, said, List.of());
  }

  public static Fault fault(HoursWords.Outcome.NotRead not) {
    return new Fault(Field.HOURS.code(), "hours_" + not.reason().code(), not.word());
  }

  private static Sheet withNewPlace(Sheet sheet, String label) {
    Stream<String> before = SheetParts.lines(sheet.get(Field.PLACES)).stream();
    String all =
        Stream.concat(before, Stream.of(label)).distinct().collect(Collectors.joining("\n"));
    return sheet
        .with(Field.PLACES, all)
        .with(Field.NEW_PLACE, "")
        .with(Field.ADDRESS, "")
        .with(Field.TOWN, "")
        .with(Field.POINT, "");
  }

  private Set<LocationId> at(Organization organization, Sheet sheet, List<Fault> faults) {
    Set<LocationId> at = new LinkedHashSet<>();
    for (String label : SheetParts.lines(sheet.get(Field.PLACES))) {
      places
          .find(organization, label)
          .ifPresentOrElse(
              at::add, () -> faults.add(new Fault(Field.PLACES.code(), "place_gone", label)));
    }
    return at;
  }

  private static ServiceAtLocation at(ServiceId service, LocationId place, List<Schedule> hours) {
    return new ServiceAtLocation(
        new ServiceAtLocationId(UuidV5.of("own at", service.toString(), place.toString())),
        service,
        place,
        Text.none(),
        List.of(),
        List.of(),
        hours);
  }

  private static Set<Service.Access> access(Sheet sheet) {
    Set<Service.Access> access = EnumSet.noneOf(Service.Access.class);
    SheetParts.words(sheet.get(Field.ACCESS))
        .forEach(it -> Service.Access.find(it).ifPresent(access::add));
    return access;
  }

  private static Set<Service.Delivery> deliveries(Sheet sheet) {
    Set<Service.Delivery> deliveries = EnumSet.noneOf(Service.Delivery.class);
    SheetParts.words(sheet.get(Field.DELIVERIES))
        .forEach(it -> Service.Delivery.find(it).ifPresent(deliveries::add));
    return deliveries;
  }

  private List<TermCode> themes(Sheet sheet) {
    List<String> chosen = SheetParts.words(sheet.get(Field.CATEGORIES));
    return classification.list(Term.Taxonomy.THEME).stream()
        .map(Term::code)
        .filter(it -> chosen.contains(it.value()))
        .toList();
  }

  @Override
  public void publish(String source, Offered offered) {
    directory.publish(source, offered.service());
    Set<UUID> now = offered.at().stream().map(ServiceAtLocation::uuid).collect(Collectors.toSet());
    List<UUID> noMore =
        directory.placesOf(List.of(offered.service().id())).stream()
            .map(it -> it.record().uuid())
            .filter(it -> !now.contains(it))
            .toList();
    directory.withdraw(source, RecordKind.SERVICE_AT_LOCATION, noMore);
    directory.land(source, RecordKind.SERVICE_AT_LOCATION, offered.at());
  }

  @Override
  public void withdraw(String source, UUID id) {
    List<UUID> at =
        directory.placesOf(List.of(new ServiceId(id))).stream()
            .map(it -> it.record().uuid())
            .toList();
    directory.withdraw(source, RecordKind.SERVICE_AT_LOCATION, at);
    directory.withdraw(source, RecordKind.SERVICE, List.of(id));
  }

  @Override
  public Optional<Sheet> copy(OrganizationId organization, UUID id, Lang lang) {
    return directory
        .find(new ServiceId(id))
        .map(Listing::record)
        .filter(it -> it.organization().equals(organization))
        .map(it -> sheet(it, lang));
  }

  private Sheet sheet(Service service, Lang lang) {
    List<ServiceAtLocation> at =
        directory.placesOf(List.of(service.id())).stream().map(Listing::record).toList();
    List<Schedule> hours =
        at.stream()
            .map(ServiceAtLocation::schedules)
            .filter(it -> !it.isEmpty())
            .findFirst()
            .orElse(service.schedules());
    Sheet sheet =
        Sheet.EMPTY
            .with(Field.TITLE, service.name())
            .with(
                Field.DESCRIPTION,
                service.description().isEmpty() ? service.summary() : service.description())
            .with(Field.ELIGIBILITY, service.eligibility())
            .with(Field.APPLICATION, service.applicationProcess())
            .with(Field.HOURS, SpokenHours.say(hours, lang))
            .with(
                Field.PLACES,
                at.stream()
                    .flatMap(it -> places.label(it.location()).stream())
                    .collect(Collectors.joining("\n")))
            .with(Field.DELIVERIES, codes(service.deliveries().stream(), Service.Delivery::code))
            .with(Field.ACCESS, codes(service.access().stream(), Service.Access::code))
            .with(Field.LANGUAGES, String.join(",", service.languages()))
            .with(Field.URL, Objects.requireNonNullElse(service.url(), ""))
            .with(Field.EMAIL, Objects.requireNonNullElse(service.email(), ""))
            .with(Field.PHONE, service.phones().stream().findFirst().map(Phone::number).orElse(""))
            .with(
                Field.CATEGORIES,
                codes(classification.themes(service.terms(), List.of()).stream(), TermCode::value));
    Optional<Money> cost =
        service.costs().stream()
            .flatMap(it -> Optional.ofNullable(it.amount()).stream())
            .findFirst();
    sheet =
        sheet.with(Field.PRICE, cost.map(SheetParts::written).orElse(service.fees().orEmpty(lang)));
    return SheetParts.with(SheetParts.with(sheet, service.ages()), service.facts());
  }

  private static <T> String codes(Stream<T> values, Function<T, String> code) {
    return values.map(code).collect(Collectors.joining(","));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }
}
