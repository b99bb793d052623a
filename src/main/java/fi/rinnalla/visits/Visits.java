package fi.rinnalla.visits;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of single visits, for their host: planned, moved, announced and cancelled.
@Component
public class Visits {
  static final Duration FURTHEST = Duration.ofDays(366);
  private static final Duration LONGEST = Duration.ofHours(12);

  private final VisitRows rows;
  private final OwnSeries own;
  private final VisitPlans plans;
  private final Announcements announcements;
  private final VisitLetters letters;
  private final VisitsSettings settings;
  private final Clock clock;

  Visits(
      VisitRows rows,
      OwnSeries own,
      VisitPlans plans,
      Announcements announcements,
      VisitLetters letters,
      VisitsSettings settings,
      Clock clock) {
    this.rows = rows;
    this.own = own;
    this.plans = plans;
    this.announcements = announcements;
    this.letters = letters;
    this.settings = settings;
    this.clock = clock;
  }

  /// Plans a visit and asks its partners.
  @Transactional
  public Outcome plan(Caller caller, UUID organization, UUID series, VisitPlan plan) {
    VisitSeries held = own.held(caller, organization, series);
    if (!plans.get(caller, organization, series).mayBePlanned()) {
      return new Outcome.Ended();
    }
    List<Visit> there = rows.of(series);
    if (there.size() >= settings.mostVisits()) {
      return new Outcome.TooMuch();
    }
    UUID id = UUID.randomUUID();
    Outcome fault = fault(held, there, id, plan);
    if (fault != null) {
      return fault;
    }
    Visit visit =
        new Visit(
            id,
            series,
            plan.startsAt(),
            plan.endsAt(),
            null,
            plan.topic(),
            plan.contact(),
            plan.contributions(),
            Visit.State.PLANNED,
            Text.none(),
            Set.of(),
            plan.partners().stream().map(PartnerAnswer::waiting).toList(),
            1);
    Visit asked = settings.justTold(visit, clock.instant());
    rows.put(asked, held);
    letters.ask(asked, held);
    return own.done(caller, held, Action.CREATE, id);
  }

  /// Changes a visit that hasn't begun. At another time its partners are asked again; of one that
  /// families know of, everybody hears at once instead.
  @Transactional
  public Outcome change(Caller caller, UUID organization, UUID series, UUID visit, VisitPlan plan) {
    VisitSeries held = own.held(caller, organization, series);
    Visit was = in(held, visit);
    boolean othersThanAnnounced =
        was.state() == Visit.State.ANNOUNCED && !plan.partners().equals(Set.copyOf(was.partners()));
    if (!was.mayBeChanged(clock.instant()) || othersThanAnnounced) {
      return new Outcome.NotNow();
    }
    Outcome fault = fault(held, rows.of(series), visit, plan);
    if (fault != null) {
      return fault;
    }
    Visit changed = was.replanned(plan);
    Visit next = was.isAnotherThan(plan) ? settings.justTold(changed, clock.instant()) : changed;
    rows.put(next, held);
    if (next.state() == Visit.State.ANNOUNCED) {
      announcements.publish(held);
      if (was.isMoved(plan)) {
        announcements.unask(caller, held, was.startsAt());
        announcements.ask(caller, held, next);
        letters.moved(next, held);
      }
    } else if (was.isAnotherThan(plan)) {
      letters.ask(next, held);
    }
    was.partners().stream()
        .filter(it -> !plan.partners().contains(it))
        .forEach(it -> letters.unasked(was, held, it));
    return own.done(caller, held, Action.UPDATE, visit);
  }

  /// Takes the time that a partner proposed instead. It has said that it comes then; the others are
  /// asked again.
  @Transactional
  public Outcome agree(Caller caller, UUID organization, UUID series, UUID visit, UUID partner) {
    VisitSeries held = own.held(caller, organization, series);
    Visit was = in(held, visit);
    Instant proposed = was.of(partner).map(PartnerAnswer::proposed).orElse(null);
    if (proposed == null || !was.mayBeAnswered(clock.instant())) {
      return new Outcome.NotNow();
    }
    VisitPlan plan = was.plan().at(proposed);
    Outcome fault = fault(held, rows.of(series), visit, plan);
    if (fault != null) {
      return fault;
    }
    Visit asked = settings.justTold(was.replanned(plan), clock.instant());
    Visit next = asked.answered(PartnerAnswer.coming(partner));
    rows.put(next, held);
    next.partners().stream()
        .filter(it -> !it.equals(partner))
        .forEach(it -> letters.ask(next, held, it));
    letters.agreed(next, held, partner);
    return own.done(caller, held, Action.UPDATE, visit);
  }

  /// Lets everybody see a visit that all its partners come to.
  @Transactional
  public Outcome announce(Caller caller, UUID organization, UUID series, UUID visit) {
    VisitSeries held = own.held(caller, organization, series);
    Visit was = in(held, visit);
    if (!was.mayBeAnnounced(clock.instant())) {
      return new Outcome.NotNow();
    }
    if (plans.place(held.location()).isEmpty()) {
      return new Outcome.NoPlace();
    }
    Visit next = was.announced();
    rows.put(next, held);
    announcements.publish(held);
    announcements.ask(caller, held, next);
    return own.done(caller, held, Action.UPDATE, visit);
  }

  /// Cancels a visit: its partners hear, and families where they knew of it.
  @Transactional
  public Outcome cancel(Caller caller, UUID organization, UUID series, UUID visit, Text reason) {
    VisitSeries held = own.held(caller, organization, series);
    Visit was = in(held, visit);
    if (!was.mayBeChanged(clock.instant())) {
      return new Outcome.NotNow();
    }
    if (VisitPlans.isLonger(reason, Visit.LONGEST_REASON)) {
      return new Outcome.TooLong();
    }
    Visit next = was.cancelled(reason);
    rows.put(next, held);
    letters.cancelled(next, held);
    if (was.state() == Visit.State.ANNOUNCED) {
      announcements.publish(held);
      announcements.unask(caller, held, was.startsAt());
    }
    return own.done(caller, held, Action.UPDATE, visit);
  }

  /// Ticks where else the host has told of it.
  @Transactional
  public Outcome tell(
      Caller caller, UUID organization, UUID series, UUID visit, Set<Visit.Channel> where) {
    VisitSeries held = own.held(caller, organization, series);
    Visit was = in(held, visit);
    if (was.state() != Visit.State.ANNOUNCED) {
      return new Outcome.NotNow();
    }
    rows.put(was.told(where), held);
    return own.done(caller, held, Action.UPDATE, visit);
  }

  /// A visit of this series and no other.
  private Visit in(VisitSeries series, UUID visit) {
    return rows.find(visit)
        .filter(it -> it.series().equals(series.id()))
        .orElseThrow(OwnSeries::none);
  }

  private @Nullable Outcome fault(
      VisitSeries series, List<Visit> there, UUID visit, VisitPlan plan) {
    Instant now = clock.instant();
    Duration length = Duration.between(plan.startsAt(), plan.endsAt());
    if (!length.isPositive()) {
      return new Outcome.Backwards();
    }
    if (!plan.startsAt().isAfter(now)
        || plan.startsAt().isAfter(now.plus(FURTHEST))
        || length.compareTo(LONGEST) > 0) {
      return new Outcome.BadTime();
    }
    if (plan.topic().isEmpty() || VisitPlans.isLonger(plan.topic(), Visit.LONGEST_TOPIC)) {
      return new Outcome.NoTopic();
    }
    if (plan.partners().isEmpty() || !series.partners().containsAll(plan.partners())) {
      return new Outcome.NoPartner();
    }
    boolean tooLong =
        plan.contact().length() > Visit.LONGEST_CONTACT
            || plan.contributions().stream()
                .anyMatch(it -> it.words().length() > Contribution.LONGEST);
    if (tooLong) {
      return new Outcome.TooLong();
    }
    if (there.stream()
        .filter(it -> !it.id().equals(visit))
        .anyMatch(it -> isAt(it, plan.startsAt()))) {
      return new Outcome.Taken();
    }
    return plan.partners().stream().allMatch(letters::reaches) ? null : new Outcome.NobodyToAsk();
  }

  /// The calendar tells the times of a series apart by when they were first to begin, and feedback
  /// by when they do.
  private static boolean isAt(Visit other, Instant start) {
    return (other.state() != Visit.State.CANCELLED && other.startsAt().equals(start))
        || start.equals(other.firstAt());
  }
}
