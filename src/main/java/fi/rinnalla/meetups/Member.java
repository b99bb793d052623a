package fi.rinnalla.meetups;

import fi.rinnalla.identity.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody in a group.
///
/// @param id of the membership: a form names nobody by what they are called in other groups
/// @param name a first name, for the others of the group
/// @param askedUntil until when a host's wish that they'd host stands; null when nobody wishes it
/// @param insteadOf the host who would step back then; null when nobody would
public record Member(
    UUID id,
    GroupId group,
    PersonId person,
    String name,
    boolean host,
    Instant joinedAt,
    @Nullable Instant askedUntil,
    @Nullable PersonId insteadOf) {

  static Member joining(GroupId group, PersonId person, String name, boolean host, Instant now) {
    return new Member(UUID.randomUUID(), group, person, name, host, now, null, null);
  }

  Member hosting(boolean does) {
    return new Member(id, group, person, name, does, joinedAt, null, null);
  }

  Member asked(@Nullable Instant until, @Nullable PersonId instead) {
    return new Member(id, group, person, name, host, joinedAt, until, instead);
  }

  /// Whether they are asked to host, and may still say yes.
  public boolean isAsked(Instant now) {
    return !host && askedUntil != null && askedUntil.isAfter(now);
  }
}
