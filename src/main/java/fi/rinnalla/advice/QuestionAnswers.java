package fi.rinnalla.advice;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Sha256;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Questions that were left, from the side of an adviser.
@Component
public class QuestionAnswers {
  private final AtDesk here;
  private final QuestionRows rows;
  private final QuestionLetters letters;
  private final SignInLinks secrets;
  private final Tally tally;
  private final HouseWork house;
  private final Clock clock;

  QuestionAnswers(
      AtDesk here,
      QuestionRows rows,
      QuestionLetters letters,
      SignInLinks secrets,
      Tally tally,
      HouseWork house,
      Clock clock) {
    this.here = here;
    this.rows = rows;
    this.letters = letters;
    this.secrets = secrets;
    this.tally = tally;
    this.house = house;
    this.clock = clock;
  }

  /// What became of a step.
  public enum Outcome {
    DONE,
    /// Empty, or longer than is taken.
    NOT_GOOD,
    /// Somebody else has answered it, or taken it on.
    TOO_LATE
  }

  /// Read as the adviser, so that the second wall stands behind the first.
  @Transactional
  public List<LeftQuestion> of(Caller caller, UUID desk) {
    here.adviser(caller, desk, Action.READ);
    return rows.of(desk);
  }

  /// How many wait for an answer.
  @Transactional
  public int waiting(Caller caller, UUID desk) {
    here.adviser(caller, desk, Action.READ);
    return rows.waiting(desk);
  }

  @Transactional
  public LeftQuestion open(Caller caller, UUID desk, UUID question) {
    Adviser adviser = here.adviser(caller, desk, Action.READ);
    LeftQuestion found = rows.find(desk, question).orElseThrow(QuestionAnswers::none);
    here.openQuestion(caller, adviser, Action.READ, question);
    return found;
  }

  /// Takes it on, or gives it back.
  @Transactional
  public Outcome assign(Caller caller, UUID desk, UUID question, boolean mine) {
    Adviser adviser = here.adviser(caller, desk, Action.UPDATE);
    Outcome outcome =
        house.step(() -> {
          LeftQuestion held = rows.hold(desk, question).orElseThrow(QuestionAnswers::none);
          boolean free = held.adviser() == null || held.adviser().equals(adviser.person());
          if (!free || held.isAnswered()) {
            return Outcome.TOO_LATE;
          }
          rows.assign(question, mine ? adviser.person() : null);
          return Outcome.DONE;
        });
    if (outcome == Outcome.DONE) {
      here.openQuestion(caller, adviser, Action.UPDATE, question);
    }
    return outcome;
  }

  @Transactional
  public Outcome answer(Caller caller, UUID desk, UUID question, String words) {
    Adviser adviser = here.adviser(caller, desk, Action.UPDATE);
    if (words.isBlank() || words.length() > LeftQuestion.LONGEST_ANSWER) {
      return Outcome.NOT_GOOD;
    }
    Outcome outcome =
        house.step(() -> {
          LeftQuestion held = rows.hold(desk, question).orElseThrow(QuestionAnswers::none);
          if (held.isAnswered()) {
            return Outcome.TOO_LATE;
          }
          answer(held, adviser, words);
          return Outcome.DONE;
        });
    if (outcome == Outcome.DONE) {
      here.openQuestion(caller, adviser, Action.UPDATE, question);
    }
    return outcome;
  }

  private void answer(LeftQuestion held, Adviser adviser, String words) {
    Optional<String> email = rows.email(held.id());
    // What is kept is a digest, so a letter's link gets a secret of its own.
    String secret = secrets.secret();
    byte[] digest = email.isPresent() ? Sha256.of(secret) : null;
    rows.answer(held.id(), words, adviser.name(), digest, clock.instant());
    email.ifPresent(it -> letters.send(held, it, words, secret));
    tally.add(held.desk(), held.lang(), held.topic(), Tally.What.QUESTION_ANSWERED);
  }

  private static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.QUESTION);
  }
}
