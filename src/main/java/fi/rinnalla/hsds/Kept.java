package fi.rinnalla.hsds;

import fi.rinnalla.directory.OrganizationKind;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the [Catalogue] keeps of each record: as little as lists need.
final class Kept {
  private Kept() {}

  record OfService(
      UUID organization,
      Text name,
      String status,
      Instant changed,
      LocalDate since,
      AgeRange ages,
      Set<TermCode> terms,
      List<AreaCode> areas,
      List<Opening> openings) {}

  record OfOrganization(OrganizationKind kind, Instant changed, LocalDate since, String words) {}

  record OfLocation(
      @Nullable UUID organization, Instant changed, LocalDate since, @Nullable Position position) {}

  record OfServiceAtLocation(
      UUID id, UUID service, UUID location, Instant changed, List<Opening> openings) {}
}
