package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody's wish to keep an organization's page.
///
/// @param words who they say they are, for whoever decides
/// @param token a digest of the link's secret; null unless a letter decides
/// @param decidedBy null when the published address decided
/// @param reason why it was refused, or nothing
public record Claim(
    UUID id,
    OrganizationId organization,
    PersonId person,
    Way way,
    State state,
    String words,
    Instant madeAt,
    byte @Nullable [] token,
    @Nullable Instant expiresAt,
    @Nullable Instant decidedAt,
    @Nullable UUID decidedBy,
    String reason) {

  /// Who decides.
  public enum Way {
    /// Whoever reads the mail of the organization's published address.
    MAILBOX,
    OWNERS,
    /// Those who look after the area.
    STAFF;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum State {
    OPEN,
    GRANTED,
    REFUSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  boolean isGoodAt(Instant now) {
    return isOpen() && expiresAt != null && now.isBefore(expiresAt);
  }

  /// Another decides: the letter's link opens nothing any more.
  Claim to(Way other) {
    must();
    return new Claim(
        id, organization, person, other, state, words, madeAt, null, null, null, null, "");
  }

  Claim granted(@Nullable UUID by, Instant now) {
    return decided(State.GRANTED, by, now, "");
  }

  Claim refused(@Nullable UUID by, Instant now, String reason) {
    return decided(State.REFUSED, by, now, reason);
  }

  private Claim decided(State to, @Nullable UUID by, Instant now, String reason) {
    must();
    return new Claim(id, organization, person, way, to, words, madeAt, null, null, now, by, reason);
  }

  private void must() {
    if (!isOpen()) {
      throw new IllegalStateException("claim %s is %s already".formatted(id, state));
    }
  }
}
