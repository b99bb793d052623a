package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The places an organization may name by their label: its own, those it has been at, and those of
/// its municipality.
@Component
public class Places {
  private static final int MOST = 400;

  private final Directory directory;
  private final Calendar calendar;

  Places(Directory directory, Calendar calendar) {
    this.directory = directory;
    this.calendar = calendar;
  }

  /// By label, the likeliest first.
  public Map<String, LocationId> of(Organization organization) {
    List<Location> all = new ArrayList<>();
    List<LocationId> been = new ArrayList<>();
    calendar
        .of(organization.id())
        .forEach(it ->
            Optional.ofNullable(it.event().venue().location())
                .filter(id -> !been.contains(id))
                .ifPresent(been::add));
    directory.locations(been).forEach(it -> all.add(it.record()));
    directory.locationsOf(organization.id()).forEach(it -> all.add(it.record()));
    AreaCode area = organization.area();
    if (area != null) {
      directory.locationsIn(area, MOST).forEach(it -> all.add(it.record()));
    }
    Map<String, LocationId> labels = new LinkedHashMap<>();
    all.forEach(it -> labels.putIfAbsent(label(it), it.id()));
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
          label.append(city.isEmpty() ? "" : ", " + city);
        });
    return label.toString();
  }

  Optional<String> label(LocationId id) {
    return directory.find(id).map(it -> label(it.record()));
  }
}
