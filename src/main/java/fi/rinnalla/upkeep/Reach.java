package fi.rinnalla.upkeep;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Which areas touch each other: one lies in the other. What is for a whole county is also the
/// business of whoever looks after one of its towns; otherwise nobody might look at it.
@Component
public class Reach {
  private final Areas areas;

  Reach(Areas areas) {
    this.areas = areas;
  }

  /// The areas themselves, all that they lie in and all that lies in them.
  public Set<AreaCode> of(Collection<AreaCode> codes) {
    Set<AreaCode> touching = new HashSet<>();
    for (AreaCode code : codes) {
      areas.lineage(code).stream().map(Area::code).forEach(touching::add);
      below(code, touching);
    }
    return touching;
  }

  private void below(AreaCode code, Set<AreaCode> all) {
    all.add(code);
    areas.children(code).forEach(child -> below(child.code(), all));
  }

  /// What touches the areas that the caller looks after as region staff; nothing for others.
  public Set<AreaCode> of(Caller caller) {
    if (!caller.roles().contains(Role.REGION_ADMIN)) {
      return Set.of();
    }
    return of(
        caller.held().stream()
            .filter(it -> it.role() == Role.REGION_ADMIN)
            .map(RoleHeld::area)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }
}
