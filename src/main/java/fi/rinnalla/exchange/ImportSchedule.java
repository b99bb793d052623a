package fi.rinnalla.exchange;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/// When imports run by themselves: what was killed goes on at start, and once a minute one node of
/// the cluster looks which sources are due.
@Configuration(proxyBeanMethods = false)
class ImportSchedule {
  private static final Logger log = LoggerFactory.getLogger(ImportSchedule.class);

  @Bean
  Task<Void> dueSources(Imports imports) {
    return Tasks.recurring("exchange-due-sources", FixedDelay.ofMinutes(1))
        .execute((_, _) -> imports.runDue());
  }

  @Bean
  Resumption importResumption(Imports imports) {
    return new Resumption(imports);
  }

  /// Lands what a killed import left, beside the first visitors: a hundred thousand records would
  /// keep the door shut for a minute.
  record Resumption(Imports imports) {
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
      Thread.ofVirtual()
          .name("import-resumption")
          .start(() -> {
            try {
              imports.resume().forEach(run -> log.info("run {} is {}", run.id(), run.state()));
            } catch (RuntimeException fault) {
              log.warn("resuming imports failed", fault);
            }
          });
    }
  }
}
