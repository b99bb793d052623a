package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import java.time.Instant;
import java.util.UUID;

/// A role in an organization that the owner of an address is asked to take, until answered.
///
/// @param email lower-cased
public record Invitation(
    UUID id,
    OrganizationId organization,
    String email,
    Role role,
    PersonId invitedBy,
    Instant invitedAt,
    Instant expiresAt) {}
