package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place: HSDS `location` (paikka).
public record Location(
    LocationId id,
    @Nullable OrganizationId organization,
    Type type,
    Visibility visibility,
    Text name,
    Text alternateName,
    Text description,
    /// How to get there; a stop's name in words serves whoever can't use the map.
    Text transportation,
    @Nullable Position position,
    /// The position is only the middle of the postcode or the town, until somebody points it out.
    boolean approximate,
    @Nullable AreaCode area,
    List<Address> addresses,
    Set<Accessibility> features,
    Text accessibility,
    List<String> languages,
    List<Phone> phones,
    List<Contact> contacts,
    List<Schedule> schedules,
    @Nullable String url,
    @Nullable String externalIdentifier,
    Verification verification)
    implements DirectoryRecord {

  public Location {
    addresses = List.copyOf(addresses);
    features = java.util.Collections.unmodifiableSet(new TreeSet<>(features));
    languages = List.copyOf(languages);
    phones = List.copyOf(phones);
    contacts = List.copyOf(contacts);
    schedules = List.copyOf(schedules);
  }

  @Override
  public UUID uuid() {
    return id.value();
  }

  @Override
  public Text title() {
    return name;
  }

  /// What of the place may leave this room. Every reading of a location goes through here, so that
  /// a shelter's address is not on the map, in a distance, a feed or an export either (HSDS issues
  /// 166 and 487; ohana-api issue 419).
  Optional<Location> asShown() {
    return switch (visibility) {
      case PUBLIC -> Optional.of(this);
      case HIDDEN -> Optional.empty();
      case AREA_ONLY ->
          Optional.of(
              new Location(
                  id,
                  organization,
                  type,
                  visibility,
                  name,
                  alternateName,
                  description,
                  Text.none(),
                  null,
                  false,
                  area,
                  List.of(),
                  features,
                  accessibility,
                  languages,
                  phones,
                  contacts,
                  schedules,
                  url,
                  null,
                  verification));
    };
  }

  public enum Type {
    PHYSICAL,
    POSTAL,
    VIRTUAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How much of its whereabouts a place lets out.
  public enum Visibility {
    PUBLIC,
    /// The municipality only: no address, no position, no route.
    AREA_ONLY,
    /// Not even that it exists.
    HIDDEN;

    public static Optional<Visibility> find(String code) {
      for (Visibility one : values()) {
        if (one.name().equalsIgnoreCase(code.strip())) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    }
  }

  /// HSDS `address`.
  public record Address(
      Text address1,
      @Nullable String postalCode,
      Text city,
      String country,
      @Nullable String type) {}
}
