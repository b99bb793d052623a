package fi.rinnalla.visits;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.Race;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// A partner and a host, or two hosts, who change one visit at the very same moment.
@HouseTest
@TestPropertySource(properties = "rinnalla.notifications.delivers=false")
class VisitRaceTests {
  private static final Instant MARCH =
      LocalDateTime.of(2027, 3, 10, 9, 30).atZone(Zone.HELSINKI).toInstant();
  private static final Instant LATER = MARCH.plus(Duration.ofDays(7));

  @Autowired VisitPlans plans;
  @Autowired Visits visits;
  @Autowired Confirmations confirmations;
  @Autowired FeedbackRounds feedback;
  @Autowired Calendar calendar;
  @Autowired Directory directory;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private UUID host;
  private UUID clinic;
  private Caller veera;
  private Caller sanna;
  private Caller kaisa;
  private UUID series;
  private UUID visit;

  @BeforeEach
  void aVisitThatWaitsForItsPartner() throws Exception {
    clock.set(GivenClock.NOW);
    for (String table : List.of("visits.series", "feedback.round", "notifications.letter")) {
      house.step(() -> jdbc.sql("delete from " + table).update());
    }
    Neighbourhood here = new Neighbourhood(people, context);
    Organization keeper = Neighbourhood.anAssociation(directory, "Kilpailun väki", "106");
    Organization guest = Neighbourhood.anAssociation(directory, "Kilpailun neuvola", "106");
    host = keeper.id().value();
    clinic = guest.id().value();
    Location place = Listings.aLibrary("Kilpailun veturi", 60.63, 24.86);
    directory.publish("t", place);
    veera = here.editorOf(keeper, "veera.k@example.org");
    sanna = here.editorOf(keeper, "sanna.k@example.org");
    kaisa = here.editorOf(guest, "kaisa.k@example.org");
    series =
        id(by(veera, () -> plans.create(veera, host, place.id(), Text.fi("Uni"), Text.none())));
    by(veera, () -> plans.join(veera, host, series, clinic)).call();
    visit = id(by(veera, () -> visits.plan(veera, host, series, plan(MARCH))));
  }

  @RepeatedTest(5)
  void aYesAsTheHostMovesTheVisitIsNoYesToTheNewTime() throws Exception {
    List<Outcome> both =
        Race.of(
            List.of(
                by(kaisa, () -> confirmations.answer(kaisa, clinic, series, visit, coming())),
                by(veera, () -> visits.change(veera, host, series, visit, plan(LATER)))));

    assertThat(both.getFirst()).isInstanceOfAny(Outcome.Done.class, Outcome.Stale.class);
    assertThat(both.getLast()).isInstanceOf(Outcome.Done.class);
    assertThat(its().startsAt()).isEqualTo(LATER);
    assertThat(its().state()).as("asked again").isEqualTo(Visit.State.PLANNED);
    assertThat(by(veera, () -> visits.announce(veera, host, series, visit)).call())
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(calendar.find(new EventId(series))).as("nobody was told of anything").isEmpty();
  }

  @RepeatedTest(5)
  void aYesAsTheHostCancelsTheVisitBringsItBackToNobody() throws Exception {
    List<Outcome> both =
        Race.of(
            List.of(
                by(kaisa, () -> confirmations.answer(kaisa, clinic, series, visit, coming())),
                by(veera, () -> visits.cancel(veera, host, series, visit, Text.none()))));

    assertThat(both.getFirst()).isInstanceOfAny(Outcome.Done.class, Outcome.NotNow.class);
    assertThat(both.getLast()).isInstanceOf(Outcome.Done.class);
    assertThat(its().state()).isEqualTo(Visit.State.CANCELLED);
    assertThat(by(veera, () -> visits.announce(veera, host, series, visit)).call())
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(calendar.find(new EventId(series))).isEmpty();
  }

  @RepeatedTest(5)
  void twoWhoAnnounceAtOnceTellOfOneEventAndAskForFeedbackOnce() throws Exception {
    by(kaisa, () -> confirmations.answer(kaisa, clinic, series, visit, coming())).call();

    List<Outcome> both =
        Race.of(
            List.of(
                by(veera, () -> visits.announce(veera, host, series, visit)),
                by(sanna, () -> visits.announce(sanna, host, series, visit))));

    assertThat(both).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    assertThat(both).filteredOn(Outcome.NotNow.class::isInstance).hasSize(1);
    EventId event = new EventId(series);
    assertThat(calendar.times(List.of(event)).get(event))
        .extracting(Occurrence::start)
        .containsExactly(MARCH);
    assertThat(by(veera, () -> feedback.of(veera, host)).call()).hasSize(1);
  }

  @RepeatedTest(5)
  void anAnnouncementAsAColleagueMovesTheVisitTellsNoTimeThatIsNotItsOwn() throws Exception {
    by(kaisa, () -> confirmations.answer(kaisa, clinic, series, visit, coming())).call();

    List<Outcome> both =
        Race.of(
            List.of(
                by(veera, () -> visits.announce(veera, host, series, visit)),
                by(sanna, () -> visits.change(sanna, host, series, visit, plan(LATER)))));

    EventId event = new EventId(series);
    assertThat(its().startsAt()).isEqualTo(LATER);
    if (both.getFirst() instanceof Outcome.Done) {
      assertThat(calendar.times(List.of(event)).get(event))
          .as("announced first, then moved, and families are told of the move")
          .extracting(Occurrence::start)
          .containsExactly(LATER);
    } else {
      assertThat(its().state()).as("moved first: asked again").isEqualTo(Visit.State.PLANNED);
      assertThat(calendar.find(event)).isEmpty();
    }
  }

  private Visit its() throws Exception {
    return by(veera, () -> plans.get(veera, host, series)).call().visit(visit).orElseThrow();
  }

  private VisitPlan plan(Instant start) {
    return new VisitPlan(
        start, start.plus(Duration.ofHours(2)), Text.fi("Yöt"), Set.of(clinic), "", List.of());
  }

  private static Confirmations.Said coming() {
    return new Confirmations.Said(MARCH, PartnerAnswer.Answer.COMING, "", null);
  }

  private static <T> Callable<T> by(Caller caller, Callable<T> work) {
    return () -> Neighbourhood.as(caller, work);
  }

  private static UUID id(Callable<Outcome> work) throws Exception {
    Outcome outcome = work.call();
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).id();
  }
}
