package fi.rinnalla.identity;

import fi.rinnalla.storage.HouseWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Seals the names and addresses of a house that was here before they were sealed, once.
@Component
class SealingPeople implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(SealingPeople.class);
  private static final int AT_ONCE = 500;

  private final PeopleRows rows;
  private final HouseWork house;

  SealingPeople(PeopleRows rows, HouseWork house) {
    this.rows = rows;
    this.house = house;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    int all = 0;
    int some;
    do {
      some = house.step(() -> rows.sealSome(AT_ONCE));
      all += some;
    } while (some == AT_ONCE);
    if (all > 0) {
      log.info("the names and addresses of {} people were sealed", all);
    }
  }
}
