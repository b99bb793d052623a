package fi.rinnalla.funds;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consent;
import fi.rinnalla.families.Consents;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyApplication.Terms;
import fi.rinnalla.funds.HobbyApplication.Word;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A fund of the demo's association with an open round, and applications in several states. Whose
/// money it is and whom it is for are made up.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoFunds {
  private static final UUID ASSOCIATION = UUID.fromString("816c0f52-a91c-53f4-9a7c-ee25e97b26d8");

  private final FundRows funds;
  private final HobbyApplicationRows applications;
  private final HobbyMoney money;
  private final Consents consents;
  private final People people;
  private final HouseWork house;
  private final Clock clock;

  DemoFunds(
      FundRows funds,
      HobbyApplicationRows applications,
      HobbyMoney money,
      Consents consents,
      People people,
      HouseWork house,
      Clock clock) {
    this.funds = funds;
    this.applications = applications;
    this.money = money;
    this.consents = consents;
    this.people = people;
    this.house = house;
    this.clock = clock;
  }

  /// After the demo's people, who apply and decide.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      if (funds.all().isEmpty()) {
        arrive();
      }
      return ready;
    });
  }

  private void arrive() {
    LocalDate today = Dates.day(clock.instant());
    FundId id = new FundId(UUID.randomUUID());
    funds.add(
        new Fund(
            id,
            new OrganizationId(ASSOCIATION),
            new Text("Harrastusrahasto", "Hobbyfonden", "The hobby fund"),
            "Esimerkkisäätiö",
            1_000_00,
            0,
            0,
            7,
            17,
            Set.of(AreaCode.municipality("106")),
            300_00),
        clock.instant());
    FundRound round =
        new FundRound(
            new FundRoundId(UUID.randomUUID()), id, today.minusDays(7), today.plusDays(60));
    funds.add(round);
    Optional<PersonId> professional = having(Role.PROFESSIONAL);
    Optional<PersonId> handler = having(Role.HOBBY_HANDLER);
    Optional<Caller> parent =
        people.demo().stream()
            .filter(it -> people.roles(it.id()).isEmpty())
            .findFirst()
            .flatMap(it -> people.caller(it.id(), Level.WEAK));
    if (professional.isEmpty() || handler.isEmpty() || parent.isEmpty()) {
      return;
    }
    Caller aino = parent.get();
    applied(aino, round, professional.get(), "Ella", "Jalkapallo", 180, false);
    applied(aino, round, professional.get(), "Onni", "Kuvataidekerho", 120, true);
    HobbyApplicationId given =
        applied(aino, round, professional.get(), "Aamu", "Telinevoimistelu", 240, true);
    HobbyApplication it = applications.find(given).orElseThrow();
    money.give(funds.hold(id).orElseThrow(), it, handler.get(), 240_00);
  }

  private HobbyApplicationId applied(
      Caller parent,
      FundRound round,
      PersonId professional,
      String child,
      String hobby,
      int euros,
      boolean recommended) {
    LocalDate today = Dates.day(clock.instant());
    Terms terms = new Terms(euros * 100, today.plusDays(30), today.plusDays(150), true);
    HobbyWords words =
        new HobbyWords(
            child,
            String.valueOf(today.getYear() - 12),
            AreaCode.municipality("106").value(),
            "Esimerkkiseura",
            hobby,
            String.valueOf(euros),
            terms.starts().toString(),
            terms.ends().toString(),
            "new",
            "kuraattori@koulu.example",
            "");
    HobbyApplicationId id = new HobbyApplicationId(UUID.randomUUID());
    applications.begin(
        HobbyApplication.draft(id, round, parent.person().id(), words), clock.instant());
    applications.terms(id, terms);
    applications.send(applications.find(id).orElseThrow(), clock.instant());
    consents.give(
        parent,
        new Consents.Asked(
            parent.person().id(),
            new OrganizationId(ASSOCIATION),
            Consent.Purpose.HOBBY_APPLICATION,
            HobbyApplications.DISCLOSED,
            id.value()));
    applications.bind(id, professional);
    if (recommended) {
      applications.recommend(id, Word.NEED_SEEN, clock.instant());
      applications.to(applications.find(id).orElseThrow(), State.RECOMMENDED);
    }
    return id;
  }

  private Optional<PersonId> having(Role role) {
    return people.demo().stream()
        .filter(person -> people.roles(person.id()).stream().anyMatch(it -> it.role() == role))
        .map(it -> it.id())
        .findFirst();
  }
}
