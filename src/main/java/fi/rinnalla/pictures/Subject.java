package fi.rinnalla.pictures;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.workspace.Kept;
import java.util.Locale;
import java.util.UUID;

/// What a picture is of. Each has one.
public record Subject(Kind kind, UUID id) {

  public enum Kind {
    EVENT,
    SERVICE,
    /// Its picture is its logo.
    ORGANIZATION;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Subject of(EventId event) {
    return new Subject(Kind.EVENT, event.value());
  }

  public static Subject of(ServiceId service) {
    return new Subject(Kind.SERVICE, service.value());
  }

  public static Subject of(OrganizationId organization) {
    return new Subject(Kind.ORGANIZATION, organization.value());
  }

  public static Subject of(Kept listing) {
    return switch (listing.kind()) {
      case EVENT -> new Subject(Kind.EVENT, listing.id());
      case SERVICE -> new Subject(Kind.SERVICE, listing.id());
    };
  }

  public boolean isLogo() {
    return kind == Kind.ORGANIZATION;
  }
}
