package fi.rinnalla.hsds;

import fi.rinnalla.directory.TermCode;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.ChangeMark;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is there at one moment, as far as lists narrow by it: the ids in their order, and beside
/// each what the filters ask.
///
/// @param mark how far the directory's changes had been followed
/// @param terms those that any service has
public record Snapshot(
    ChangeMark mark,
    List<OfService> services,
    List<OfOrganization> organizations,
    List<OfServiceAtLocation> servicesAtLocations,
    List<OfLocation> locations,
    Map<UUID, OfService> servicesById,
    Map<UUID, OfOrganization> organizationsById,
    Map<UUID, OfServiceAtLocation> atById,
    Set<TermCode> terms) {

  /// @param modified when it, or what is told along with it, last changed
  /// @param expires the first day on which nobody vouches for it any more
  /// @param at at which locations it is given
  public record OfService(
      UUID id,
      UUID organization,
      Text name,
      String status,
      Instant modified,
      LocalDate expires,
      AgeRange ages,
      Set<TermCode> terms,
      List<AreaCode> areas,
      List<Opening> openings,
      List<UUID> at) {

    boolean isFound(LocalDate today) {
      return today.isBefore(expires);
    }
  }

  /// @param words its names, in small letters
  public record OfOrganization(
      UUID id, Instant modified, LocalDate expires, String words, List<UUID> services) {

    boolean isFound(LocalDate today) {
      return today.isBefore(expires);
    }
  }

  /// A place, whether or not a service is given there.
  public record OfLocation(UUID id, LocalDate expires) {
    boolean isFound(LocalDate today) {
      return today.isBefore(expires);
    }
  }

  public record OfServiceAtLocation(
      UUID id,
      UUID location,
      OfService service,
      Instant modified,
      @Nullable Position position,
      List<Opening> openings) {}

  static Snapshot of(
      ChangeMark mark,
      List<OfService> services,
      List<OfOrganization> organizations,
      List<OfServiceAtLocation> servicesAtLocations,
      List<OfLocation> locations) {
    Map<UUID, OfService> servicesById = new HashMap<>();
    services.forEach(it -> servicesById.put(it.id(), it));
    Map<UUID, OfOrganization> organizationsById = new HashMap<>();
    organizations.forEach(it -> organizationsById.put(it.id(), it));
    Map<UUID, OfServiceAtLocation> atById = new HashMap<>();
    servicesAtLocations.forEach(it -> atById.put(it.id(), it));
    Set<TermCode> terms = new HashSet<>();
    services.forEach(it -> terms.addAll(it.terms()));
    return new Snapshot(
        mark,
        services,
        organizations,
        servicesAtLocations,
        locations,
        servicesById,
        organizationsById,
        atById,
        terms);
  }

  /// Whether an organization is told of: somebody vouches for it, or for a service of its, on whose
  /// page it stands.
  boolean tells(OfOrganization it, LocalDate today) {
    return it.isFound(today)
        || it.services().stream()
            .map(servicesById::get)
            .anyMatch(service -> service != null && service.isFound(today));
  }
}
