package fi.rinnalla.notifications;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens to letters by itself, on one node of the cluster at a time: those that waited or
/// failed leave, and what has been kept long enough is forgotten.
@Configuration(proxyBeanMethods = false)
class Rounds {

  @Bean
  Task<Void> dueLetters(Postman postman) {
    return Tasks.recurring("notifications-due-letters", FixedDelay.ofSeconds(15))
        .execute((_, _) -> postman.deliver());
  }

  @Bean
  Task<Void> oldLetters(Postman postman) {
    return Tasks.recurring("notifications-old-letters", FixedDelay.ofMinutes(30))
        .execute((_, _) -> postman.forget());
  }
}
