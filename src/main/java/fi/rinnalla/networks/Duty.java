package fi.rinnalla.networks;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.UUID;

/// Somebody whom an organization has put on duty for a function in an area.
public record Duty(
    UUID id, OrganizationId organization, Function function, AreaCode area, PersonId person) {}
