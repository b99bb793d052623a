package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.upkeep.Mending;
import fi.rinnalla.upkeep.Seen;
import fi.rinnalla.upkeep.Subject;
import fi.rinnalla.workspace.Workspace;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What an organization publishes here is mended here, by its own people.
@Component
class ListingMending implements Mending {

  @Override
  public Optional<String> address(Page page, Caller caller, Seen seen) {
    OrganizationId organization = seen.organization();
    UUID id = seen.subject().record();
    if (organization == null || id == null || seen.subject().kind() != Subject.Kind.EVENT) {
      return Optional.empty();
    }
    boolean theirs =
        seen.source().equals(Workspace.source(organization))
            && caller.organizations().contains(organization.value());
    return theirs ? Optional.of(Door.LISTING.of(page, organization, id)) : Optional.empty();
  }
}
