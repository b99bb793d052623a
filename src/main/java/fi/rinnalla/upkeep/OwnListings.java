package fi.rinnalla.upkeep;

import fi.rinnalla.directory.OrganizationId;
import java.util.UUID;

/// What organizations keep here themselves: told by the room where they keep it.
public interface OwnListings {

  /// Whether a record of this source is kept by the organization itself.
  boolean isOwn(OrganizationId organization, String source);

  /// A published listing has ended, as its organization told elsewhere than where it keeps it; it
  /// can be put back there. False when there is nothing to take out of sight.
  ///
  /// @param by who told; the organization's own id when it was nobody who signed in
  boolean end(OrganizationId organization, UUID id, UUID by);
}
