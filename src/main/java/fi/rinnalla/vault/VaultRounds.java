package fi.rinnalla.vault;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens to keys by itself, on one node of the cluster at a time.
@Configuration(proxyBeanMethods = false)
class VaultRounds {
  private static final LocalTime AT_NIGHT = LocalTime.of(2, 50);

  @Bean
  Task<Void> keysTurn(KeyTurning turning, ErasedList erased) {
    return Tasks.recurring("keys-turn", new Daily(Zone.HELSINKI, AT_NIGHT))
        .execute((_, _) -> {
          erased.catchUp();
          turning.turn();
        });
  }
}
