package fi.rinnalla.visits;

import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How somebody who acts for an organization stands to a series, and who may change it.
@Component
class OwnSeries {
  private final SeriesRows rows;
  private final FeedbackRounds rounds;
  private final Gate gate;

  OwnSeries(SeriesRows rows, FeedbackRounds rounds, Gate gate) {
    this.rows = rows;
    this.rounds = rounds;
    this.gate = gate;
  }

  /// The series for a change by its host, held until the end of the transaction.
  VisitSeries held(Caller caller, UUID organization, UUID series) {
    Caller here = caller.within(organization);
    VisitSeries found = rows.find(series).orElseThrow(OwnSeries::none);
    if (!found.isOf(organization)
        || !gate.may(here, Action.UPDATE, RecordType.VISIT, own(here, organization))) {
      throw none();
    }
    // Only who may change it holds it up.
    return rows.hold(series).orElseThrow(OwnSeries::none);
  }

  /// The series for whoever may read it.
  VisitSeries seen(Caller caller, UUID organization, UUID series) {
    Caller here = caller.within(organization);
    VisitSeries found = rows.find(series).orElseThrow(OwnSeries::none);
    if (!gate.may(here, Action.READ, RecordType.VISIT, relations(here, organization, found))) {
      throw none();
    }
    return found;
  }

  /// What the host changed is written down; what was refused has changed nothing.
  Outcome done(Caller caller, VisitSeries series, Action action, UUID id) {
    Caller here = caller.within(series.organization());
    gate.open(
        here, action, RecordType.VISIT, id.toString(), own(here, series.organization()), null);
    return new Outcome.Done(id);
  }

  Optional<Round> feedback(Caller caller, UUID organization, VisitSeries series) {
    return rounds.of(caller, organization).stream()
        .filter(it -> it.id().equals(series.round()))
        .findFirst();
  }

  static Set<Relation> relations(Caller here, UUID organization, VisitSeries series) {
    if (series.isOf(organization)) {
      return own(here, organization);
    }
    return series.partners().contains(organization) && here.organizations().contains(organization)
        ? Set.of(Relation.ASSIGNED)
        : Set.of();
  }

  static Set<Relation> own(Caller here, UUID organization) {
    return here.organizations().contains(organization) ? Set.of(Relation.ORGANIZATION) : Set.of();
  }

  static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.VISIT);
  }
}
