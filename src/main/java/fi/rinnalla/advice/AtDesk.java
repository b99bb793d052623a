package fi.rinnalla.advice;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How a caller stands to a desk and to a talk: whoever sits there is let in, to everybody else
/// there is none ([NoSuchRecord]).
@Component
class AtDesk {
  private final AdviserRows rows;
  private final Gate gate;

  AtDesk(AdviserRows rows, Gate gate) {
    this.rows = rows;
    this.gate = gate;
  }

  /// The caller as an adviser of the desk.
  Adviser adviser(Caller caller, UUID desk, Action action) {
    Adviser adviser =
        caller.isVisitor() ? null : rows.find(desk, caller.person().id()).orElse(null);
    if (adviser == null
        || !gate.may(
            caller.within(adviser.organization()),
            action,
            RecordType.DESK,
            Set.of(Relation.ASSIGNED))) {
      throw new NoSuchRecord(RecordType.DESK);
    }
    return adviser;
  }

  /// Lets the adviser through to a talk of the desk, and writes it down.
  void open(Caller caller, Adviser adviser, Action action, UUID chat) {
    gate.open(
        caller.within(adviser.organization()),
        action,
        RecordType.CHAT,
        chat.toString(),
        Set.of(Relation.ASSIGNED),
        null);
  }

  void openQuestion(Caller caller, Adviser adviser, Action action, UUID question) {
    gate.open(
        caller.within(adviser.organization()),
        action,
        RecordType.QUESTION,
        question.toString(),
        Set.of(Relation.ASSIGNED),
        null);
  }
}
