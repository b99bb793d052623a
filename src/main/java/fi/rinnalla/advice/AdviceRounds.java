package fi.rinnalla.advice;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When time is looked at, on one node of the cluster at a time.
@Configuration(proxyBeanMethods = false)
class AdviceRounds {

  /// Often, for somebody waits whom it tells that the adviser is lost.
  @Bean
  Task<Void> adviceDue(AdvicePassing passing) {
    return Tasks.recurring("advice-due", FixedDelay.ofSeconds(15))
        .execute((_, _) -> passing.pass());
  }

  /// Each hour: what is kept twenty hours at most is gone within a day.
  @Bean
  Task<Void> oldAdvice(AdvicePassing passing) {
    return Tasks.recurring("advice-old", FixedDelay.ofHours(1)).execute((_, _) -> passing.forget());
  }
}
