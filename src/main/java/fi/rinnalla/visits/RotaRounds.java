package fi.rinnalla.visits;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Reminds presenters of their turns some days ahead, once each time, and forgets the links and
/// addresses of rotas that are over.
@Component
class RotaRounds {
  private final RotaRows rows;
  private final TurnRows turns;
  private final RotaLetters letters;
  private final VisitsSettings settings;
  private final HouseWork house;
  private final Clock clock;

  RotaRounds(
      RotaRows rows,
      TurnRows turns,
      RotaLetters letters,
      VisitsSettings settings,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.turns = turns;
    this.letters = letters;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// @return how many turns were reminded of
  int remind() {
    Instant now = clock.instant();
    List<Turn> near = house.step(() -> turns.starting(now, now.plus(settings.furthest())));
    int reminded = 0;
    for (Turn turn : near) {
      reminded += house.step(() -> remind(turn, now));
    }
    house.step(() -> rows.forget(now));
    return reminded;
  }

  private int remind(Turn seen, Instant now) {
    Rota held = rows.hold(seen.rota()).orElse(null);
    Turn turn = turns.find(seen.id()).orElse(null);
    Integer days = turn == null ? null : settings.due(turn.startsAt(), now).orElse(null);
    if (held == null || turn == null || days == null || !turn.isHeld(now)) {
      return 0;
    }
    Integer before = turn.reminded();
    if (before != null && before <= days) {
      return 0;
    }
    Turn next = turn.reminded(days);
    turns.put(next, held);
    letters.remind(held, next);
    return 1;
  }

  @Configuration(proxyBeanMethods = false)
  static class Hours {
    @Bean
    Task<Void> turnReminders(RotaRounds rounds) {
      return Tasks.recurring("visits-turn-reminders", FixedDelay.ofMinutes(15))
          .execute((_, _) -> rounds.remind());
    }
  }
}
