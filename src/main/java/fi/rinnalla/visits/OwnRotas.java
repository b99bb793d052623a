package fi.rinnalla.visits;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which places and rotas are an organization's own, and who may change them.
@Component
class OwnRotas {
  private final RotaRows rows;
  private final Directory directory;
  private final Gate gate;

  OwnRotas(RotaRows rows, Directory directory, Gate gate) {
    this.rows = rows;
    this.directory = directory;
    this.gate = gate;
  }

  /// The public places that the organization keeps: who takes turns there is told on their pages.
  List<Listing<Location>> places(UUID organization) {
    return directory.locationsOf(new OrganizationId(organization)).stream()
        .filter(it -> VisitPlans.isPublic(it))
        .toList();
  }

  Optional<Listing<Location>> place(UUID organization, LocationId id) {
    return directory
        .find(id)
        .filter(it -> VisitPlans.isPublic(it))
        .filter(it -> new OrganizationId(organization).equals(it.record().organization()));
  }

  void may(Caller caller, UUID organization, Action action) {
    Caller here = caller.within(organization);
    if (!gate.may(here, action, RecordType.ROTA, OwnSeries.own(here, organization))) {
      throw none();
    }
  }

  Rota seen(Caller caller, UUID organization, UUID rota) {
    may(caller, organization, Action.READ);
    return rows.find(rota).filter(it -> it.isOf(organization)).orElseThrow(OwnRotas::none);
  }

  /// The rota for a change by its host, held until the end of the transaction.
  Rota held(Caller caller, UUID organization, UUID rota) {
    may(caller, organization, Action.UPDATE);
    Rota found = rows.find(rota).filter(it -> it.isOf(organization)).orElseThrow(OwnRotas::none);
    // Only who may change it holds it up.
    return rows.hold(found.id()).orElseThrow(OwnRotas::none);
  }

  /// What the host changed is written down; what was refused has changed nothing.
  Outcome done(Caller caller, Rota rota, Action action) {
    Caller here = caller.within(rota.organization());
    gate.open(
        here,
        action,
        RecordType.ROTA,
        rota.id().toString(),
        OwnSeries.own(here, rota.organization()),
        null);
    return new Outcome.Done(rota.id());
  }

  static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.ROTA);
  }
}
