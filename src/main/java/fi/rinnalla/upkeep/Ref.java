package fi.rinnalla.upkeep;

import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Route;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One record of the directory or the calendar, as a form names it: `service:<id>`.
public record Ref(Kind kind, UUID id) {

  /// What can grow old.
  public enum Kind {
    ORGANIZATION(RecordKind.ORGANIZATION, RecordType.ORGANIZATION, Route.ORGANIZATION),
    SERVICE(RecordKind.SERVICE, RecordType.SERVICE, Route.SERVICE),
    PLACE(RecordKind.LOCATION, RecordType.PLACE, Route.PLACE),
    EVENT(null, RecordType.EVENT, Route.EVENT);

    private final @Nullable RecordKind inDirectory;
    private final RecordType type;
    private final Route route;

    Kind(@Nullable RecordKind inDirectory, RecordType type, Route route) {
      this.inDirectory = inDirectory;
      this.type = type;
      this.route = route;
    }

    /// Null for what is in the calendar.
    @Nullable RecordKind inDirectory() {
      return inDirectory;
    }

    RecordType type() {
      return type;
    }

    public Route route() {
      return route;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Optional<Ref> find(String written) {
    int colon = written.indexOf(':');
    for (Kind kind : Kind.values()) {
      if (colon > 0 && kind.code().equals(written.substring(0, colon))) {
        try {
          return Optional.of(new Ref(kind, UUID.fromString(written.substring(colon + 1))));
        } catch (IllegalArgumentException noId) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return kind.code() + ":" + id;
  }
}
