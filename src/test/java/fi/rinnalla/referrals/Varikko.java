package fi.rinnalla.referrals;

import static fi.rinnalla.upkeep.Neighbourhood.as;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.families.Household;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A team of navigators in Hyvinkää, a family that asks it for help, and a café that families are
/// referred to.
@Component
class Varikko {
  static final AreaCode HYVINKAA = AreaCode.municipality("106");

  final Household household;
  final HelpRequests requests;
  final Navigators navigators;
  final Inbox inbox;
  final Findings findings;
  final TeamRows teams;
  final People people;
  final Directory directory;
  final HouseWork house;

  Varikko(
      Household household,
      HelpRequests requests,
      Navigators navigators,
      Inbox inbox,
      Findings findings,
      TeamRows teams,
      People people,
      Directory directory,
      HouseWork house) {
    this.household = household;
    this.requests = requests;
    this.navigators = navigators;
    this.inbox = inbox;
    this.findings = findings;
    this.teams = teams;
    this.people = people;
    this.directory = directory;
    this.house = house;
  }

  Organization aTeam() {
    Organization organization = household.anOrganization();
    house.step(() -> {
      teams.put(
          new Team(organization.id(), Text.fi("Kuljemme rinnalla."), Set.of(HYVINKAA), true),
          Instant.EPOCH);
      return organization;
    });
    return organization;
  }

  Caller aNavigator(Organization team) {
    return holding(Role.NAVIGATOR, team);
  }

  Caller anOwner(Organization organization) {
    return holding(Role.ORG_OWNER, organization);
  }

  Caller anEditor(Organization organization) {
    return holding(Role.ORG_EDITOR, organization);
  }

  Caller aProfessional(Organization organization) {
    return holding(Role.PROFESSIONAL, organization);
  }

  private Caller holding(Role role, Organization organization) {
    Caller someone = household.someone(role == Role.NAVIGATOR ? "Nea" : "Kaisa");
    return Viewer.house(() -> {
      people.give(someone.person().id(), role, organization.id().value(), null, null);
      return people.caller(someone.person().id(), Level.STRONG).orElseThrow();
    });
  }

  Service aCafe(Organization organization) {
    Service cafe = Listings.aFamilyCafe("Perhekahvila " + organization.id(), organization);
    directory.publish("t", organization);
    directory.publish("t", cafe);
    return cafe;
  }

  static HelpRequests.Asked wish(Organization team) {
    return new HelpRequests.Asked(
        team.id(),
        HYVINKAA,
        HelpCase.Source.SELF,
        Set.of(Need.LONELINESS, Need.PEER_SUPPORT),
        "Kaipaan muita äitejä.",
        HelpCase.Reach.PHONE,
        "040 1234567",
        Set.of(HelpCase.Hours.DAY),
        true);
  }

  HelpCaseId asks(Caller parent, Organization team) throws Exception {
    HelpRequests.Outcome outcome = as(parent, () -> requests.ask(parent, wish(team)));
    if (outcome instanceof HelpRequests.Outcome.Sent(HelpCaseId id)) {
      return id;
    }
    throw new AssertionError("not sent: " + outcome);
  }

  void offers(Caller navigator, HelpCaseId id, Service service) throws Exception {
    as(
        navigator,
        () ->
            navigators.offer(
                navigator,
                id,
                findings
                    .option(id, Option.Kind.SERVICE, service.id().value(), "Ihan lähellä")
                    .orElseThrow()));
  }

  /// The family says yes to the one option there is.
  HelpRequests.Chosen chooses(Caller parent, HelpCaseId id, Option.Choice choice) throws Exception {
    OptionId option = own(parent, id).options().getLast().id();
    return as(parent, () -> requests.choose(parent, id, option, choice));
  }

  /// A family and its matter in one line, as another process reads it.
  static String line(Caller parent, HelpCaseId id) {
    return parent.person().id().value() + " " + id;
  }

  /// The family of such a line says yes, which is the first time or one too many.
  void saysYes(String line) throws Exception {
    String[] both = line.split(" ");
    PersonId person = new PersonId(UUID.fromString(both[0]));
    Caller parent = Viewer.house(() -> people.caller(person, Level.WEAK).orElseThrow());
    chooses(parent, new HelpCaseId(UUID.fromString(both[1])), Option.Choice.WANTED);
  }

  HelpRequests.Own own(Caller parent, HelpCaseId id) throws Exception {
    return as(parent, () -> requests.get(parent, id));
  }

  Referral referral(Caller parent, HelpCaseId id) throws Exception {
    return own(parent, id).referrals().getLast();
  }
}
