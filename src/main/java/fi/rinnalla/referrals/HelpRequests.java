package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consent;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consent.Purpose;
import fi.rinnalla.families.Consents;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A parent's own door: asking for help, without being anybody's client, and seeing and choosing
/// what came of it. To send is to consent, in words that are shown beside the button.
@Component
public class HelpRequests {
  private static final int MOST_OPEN = 3;

  /// Ended ones too: each sends letters.
  private static final int MOST_A_DAY = 5;

  private final CaseRows rows;
  private final OptionRows options;
  private final Referrals referrals;
  private final Following following;
  private final TeamRows teams;
  private final Consents consents;
  private final CaseLetters letters;
  private final CaseTally tally;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  HelpRequests(
      CaseRows rows,
      OptionRows options,
      Referrals referrals,
      Following following,
      TeamRows teams,
      Consents consents,
      CaseLetters letters,
      CaseTally tally,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.options = options;
    this.referrals = referrals;
    this.following = following;
    this.teams = teams;
    this.consents = consents;
    this.letters = letters;
    this.tally = tally;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What a parent asks.
  ///
  /// @param source themself, or the talk that led them here; no word of it comes along
  /// @param tellsOfChildren whether the team may see the children's nicknames and years of birth
  public record Asked(
      OrganizationId team,
      AreaCode area,
      HelpCase.Source source,
      Set<Need> needs,
      String words,
      HelpCase.Reach reach,
      String contact,
      Set<HelpCase.Hours> hours,
      boolean tellsOfChildren) {
    public Asked {
      needs = Set.copyOf(needs);
      hours = Set.copyOf(hours);
    }

    /// What the team may know, and no more than was told.
    public Set<Disclosed> fields() {
      EnumSet<Disclosed> fields =
          EnumSet.of(Disclosed.NAME, Disclosed.CONTACT, Disclosed.AREA, Disclosed.NEEDS);
      if (tellsOfChildren) {
        fields.add(Disclosed.CHILDREN);
      }
      if (!words.isEmpty()) {
        fields.add(Disclosed.WORDS);
      }
      return fields;
    }
  }

  /// What became of asking.
  public sealed interface Outcome {
    record Sent(HelpCaseId id) implements Outcome {}

    /// The team takes no new requests now.
    record TeamShut() implements Outcome {}

    /// They have as many matters open as one can follow.
    record TooMany() implements Outcome {}
  }

  /// A matter as its own adult sees it: all of it.
  public record Own(
      HelpCase helpCase, List<Option> options, List<Referral> referrals, List<Consent> consents) {

    /// The last referral that came of an option; null when none has.
    public @Nullable Referral of(Option option) {
      return referrals.stream()
          .filter(it -> it.option().equals(option.id()))
          .reduce((_, later) -> later)
          .orElse(null);
    }
  }

  @Transactional
  public Outcome ask(Caller caller, Asked asked) {
    PersonId person = caller.person().id();
    return house.step(() -> {
      if (teams.find(asked.team()).filter(Team::isOpen).isEmpty()) {
        return new Outcome.TeamShut();
      }
      List<HelpCase> earlier = rows.of(person);
      Instant yesterday = clock.instant().minus(Duration.ofDays(1));
      if (earlier.stream().filter(HelpCase::isOpen).count() >= MOST_OPEN
          || earlier.stream().filter(it -> it.askedAt().isAfter(yesterday)).count() >= MOST_A_DAY) {
        return new Outcome.TooMany();
      }
      HelpCaseId id = new HelpCaseId(UUID.randomUUID());
      open(caller, Action.CREATE, id);
      Consent consent =
          consents.give(
              caller,
              new Consents.Asked(
                  person, asked.team(), Purpose.NAVIGATION, asked.fields(), id.value()));
      HelpCase made =
          new HelpCase(
              id,
              person,
              asked.team(),
              asked.area(),
              asked.source(),
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
              clock.instant(),
              null,
              null);
      rows.put(made);
      tally.count(made.team(), "asked", made.source().code());
      letters.asked(made);
      return new Outcome.Sent(id);
    });
  }

  /// The caller's own, the newest first.
  @Transactional
  public List<HelpCase> of(Caller caller) {
    return house.step(() -> {
      List<HelpCase> own = rows.of(caller.person().id());
      own.forEach(it -> open(caller, Action.READ, it.id()));
      return own;
    });
  }

  /// @throws NoSuchRecord when it isn't the caller's own
  @Transactional
  public Own get(Caller caller, HelpCaseId id) {
    return house.step(() -> {
      HelpCase own = own(caller, id);
      open(caller, Action.READ, id);
      List<Referral> its = referrals.of(id);
      List<Consent> said = new ArrayList<>(consents.about(id.value()));
      its.forEach(it -> said.addAll(consents.about(it.id().value())));
      return new Own(own, options.of(own), its, said);
    });
  }

  /// What an organization that they are referred to would see: what they told, but their own words,
  /// which were for the navigator.
  public static Set<Disclosed> toldOn(HelpCase its) {
    EnumSet<Disclosed> fields = EnumSet.of(Disclosed.NAME, Disclosed.CONTACT);
    if (!its.needs().isEmpty()) {
      fields.add(Disclosed.NEEDS);
    }
    return fields;
  }

  /// What became of a choice.
  public enum Chosen {
    DONE,
    /// Chosen already, or the matter is closed.
    NOT_GOOD,
    /// Nobody is known who could receive them.
    NO_ORGANIZATION
  }

  /// Chooses of an option. To be referred is to consent that its organization may know.
  @Transactional
  public Chosen choose(Caller caller, HelpCaseId id, OptionId chosen, Option.Choice choice) {
    return house.step(() -> {
      HelpCase own = own(caller, id);
      Option option = options.find(own, chosen).orElseThrow(HelpRequests::none);
      open(caller, Action.UPDATE, id);
      if (!own.isOpen() || choice == Option.Choice.OPEN || referrals.isUnderWay(option)) {
        return Chosen.NOT_GOOD;
      }
      OrganizationId organization = option.organization();
      if (choice == Option.Choice.WANTED) {
        if (organization == null) {
          return Chosen.NO_ORGANIZATION;
        }
        ReferralId referral = new ReferralId(UUID.randomUUID());
        Consent consent =
            consents.give(
                caller,
                new Consents.Asked(
                    own.person(), organization, Purpose.REFERRAL, toldOn(own), referral.value()));
        referrals.request(own, option, organization, referral, consent.id());
      }
      options.choose(chosen, choice, clock.instant());
      if (choice == Option.Choice.SELF && own.state() == HelpCase.State.OPTIONS_GIVEN) {
        following.to(own, HelpCase.State.SELF_GUIDED);
      }
      tally.count(own.team(), "chosen", choice.code());
      letters.toNavigator(own);
      return Chosen.DONE;
    });
  }

  /// Whoever leaves takes their matters along; navigators' own matters go back to the queue.
  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      rows.delete(left.person());
      rows.letGo(left.person());
      return left;
    });
  }

  /// The caller's own, held, and opened for what is about to be done.
  HelpCase own(Caller caller, HelpCaseId id, Action action) {
    HelpCase own = own(caller, id);
    open(caller, action, id);
    return own;
  }

  private HelpCase own(Caller caller, HelpCaseId id) {
    return rows.hold(id)
        .filter(it -> it.person().equals(caller.person().id()))
        .orElseThrow(HelpRequests::none);
  }

  private void open(Caller caller, Action action, HelpCaseId id) {
    gate.open(
        caller,
        action,
        RecordType.HELP_CASE,
        id.toString(),
        Set.of(Relation.OWN),
        caller.person().id().value());
  }

  private static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.HELP_CASE);
  }
}
