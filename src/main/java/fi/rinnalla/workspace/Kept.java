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
    PUBLISHED,
    /// It was published and is so no more.
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
