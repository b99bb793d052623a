package fi.rinnalla.meetups;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What families gather around: a meet-up, or the group that lives on after one. Both have a board,
/// and both may be told of; so those rules are written once.
public sealed interface Gathering permits Meetup, FamilyGroup {
  /// Of the meet-up or the group, and of its board.
  UUID uuid();

  /// Whose people answer for it; null when nobody's.
  @Nullable OrganizationId organization();

  /// Whose staff answers for it where those don't.
  Set<AreaCode> areas();

  /// Whether everybody may see it now.
  boolean isOpen();

  /// Whether it is out of sight until a moderator has looked.
  boolean isHidden();

  boolean isOver();

  /// What the table of permissions calls it.
  RecordType record();
}
