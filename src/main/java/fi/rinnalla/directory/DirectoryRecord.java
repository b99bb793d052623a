package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Text;
import java.util.UUID;

/// What the directory publishes and withdraws as one.
public sealed interface DirectoryRecord permits Organization, Service, Location, ServiceAtLocation {

  UUID uuid();

  /// What people call it; the readable part of its address comes from here.
  Text title();

  Verification verification();

  default RecordKind kind() {
    return switch (this) {
      case Organization _ -> RecordKind.ORGANIZATION;
      case Service _ -> RecordKind.SERVICE;
      case Location _ -> RecordKind.LOCATION;
      case ServiceAtLocation _ -> RecordKind.SERVICE_AT_LOCATION;
    };
  }
}
