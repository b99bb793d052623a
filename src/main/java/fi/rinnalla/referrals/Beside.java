package fi.rinnalla.referrals;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Walking beside: going along to a new place, and asking two and six weeks later whether it
/// helped.
@Component
public class Beside {
  private static final List<Integer> WEEKS = List.of(2, 6);
  private static final Duration FARTHEST = Duration.ofDays(180);
  private static final Duration REMINDED = Duration.ofHours(36);

  private final BesideRows rows;
  private final CaseRows cases;
  private final Navigators navigators;
  private final HelpRequests requests;
  private final CaseLetters letters;
  private final CaseTally tally;
  private final HouseWork house;
  private final Clock clock;

  Beside(
      BesideRows rows,
      CaseRows cases,
      Navigators navigators,
      HelpRequests requests,
      CaseLetters letters,
      CaseTally tally,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.navigators = navigators;
    this.requests = requests;
    this.letters = letters;
    this.tally = tally;
    this.house = house;
    this.clock = clock;
  }

  /// What is arranged beside a matter.
  public record Arranged(List<Accompaniment> accompaniments, List<FollowUp> followUps) {

    /// What is asked today, if anything; of two the later one.
    public List<FollowUp> due(LocalDate today) {
      return followUps.stream().filter(it -> it.isDue(today)).toList();
    }
  }

  /// What became of a step.
  public enum Outcome {
    DONE,
    NOT_GOOD,
    /// A time that is over already, or more than half a year away.
    BAD_TIME,
    TOO_LONG,
    TOO_MANY
  }

  /// For whoever has opened the matter.
  @Transactional(readOnly = true)
  public Arranged of(HelpCase its) {
    return house.step(() -> new Arranged(rows.of(its), rows.following(its.id())));
  }

  /// Plans to go along.
  ///
  /// @param when local time of Helsinki
  @Transactional
  public Outcome plan(
      Caller caller, HelpCaseId id, Accompaniment.Kind kind, LocalDateTime when, String place) {
    return house.step(() -> {
      HelpCase its = navigators.mine(caller, id, Action.UPDATE);
      Instant starts = when.atZone(Zone.HELSINKI).toInstant();
      Instant now = clock.instant();
      if (!its.isOpen()) {
        return Outcome.NOT_GOOD;
      }
      if (!starts.isAfter(now) || starts.isAfter(now.plus(FARTHEST))) {
        return Outcome.BAD_TIME;
      }
      if (place.length() > Accompaniment.LONGEST_PLACE) {
        return Outcome.TOO_LONG;
      }
      long planned =
          rows.of(its).stream().filter(it -> it.state() == Accompaniment.State.PLANNED).count();
      if (planned >= Accompaniment.MOST_PLANNED) {
        return Outcome.TOO_MANY;
      }
      rows.add(
          its,
          new Accompaniment(
              UUID.randomUUID(), id, kind, starts, place, Accompaniment.State.PLANNED));
      letters.toFamily(its);
      return Outcome.DONE;
    });
  }

  /// Says what became of it.
  @Transactional
  public Outcome end(Caller caller, HelpCaseId id, UUID accompaniment, Accompaniment.State state) {
    return house.step(() -> {
      HelpCase its = navigators.mine(caller, id, Action.UPDATE);
      if (!Accompaniment.State.PLANNED.leadsTo(state) || !rows.end(id, accompaniment, state)) {
        return Outcome.NOT_GOOD;
      }
      if (state == Accompaniment.State.CANCELLED) {
        letters.toFamily(its);
      }
      tally.count(its.team(), "accompanied", state.code());
      return Outcome.DONE;
    });
  }

  /// The navigator writes down what the family said when they talked.
  @Transactional
  public Outcome answered(Caller caller, HelpCaseId id, UUID followUp, FollowUp.Outcome outcome) {
    return house.step(() -> answer(navigators.mine(caller, id, Action.UPDATE), followUp, outcome));
  }

  /// The family says itself whether it helped.
  @Transactional
  public Outcome answer(Caller caller, HelpCaseId id, UUID followUp, FollowUp.Outcome outcome) {
    return house.step(() -> {
      HelpCase its = requests.own(caller, id, Action.UPDATE);
      if (outcome == FollowUp.Outcome.NO_CONTACT) {
        return Outcome.NOT_GOOD;
      }
      Outcome done = answer(its, followUp, outcome);
      if (done == Outcome.DONE) {
        letters.toNavigator(its);
      }
      return done;
    });
  }

  private Outcome answer(HelpCase its, UUID followUp, FollowUp.Outcome outcome) {
    FollowUp asked =
        rows.following(its.id()).stream()
            .filter(it -> it.id().equals(followUp))
            .findFirst()
            .orElse(null);
    if (asked == null || !rows.answer(its.id(), followUp, outcome, today())) {
      return Outcome.NOT_GOOD;
    }
    tally.count(its.team(), "followed_" + asked.weeks(), outcome.code());
    return Outcome.DONE;
  }

  /// Reminds of what is tomorrow, and asks whether it helped; each once.
  void pass() {
    Instant now = clock.instant();
    house.step(() -> {
      rows.remind(now, now.plus(REMINDED)).stream()
          .distinct()
          .flatMap(it -> cases.find(it).stream())
          .forEach(letters::tomorrow);
      return now;
    });
    house.step(() -> {
      rows.ask(today()).stream()
          .distinct()
          .flatMap(it -> cases.find(it).stream())
          .forEach(it -> {
            letters.toFamily(it);
            letters.toNavigator(it);
          });
      return now;
    });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }

  static List<Integer> weeks() {
    return WEEKS;
  }
}
