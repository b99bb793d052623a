package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.feedback.DemoFeedback;
import fi.rinnalla.feedback.Opening;
import fi.rinnalla.feedback.Questions;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Visits to the demo's meeting place: a series that is over, of which seventeen families said what
/// they thought, and one to come, of which a partner hasn't answered yet.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoVisits {
  /// By their ids in `demo/hsds`.
  private static final UUID CITY = UUID.fromString("1606f067-ee12-55e5-8e47-ea44315e2f16");

  private static final UUID COUNTY = UUID.fromString("14f4879f-34cd-530a-8c9a-91d358556fc0");
  private static final UUID ASSOCIATION = UUID.fromString("816c0f52-a91c-53f4-9a7c-ee25e97b26d8");
  private static final UUID PARISH = UUID.fromString("f1fbcb05-cda4-5ec2-9072-6d91c9f2ffaa");
  private static final LocationId PIKKU_VETURI =
      new LocationId(UUID.fromString("95ad5ba4-ee40-5614-9340-00640ed2ba51"));

  private final VisitPlans plans;
  private final Visits visits;
  private final Confirmations confirmations;
  private final Announcements announcements;
  private final HeadCounts counts;
  private final SeriesRows series;
  private final VisitRows rows;
  private final DemoFeedback feedback;
  private final People people;
  private final HouseWork house;
  private final Clock clock;

  DemoVisits(
      VisitPlans plans,
      Visits visits,
      Confirmations confirmations,
      Announcements announcements,
      HeadCounts counts,
      SeriesRows series,
      VisitRows rows,
      DemoFeedback feedback,
      People people,
      HouseWork house,
      Clock clock) {
    this.plans = plans;
    this.visits = visits;
    this.confirmations = confirmations;
    this.announcements = announcements;
    this.counts = counts;
    this.series = series;
    this.rows = rows;
    this.feedback = feedback;
    this.people = people;
    this.house = house;
    this.clock = clock;
  }

  /// After the demo's people, in whose names it is planned, and after what else families said.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      if (!series.any() && plans.place(PIKKU_VETURI).isPresent()) {
        spring();
        of(CITY).ifPresent(this::autumn);
      }
      return ready;
    });
  }

  private Optional<Caller> of(UUID organization) {
    return people.demo().stream()
        .filter(it ->
            people.roles(it.id()).stream()
                .filter(held -> Role.KEEPERS.contains(held.role()))
                .anyMatch(held -> organization.equals(held.organization())))
        .findFirst()
        .flatMap(it -> people.caller(it.id(), Level.WEAK));
  }

  /// Three visits, a month apart, of those who help couples and parents who part.
  private void spring() {
    Text theme =
        new Text(
            "Parisuhteen ja yhteisen vanhemmuuden tuki",
            "Stöd för parförhållandet och det gemensamma föräldraskapet",
            "Support for couples and for parenting together");
    Text goal =
        new Text(
            "Kysy kahvin ääressä parisuhteesta, arjesta ja erosta. Apu tulee sinne, missä jo olet.",
            "Fråga över en kopp kaffe om parförhållandet, vardagen och separation. Hjälpen kommer"
                + " dit där du redan är.",
            "Ask over coffee about being a couple, everyday life and parting. Help comes to where"
                + " you are.");
    UUID id = UUID.randomUUID();
    List<Visit> held =
        List.of(
            visit(id, 80, COUNTY, new Text("Parisuhde pikkulapsiarjessa", null, null)),
            visit(id, 50, ASSOCIATION, new Text("Kun mietit eroa", null, null)),
            visit(id, 20, PARISH, new Text("Riidasta sopuun", null, null)));
    List<Opening.Occasion> when = new ArrayList<>();
    held.forEach(it -> when.add(new Opening.Occasion(it.topic(), it.startsAt(), it.endsAt())));
    Set<UUID> partners = Set.of(COUNTY, ASSOCIATION, PARISH);
    UUID round = feedback.told(CITY, new Opening(id, theme, partners, Questions.asUsual(), when));
    VisitSeries over = new VisitSeries(id, CITY, PIKKU_VETURI, theme, goal, partners, round);
    series.put(over, clock.instant().minus(Duration.ofDays(90)));
    held.forEach(it -> rows.put(it, over));
    announcements.publish(over);
    for (int i = 0; i < held.size(); i++) {
      counts.put(over, held.get(i).id(), new HeadCount(14 + 3 * i, 17 + 4 * i, 2 + i));
    }
  }

  private Visit visit(UUID series, int daysAgo, UUID partner, Text topic) {
    Instant start = at(-daysAgo, 9, 30);
    return new Visit(
        UUID.randomUUID(),
        series,
        start,
        start.plus(Duration.ofHours(2)),
        start,
        topic,
        "varhaiskasvatuksen ohjaaja",
        brought(partner),
        Visit.State.ANNOUNCED,
        Text.none(),
        Set.of(Visit.Channel.FACEBOOK, Visit.Channel.POSTER),
        List.of(new PartnerAnswer(partner, PartnerAnswer.Answer.COMING, "", null, null)),
        1);
  }

  private static List<Contribution> brought(UUID partner) {
    return List.of(
        new Contribution(Contribution.Kind.SPACE, CITY, ""),
        new Contribution(Contribution.Kind.STAFF, CITY, "kaksi ohjaajaa"),
        new Contribution(Contribution.Kind.SKILL, partner, ""),
        new Contribution(Contribution.Kind.COFFEE, CITY, ""));
  }

  /// Planned by the doors that anybody uses.
  private void autumn(Caller host) {
    Text theme = new Text("Uni ja jaksaminen", "Sömn och krafter", "Sleep and coping");
    Text goal =
        new Text(
            "Mitä voi tehdä, kun kukaan ei nuku? Tule kysymään, kahvi on valmiina.",
            "Vad kan man göra när ingen sover? Kom och fråga, kaffet är klart.",
            "What can you do when nobody sleeps? Come and ask, coffee is ready.");
    Outcome begun = plans.create(host, CITY, PIKKU_VETURI, theme, goal);
    if (begun instanceof Outcome.Done done) {
      plans.join(host, CITY, done.id(), ASSOCIATION);
      plans.join(host, CITY, done.id(), PARISH);
      UUID first = planned(host, done.id(), 9, ASSOCIATION, new Text("Vauva ei nuku", null, null));
      UUID second = planned(host, done.id(), 37, ASSOCIATION, new Text("Taaperon yöt", null, null));
      planned(
          host, done.id(), 65, PARISH, new Text("Mistä voimia?", "Var hittar man krafter?", null));
      of(ASSOCIATION)
          .ifPresent(guest ->
              List.of(first, second)
                  .forEach(
                      it -> confirmations.answer(guest, ASSOCIATION, done.id(), it, coming(it))));
      visits.announce(host, CITY, done.id(), first);
    }
  }

  private UUID planned(Caller host, UUID in, int days, UUID partner, Text topic) {
    Instant start = at(days, 9, 30);
    VisitPlan plan =
        new VisitPlan(
            start,
            start.plus(Duration.ofHours(2)),
            topic,
            Set.of(partner),
            "varhaiskasvatuksen ohjaaja",
            brought(partner));
    return visits.plan(host, CITY, in, plan) instanceof Outcome.Done done
        ? done.id()
        : new UUID(0, 0);
  }

  private Confirmations.Said coming(UUID visit) {
    Instant starts = rows.find(visit).map(Visit::startsAt).orElse(Instant.EPOCH);
    return new Confirmations.Said(starts, PartnerAnswer.Answer.COMING, "", null);
  }

  private Instant at(int daysAhead, int hour, int minute) {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI)
        .plusDays(daysAhead)
        .atTime(hour, minute)
        .atZone(Zone.HELSINKI)
        .toInstant();
  }
}
