package fi.rinnalla.referrals;

import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Writes a matter's next step down; when a family is on its way by it, plans to ask later whether
/// it helped.
@Component
class Following {
  private static final Set<HelpCase.State> ON_THEIR_WAY =
      EnumSet.of(HelpCase.State.REFERRED, HelpCase.State.SELF_GUIDED, HelpCase.State.SETTLED);

  private final CaseRows cases;
  private final BesideRows rows;
  private final Clock clock;

  Following(CaseRows cases, BesideRows rows, Clock clock) {
    this.cases = cases;
    this.rows = rows;
    this.clock = clock;
  }

  /// @throws IllegalStateException when it doesn't stand so that this could follow
  HelpCase to(HelpCase its, HelpCase.State next) {
    HelpCase after = Steps.to(its, next, clock.instant());
    cases.put(after);
    if (its.state() == HelpCase.State.CLOSED) {
      rows.forgetFollowing(its.id());
    }
    if (ON_THEIR_WAY.contains(next)) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
      Beside.weeks().forEach(weeks -> rows.follow(its, weeks, today.plusWeeks(weeks)));
    }
    return after;
  }
}
