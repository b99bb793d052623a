package fi.rinnalla.visits;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a partner says to a visit: by the link of a letter, without signing in, or on its own page.
@Component
public class Confirmations {
  private final VisitRows rows;
  private final SeriesRows series;
  private final VisitLetters letters;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Confirmations(
      VisitRows rows,
      SeriesRows series,
      VisitLetters letters,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.series = series;
    this.letters = letters;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What a partner is asked.
  public record Asked(VisitSeries series, Visit visit, UUID partner) {
    public PartnerAnswer answer() {
      return visit.of(partner).orElseGet(() -> PartnerAnswer.waiting(partner));
    }
  }

  /// What a partner says.
  ///
  /// @param to when the visit was to begin that they say it to
  public record Said(
      Instant to, PartnerAnswer.Answer answer, String words, @Nullable Instant proposed) {}

  /// What the link of a letter asks; nothing when it is too old, or none of ours.
  @Transactional(readOnly = true)
  public Optional<Asked> find(Caller caller, String token) {
    if (!gate.may(caller, Action.READ, RecordType.PROPOSAL, Set.of())) {
      return Optional.empty();
    }
    return house.step(() ->
        rows.byLink(Sha256.of(token), clock.instant())
            .flatMap(link ->
                rows.find(link.visit())
                    .filter(it -> it.of(link.partner()).isPresent())
                    .flatMap(visit ->
                        series
                            .find(visit.series())
                            .map(it -> new Asked(it, visit, link.partner())))));
  }

  /// Answers by a letter's link.
  @Transactional
  public Outcome answer(Caller caller, String token, Said said) {
    Asked asked = find(caller, token).orElse(null);
    if (asked == null) {
      return new Outcome.NotNow();
    }
    Outcome outcome = house.step(() -> take(asked, said));
    if (outcome instanceof Outcome.Done) {
      gate.open(caller, Action.UPDATE, RecordType.PROPOSAL, id(asked), Set.of(), null);
    }
    return outcome;
  }

  /// Answers as one of the partner's own people.
  @Transactional
  public Outcome answer(Caller caller, UUID organization, UUID in, UUID visit, Said said) {
    Caller here = caller.within(organization);
    VisitSeries its = series.find(in).orElseThrow(OwnSeries::none);
    Set<Relation> relations = OwnSeries.relations(here, organization, its);
    Visit asked =
        rows.find(visit)
            .filter(it -> it.series().equals(in) && it.of(organization).isPresent())
            .orElseThrow(OwnSeries::none);
    if (!relations.contains(Relation.ASSIGNED)
        || !gate.may(here, Action.UPDATE, RecordType.VISIT, relations)) {
      throw OwnSeries.none();
    }
    Outcome outcome = house.step(() -> take(new Asked(its, asked, organization), said));
    if (outcome instanceof Outcome.Done) {
      gate.open(here, Action.UPDATE, RecordType.VISIT, visit.toString(), relations, null);
    }
    return outcome;
  }

  private Outcome take(Asked asked, Said said) {
    VisitSeries held = series.hold(asked.series().id()).orElseThrow(OwnSeries::none);
    Visit visit = rows.find(asked.visit().id()).orElseThrow(OwnSeries::none);
    PartnerAnswer before = visit.of(asked.partner()).orElse(null);
    if (before == null || !visit.mayBeAnswered(clock.instant())) {
      return new Outcome.NotNow();
    }
    if (!visit.startsAt().equals(said.to())) {
      return new Outcome.Stale();
    }
    if (said.words().length() > PartnerAnswer.LONGEST_WORDS) {
      return new Outcome.TooLong();
    }
    boolean proposes = said.answer() == PartnerAnswer.Answer.OTHER_TIME;
    Instant proposed = said.proposed();
    if (proposes
        && (proposed == null
            || !proposed.isAfter(clock.instant())
            || proposed.isAfter(clock.instant().plus(Visits.FURTHEST)))) {
      return new Outcome.BadTime();
    }
    PartnerAnswer next =
        new PartnerAnswer(
            asked.partner(),
            said.answer(),
            said.words(),
            proposes ? proposed : null,
            before.reminded());
    if (before.says(next)) {
      return new Outcome.Done(visit.id());
    }
    Visit answered = visit.answered(next);
    rows.put(answered, held);
    letters.answered(answered, held);
    return new Outcome.Done(visit.id());
  }

  private static String id(Asked asked) {
    return asked.visit().id() + "/" + asked.partner();
  }
}
