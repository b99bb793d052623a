package fi.rinnalla.feedback;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How somebody who acts for an organization stands to a round, and who may change it.
@Component
class OwnRounds {
  private final FeedbackRows rows;
  private final Gate gate;

  OwnRounds(FeedbackRows rows, Gate gate) {
    this.rows = rows;
    this.gate = gate;
  }

  /// The round for a change by its own people, held until the end of the transaction.
  Round held(Caller caller, UUID organization, UUID round) {
    Caller here = caller.within(organization);
    Round found = rows.find(round).orElseThrow(() -> new NoSuchRecord(RecordType.FEEDBACK));
    Set<Relation> relations = relations(here, organization, found);
    if (!gate.may(here, Action.UPDATE, RecordType.FEEDBACK, relations)) {
      throw new NoSuchRecord(RecordType.FEEDBACK);
    }
    // Only who may change it holds it up.
    return rows.hold(round).orElseThrow(() -> new NoSuchRecord(RecordType.FEEDBACK));
  }

  /// What was changed is written down; what was refused has changed nothing.
  Outcome done(Caller caller, Round round) {
    Caller here = caller.within(round.organization());
    gate.open(
        here,
        Action.UPDATE,
        RecordType.FEEDBACK,
        round.id().toString(),
        own(here, round.organization()),
        null);
    return new Outcome.Done(round.id());
  }

  static Set<Relation> relations(Caller here, UUID organization, Round round) {
    if (round.isOf(organization)) {
      return own(here, organization);
    }
    return round.partners().contains(organization) && here.organizations().contains(organization)
        ? Set.of(Relation.ASSIGNED)
        : Set.of();
  }

  static Set<Relation> own(Caller here, UUID organization) {
    return here.organizations().contains(organization) ? Set.of(Relation.ORGANIZATION) : Set.of();
  }
}
