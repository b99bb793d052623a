package fi.rinnalla.merging;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Each night, on one node of the cluster, after the day's imports: what is here twice?
@Configuration(proxyBeanMethods = false)
class NightlyRound {
  private static final LocalTime WHEN = LocalTime.of(2, 20);

  @Bean
  Task<Void> doublesRound(DoublesRounds rounds) {
    return Tasks.recurring("merging-doubles", new Daily(Zone.HELSINKI, WHEN))
        .execute((_, _) -> rounds.night());
  }
}
