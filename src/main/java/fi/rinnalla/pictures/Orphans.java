package fi.rinnalla.pictures;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Each night, on one node of the cluster, pictures that nobody needs are taken away.
@Configuration(proxyBeanMethods = false)
class Orphans {
  private static final Logger log = LoggerFactory.getLogger(Orphans.class);
  private static final LocalTime WHEN = LocalTime.of(3, 25);

  @Bean
  Task<Void> pictureRound(Pictures pictures) {
    return Tasks.recurring("pictures-orphans", new Daily(Zone.HELSINKI, WHEN))
        .execute((_, _) -> log.info("{} pictures that nobody needs are gone", pictures.forget()));
  }
}
