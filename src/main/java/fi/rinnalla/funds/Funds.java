package fi.rinnalla.funds;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Funds and their rounds: everybody sees which are open, an organization's handlers keep them.
@Component
public class Funds {
  private final FundRows rows;
  private final HobbyApplicationRows applications;
  private final HobbyVoucherRows vouchers;
  private final HobbyMoney money;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Funds(
      FundRows rows,
      HobbyApplicationRows applications,
      HobbyVoucherRows vouchers,
      HobbyMoney money,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.applications = applications;
    this.vouchers = vouchers;
    this.money = money;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What its handlers tell of a fund.
  public record Told(
      Text name,
      String donor,
      int budgetCents,
      int youngest,
      int oldest,
      Set<AreaCode> areas,
      int mostCents) {
    public Told {
      areas = Set.copyOf(areas);
    }
  }

  /// A round that is open, or opens later.
  public record Coming(Fund fund, FundRound round, boolean open) {}

  /// A fund with its rounds and figures, as its handlers see it.
  public record Kept(Fund fund, List<FundRound> rounds, FundFigures figures) {}

  /// For everybody: what can be applied for now or later.
  @Transactional(readOnly = true)
  public List<Coming> coming() {
    LocalDate today = today();
    return house.step(() ->
        rows.notClosed(today).stream()
            .map(round ->
                new Coming(rows.find(round.fund()).orElseThrow(), round, round.isOpen(today)))
            .toList());
  }

  @Transactional
  public List<Fund> of(Caller caller, OrganizationId organization) {
    return house.step(() -> {
      open(caller, Action.READ, organization, organization.toString());
      return rows.of(organization);
    });
  }

  @Transactional
  public Kept get(Caller caller, OrganizationId organization, FundId id) {
    return house.step(() -> {
      Fund fund = find(caller, Action.READ, organization, id);
      return new Kept(
          fund,
          rows.rounds(id),
          FundFigures.of(fund, vouchers.of(id), applications.waiting(id).size()));
    });
  }

  @Transactional
  public FundId found(Caller caller, OrganizationId organization, Told told) {
    return house.step(() -> {
      FundId id = new FundId(UUID.randomUUID());
      open(caller, Action.CREATE, organization, id.toString());
      rows.add(
          new Fund(
              id,
              organization,
              told.name(),
              told.donor(),
              told.budgetCents(),
              0,
              0,
              told.youngest(),
              told.oldest(),
              told.areas(),
              told.mostCents()),
          clock.instant());
      return id;
    });
  }

  @Transactional
  public void open(
      Caller caller, OrganizationId organization, FundId id, LocalDate opens, LocalDate closes) {
    house.step(() -> {
      find(caller, Action.UPDATE, organization, id);
      rows.add(new FundRound(new FundRoundId(UUID.randomUUID()), id, opens, closes));
      return id;
    });
  }

  /// More money, which is offered at once to those who wait, in their order.
  @Transactional
  public void topUp(Caller caller, OrganizationId organization, FundId id, int cents) {
    house.step(() -> {
      find(caller, Action.UPDATE, organization, id);
      rows.hold(id);
      rows.topUp(id, cents);
      money.offer(id);
      return id;
    });
  }

  static Set<Relation> relations(Caller caller, OrganizationId organization) {
    return caller.organizations(Role.HOBBY_HANDLER).contains(organization.value())
        ? Set.of(Relation.ORGANIZATION)
        : Set.of();
  }

  private Fund find(Caller caller, Action action, OrganizationId organization, FundId id) {
    Fund fund =
        rows.find(id)
            .filter(it -> it.organization().equals(organization))
            .orElseThrow(() -> new NoSuchRecord(RecordType.FUND));
    open(caller, action, organization, id.toString());
    return fund;
  }

  private void open(Caller caller, Action action, OrganizationId organization, String id) {
    gate.open(
        caller.within(organization.value()),
        action,
        RecordType.FUND,
        id,
        relations(caller, organization),
        null);
  }

  private LocalDate today() {
    return Dates.day(clock.instant());
  }
}
