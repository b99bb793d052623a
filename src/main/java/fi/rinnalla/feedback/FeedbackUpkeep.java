package fi.rinnalla.feedback;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// What isn't kept: each night what people wrote in their own words goes a year after the first
/// time it may be about, and which forms have come in goes when nobody can send them again. A round
/// that nobody summed up for a year is summed up then, so that no single answer stays.
@Component
class FeedbackUpkeep {
  private static final Logger log = LoggerFactory.getLogger(FeedbackUpkeep.class);
  private static final LocalTime WHEN = LocalTime.of(3, 25);
  static final Period WORDS_KEPT = Period.ofMonths(12);

  private final FeedbackRows rounds;
  private final AnswerRows answers;
  private final RemarkRows remarks;
  private final Summaries summaries;
  private final HouseWork house;
  private final Clock clock;

  FeedbackUpkeep(
      FeedbackRows rounds,
      AnswerRows answers,
      RemarkRows remarks,
      Summaries summaries,
      HouseWork house,
      Clock clock) {
    this.rounds = rounds;
    this.answers = answers;
    this.remarks = remarks;
    this.summaries = summaries;
    this.house = house;
    this.clock = clock;
  }

  /// @return how many remarks went
  int tidy() {
    Instant now = clock.instant();
    Instant aYearAgo = now.atZone(Zone.HELSINKI).minus(WORDS_KEPT).toInstant();
    return house.step(() -> {
      rounds
          .forgotten(aYearAgo)
          .forEach(id ->
              rounds
                  .hold(id)
                  .filter(it -> it.state().mayBeSummarised())
                  .ifPresent(summaries::make));
      answers.forgetForms(now.minus(Sitting.ANSWERED));
      return remarks.forget(aYearAgo);
    });
  }

  @Configuration(proxyBeanMethods = false)
  static class Nights {
    @Bean
    Task<Void> feedbackRound(FeedbackUpkeep upkeep) {
      return Tasks.recurring("feedback-tidy", new Daily(Zone.HELSINKI, WHEN))
          .execute((_, _) -> log.info("{} remarks were erased", upkeep.tidy()));
    }
  }
}
