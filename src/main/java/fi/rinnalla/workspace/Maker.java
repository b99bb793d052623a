package fi.rinnalla.workspace;

import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes of a sheet what it tells of, or says what must be mended first; and brings it into sight
/// and out again. The one thing that differs between the kinds of listing.
public sealed interface Maker<T> permits EventMaker, ServiceMaker {

  /// @param record nothing when there are faults
  /// @param newPlace a place that the directory doesn't know yet; it lands with the record
  /// @param sheet with the years of its dates in place, and a new place by its label
  record Made<T>(@Nullable T record, @Nullable Location newPlace, Sheet sheet, List<Fault> faults) {

    static <T> Made<T> not(Sheet sheet, List<Fault> faults) {
      return new Made<>(null, null, sheet, List.copyOf(faults));
    }
  }

  /// The row of the table of permissions that says who may publish it.
  RecordType type();

  /// @param lang the language of the form, where a missing title is mended
  Made<T> make(UUID id, Organization organization, Sheet sheet, Lang lang);

  void publish(String source, T record);

  void withdraw(String source, UUID id);

  /// What an editor would have typed to have this organization's record, whoever published it.
  Optional<Sheet> copy(OrganizationId organization, UUID id, Lang lang);
}
