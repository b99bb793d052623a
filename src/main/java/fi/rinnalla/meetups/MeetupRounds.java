package fi.rinnalla.meetups;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What time does to meet-ups by itself, on one node of the cluster at a time.
@Configuration(proxyBeanMethods = false)
class MeetupRounds {
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 35);

  @Bean
  Task<Void> meetupsDue(MeetupPassing passing, GroupPassing groups) {
    return Tasks.recurring("meetups-due", FixedDelay.ofMinutes(10))
        .execute((_, _) -> {
          passing.pass();
          groups.pass();
        });
  }

  @Bean
  Task<Void> oldMeetups(MeetupPassing passing, GroupPassing groups) {
    return Tasks.recurring("meetups-old", new Daily(Zone.HELSINKI, AT_NIGHT))
        .execute((_, _) -> {
          passing.forget();
          groups.forget();
        });
  }
}
