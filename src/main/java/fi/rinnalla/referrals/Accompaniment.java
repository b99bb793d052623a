package fi.rinnalla.referrals;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A navigator goes along: when a new place feels daunting, or the bus does (seed 004).
///
/// @param place where they meet, in a few words; sealed
public record Accompaniment(
    UUID id, HelpCaseId helpCase, Kind kind, Instant startsAt, String place, State state) {
  public static final int LONGEST_PLACE = 120;
  public static final int MOST_PLANNED = 10;

  /// How.
  public enum Kind {
    BUS,
    FIRST_VISIT,
    PHONE_TOGETHER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What became of it.
  public enum State {
    PLANNED,
    DONE,
    MISSED,
    CANCELLED;

    public boolean leadsTo(State next) {
      return this == PLANNED && next != PLANNED;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
