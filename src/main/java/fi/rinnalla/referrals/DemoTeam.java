package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The demo association's team of navigators, with a request that waits for it: made up, all of it.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoTeam {
  private static final OrganizationId ASSOCIATION =
      new OrganizationId(UUID.fromString("816c0f52-a91c-53f4-9a7c-ee25e97b26d8"));
  private static final AreaCode HYVINKAA = AreaCode.municipality("106");

  private final TeamRows teams;
  private final HelpRequests requests;
  private final People people;
  private final HouseWork house;
  private final Clock clock;

  DemoTeam(TeamRows teams, HelpRequests requests, People people, HouseWork house, Clock clock) {
    this.teams = teams;
    this.requests = requests;
    this.people = people;
    this.house = house;
    this.clock = clock;
  }

  /// After the demo's people.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      if (teams.find(ASSOCIATION).isEmpty()) {
        arrive();
      }
      return ready;
    });
  }

  private void arrive() {
    teams.put(
        new Team(
            ASSOCIATION,
            new Text(
                "Jutellaan rauhassa ja etsitään yhdessä se, mikä teille sopii. Tarvittaessa"
                    + " lähdemme ensimmäisellä kerralla mukaan.",
                "Vi talar i lugn och ro och söker tillsammans det som passar er. Vid behov följer"
                    + " vi med första gången.",
                "We talk in peace and look together for what suits you. When needed, we come along"
                    + " the first time."),
            Set.of(HYVINKAA),
            true),
        clock.instant());
    people.demo().stream()
        .filter(it -> people.roles(it.id()).isEmpty())
        .findFirst()
        .flatMap(it -> people.caller(it.id(), Level.WEAK))
        .ifPresent(parent ->
            requests.ask(
                parent,
                new HelpRequests.Asked(
                    ASSOCIATION,
                    HYVINKAA,
                    HelpCase.Source.SELF,
                    Set.of(Need.LONELINESS, Need.BABY),
                    "Olen paljon kahdestaan vauvan kanssa. Kaipaisin muita äitejä.",
                    HelpCase.Reach.HERE,
                    "",
                    Set.of(HelpCase.Hours.DAY),
                    false)));
  }
}
