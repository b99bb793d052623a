package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request that a professional made on behalf of a family, as the professional sees it: when, to
/// whom, and whether somebody has taken it on. Not whose it is, nor what became of it.
///
/// @param takenAt null while it waits
public record Introduction(OrganizationId team, Instant askedAt, @Nullable Instant takenAt) {}
