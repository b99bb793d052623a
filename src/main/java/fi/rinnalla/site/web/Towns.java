package fi.rinnalla.site.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The way from a page of one thing to all that there is in its town.
@Component
class Towns {
  private final Areas areas;

  Towns(Areas areas) {
    this.areas = areas;
  }

  /// The municipality of an area or, without one, of a position; of a county or the like itself.
  /// The whole country is no town.
  Optional<Town> of(@Nullable AreaCode code, @Nullable Position position) {
    Optional<Area> area =
        code == null ? Optional.empty() : areas.municipalityOf(code).or(() -> areas.find(code));
    if (area.isEmpty() && position != null) {
      area = areas.nearestMunicipality(position);
    }
    return area.filter(it -> it.type() != Area.Type.COUNTRY)
        .map(it -> new Town(it.name(), areas.slug(it)));
  }
}
