package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Mending;
import fi.rinnalla.upkeep.Seen;
import fi.rinnalla.upkeep.Subject;
import fi.rinnalla.workspace.Workspace;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What an organization publishes here is mended here, by its own people; what a feed says is
/// corrected here, by them or by those who look after the area.
@Component
class ListingMending implements Mending {
  private static final Set<Subject.Kind> MENDED =
      EnumSet.of(Subject.Kind.EVENT, Subject.Kind.SERVICE);

  @Override
  public Optional<String> address(Page page, Caller caller, Seen seen) {
    OrganizationId organization = seen.organization();
    UUID id = seen.subject().record();
    if (id == null || !MENDED.contains(seen.subject().kind()) || seen.gone()) {
      return Optional.empty();
    }
    OrganizationId ours =
        organization != null && caller.organizations().contains(organization.value())
            ? organization
            : null;
    if (seen.source().startsWith("own:")) {
      return ours != null && seen.source().equals(Workspace.source(ours))
          ? Optional.of(Door.LISTING.of(page, ours, id))
          : Optional.empty();
    }
    if (ours != null) {
      return Optional.of(Door.CORRECT.of(page, ours) + "?record=" + id);
    }
    return caller.roles().contains(Role.REGION_ADMIN)
        ? Optional.of(page.to(Route.CORRECT) + "?address=" + id)
        : Optional.empty();
  }
}
