package fi.rinnalla.exchange;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a record points at. Without what it stands on it can't land; other pointers may be left
/// out.
final class References {

  private References() {}

  /// @param path the pointer's place in the record's JSON, step by step
  record Pointer(Draft.Kind kind, UUID id, boolean needed, List<String> path) {
    String field() {
      return path.getLast();
    }
  }

  static List<Pointer> of(Object record) {
    List<Pointer> found = new ArrayList<>();
    switch (record) {
      case Organization it ->
          add(found, Draft.Kind.ORGANIZATION, value(it.parent()), false, "parent");
      case Location it ->
          add(found, Draft.Kind.ORGANIZATION, value(it.organization()), false, "organization");
      case Service it ->
          add(found, Draft.Kind.ORGANIZATION, it.organization().value(), true, "organization");
      case ServiceAtLocation it -> {
        add(found, Draft.Kind.SERVICE, it.service().value(), true, "service");
        add(found, Draft.Kind.LOCATION, it.location().value(), true, "location");
      }
      case Event it -> {
        add(found, Draft.Kind.ORGANIZATION, value(it.organizer()), false, "organizer");
        it.coHosts()
            .forEach(host -> add(found, Draft.Kind.ORGANIZATION, host.value(), false, "coHosts"));
        if (it.service() != null) {
          add(found, Draft.Kind.SERVICE, it.service().value(), false, "service");
        }
        if (it.venue().location() != null) {
          add(
              found,
              Draft.Kind.LOCATION,
              it.venue().location().value(),
              false,
              "venue",
              "location");
        }
      }
      default -> throw new IllegalArgumentException("not a record: " + record.getClass());
    }
    return found;
  }

  private static @Nullable UUID value(@Nullable OrganizationId id) {
    return id == null ? null : id.value();
  }

  private static void add(
      List<Pointer> to, Draft.Kind kind, @Nullable UUID id, boolean needed, String... path) {
    if (id != null) {
      to.add(new Pointer(kind, id, needed, List.of(path)));
    }
  }
}
