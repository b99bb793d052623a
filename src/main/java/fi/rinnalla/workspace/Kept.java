package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A sheet as the workspace keeps it.
///
/// @param version grows by one with each change
/// @param changedBy the person who made this version
public record Kept(
    UUID id,
    OrganizationId organization,
    Kind kind,
    State state,
    int version,
    Sheet sheet,
    Instant changedAt,
    UUID changedBy) {

  public enum Kind {
    EVENT,
    SERVICE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum State {
    /// Only the organization sees it.
    DRAFT,
    /// Ready, and waiting for a moderator to look at it: see [fi.rinnalla.upkeep.Moderators].
    AWAITING,
    PUBLISHED,
    /// It was published and is so no more.
    WITHDRAWN;

    /// Whether families see it.
    public boolean isPublic() {
      return this == PUBLISHED;
    }

    /// Whether it is, or has been, out there.
    public boolean wasPublic() {
      return this == PUBLISHED || this == WITHDRAWN;
    }

    /// Whether nothing in it must be mended before families may see it.
    public boolean isReady() {
      return this == PUBLISHED || this == AWAITING;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What it becomes by a change, before the change has its number.
  Kept changed(State to, Sheet written, Instant at, UUID by) {
    return new Kept(id, organization, kind, to, version, written, at, by);
  }

  Kept with(Sheet written) {
    return changed(state, written, changedAt, changedBy);
  }

  /// The same as the next version.
  Kept next() {
    return new Kept(id, organization, kind, state, version + 1, sheet, changedAt, changedBy);
  }
}
