package fi.rinnalla.meetups;

import fi.rinnalla.vocabulary.AgeRange;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/// What is done at a meet-up and when, as its host told it.
///
/// @param title in the host's words; empty where the kind of doing has a name of its own
/// @param words a few words more, or nothing
/// @param start local to Helsinki
public record Plan(
    Doing doing, String title, String words, LocalDateTime start, int minutes, Ages ages) {

  public Plan {
    if ((doing == Doing.OTHER) == title.isEmpty()) {
      throw new IllegalArgumentException("a title is told for what has no name of its own");
    }
  }

  public Duration length() {
    return Duration.ofMinutes(minutes);
  }

  public LocalDateTime end() {
    return start.plusMinutes(minutes);
  }

  /// What families do together; each but the last has its name in three languages.
  public enum Doing {
    PRAM_WALK,
    PLAYGROUND,
    COFFEE,
    LIBRARY,
    OUTING,
    OTHER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Doing> find(String code) {
      for (Doing one : values()) {
        if (one.code().equals(code)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    }
  }

  /// For whom it is in the first place; brothers and sisters are always welcome.
  public enum Ages {
    ALL(AgeRange.ANY),
    BABIES(AgeRange.of(0, 1)),
    TODDLERS(AgeRange.of(1, 3)),
    PRESCHOOL(AgeRange.of(3, 6)),
    SCHOOL(AgeRange.of(7, 12));

    private final AgeRange range;

    Ages(AgeRange range) {
      this.range = range;
    }

    public AgeRange range() {
      return range;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Ages> find(String code) {
      for (Ages one : values()) {
        if (one.code().equals(code)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    }
  }
}
