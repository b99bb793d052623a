package fi.rinnalla.merging;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Each night, on one node of the cluster, after the day's imports: what is here twice?
@Configuration(proxyBeanMethods = false)
class NightlyRound {
  private static final Logger log = LoggerFactory.getLogger(NightlyRound.class);
  private static final LocalTime WHEN = LocalTime.of(2, 20);

  @Bean
  Task<Void> doublesRound(Pairs pairs) {
    return Tasks.recurring("merging-doubles", new Daily(Zone.HELSINKI, WHEN))
        .execute((_, _) -> {
          Pairs.Round round = pairs.round();
          log.info(
              "{} pairs may be the same, {} of them new; {} no more",
              round.found(),
              round.added(),
              round.gone());
        });
  }
}
