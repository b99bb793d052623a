package fi.rinnalla.directory;

import java.util.Locale;

/// The kinds of [DirectoryRecord], in the order in which one may refer to the next.
public enum RecordKind {
  ORGANIZATION(Organization.class),
  LOCATION(Location.class),
  SERVICE(Service.class),
  SERVICE_AT_LOCATION(ServiceAtLocation.class);

  private final Class<? extends DirectoryRecord> type;

  RecordKind(Class<? extends DirectoryRecord> type) {
    this.type = type;
  }

  Class<? extends DirectoryRecord> type() {
    return type;
  }

  /// The kind's word in HSDS, and the name of its table.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
