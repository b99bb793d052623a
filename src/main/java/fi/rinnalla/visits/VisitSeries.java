package fi.rinnalla.visits;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.vocabulary.Text;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Visits of partners that are planned together.
///
/// @param organization the host, whose it is
/// @param goal what families get out of it, in words for them
/// @param round where those who come say what they thought; null before the first is announced
public record VisitSeries(
    UUID id,
    UUID organization,
    LocationId location,
    Text theme,
    Text goal,
    Set<UUID> partners,
    @Nullable UUID round) {
  public static final int LONGEST_THEME = 150;
  public static final int LONGEST_GOAL = 1000;
  static final int MOST_PARTNERS = 20;

  public VisitSeries {
    partners = Set.copyOf(partners);
  }

  /// Where it stands. It follows from what the partners decided over its feedback, and is kept
  /// nowhere else.
  public enum State {
    RUNNING,
    UNDER_REVIEW,
    CONTINUED,
    CHANGED,
    ENDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean mayBePlanned() {
      return this != ENDED;
    }

    /// @param round its feedback; null when nobody was asked yet
    static State of(@Nullable Round round) {
      if (round == null || round.state() == Round.State.OPEN) {
        return RUNNING;
      }
      return switch (round.decision()) {
        case null -> UNDER_REVIEW;
        case CONTINUE -> CONTINUED;
        case CHANGE -> CHANGED;
        case END -> ENDED;
      };
    }
  }

  public boolean isOf(UUID one) {
    return organization.equals(one);
  }

  /// The one event that its visits are the times of.
  public EventId event() {
    return new EventId(id);
  }

  VisitSeries with(Set<UUID> others) {
    return new VisitSeries(id, organization, location, theme, goal, others, round);
  }

  VisitSeries asking(UUID feedback) {
    return new VisitSeries(id, organization, location, theme, goal, partners, feedback);
  }
}
