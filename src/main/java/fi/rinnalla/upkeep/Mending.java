package fi.rinnalla.upkeep;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import java.util.Optional;

/// Where a record is mended: said by the room that keeps its listing. A bean of each such room.
public interface Mending {

  /// The address of the page where this caller may mend it; nothing when the room doesn't keep it,
  /// or it isn't the caller's to mend.
  Optional<String> address(Page page, Caller caller, Seen seen);
}
