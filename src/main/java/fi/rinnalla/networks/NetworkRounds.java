package fi.rinnalla.networks;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens to networks by itself, on one node of the cluster at a time.
@Configuration(proxyBeanMethods = false)
class NetworkRounds {
  private static final LocalTime IN_THE_MORNING = LocalTime.of(8, 25);
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 45);

  @Bean
  Task<Void> networksWait(NetworkPassing passing) {
    return Tasks.recurring("networks-wait", new Daily(Zone.HELSINKI, IN_THE_MORNING))
        .execute((_, _) -> passing.pass());
  }

  @Bean
  Task<Void> oldNetworks(NetworkPassing passing) {
    return Tasks.recurring("networks-old", new Daily(Zone.HELSINKI, AT_NIGHT))
        .execute((_, _) -> passing.forget());
  }
}
