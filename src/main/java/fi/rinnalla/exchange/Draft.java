package fi.rinnalla.exchange;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.directory.DirectoryRecord;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a reader has made of one record of a feed, before it lands.
public sealed interface Draft {

  Origin origin();

  Kind kind();

  UUID recordId();

  Object record();

  /// @param sourceId the record's id as the feed writes it
  /// @param raw the record as the feed wrote it
  /// @param url where a person can see it at the source
  /// @param embedded whether it came along inside another record; then one on its own wins over it
  record Origin(String sourceId, String raw, @Nullable String url, boolean embedded) {}

  /// The kinds in the order in which they land, so that whatever one refers to is there before it.
  enum Kind {
    ORGANIZATION(Organization.class, RecordKind.ORGANIZATION),
    LOCATION(Location.class, RecordKind.LOCATION),
    SERVICE(Service.class, RecordKind.SERVICE),
    SERVICE_AT_LOCATION(ServiceAtLocation.class, RecordKind.SERVICE_AT_LOCATION),
    EVENT(Event.class, null);

    private final Class<?> type;
    private final @Nullable RecordKind inDirectory;

    Kind(Class<?> type, @Nullable RecordKind inDirectory) {
      this.type = type;
      this.inDirectory = inDirectory;
    }

    Class<?> type() {
      return type;
    }

    /// Null for events, which land in the calendar.
    @Nullable RecordKind inDirectory() {
      return inDirectory;
    }

    static Kind of(RecordKind kind) {
      return valueOf(kind.name());
    }
  }

  record OfOrganization(Origin origin, Organization record) implements OfDirectory {}

  record OfLocation(Origin origin, Location record) implements OfDirectory {}

  record OfService(Origin origin, Service record) implements OfDirectory {}

  record OfServiceAtLocation(Origin origin, ServiceAtLocation record) implements OfDirectory {}

  record OfEvent(Origin origin, Event record) implements Draft {
    @Override
    public Kind kind() {
      return Kind.EVENT;
    }

    @Override
    public UUID recordId() {
      return record.id().value();
    }
  }

  /// Bound for the directory.
  sealed interface OfDirectory extends Draft {
    @Override
    DirectoryRecord record();

    @Override
    default Kind kind() {
      return Kind.of(record().kind());
    }

    @Override
    default UUID recordId() {
      return record().uuid();
    }
  }
}
