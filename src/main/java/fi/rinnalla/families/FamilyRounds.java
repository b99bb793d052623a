package fi.rinnalla.families;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What time does to consents and invitations by itself. A consent whose time is out lets nothing
/// be known from that moment, whether or not a round has been.
@Configuration(proxyBeanMethods = false)
class FamilyRounds {

  @Bean
  Task<Void> consentsPass(ConsentPassing consents, FamilyRows rows, HouseWork house, Clock clock) {
    return Tasks.recurring("consents-pass", FixedDelay.ofMinutes(10))
        .execute((_, _) -> {
          consents.pass();
          house.step(() -> {
            rows.forgetInvitations(clock.instant());
            return clock;
          });
        });
  }
}
