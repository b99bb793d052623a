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

/// Reminds partners of their visits some days ahead, once each time, and forgets old links.
@Component
class VisitRounds {
  private final VisitRows rows;
  private final SeriesRows series;
  private final VisitLetters letters;
  private final VisitsSettings settings;
  private final HouseWork house;
  private final Clock clock;

  VisitRounds(
      VisitRows rows,
      SeriesRows series,
      VisitLetters letters,
      VisitsSettings settings,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.series = series;
    this.letters = letters;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// @return how many partners were reminded
  int remind() {
    Instant now = clock.instant();
    List<Visit> near = house.step(() -> rows.starting(now, now.plus(settings.furthest())));
    int reminded = 0;
    for (Visit visit : near) {
      reminded += house.step(() -> remind(visit, now));
    }
    house.step(() -> rows.forgetLinks(now));
    return reminded;
  }

  private int remind(Visit seen, Instant now) {
    VisitSeries held = series.hold(seen.series()).orElse(null);
    Visit visit = rows.find(seen.id()).orElse(null);
    Integer days = visit == null ? null : settings.due(visit.startsAt(), now).orElse(null);
    if (held == null || visit == null || days == null || !visit.mayBeChanged(now)) {
      return 0;
    }
    int reminded = 0;
    for (PartnerAnswer answer : visit.answers()) {
      Integer before = answer.reminded();
      if (answer.answer() != PartnerAnswer.Answer.NOT_COMING && (before == null || before > days)) {
        Visit next = rows.find(visit.id()).orElseThrow().reminded(answer.partner(), days);
        rows.put(next, held);
        letters.remind(next, held, answer.partner());
        reminded++;
      }
    }
    return reminded;
  }

  @Configuration(proxyBeanMethods = false)
  static class Hours {
    @Bean
    Task<Void> visitReminders(VisitRounds rounds) {
      return Tasks.recurring("visits-reminders", FixedDelay.ofMinutes(15))
          .execute((_, _) -> rounds.remind());
    }
  }
}
