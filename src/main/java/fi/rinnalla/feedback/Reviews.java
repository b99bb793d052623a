package fi.rinnalla.feedback;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The end of a round: its figures, what is decided of it, and whether everybody may see.
@Component
public class Reviews {
  private final FeedbackRows rows;
  private final OwnRounds own;
  private final Summaries summaries;
  private final SummaryLetter letter;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Reviews(
      FeedbackRows rows,
      OwnRounds own,
      Summaries summaries,
      SummaryLetter letter,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.own = own;
    this.summaries = summaries;
    this.letter = letter;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// Counts the figures, once for all, when every link has closed; its own people and the partners
  /// see them from the same moment on.
  @Transactional
  public Outcome summarise(Caller caller, UUID organization, UUID round) {
    Round held = own.held(caller, organization, round);
    if (!held.state().mayBeSummarised()) {
      return new Outcome.NotNow();
    }
    List<Sitting> sittings = rows.sittings(round);
    Instant closes =
        sittings.stream().map(Sitting::closesAt).max(Comparator.naturalOrder()).orElse(null);
    if (closes == null || clock.instant().isBefore(closes)) {
      return new Outcome.StillOpen(closes);
    }
    summaries.make(held);
    return own.done(caller, held);
  }

  /// What is decided of it together, and the minutes. The partners have a letter of a decision, but
  /// none when the minutes alone are mended.
  @Transactional
  public Outcome review(
      Caller caller,
      UUID organization,
      UUID round,
      Round.@Nullable Decision decision,
      String minutes) {
    Round held = own.held(caller, organization, round);
    if (!held.state().mayBeReviewed()) {
      return new Outcome.NotNow();
    }
    if (decision == null || minutes.length() > Round.LONGEST_MINUTES) {
      return new Outcome.NoDecision();
    }
    rows.review(round, decision, minutes);
    if (held.decision() != decision) {
      house.step(() -> {
        letter.decided(held, decision);
        return held;
      });
    }
    return own.done(caller, held);
  }

  /// Lets anybody see the figures, or nobody else any more.
  @Transactional
  public Outcome publish(Caller caller, UUID organization, UUID round, boolean published) {
    Round held = own.held(caller, organization, round);
    if (held.state() == Round.State.OPEN) {
      return new Outcome.NotNow();
    }
    if (published && held.told().isEmpty()) {
      return new Outcome.TooFew();
    }
    rows.publish(round, published);
    return own.done(caller, held);
  }

  /// The figures that were let out to everybody.
  @Transactional(readOnly = true)
  public Optional<FeedbackRounds.Shown> published(Caller caller, UUID round) {
    if (!gate.may(caller, Action.READ, RecordType.FEEDBACK, Set.of(Relation.PUBLISHED))) {
      return Optional.empty();
    }
    return house.step(() ->
        rows.find(round)
            .filter(Round::published)
            .filter(it -> it.told().isPresent())
            .map(it -> new FeedbackRounds.Shown(it, rows.sittings(round), false, 0)));
  }

  /// What was let out of the feedback about any of these, such as events; the latest first.
  @Transactional(readOnly = true)
  public List<Round> publishedAbout(Caller caller, Collection<UUID> about) {
    if (about.isEmpty()
        || !gate.may(caller, Action.READ, RecordType.FEEDBACK, Set.of(Relation.PUBLISHED))) {
      return List.of();
    }
    return house.step(
        () -> rows.publishedAbout(about).stream().filter(it -> it.told().isPresent()).toList());
  }
}
