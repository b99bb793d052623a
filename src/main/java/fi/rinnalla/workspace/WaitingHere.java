package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.pages.Page;

/// What else waits for an organization's people: told by the room where it waits, and shown above
/// their listings. Whoever asks has been let into the workspace.
public interface WaitingHere {

  Line of(Page page, OrganizationId organization);

  /// A number, in words, and the list it leads to.
  record Line(int number, String words, String address) {}
}
