package fi.rinnalla.directory;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Slug;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The areas of Finland and their postcodes: reference data that ships with the release, so it is
/// read once and asked from memory.
@Component
public class Areas {
  private static final int MOST_NEIGHBOURS = 20;

  private final Map<AreaCode, Area> byCode = new LinkedHashMap<>();
  private final Map<String, Area> byName = new HashMap<>();
  private final Map<String, Area> bySlug = new HashMap<>();
  private final Map<String, Postcode> postcodes = new HashMap<>();

  /// A postcode, the municipality it lies in, and where its middle is when that is known.
  public record Postcode(String code, Area municipality, Text name, @Nullable Position centre) {}

  private final List<Centre> centres = new ArrayList<>();
  private final Map<AreaCode, List<Area>> neighbours = new ConcurrentHashMap<>();

  /// The middle of a municipality.
  private record Centre(Area area, Position position, double[] direction) {}

  Areas() {
    ReferenceTable.read("areas").forEach(row -> add(area(row)));
    for (Area area : list(Area.Type.MUNICIPALITY)) {
      Position centre = area.centre();
      if (centre != null) {
        centres.add(new Centre(area, centre, direction(centre)));
      }
    }
    ReferenceTable.read("postcodes").forEach(this::addPostcode);
  }

  public Area get(AreaCode code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no area " + code));
  }

  public Optional<Area> find(AreaCode code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /// By its name in any language, however it is capitalised: `hyvinge` is Hyvinkää.
  public Optional<Area> findByName(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  public Optional<Area> findBySlug(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  /// How many postcodes a municipality has: a fair measure of how widely its name is known.
  public long postcodesIn(AreaCode municipality) {
    return postcodes.values().stream()
        .filter(it -> it.municipality().code().equals(municipality))
        .count();
  }

  public Optional<Postcode> findPostcode(String code) {
    return Optional.ofNullable(postcodes.get(code.strip()));
  }

  /// The readable part of an area's address: `hyvinkaa`.
  public String slug(Area area) {
    String words = Slug.words(String.valueOf(area.name().fi()));
    return bySlug.get(words) == area ? words : Slug.words(area.code().value());
  }

  public List<Area> list(Area.Type type) {
    return byCode.values().stream().filter(area -> area.type() == type).toList();
  }

  public List<Area> children(AreaCode code) {
    return byCode.values().stream().filter(area -> code.equals(area.parent())).toList();
  }

  /// The area and all that it lies in, the innermost first.
  public List<Area> lineage(AreaCode code) {
    List<Area> lineage = new ArrayList<>();
    for (AreaCode at = code; at != null; ) {
      Area area = byCode.get(at);
      if (area == null || lineage.contains(area)) {
        break;
      }
      lineage.add(area);
      at = area.parent();
    }
    return lineage;
  }

  public Optional<Area> municipalityOf(AreaCode code) {
    return lineage(code).stream().filter(area -> area.type() == Area.Type.MUNICIPALITY).findFirst();
  }

  /// The nearest other municipalities, nearest first: where to look when there is nothing here.
  public List<Area> neighbours(AreaCode code, int most) {
    Area here = municipalityOf(code).orElse(null);
    Position centre = here == null ? null : here.centre();
    if (here == null || centre == null) {
      return List.of();
    }
    return neighbours.computeIfAbsent(here.code(), _ -> byDistance(here, centre)).stream()
        .limit(most)
        .toList();
  }

  private List<Area> byDistance(Area here, Position centre) {
    record Away(Area area, double metres) {}
    return centres.stream()
        .filter(it -> it.area() != here)
        .map(it -> new Away(it.area(), centre.metresTo(it.position())))
        .sorted(Comparator.comparingDouble(Away::metres))
        .limit(MOST_NEIGHBOURS)
        .map(Away::area)
        .toList();
  }

  /// The municipality whose centre is nearest: a good guess for a position without a town, and no
  /// more than a guess near a border.
  public Optional<Area> nearestMunicipality(Position position) {
    double[] from = direction(position);
    return centres.stream()
        .max(Comparator.comparingDouble(centre -> cosine(from, centre.direction())))
        .map(Centre::area);
  }

  /// Towards the position from the middle of the earth, taken as a ball. Between places some
  /// kilometres apart that is exact enough to say which is nearer, and thirty times as fast as the
  /// way along the ellipsoid; each record that is indexed asks it of three hundred centres.
  private static double[] direction(Position position) {
    double lat = Math.toRadians(position.lat());
    double lon = Math.toRadians(position.lon());
    return new double[] {
      Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)
    };
  }

  private static double cosine(double[] one, double[] other) {
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
  }

  private void add(Area area) {
    byCode.put(area.code(), area);
    for (String name : new String[] {area.name().fi(), area.name().sv(), area.name().en()}) {
      if (name != null) {
        // A municipality comes before a district of the same name, for the file is in tree order.
        byName.putIfAbsent(key(name), area);
      }
    }
    bySlug.putIfAbsent(Slug.words(String.valueOf(area.name().fi())), area);
    bySlug.putIfAbsent(Slug.words(area.code().value()), area);
  }

  private void addPostcode(NamedCsvRecord row) {
    Area municipality =
        byCode.get(AreaCode.municipality(row.getField("municipality").replace("M", "")));
    if (municipality != null) {
      String code = row.getField("code");
      Text name = new Text(row.getField("name_fi"), row.getField("name_sv"), null);
      postcodes.put(code, new Postcode(code, municipality, name, position(row)));
    }
  }

  private static Area area(NamedCsvRecord row) {
    String parent = row.getField("parent");
    return new Area(
        new AreaCode(row.getField("code")),
        Area.Type.valueOf(row.getField("type").toUpperCase(Locale.ROOT)),
        parent.isBlank() ? null : new AreaCode(parent),
        ReferenceTable.name(row),
        position(row));
  }

  private static @Nullable Position position(NamedCsvRecord row) {
    String lat = row.getField("lat");
    String lon = row.getField("lon");
    return lat.isBlank() || lon.isBlank()
        ? null
        : new Position(Double.parseDouble(lat), Double.parseDouble(lon));
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
