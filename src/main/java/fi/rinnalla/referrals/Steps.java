package fi.rinnalla.referrals;

import fi.rinnalla.identity.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a matter goes on: each step gives the matter as it is after it.
final class Steps {
  private Steps() {}

  /// @throws IllegalStateException when it doesn't stand so that this could follow
  static HelpCase to(HelpCase it, HelpCase.State next, Instant now) {
    if (next == HelpCase.State.CLOSED || !it.state().leadsTo(next)) {
      throw new IllegalStateException("a matter that is " + it.state() + " can't be " + next);
    }
    boolean again = it.state() == HelpCase.State.CLOSED;
    Instant contacted = it.contactedAt();
    return with(
        it,
        next,
        it.level(),
        it.navigator(),
        it.needs(),
        it.words(),
        it.contact(),
        null,
        again ? it.stops() + 1 : it.stops(),
        contacted == null ? now : contacted,
        null);
  }

  static HelpCase taken(HelpCase it, @Nullable PersonId navigator) {
    return with(
        it,
        it.state(),
        it.level(),
        navigator,
        it.needs(),
        it.words(),
        it.contact(),
        it.outcome(),
        it.stops(),
        it.contactedAt(),
        it.closedAt());
  }

  static HelpCase leveled(HelpCase it, HelpCase.Level level) {
    return with(
        it,
        it.state(),
        level,
        it.navigator(),
        it.needs(),
        it.words(),
        it.contact(),
        it.outcome(),
        it.stops(),
        it.contactedAt(),
        it.closedAt());
  }

  /// After a talk: what is needed, in the family's words.
  static HelpCase mapped(HelpCase it, Set<Need> needs, String words) {
    return with(
        it,
        it.state(),
        it.level(),
        it.navigator(),
        needs,
        words,
        it.contact(),
        it.outcome(),
        it.stops(),
        it.contactedAt(),
        it.closedAt());
  }

  static HelpCase closed(HelpCase it, HelpCase.Outcome outcome, Instant now) {
    return with(
        it,
        HelpCase.State.CLOSED,
        it.level(),
        it.navigator(),
        it.needs(),
        it.words(),
        it.contact(),
        outcome,
        it.stops(),
        it.contactedAt(),
        now);
  }

  /// Closed, and empty of all that told of anybody.
  static HelpCase withdrawn(HelpCase it, Instant now) {
    return with(
        it,
        HelpCase.State.CLOSED,
        it.level(),
        null,
        Set.of(),
        "",
        "",
        HelpCase.Outcome.WITHDRAWN,
        it.stops(),
        it.contactedAt(),
        now);
  }

  private static HelpCase with(
      HelpCase it,
      HelpCase.State state,
      HelpCase.Level level,
      @Nullable PersonId navigator,
      Set<Need> needs,
      String words,
      String contact,
      HelpCase.@Nullable Outcome outcome,
      int stops,
      @Nullable Instant contactedAt,
      @Nullable Instant closedAt) {
    return new HelpCase(
        it.id(),
        it.person(),
        it.team(),
        it.area(),
        it.source(),
        state,
        level,
        navigator,
        it.consent(),
        needs,
        words,
        it.reach(),
        contact,
        it.hours(),
        outcome,
        stops,
        it.askedAt(),
        contactedAt,
        closedAt);
  }
}
