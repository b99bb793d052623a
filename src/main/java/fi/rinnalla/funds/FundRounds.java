package fi.rinnalla.funds;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What time does to vouchers and to what is kept of applications.
@Configuration(proxyBeanMethods = false)
class FundRounds {

  @Bean
  Task<Void> hobbySupportPasses(HobbyKeeping keeping) {
    return Tasks.recurring("hobby-support-passes", FixedDelay.ofMinutes(30))
        .execute((_, _) -> keeping.pass());
  }
}
