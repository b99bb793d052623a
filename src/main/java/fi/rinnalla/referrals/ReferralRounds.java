package fi.rinnalla.referrals;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens to referrals by itself, on one node of the cluster at a time.
@Configuration(proxyBeanMethods = false)
class ReferralRounds {
  private static final LocalTime IN_THE_MORNING = LocalTime.of(8, 20);
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 35);

  @Bean
  Task<Void> referralsWait(CasePassing passing, Beside beside, TeamLoads loads) {
    return Tasks.recurring("referrals-wait", new Daily(Zone.HELSINKI, IN_THE_MORNING))
        .execute((_, _) -> {
          loads.letGo();
          passing.pass();
          beside.pass();
        });
  }

  @Bean
  Task<Void> oldCases(CasePassing passing) {
    return Tasks.recurring("referrals-old", new Daily(Zone.HELSINKI, AT_NIGHT))
        .execute((_, _) -> passing.forget());
  }
}
