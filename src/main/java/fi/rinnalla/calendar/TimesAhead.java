package fi.rinnalla.calendar;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sees to it every night that the times reach as far ahead as promised. Every node does it at the
/// same hour and none waits for another: each takes the events that no other holds
/// ([EventRows#madeBefore]), and a night slept through is made up for in the next.
@Component
class TimesAhead {
  private static final Logger LOG = LoggerFactory.getLogger(TimesAhead.class);

  private final Calendar calendar;

  TimesAhead(Calendar calendar) {
    this.calendar = calendar;
  }

  /// The hour is [CalendarSettings#makeTimesAt].
  @Scheduled(
      cron = "${rinnalla.calendar.make-times-at:" + CalendarSettings.AT_NIGHT + "}",
      zone = "Europe/Helsinki")
  void makeTimes() {
    int events = calendar.makeTimes();
    if (events > 0) {
      LOG.info("{} events got new times", events);
    }
  }
}
