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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The areas of Finland and their postcodes: reference data that ships with the release, so it is
/// read once and asked from memory.
@Component
public class Areas {
  private final Map<AreaCode, Area> byCode = new LinkedHashMap<>();
  private final Map<String, Area> byName = new HashMap<>();
  private final Map<String, Area> bySlug = new HashMap<>();
  private final Map<String, Postcode> postcodes = new HashMap<>();

  /// A postcode, the municipality it lies in, and where its middle is when that is known.
  public record Postcode(String code, Area municipality, Text name, @Nullable Position centre) {}

  Areas() {
    ReferenceTable.read("areas").forEach(row -> add(area(row)));
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
    if (here == null || here.centre() == null) {
      return List.of();
    }
    Position centre = here.centre();
    return list(Area.Type.MUNICIPALITY).stream()
        .filter(area -> area != here && area.centre() != null)
        .sorted(Comparator.comparingDouble(area -> metres(centre, area)))
        .limit(most)
        .toList();
  }

  /// The municipality whose centre is nearest: a good guess for a position without a town, and no
  /// more than a guess near a border.
  public Optional<Area> nearestMunicipality(Position position) {
    return list(Area.Type.MUNICIPALITY).stream()
        .filter(area -> area.centre() != null)
        .min(Comparator.comparingDouble(area -> metres(position, area)));
  }

  private static double metres(Position from, Area area) {
    Position centre = area.centre();
    return centre == null ? Double.MAX_VALUE : from.metresTo(centre);
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
