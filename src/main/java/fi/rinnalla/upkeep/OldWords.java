package fi.rinnalla.upkeep;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Erases every night what visitors wrote in reports that were settled long ago. The numbers stay.
@Component
class OldWords {
  private static final Logger LOG = LoggerFactory.getLogger(OldWords.class);

  private final Reports reports;

  OldWords(Reports reports) {
    this.reports = reports;
  }

  /// The hour is [ModerationSettings#eraseAt].
  @Scheduled(
      cron = "${rinnalla.upkeep.erase-at:" + ModerationSettings.AT_NIGHT + "}",
      zone = "Europe/Helsinki")
  void erase() {
    int erased = reports.eraseOldWords();
    if (erased > 0) {
      LOG.info("the words of {} settled reports are erased", erased);
    }
  }
}
