package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The places an organization may name by their labels: its own and those it has been at first,
/// then whatever public place its words find, and a new one that it tells of itself.
@Component
public class Places {
  /// What the form sends of a place for the one that is told below.
  public static final String NEW = "+";

  private static final int MOST_OWN = 8;
  private static final int MOST_FOUND = 8;
  private static final int MOST_ALIKE = 100;
  private static final int LEAST_LETTERS = 2;
  private static final Pattern POINT =
      Pattern.compile("(\\d{1,2}[.,]\\d+)\\s*[,;\\s]\\s*(\\d{1,2}[.,]\\d+)");
  private static final Pattern POSTCODE = Pattern.compile("\\b\\d{5}\\b");

  private final Directory directory;
  private final Calendar calendar;
  private final Areas areas;

  Places(Directory directory, Calendar calendar, Areas areas) {
    this.directory = directory;
    this.calendar = calendar;
    this.areas = areas;
  }

  /// The labels of its own and of those it has been at, the likeliest first.
  public List<String> own(Organization organization) {
    return labels(ownPlaces(organization)).keySet().stream().limit(MOST_OWN).toList();
  }

  /// The labels of public places whose names and addresses have all these words, those of the
  /// organization's own town first.
  public List<String> search(Organization organization, String words) {
    return labels(named(organization, words, MOST_FOUND)).keySet().stream().toList();
  }

  /// The place that a label names.
  Optional<LocationId> find(Organization organization, String label) {
    Optional<LocationId> own = Optional.ofNullable(labels(ownPlaces(organization)).get(label));
    return own.isPresent()
        ? own
        : Optional.ofNullable(labels(named(organization, label, MOST_ALIKE)).get(label));
  }

  Optional<String> label(LocationId id) {
    return directory.find(id).map(it -> label(it.record()));
  }

  /// The town where a new place is when its town isn't told.
  public Text town(Organization organization) {
    return home(organization).map(Area::name).orElse(Text.none());
  }

  /// Where a map begins: at the point, or at the middle of the town.
  public String centre(Organization organization, String point) {
    return point(point)
        .or(() -> home(organization).flatMap(it -> Optional.ofNullable(it.centre())))
        .map(it -> String.format(Locale.ROOT, "%.5f,%.5f", it.lat(), it.lon()))
        .orElse("");
  }

  /// The municipality of the organization, or else of the first place that it has been at.
  private Optional<Area> home(Organization organization) {
    return Optional.ofNullable(organization.area())
        .or(() ->
            ownPlaces(organization).stream()
                .flatMap(it -> Optional.ofNullable(it.area()).stream())
                .findFirst())
        .flatMap(areas::municipalityOf);
  }

  /// Whether a sheet tells of a place that the directory doesn't know.
  static boolean isNew(Sheet sheet) {
    return sheet.get(Field.PLACE).equals(NEW)
        || (sheet.get(Field.PLACE).isEmpty() && !sheet.get(Field.NEW_PLACE).isEmpty());
  }

  /// The new place of a sheet. Without a point it is at the middle of its postcode or its town, and
  /// says so.
  @Nullable Location made(
      Organization organization, Sheet sheet, Lang lang, Verification by, List<Fault> faults) {
    String name = sheet.get(Field.NEW_PLACE);
    String street = sheet.get(Field.ADDRESS);
    String town = sheet.get(Field.TOWN);
    Position point = point(sheet.get(Field.POINT)).orElse(null);
    if (name.isEmpty()) {
      faults.add(new Fault(Field.NEW_PLACE.code(), "new_place", ""));
    }
    if (!sheet.get(Field.POINT).isEmpty() && point == null) {
      faults.add(new Fault(Field.POINT.code(), "point", sheet.get(Field.POINT)));
    }
    if (street.isEmpty() && sheet.get(Field.POINT).isEmpty()) {
      faults.add(new Fault(Field.ADDRESS.code(), "address", ""));
    }
    Area area = area(organization, town, point).orElse(null);
    if (area == null) {
      faults.add(new Fault(Field.TOWN.code(), "town", town));
    }
    if (!faults.isEmpty() || area == null) {
      return null;
    }
    Position near = point != null ? point : middle(street, area);
    String label = name + ", " + street + ", " + area.code();
    return new Location(
        new LocationId(UuidV5.of("own place", organization.id().toString(), label)),
        organization.id(),
        Location.Type.PHYSICAL,
        Location.Visibility.PUBLIC,
        Text.of(lang, name),
        Text.none(),
        Text.none(),
        Text.none(),
        near,
        point == null,
        area.code(),
        List.of(
            new Location.Address(
                Text.of(lang, street), postcode(street), area.name(), "FI", "physical")),
        Set.of(),
        Text.none(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        by);
  }

  /// A point as the map or a person writes it; nothing when it isn't in Finland.
  static Optional<Position> point(String written) {
    Matcher parts = POINT.matcher(written.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    double lat = Double.parseDouble(parts.group(1).replace(',', '.'));
    double lon = Double.parseDouble(parts.group(2).replace(',', '.'));
    boolean inFinland = lat > 59 && lat < 70.2 && lon > 19 && lon < 31.7;
    return inFinland ? Optional.of(new Position(lat, lon)) : Optional.empty();
  }

  private Optional<Area> area(Organization organization, String town, @Nullable Position point) {
    if (!town.isEmpty()) {
      return areas.findByName(town).flatMap(it -> areas.municipalityOf(it.code()));
    }
    if (point != null) {
      return areas.nearestMunicipality(point);
    }
    return home(organization);
  }

  private @Nullable Position middle(String street, Area area) {
    String code = postcode(street);
    return Optional.ofNullable(code)
        .flatMap(areas::findPostcode)
        .filter(it -> it.municipality().equals(area))
        .map(Areas.Postcode::centre)
        .orElse(area.centre());
  }

  private static @Nullable String postcode(String street) {
    Matcher code = POSTCODE.matcher(street);
    return code.find() ? code.group() : null;
  }

  private List<Location> ownPlaces(Organization organization) {
    Set<LocationId> been = new LinkedHashSet<>();
    calendar
        .of(organization.id())
        .forEach(it -> Optional.ofNullable(it.event().venue().location()).ifPresent(been::add));
    directory
        .placesOf(
            directory.servicesOf(organization.id()).stream().map(it -> it.record().id()).toList())
        .forEach(it -> been.add(it.record().location()));
    return Stream.of(directory.locationsOf(organization.id()), directory.locations(been))
        .flatMap(Collection::stream)
        .filter(it -> !it.isWithdrawn())
        .map(Listing::record)
        .toList();
  }

  private List<Location> named(Organization organization, String words, int most) {
    List<String> all =
        Arrays.stream(words.split("[\\s,]+")).filter(it -> !it.isEmpty()).limit(20).toList();
    if (all.stream().mapToInt(String::length).sum() < LEAST_LETTERS) {
      return List.of();
    }
    AreaCode near = home(organization).map(Area::code).orElse(null);
    return directory.locationsNamed(all, near, most).stream().map(Listing::record).toList();
  }

  private static Map<String, LocationId> labels(List<Location> places) {
    Map<String, LocationId> labels = new LinkedHashMap<>();
    places.forEach(it -> labels.putIfAbsent(label(it), it.id()));
    return labels;
  }

  /// «Perhekeskus, Torikatu 5, Hyvinkää».
  public static String label(Location place) {
    StringBuilder label = new StringBuilder(place.name().orEmpty(Lang.FI));
    place.addresses().stream()
        .findFirst()
        .ifPresent(address -> {
          String street = address.address1().orEmpty(Lang.FI);
          String city = address.city().orEmpty(Lang.FI);
          label.append(street.isEmpty() ? "" : ", " + street);
          label.append(city.isEmpty() || street.endsWith(" " + city) ? "" : ", " + city);
        });
    return label.toString().replaceAll("\\s+", " ");
  }
}
