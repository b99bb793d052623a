package fi.rinnalla.feedback;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people wrote in their own words: read first by the owner, who takes out names and what is
/// nobody's business; only then by the partners. Nobody reads anything before the figures are
/// counted, or one could see it come in while its writer still sits there.
@Component
public class Remarks {
  private final FeedbackRows rounds;
  private final RemarkRows rows;
  private final Gate gate;

  Remarks(FeedbackRows rounds, RemarkRows rows, Gate gate) {
    this.rounds = rounds;
    this.rows = rows;
    this.gate = gate;
  }

  /// What became of a remark.
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /// There are no words left, or too many.
    record NoWords() implements Outcome {}

    /// Somebody has left it out already, or it has been erased with time.
    record Gone() implements Outcome {}
  }

  /// All of them for the owner, those that may be read for a partner.
  @Transactional(readOnly = true)
  public List<Remark> of(Caller caller, UUID organization, UUID round) {
    Round found = allowed(caller, Action.READ, organization, round);
    if (found.state() == Round.State.OPEN) {
      return List.of();
    }
    return rows.of(round).stream().filter(it -> it.shown() || found.isOf(organization)).toList();
  }

  /// Lets the partners read it, as the owner has left it.
  @Transactional
  public Outcome show(Caller caller, UUID organization, UUID round, UUID remark, String words) {
    Round found = allowed(caller, Action.UPDATE, organization, round);
    if (words.isBlank() || words.length() > Remark.LONGEST) {
      return new Outcome.NoWords();
    }
    write(caller, found);
    return rows.show(round, remark, words) ? new Outcome.Done() : new Outcome.Gone();
  }

  /// Leaves it out for good.
  @Transactional
  public Outcome drop(Caller caller, UUID organization, UUID round, UUID remark) {
    write(caller, allowed(caller, Action.UPDATE, organization, round));
    return rows.drop(round, remark) ? new Outcome.Done() : new Outcome.Gone();
  }

  private void write(Caller caller, Round round) {
    Caller here = caller.within(round.organization());
    gate.open(
        here,
        Action.UPDATE,
        RecordType.FEEDBACK,
        round.id().toString(),
        OwnRounds.relations(here, round.organization(), round),
        null);
  }

  private Round allowed(Caller caller, Action action, UUID organization, UUID round) {
    Caller here = caller.within(organization);
    Round found = rounds.find(round).orElseThrow(() -> new NoSuchRecord(RecordType.FEEDBACK));
    if (!gate.may(
        here, action, RecordType.FEEDBACK, OwnRounds.relations(here, organization, found))) {
      throw new NoSuchRecord(RecordType.FEEDBACK);
    }
    return found;
  }
}
