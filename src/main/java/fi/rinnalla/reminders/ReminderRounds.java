package fi.rinnalla.reminders;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What time does to reminders, on one node of the cluster at a time. When two nodes do it at once,
/// since one was taken for dead, nothing is told twice all the same.
@Configuration(proxyBeanMethods = false)
class ReminderRounds {

  @Bean
  Task<Void> remindersDue(DueReminders due) {
    return Tasks.recurring("reminders-due", FixedDelay.ofSeconds(30)).execute((_, _) -> due.tell());
  }

  @Bean
  Task<Void> oldEventReminders(DueReminders due) {
    return Tasks.recurring("reminders-old", FixedDelay.ofMinutes(30))
        .execute((_, _) -> due.forget());
  }
}
