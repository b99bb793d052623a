package fi.rinnalla.signin;

import fi.rinnalla.storage.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// When a database was brought back from a backup, those who were forgotten since are in it again.
/// The list beside the master keys knows them, and at the start they are forgotten once more.
@Component
class ComeBack {
  private static final Logger log = LoggerFactory.getLogger(ComeBack.class);

  private final Departure departure;
  private final boolean serves;

  ComeBack(Departure departure, @Value("${rinnalla.serves:true}") boolean serves) {
    this.departure = departure;
    this.serves = serves;
  }

  @EventListener(ApplicationReadyEvent.class)
  void lookForThem() {
    if (serves) {
      int back = Viewer.house(departure::again);
      if (back > 0) {
        log.warn(
            "{} whom the house had forgotten were back in the database; forgotten again", back);
      }
    }
  }
}
