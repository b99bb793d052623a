package fi.rinnalla.networks;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A network whose time is out is forgotten in the night.
@Configuration(proxyBeanMethods = false)
class NetworkRounds {
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 45);

  @Bean
  Task<Void> oldNetworks(NetworkRows rows, HouseWork house) {
    return Tasks.recurring("networks-old", new Daily(Zone.HELSINKI, AT_NIGHT))
        .execute((_, _) -> house.step(rows::forget));
  }
}
