package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.UUID;

/// A service given at a place, with the hours and numbers it has just there: HSDS
/// `service_at_location`.
public record ServiceAtLocation(
    ServiceAtLocationId id,
    ServiceId service,
    LocationId location,
    Text description,
    List<Phone> phones,
    List<Contact> contacts,
    List<Schedule> schedules)
    implements DirectoryRecord {

  public ServiceAtLocation {
    phones = List.copyOf(phones);
    contacts = List.copyOf(contacts);
    schedules = List.copyOf(schedules);
  }

  @Override
  public UUID uuid() {
    return id.value();
  }

  @Override
  public Text title() {
    return Text.none();
  }

  /// The service is what somebody vouches for.
  @Override
  public Verification verification() {
    return Verification.NEVER;
  }
}
