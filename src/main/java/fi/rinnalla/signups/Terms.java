package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// On what terms an event is signed up for. For whom it is, the event itself says.
///
/// @param capacity how many places each slot has
/// @param queues whether one may queue when it's full
/// @param closesHours how many hours before the start nobody signs up any more
/// @param open whether sign-up is open at all
public record Terms(
    EventId event,
    OrganizationId organization,
    Scope scope,
    Unit unit,
    int capacity,
    boolean queues,
    int closesHours,
    boolean open) {
  public static final int MOST = 1000;
  public static final int EARLIEST_HOURS = 336;

  public Terms {
    if (capacity < 1 || capacity > MOST || closesHours < 0 || closesHours > EARLIEST_HOURS) {
      throw new IllegalArgumentException("terms that nobody can mean");
    }
  }

  /// What one signs up for.
  public enum Scope {
    /// All times together: a course, a group.
    SERIES,
    TIME;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> find(String code) {
      return code.equals("series")
          ? Optional.of(SERIES)
          : code.equals("time") ? Optional.of(TIME) : Optional.empty();
    }
  }

  /// What a place is for.
  public enum Unit {
    PERSONS,
    FAMILIES;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Unit> find(String code) {
      return code.equals("persons")
          ? Optional.of(PERSONS)
          : code.equals("families") ? Optional.of(FAMILIES) : Optional.empty();
    }
  }

  /// How many places the party takes.
  public int places(Party party) {
    return unit == Unit.FAMILIES ? 1 : party.size();
  }

  public Instant closesAt(Instant start) {
    return start.minus(Duration.ofHours(closesHours));
  }
}
