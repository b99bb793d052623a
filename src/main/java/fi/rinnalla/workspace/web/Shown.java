package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Term;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.workspace.Fault;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Places;
import fi.rinnalla.workspace.Sheet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the form shows.
///
/// @param kept null for a new one
/// @param version what this editor began from
/// @param begun which new form it is; nothing once it is kept
/// @param own places that the organization knows
/// @param found places that its words found
/// @param centre where the map of a new place begins
public record Shown(
    Listing<Organization> organization,
    Kept.Kind kind,
    @Nullable Kept kept,
    int version,
    String begun,
    Sheet sheet,
    List<Fault> faults,
    FormParts.NextDates dates,
    FormParts.Week week,
    List<FormParts.Choice> own,
    String placeWords,
    List<FormParts.Choice> found,
    Text town,
    String centre,
    List<Term> themes) {
  private static final Set<Field> FOLDED = EnumSet.range(Field.SNACK, Field.WHO);
  private static final Set<Field> OF_NEW_PLACE = EnumSet.range(Field.NEW_PLACE, Field.POINT);

  public OrganizationId organizationId() {
    return organization.record().id();
  }

  public @Nullable UUID id() {
    return kept == null ? null : kept.id();
  }

  public Optional<Fault> fault(String input) {
    return faults.stream().filter(it -> it.input().equals(input)).findFirst();
  }

  public boolean isPublished() {
    return kept != null && kept.state() == Kept.State.PUBLISHED;
  }

  /// Whether the folded part stands open.
  public boolean more() {
    return anyFault(FOLDED);
  }

  /// Whether a new place is being told of.
  public boolean hasNewPlace() {
    return sheet.get(Field.PLACE).equals(Places.NEW)
        || OF_NEW_PLACE.stream().anyMatch(it -> !sheet.get(it).isEmpty())
        || anyFault(OF_NEW_PLACE);
  }

  private boolean anyFault(Set<Field> fields) {
    return faults.stream()
        .anyMatch(it -> Field.ofInput(it.input()).filter(fields::contains).isPresent());
  }
}
