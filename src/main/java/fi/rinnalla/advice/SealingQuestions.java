package fi.rinnalla.advice;

import fi.rinnalla.storage.HouseWork;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Seals the questions of a house that was here before they were sealed, once.
@Component
class SealingQuestions implements ApplicationRunner {
  private final QuestionRows rows;
  private final HouseWork house;

  SealingQuestions(QuestionRows rows, HouseWork house) {
    this.rows = rows;
    this.house = house;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    house.step(rows::sealThoseOfBefore);
  }
}
