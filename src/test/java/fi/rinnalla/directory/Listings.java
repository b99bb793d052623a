package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Records for tests, by their everyday names.
public final class Listings {
  private Listings() {}

  public static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  public static Organization anAssociation(String name) {
    return new Organization(
        new OrganizationId(uuid("org " + name)),
        OrganizationKind.NGO,
        Text.fi(name),
        Text.none(),
        Text.none(),
        "toimisto@example.org",
        null,
        null,
        AreaCode.municipality("106"),
        List.of(),
        List.of(),
        List.of(),
        Verification.byOrganization(LocalDate.of(2026, 5, 3)));
  }

  public static Location aLibrary(String name, double lat, double lon) {
    return aPlace(name, Location.Visibility.PUBLIC, new Position(lat, lon));
  }

  public static Location aShelter(String name) {
    return aPlace(name, Location.Visibility.AREA_ONLY, new Position(60.6319, 24.8601));
  }

  public static Location aPlace(String name, Location.Visibility visibility, Position position) {
    return new Location(
        new LocationId(uuid("place " + name)),
        null,
        Location.Type.PHYSICAL,
        visibility,
        Text.fi(name),
        Text.none(),
        Text.none(),
        Text.fi("Bussipysäkki Torikatu"),
        position,
        false,
        AreaCode.municipality("106"),
        List.of(
            new Location.Address(
                Text.fi("Torikatu 5"), "05800", Text.fi("Hyvinkää"), "FI", "physical")),
        Set.of(Accessibility.PRAM, Accessibility.WHEELCHAIR),
        Text.none(),
        List.of("fi"),
        List.of(),
        List.of(),
        List.of(Schedule.weekly("MO,TU,WE,TH,FR", LocalTime.of(9, 0), LocalTime.of(19, 0))),
        null,
        null,
        Verification.NEVER);
  }

  /// A public place that an organization keeps, open at these hours.
  public static Location aMeetingPlace(String name, Organization keeper, Schedule... hours) {
    Location it = aLibrary(name, 60.6327, 24.8601);
    return new Location(
        it.id(),
        keeper.id(),
        it.type(),
        it.visibility(),
        it.name(),
        it.alternateName(),
        it.description(),
        it.transportation(),
        it.position(),
        it.approximate(),
        it.area(),
        it.addresses(),
        it.features(),
        it.accessibility(),
        it.languages(),
        it.phones(),
        it.contacts(),
        List.of(hours),
        it.url(),
        it.externalIdentifier(),
        it.verification());
  }

  public static Service aFamilyCafe(String name, Organization organization) {
    return aService(name, organization, "Kahvia ja juttuseuraa vauvan kanssa.", AgeRange.of(0, 3));
  }

  public static Service aService(
      String name, Organization organization, String summary, AgeRange ages) {
    return new Service(
        new ServiceId(uuid("service " + name)),
        organization.id(),
        Text.fi(name),
        Text.none(),
        Text.fi(summary),
        Text.none(),
        PracticalFacts.NONE,
        Text.none(),
        Text.none(),
        Set.of(),
        Set.of(),
        Text.none(),
        Text.none(),
        null,
        null,
        Service.Status.ACTIVE,
        ages,
        List.of("fi"),
        List.of(new Service.CostOption(new Money(BigDecimal.ZERO), Text.none())),
        List.of(new TermCode("P3")),
        List.of(AreaCode.municipality("106")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Verification.byOrganization(LocalDate.of(2026, 5, 3)));
  }

  public static ServiceAtLocation at(Service service, Location location) {
    return at(service, location, Schedule.weekly("TU", LocalTime.of(9, 30), LocalTime.of(11, 30)));
  }

  /// As HSDS writes what never closes.
  public static ServiceAtLocation dayAndNight(Service service, Location location) {
    return at(
        service,
        location,
        Schedule.weekly("MO,TU,WE,TH,FR,SA,SU", LocalTime.MIDNIGHT, LocalTime.of(23, 59)));
  }

  private static ServiceAtLocation at(Service service, Location location, Schedule hours) {
    return new ServiceAtLocation(
        new ServiceAtLocationId(uuid(service.id() + " at " + location.id())),
        service.id(),
        location.id(),
        Text.none(),
        List.of(),
        List.of(),
        List.of(hours));
  }
}
