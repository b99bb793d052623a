package fi.rinnalla.feedback;

import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of those who answer: behind a sitting's link, and nobody is asked who they are. Not
/// written to the audit log, for there is nobody to name.
@Component
public class Answering {
  private final FeedbackRows rounds;
  private final AnswerRows answers;
  private final RemarkRows remarks;
  private final HouseWork house;
  private final Clock clock;

  Answering(
      FeedbackRows rounds, AnswerRows answers, RemarkRows remarks, HouseWork house, Clock clock) {
    this.rounds = rounds;
    this.answers = answers;
    this.remarks = remarks;
    this.house = house;
    this.clock = clock;
  }

  /// What is behind a link.
  public record Asked(Round round, Sitting sitting, Sitting.State state) {}

  /// What somebody says.
  ///
  /// @param form of which form; one that has come in already counts once
  /// @param useful from 1 to 5; 0 when nothing was chosen
  /// @param words in their own; may be empty
  /// @param again whether the phone says that it has answered here before
  public record Said(
      UUID form,
      Lang lang,
      int useful,
      @Nullable Boolean more,
      Set<Learnt> learnt,
      String words,
      boolean again) {
    public Said {
      learnt = Set.copyOf(learnt);
    }
  }

  /// What became of it.
  public sealed interface Outcome {
    /// Kept, or kept already.
    record Thanks() implements Outcome {}

    /// One can't answer now, or never could.
    record Shut() implements Outcome {}

    /// @param what the questions that need an answer or a shorter one
    record Unclear(Set<What> what) implements Outcome {
      public Unclear {
        what = Set.copyOf(what);
      }
    }

    enum What {
      USEFUL,
      MORE,
      WORDS
    }
  }

  @Transactional(readOnly = true)
  public Optional<Asked> find(String token) {
    return house.step(() -> asked(token));
  }

  @Transactional
  public Outcome answer(String token, Said said) {
    return house.step(() -> {
      Asked asked = asked(token).orElse(null);
      if (asked == null || asked.state() != Sitting.State.OPEN) {
        return new Outcome.Shut();
      }
      Round round = asked.round();
      Set<Outcome.What> unclear = unclear(round.questions(), said);
      if (!unclear.isEmpty()) {
        return new Outcome.Unclear(unclear);
      }
      if (!answers.take(said.form(), asked.sitting().id())) {
        return new Outcome.Thanks();
      }
      if (!rounds.lock(round.id(), said.again())) {
        return new Outcome.Shut();
      }
      keep(asked, said);
      return new Outcome.Thanks();
    });
  }

  private void keep(Asked asked, Said said) {
    Round round = asked.round();
    Set<Learnt> learnt = new HashSet<>(said.learnt());
    learnt.retainAll(round.questions().learnt());
    Boolean more = round.questions().more() ? said.more() : null;
    answers.add(
        round.id(), new Answer(asked.sitting().id(), said.lang(), said.useful(), more, learnt));
    if (round.questions().words() && !said.words().isBlank()) {
      remarks.add(round.id(), round.organization(), said.words());
    }
  }

  private static Set<Outcome.What> unclear(Questions questions, Said said) {
    Set<Outcome.What> unclear = new HashSet<>();
    if (said.useful() < Answer.LEAST || said.useful() > Answer.MOST) {
      unclear.add(Outcome.What.USEFUL);
    }
    if (questions.more() && said.more() == null) {
      unclear.add(Outcome.What.MORE);
    }
    if (questions.words() && said.words().length() > Remark.LONGEST) {
      unclear.add(Outcome.What.WORDS);
    }
    return unclear;
  }

  private Optional<Asked> asked(String token) {
    Instant now = clock.instant();
    return rounds
        .byToken(token)
        .flatMap(sitting ->
            rounds
                .find(sitting.round())
                .map(round -> new Asked(round, sitting, state(round, sitting, now))));
  }

  private static Sitting.State state(Round round, Sitting sitting, Instant now) {
    return round.state() == Round.State.OPEN ? sitting.at(now) : Sitting.State.CLOSED;
  }
}
