package fi.rinnalla.workspace;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Role;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a caller looks after the area that something lies in.
@Component
class Regions {
  private final Areas areas;

  Regions(Areas areas) {
    this.areas = areas;
  }

  /// The caller by an area of theirs that holds one of these; null when they look after none of
  /// them.
  @Nullable Caller over(Caller caller, Set<AreaCode> at) {
    Set<AreaCode> around =
        at.stream()
            .flatMap(it -> areas.lineage(it).stream())
            .map(Area::code)
            .collect(Collectors.toSet());
    return caller.areas().stream()
        .filter(around::contains)
        .map(caller::within)
        .filter(it -> it.roles().contains(Role.REGION_ADMIN))
        .findFirst()
        .orElse(null);
  }
}
