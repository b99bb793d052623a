package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consent;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consents;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A teacher's, a nurse's or a librarian's door: asking for help on behalf of a family that has
/// said yes. The family gets a letter with which to confirm it or take it back, and the matter is
/// from the first moment the family's own; the professional sees afterwards that it was taken on.
@Component
public class Introductions {
  private static final int MOST_A_DAY = 20;
  private static final Duration SHOWN = Duration.ofDays(90);

  private final IntroductionRows rows;
  private final CaseRows cases;
  private final TeamRows teams;
  private final Consents consents;
  private final CaseLetters letters;
  private final CaseTally tally;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Introductions(
      IntroductionRows rows,
      CaseRows cases,
      TeamRows teams,
      Consents consents,
      CaseLetters letters,
      CaseTally tally,
      People people,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.teams = teams;
    this.consents = consents;
    this.letters = letters;
    this.tally = tally;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What a professional asks for a family.
  ///
  /// @param family the address to which the adult's letter goes
  /// @param lang in which it is written
  /// @param contact a number or an address, with what the adult wishes to be called
  /// @param said how the adult gave the consent
  public record Asked(
      OrganizationId team,
      AreaCode area,
      EmailAddress family,
      Lang lang,
      Set<Need> needs,
      String words,
      HelpCase.Reach reach,
      String contact,
      Set<HelpCase.Hours> hours,
      Consent.Channel said) {
    public Asked {
      needs = Set.copyOf(needs);
      hours = Set.copyOf(hours);
      if (said == Consent.Channel.IN_APP) {
        throw new IllegalArgumentException("a family that is here asks by itself");
      }
    }

    /// What the team may know: what the adult heard read aloud, and no more.
    public Set<Disclosed> fields() {
      return fields(!words.isEmpty());
    }

    public static Set<Disclosed> fields(boolean words) {
      EnumSet<Disclosed> fields = EnumSet.of(Disclosed.NAME, Disclosed.CONTACT, Disclosed.NEEDS);
      if (words) {
        fields.add(Disclosed.WORDS);
      }
      return fields;
    }
  }

  /// What became of asking.
  public enum Outcome {
    SENT,
    /// The team takes no new requests now.
    TEAM_SHUT,
    /// The professional has asked as often as is taken in a day.
    TOO_MANY
  }

  /// Whether the address was known here before isn't told.
  @Transactional
  public Outcome ask(Caller caller, Asked asked) {
    PersonId professional = caller.person().id();
    return house.step(() -> {
      if (teams.find(asked.team()).filter(Team::isOpen).isEmpty()) {
        return Outcome.TEAM_SHUT;
      }
      Instant now = clock.instant();
      if (rows.by(professional, now.minus(Duration.ofDays(1))).size() >= MOST_A_DAY) {
        return Outcome.TOO_MANY;
      }
      Person adult = people.of(asked.family().value(), asked.lang());
      HelpCaseId id = new HelpCaseId(UUID.randomUUID());
      gate.open(
          caller,
          Action.CREATE,
          RecordType.INTRODUCTION,
          id.toString(),
          Set.of(Relation.OWN),
          adult.id().value());
      if (rows.waits(professional, adult.id(), asked.team())) {
        return Outcome.SENT;
      }
      Consent consent =
          consents.attest(
              caller,
              new Consents.Asked(
                  adult.id(), asked.team(), Consent.Purpose.NAVIGATION, asked.fields(), id.value()),
              asked.said());
      HelpCase made =
          new HelpCase(
              id,
              adult.id(),
              asked.team(),
              asked.area(),
              HelpCase.Source.PROFESSIONAL,
              HelpCase.State.NEW,
              HelpCase.Level.INFO,
              null,
              consent.id(),
              asked.needs(),
              asked.words(),
              asked.reach(),
              asked.contact(),
              asked.hours(),
              null,
              1,
              now,
              null,
              null);
      cases.put(made);
      rows.add(made, professional);
      tally.count(made.team(), "asked", made.source().code());
      letters.asked(made);
      return Outcome.SENT;
    });
  }

  /// What the caller has asked in the last three months.
  @Transactional(readOnly = true)
  public List<Introduction> of(Caller caller) {
    return house.step(() -> rows.by(caller.person().id(), clock.instant().minus(SHOWN)));
  }

  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      rows.delete(left.person());
      return left;
    });
  }
}
