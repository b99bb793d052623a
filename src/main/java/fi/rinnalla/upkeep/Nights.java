package fi.rinnalla.upkeep;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/// What time does by itself: each night, on one node of the cluster, records come of age and their
/// keepers are asked; the letters leave in the morning. A house that was shut looks at start.
@Configuration(proxyBeanMethods = false)
class Nights {
  private static final Logger log = LoggerFactory.getLogger(Nights.class);
  private static final LocalTime WHEN = LocalTime.of(3, 5);

  @Bean
  Task<Void> reminderRound(Reminders reminders) {
    return Tasks.recurring("upkeep-reminders", new Daily(Zone.HELSINKI, WHEN))
        .execute((_, _) -> log.info("{} organizations were asked", reminders.send()));
  }

  @Bean
  Start upkeepStart(Reminders reminders, @Value("${rinnalla.serves:true}") boolean serves) {
    return new Start(reminders, serves);
  }

  record Start(Reminders reminders, boolean serves) {
    @EventListener(ApplicationReadyEvent.class)
    void look() {
      if (serves) {
        reminders.turn();
      }
    }
  }
}
