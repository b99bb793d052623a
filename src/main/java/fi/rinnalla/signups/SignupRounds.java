package fi.rinnalla.signups;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What time does to sign-ups by itself, on one node of the cluster at a time. Correctness doesn't
/// hang on it: a hold that ran out counts for nothing, whether or not a round has been.
@Configuration(proxyBeanMethods = false)
class SignupRounds {
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 25);

  @Bean
  Task<Void> signupsDue(Passing passing, CalendarNews news) {
    return Tasks.recurring("signups-due", FixedDelay.ofMinutes(1))
        .execute((_, _) -> {
          passing.settle();
          news.compare();
        });
  }

  @Bean
  Task<Void> oldSignups(Passing passing) {
    return Tasks.recurring("signups-old", new Daily(Zone.HELSINKI, AT_NIGHT))
        .execute((_, _) -> passing.forget());
  }
}
