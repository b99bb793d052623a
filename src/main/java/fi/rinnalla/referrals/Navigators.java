package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consent;
import fi.rinnalla.families.Consents;
import fi.rinnalla.families.Disclosure;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A navigator's desk: the requests that wait for their team, of which nothing is told but where
/// and since when, and the matters they have taken. Need to know is by assignment: a colleague's
/// matter answers as if there were none.
@Component
public class Navigators {
  private static final Set<Referral.State> FULL_OR_OVER =
      EnumSet.of(
          Referral.State.ON_HOLD,
          Referral.State.REJECTED,
          Referral.State.FAILED,
          Referral.State.CANCELLED);

  private final CaseRows rows;
  private final IntroductionRows introductions;
  private final OptionRows options;
  private final Referrals referrals;
  private final Following following;
  private final Consents consents;
  private final Disclosure disclosure;
  private final CaseLetters letters;
  private final CaseTally tally;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Navigators(
      CaseRows rows,
      IntroductionRows introductions,
      OptionRows options,
      Referrals referrals,
      Following following,
      Consents consents,
      Disclosure disclosure,
      CaseLetters letters,
      CaseTally tally,
      People people,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.introductions = introductions;
    this.options = options;
    this.referrals = referrals;
    this.following = following;
    this.consents = consents;
    this.disclosure = disclosure;
    this.letters = letters;
    this.tally = tally;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What waits, and what one has.
  public record Desk(List<Waiting> waiting, List<Mine> mine) {}

  /// One that waits in a team's queue: nothing that tells of anybody.
  public record Waiting(
      HelpCaseId id, @Nullable AreaCode area, HelpCase.Reach reach, Instant askedAt) {}

  /// A matter in the list.
  ///
  /// @param name what the family is called; empty when it doesn't say, or took its consent back
  public record Mine(HelpCase helpCase, String name) {}

  /// A matter that is open on the desk.
  ///
  /// @param known nothing when the consent doesn't hold any more
  /// @param colleagues to whom it could be handed over
  public record Opened(
      HelpCase helpCase,
      Optional<Disclosure.Known> known,
      List<Option> options,
      List<Referral> referrals,
      List<Consent> consents,
      List<Person> colleagues) {

    /// Whether an option was tried and its organization has no room, said no, or didn't answer.
    public boolean cameToNothing(Option option) {
      return referrals.stream()
          .filter(it -> it.option().equals(option.id()))
          .reduce((_, later) -> later)
          .filter(it -> FULL_OR_OVER.contains(it.state()))
          .isPresent();
    }
  }

  /// What became of a step.
  public enum Outcome {
    DONE,
    /// It doesn't stand so that this could follow: somebody was faster.
    NOT_GOOD,
    TOO_LONG,
    TOO_MANY,
    /// It has been offered already.
    OFFERED,
    NO_CONSENT,
    /// A matter is closed with an outcome.
    NO_OUTCOME
  }

  @Transactional
  public Desk desk(Caller caller) {
    Set<UUID> teams = caller.organizations(Role.NAVIGATOR);
    return house.step(() ->
        new Desk(
            rows.waiting(teams),
            rows.with(caller.person().id()).stream()
                .filter(it -> teams.contains(it.team().value()))
                .map(it -> {
                  open(caller, Action.READ, it);
                  return new Mine(it, known(it).map(Disclosure.Known::name).orElse(""));
                })
                .toList()));
  }

  /// Takes a request that waits. Of two who press at once, one has it.
  @Transactional
  public Outcome take(Caller caller, HelpCaseId id) {
    return house.step(() -> {
      HelpCase held =
          rows.hold(id)
              .filter(it -> caller.organizations(Role.NAVIGATOR).contains(it.team().value()))
              .orElseThrow(Navigators::none);
      if (held.navigator() != null || !held.isOpen()) {
        return Outcome.NOT_GOOD;
      }
      gate.open(
          caller,
          Action.UPDATE,
          RecordType.HELP_CASE,
          id.toString(),
          Set.of(Relation.ORGANIZATION),
          held.person().value());
      rows.put(Steps.taken(held, caller.person().id()));
      introductions.taken(id, clock.instant());
      letters.toFamily(held);
      return Outcome.DONE;
    });
  }

  /// @throws NoSuchRecord when it isn't the caller's
  @Transactional
  public Opened get(Caller caller, HelpCaseId id) {
    return house.step(() -> {
      HelpCase its = mine(caller, id);
      open(caller, Action.READ, its);
      List<Referral> theirs = referrals.of(id);
      List<Consent> said = new ArrayList<>(consents.about(id.value()));
      theirs.forEach(it -> said.addAll(consents.about(it.id().value())));
      return new Opened(its, known(its), options.of(its), theirs, said, colleagues(caller, its));
    });
  }

  private List<Person> colleagues(Caller caller, HelpCase its) {
    List<PersonId> others =
        people.rolesFor(its.team().value()).stream()
            .filter(it -> it.role() == Role.NAVIGATOR)
            .map(RoleHeld::person)
            .filter(it -> !it.equals(caller.person().id()))
            .distinct()
            .toList();
    return List.copyOf(people.all(others).values());
  }

  /// The family has been reached, their needs are gone through, and so on.
  @Transactional
  public Outcome move(Caller caller, HelpCaseId id, HelpCase.State next) {
    return change(
        caller,
        id,
        its -> next != HelpCase.State.CLOSED && its.state().leadsTo(next),
        its -> {
          if (next == HelpCase.State.CONTACTED) {
            tally.count(its.team(), its.isOpen() ? "contacted" : "reopened", its.source().code());
          }
          return following.to(its, next);
        });
  }

  @Transactional
  public Outcome level(Caller caller, HelpCaseId id, HelpCase.Level level) {
    return change(
        caller,
        id,
        HelpCase::isOpen,
        its -> {
          if (level == HelpCase.Level.CLOSE && its.level() != level) {
            tally.count(its.team(), "close", "");
          }
          return Steps.leveled(its, level);
        });
  }

  /// Writes down what a talk brought: codes, and the family's own words.
  @Transactional
  public Outcome map(Caller caller, HelpCaseId id, Set<Need> needs, String words) {
    if (words.length() > HelpCase.LONGEST_WORDS) {
      return Outcome.TOO_LONG;
    }
    return change(caller, id, HelpCase::isOpen, its -> Steps.mapped(its, needs, words));
  }

  /// Closes it, with an outcome.
  @Transactional
  public Outcome close(Caller caller, HelpCaseId id, HelpCase.Outcome outcome) {
    return change(
        caller,
        id,
        its -> its.isOpen() && HelpCase.Outcome.GIVEN.contains(outcome),
        its -> {
          tally.count(its.team(), "closed", outcome.code());
          tally.count(its.team(), "stops", String.valueOf(Math.min(its.stops(), 5)));
          return Steps.closed(its, outcome, clock.instant());
        });
  }

  /// Hands it over to a colleague of the team.
  @Transactional
  public Outcome handOver(Caller caller, HelpCaseId id, PersonId to) {
    return change(
        caller,
        id,
        its -> colleagues(caller, its).stream().anyMatch(it -> it.id().equals(to)),
        its -> Steps.taken(its, to));
  }

  /// Offers something to the family, who choose on their own page.
  @Transactional
  public Outcome offer(Caller caller, HelpCaseId id, Option option) {
    if (option.note().length() > Option.LONGEST_NOTE) {
      return Outcome.TOO_LONG;
    }
    return house.step(() -> {
      HelpCase its = mine(caller, id);
      open(caller, Action.UPDATE, its);
      if (!its.isOpen()) {
        return Outcome.NOT_GOOD;
      }
      if (known(its).isEmpty()) {
        return Outcome.NO_CONSENT;
      }
      if (options.of(its).size() >= Option.MOST) {
        return Outcome.TOO_MANY;
      }
      if (!options.add(its.person(), option)) {
        return Outcome.OFFERED;
      }
      if (its.state() != HelpCase.State.OPTIONS_GIVEN && its.state() != HelpCase.State.REFERRED) {
        following.to(its, HelpCase.State.OPTIONS_GIVEN);
      }
      letters.toFamily(its);
      return Outcome.DONE;
    });
  }

  /// The family said yes to an option aloud, or signed it on paper. The navigator attests it, and
  /// the family gets a letter with which to confirm it or take it back.
  @Transactional
  public Outcome refer(Caller caller, HelpCaseId id, OptionId chosen, Consent.Channel channel) {
    return house.step(() -> {
      HelpCase its = mine(caller, id, Action.UPDATE);
      Option option = options.find(its, chosen).orElseThrow(Navigators::none);
      OrganizationId organization = option.organization();
      if (!its.isOpen() || organization == null || referrals.isUnderWay(option)) {
        return Outcome.NOT_GOOD;
      }
      ReferralId referral = new ReferralId(UUID.randomUUID());
      Consent consent =
          consents.attest(
              caller,
              new Consents.Asked(
                  its.person(),
                  organization,
                  Consent.Purpose.REFERRAL,
                  HelpRequests.toldOn(its),
                  referral.value()),
              channel);
      referrals.request(its, option, organization, referral, consent.id());
      options.choose(chosen, Option.Choice.WANTED, clock.instant());
      tally.count(its.team(), "chosen", Option.Choice.WANTED.code());
      return Outcome.DONE;
    });
  }

  private interface Fits {
    boolean fits(HelpCase its);
  }

  private Outcome change(Caller caller, HelpCaseId id, Fits fits, UnaryOperator<HelpCase> step) {
    return house.step(() -> {
      HelpCase its = mine(caller, id);
      open(caller, Action.UPDATE, its);
      if (!fits.fits(its)) {
        return Outcome.NOT_GOOD;
      }
      rows.put(step.apply(its));
      return Outcome.DONE;
    });
  }

  private Optional<Disclosure.Known> known(HelpCase its) {
    return Optional.ofNullable(its.consent()).flatMap(disclosure::by);
  }

  /// The caller's, held, and opened for what is about to be done.
  HelpCase mine(Caller caller, HelpCaseId id, Action action) {
    HelpCase its = mine(caller, id);
    open(caller, action, its);
    return its;
  }

  /// Held: two tabs of one navigator stand in a line.
  private HelpCase mine(Caller caller, HelpCaseId id) {
    return rows.hold(id)
        .filter(it -> caller.person().id().equals(it.navigator()))
        .filter(it -> caller.organizations(Role.NAVIGATOR).contains(it.team().value()))
        .orElseThrow(Navigators::none);
  }

  private void open(Caller caller, Action action, HelpCase its) {
    gate.open(
        caller,
        action,
        RecordType.HELP_CASE,
        its.id().toString(),
        Set.of(Relation.ASSIGNED),
        its.person().value());
  }

  private static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.HELP_CASE);
  }
}
