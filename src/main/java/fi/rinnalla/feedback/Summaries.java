package fi.rinnalla.feedback;

import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Counts a round, once. The single answers are deleted in the same moment: what isn't in the
/// figures can't be asked for afterwards, by anybody.
@Component
class Summaries {
  private final FeedbackRows rows;
  private final AnswerRows answers;
  private final RemarkRows remarks;
  private final SummaryLetter letter;
  private final HouseWork house;
  private final Clock clock;

  Summaries(
      FeedbackRows rows,
      AnswerRows answers,
      RemarkRows remarks,
      SummaryLetter letter,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.answers = answers;
    this.remarks = remarks;
    this.letter = letter;
    this.house = house;
    this.clock = clock;
  }

  /// @param round held by the caller's transaction
  Figures make(Round round) {
    return house.step(() -> {
      Figures figures = Figures.of(answers.of(round.id()), round.questions(), round.again());
      rows.summarise(round.id(), figures, LocalDate.ofInstant(clock.instant(), Zone.HELSINKI));
      answers.delete(round.id());
      if (figures.tooFew()) {
        // Words of one of three people are as good as signed.
        remarks.dropAll(round.id());
      }
      letter.send(round);
      return figures;
    });
  }
}
