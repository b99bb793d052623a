package fi.rinnalla.upkeep;

import fi.rinnalla.pages.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What those who look after an area have decided about a record: told by the rooms where they
/// decide, for the history that the record's keepers read. Whether somebody may read that history
/// is for the room that shows it to ask.
public interface Happenings {

  /// The latest first.
  List<Happening> of(Page page, UUID record);

  /// @param words what was decided, in the page's language
  record Happening(Instant at, String words) {}
}
