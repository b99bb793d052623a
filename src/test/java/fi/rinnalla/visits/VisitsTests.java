package fi.rinnalla.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Sitting;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// A meeting place and those who visit it.
@HouseTest
@TestPropertySource(properties = "rinnalla.notifications.delivers=false")
class VisitsTests {
  private static final Caller VISITOR = Caller.visitor();
  private static final Instant MARCH = at(LocalDateTime.of(2027, 3, 10, 9, 30));
  private static final Instant APRIL = at(LocalDateTime.of(2027, 4, 14, 9, 30));

  @Autowired Outbox outbox;
  @Autowired VisitPlans plans;
  @Autowired Visits visits;
  @Autowired Confirmations confirmations;
  @Autowired HeadCounts counts;
  @Autowired Programme programme;
  @Autowired VisitRounds rounds;
  @Autowired FeedbackRounds feedback;
  @Autowired Calendar calendar;
  @Autowired Directory directory;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization host;
  private Organization clinic;
  private Organization parish;
  private Location place;
  private Caller veera;
  private Caller pia;
  private Caller kaisa;
  private Caller stranger;
  private UUID series;

  @BeforeEach
  void aMeetingPlaceWithTwoPartners() throws Exception {
    clock.set(GivenClock.NOW);
    for (String table : List.of("visits.series", "feedback.round", "notifications.letter")) {
      house.step(() -> jdbc.sql("delete from " + table).update());
    }
    here = new Neighbourhood(people, context);
    host = Neighbourhood.anAssociation(directory, "Kohtaamispaikan väki", "106");
    clinic = Neighbourhood.anAssociation(directory, "Perheneuvola", "106");
    parish = Neighbourhood.anAssociation(directory, "Kylän seurakunta", "106");
    Organization others = Neighbourhood.anAssociation(directory, "Muu väki", "106");
    place = Listings.aLibrary("Pieni veturi", 60.63, 24.86);
    directory.publish("t", place);
    veera = here.editorOf(host, "veera.v@example.org");
    kaisa = here.editorOf(clinic, "kaisa.v@example.org");
    pia = here.editorOf(parish, "pia.v@example.org");
    stranger = here.editorOf(others, "vieras.v@example.org");
    series =
        id(as(veera, () -> plans.create(veera, id(host), place.id(), Text.fi("Uni"), Text.none())));
    as(veera, () -> plans.join(veera, id(host), series, id(clinic)));
    as(veera, () -> plans.join(veera, id(host), series, id(parish)));
  }

  @AfterEach
  void timeGoesBack() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void aVisitIsConfirmedWhenEachPartnerHasSaidYesByALetter() throws Exception {
    UUID visit = planned(MARCH, clinic, parish);
    assertThat(announced(visit)).isInstanceOf(Outcome.NotNow.class);

    assertThat(coming(token(kaisa), MARCH)).isInstanceOf(Outcome.Done.class);
    assertThat(state(visit)).isEqualTo(Visit.State.PLANNED);
    assertThat(coming(token(pia), MARCH)).isInstanceOf(Outcome.Done.class);

    assertThat(state(visit)).isEqualTo(Visit.State.CONFIRMED);
    assertThat(letters("Vierailuun on vastattu")).isEqualTo(2);
    assertThat(programme.at(VISITOR, place.id())).as("nobody else knows").isEmpty();
    assertThat(calendar.find(new EventId(series))).isEmpty();
  }

  @Test
  void theSameAnswerTwiceIsOneAndAnotherMayFollowUntilItIsAnnounced() throws Exception {
    UUID visit = planned(MARCH, clinic);
    String token = token(kaisa);
    coming(token, MARCH);
    coming(token, MARCH);
    assertThat(letters("Vierailuun on vastattu")).isOne();

    confirmations.answer(
        VISITOR,
        token,
        new Confirmations.Said(MARCH, PartnerAnswer.Answer.OTHER_TIME, "Viikko myöhemmin", APRIL));
    assertThat(state(visit)).isEqualTo(Visit.State.PLANNED);
    coming(token, MARCH);
    assertThat(announced(visit)).isInstanceOf(Outcome.Done.class);

    assertThat(
            confirmations.answer(
                VISITOR,
                token,
                new Confirmations.Said(MARCH, PartnerAnswer.Answer.NOT_COMING, "", null)))
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(state(visit)).isEqualTo(Visit.State.ANNOUNCED);
  }

  @Test
  void theTimeThatAPartnerProposedIsTakenByOneTapAndTheOthersAreAskedAgain() throws Exception {
    UUID visit = planned(MARCH, clinic, parish);
    coming(token(pia), MARCH);
    confirmations.answer(
        VISITOR,
        token(kaisa),
        new Confirmations.Said(MARCH, PartnerAnswer.Answer.OTHER_TIME, "", APRIL));
    String path = "/fi/oma/jarjesto/" + id(host) + "/vierailut/" + series;
    assertThat(here.ask(veera, get(path)).getContentAsString()).contains("Sopii: siirrä aikaan");

    here.ask(
        veera,
        post(path)
            .param("act", "agree")
            .param("visit", visit.toString())
            .param("partner", id(clinic).toString()));

    Visit moved = as(veera, () -> plans.get(veera, id(host), series)).visits().getFirst();
    assertThat(moved.startsAt()).isEqualTo(APRIL);
    assertThat(moved.of(id(clinic)).orElseThrow().answer()).isEqualTo(PartnerAnswer.Answer.COMING);
    assertThat(moved.of(id(parish)).orElseThrow().answer()).isEqualTo(PartnerAnswer.Answer.WAITING);
    assertThat(letters("Ehdottamanne aika sopii")).isOne();
    assertThat(letters("Kutsu vierailulle")).isEqualTo(3);
  }

  @Test
  void whoeverIsNotAskedAnyMoreHearsOfIt() throws Exception {
    UUID visit = planned(MARCH, clinic, parish);

    as(veera, () -> visits.change(veera, id(host), series, visit, plan(MARCH, clinic)));

    assertThat(letters("Teitä ei enää kysytä")).isOne();
  }

  @Test
  void anAnswerThatWasNotChosenIsAskedForInItsOwnWords() throws Exception {
    planned(MARCH, clinic);
    var refused = here.ask(VISITOR, post("/fi/vierailu/" + token(kaisa)).param("words", "Hei"));

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Valitse yksi", "Hei");
  }

  @Test
  void whatIsBroughtIsBroughtBySomebodyAndAVisitBeginsBeforeItEnds() throws Exception {
    String path = "/fi/oma/jarjesto/" + id(host) + "/vierailut/" + series + "/suunnittele";
    var unsaid =
        here.ask(
            veera,
            post(path)
                .param("day", "2027-03-10")
                .param("from", "9.30")
                .param("until", "11.00")
                .param("what_coffee", "Pullaa"));
    assertThat(unsaid.getContentAsString()).contains("Valitse, kuka tuo", "Pullaa");

    var backwards =
        here.ask(
            veera,
            post(path).param("day", "2027-03-10").param("from", "9.30").param("until", "9.00"));
    assertThat(backwards.getContentAsString()).contains("loppuu ennen kuin se alkaa");
  }

  @Test
  void aLinkAnswersItsOwnVisitForItsOwnPartnerAndAsksAgainWhenTheTimeChanged() throws Exception {
    UUID march = planned(MARCH, clinic);
    String token = token(kaisa);
    UUID april = planned(APRIL, clinic);
    coming(token, MARCH);
    assertThat(state(april)).isEqualTo(Visit.State.PLANNED);

    as(
        veera,
        () -> visits.change(veera, id(host), series, march, plan(MARCH.plusSeconds(3600), clinic)));

    assertThat(state(march)).as("asked again").isEqualTo(Visit.State.PLANNED);
    assertThat(coming(token, MARCH)).isInstanceOf(Outcome.Stale.class);
    assertThat(coming("0".repeat(32), MARCH)).isInstanceOf(Outcome.NotNow.class);
    assertThat(coming(token, MARCH.plusSeconds(3600))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whatIsCancelledCanNeitherBeConfirmedNorAnnounced() throws Exception {
    UUID visit = planned(MARCH, clinic);
    String token = token(kaisa);
    as(veera, () -> visits.cancel(veera, id(host), series, visit, Text.none()));

    assertThat(coming(token, MARCH)).isInstanceOf(Outcome.NotNow.class);
    assertThat(announced(visit)).isInstanceOf(Outcome.NotNow.class);
    assertThat(letters("Vierailu on peruttu")).isOne();
  }

  @Test
  void announcedVisitsAreTheTimesOfOneEventAndAMovedOneKeepsItsName() throws Exception {
    UUID march = agreed(MARCH, clinic, kaisa);
    UUID april = agreed(APRIL, parish, pia);
    announced(march);
    announced(april);
    assertThat(times()).extracting(Occurrence::start).containsExactly(MARCH, APRIL);
    assertThat(times().getFirst().note().fi()).contains("Perheneuvola", "Kahvia");
    assertThat(programme.at(VISITOR, place.id())).hasSize(2);
    assertThat(sittings()).extracting(Sitting::startsAt).containsExactly(MARCH, APRIL);

    Instant later = MARCH.plus(Duration.ofDays(1));
    as(veera, () -> visits.change(veera, id(host), series, march, plan(later, clinic)));
    as(veera, () -> visits.cancel(veera, id(host), series, april, Text.fi("Tila on remontissa")));

    assertThat(times()).extracting(Occurrence::start).containsExactly(later, APRIL);
    assertThat(times().getFirst().recurrenceId())
        .isEqualTo(MARCH.atZone(Zone.HELSINKI).toLocalDateTime());
    assertThat(times().getLast().cancelled()).isTrue();
    assertThat(times().getLast().note().fi()).isEqualTo("Tila on remontissa");
    assertThat(sittings()).extracting(Sitting::startsAt).containsExactly(later);
    assertThat(letters("Vierailun tiedot muuttuivat")).isOne();
  }

  @Test
  void thereIsNoSuchSeriesForStrangersAndAPartnerChangesNothingOfTheHosts() throws Exception {
    UUID visit = planned(MARCH, clinic);
    UUID theirs = stranger.organizations().iterator().next();
    assertThatThrownBy(() -> as(stranger, () -> plans.get(stranger, theirs, series)))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> as(stranger, () -> plans.get(stranger, id(host), series)))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(as(kaisa, () -> plans.get(kaisa, id(clinic), series)).owner()).isFalse();
    for (UUID by : List.of(id(host), id(clinic))) {
      assertThatThrownBy(() -> as(kaisa, () -> visits.announce(kaisa, by, series, visit)))
          .isInstanceOf(NoSuchRecord.class);
      assertThatThrownBy(() ->
              as(kaisa, () -> counts.count(kaisa, by, series, visit, Counting.of(HeadCount.NONE))))
          .isInstanceOf(NoSuchRecord.class);
    }
    assertThatThrownBy(
            () -> as(pia, () -> confirmations.answer(pia, id(parish), series, visit, said(MARCH))))
        .as("a partner of the series who isn't asked to this visit")
        .isInstanceOf(NoSuchRecord.class);
    assertThat(as(kaisa, () -> confirmations.answer(kaisa, id(clinic), series, visit, said(MARCH))))
        .isInstanceOf(Outcome.Done.class);
    String path = "/fi/oma/jarjesto/" + theirs + "/vierailut/" + series;
    assertThat(here.ask(stranger, get(path)).getStatus()).isEqualTo(404);
  }

  @Test
  void aPlaceThatIsNotForEverybodyIsNoMeetingPlace() throws Exception {
    Location shelter = Listings.aShelter("Turvatalo V");
    Location hidden =
        Listings.aPlace("Piilo V", Location.Visibility.HIDDEN, new Position(60.6, 24.8));
    directory.publish("t", shelter);
    directory.publish("t", hidden);
    for (LocationId where : List.of(shelter.id(), hidden.id(), new LocationId(UUID.randomUUID()))) {
      assertThat(as(veera, () -> plans.create(veera, id(host), where, Text.fi("Uni"), Text.none())))
          .isInstanceOf(Outcome.NoPlace.class);
    }
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() throws Exception {
    planned(MARCH, clinic);
    Organization unknown = Listings.anAssociation("Ei kumppani");
    assertThat(plan(veera, plan(MARCH, parish))).isInstanceOf(Outcome.Taken.class);
    assertThat(plan(veera, plan(GivenClock.NOW.minusSeconds(60), parish)))
        .isInstanceOf(Outcome.BadTime.class);
    assertThat(plan(veera, plan(APRIL, unknown))).isInstanceOf(Outcome.NoPartner.class);
    assertThat(plan(veera, plan(APRIL))).isInstanceOf(Outcome.NoPartner.class);
    assertThat(as(veera, () -> plans.get(veera, id(host), series)).visits()).hasSize(1);
    String path = "/fi/oma/jarjesto/" + id(host) + "/vierailut/" + series + "/suunnittele";
    var refused =
        here.ask(veera, post(path).param("topic_fi", "Jää tähän <b>").param("day", "eilen"));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Jää tähän &lt;b", "Anna tuleva päivä");
  }

  @Test
  void wordsThatAreMarkupStayWords() throws Exception {
    VisitPlan plan =
        new VisitPlan(
            MARCH,
            MARCH.plusSeconds(3600),
            Text.fi("<script>alert(1)</script>"),
            Set.of(id(clinic)),
            "<img src=x>",
            List.of());
    UUID visit = id(plan(veera, plan));
    String token = token(kaisa);
    coming(token, MARCH);
    announced(visit);
    String slug = directory.find(place.id()).orElseThrow().slug();
    for (String path :
        List.of(
            "/fi/paikka/" + slug,
            "/fi/vierailu/" + token,
            "/fi/tapahtuma/" + calendar.find(new EventId(series)).orElseThrow().slug())) {
      assertThat(here.ask(VISITOR, get(path)).getContentAsString())
          .as(path)
          .contains("&lt;script")
          .doesNotContain("<script>alert", "<img src=x");
    }
    assertThat(here.ask(VISITOR, get("/fi/vierailu/" + "ab".repeat(16))).getStatus())
        .isEqualTo(410);
  }

  @Test
  void aPartnerIsRemindedFourteenAndTwoDaysAheadOnceEach() throws Exception {
    agreed(MARCH, clinic, kaisa);
    clock.set(MARCH.minus(Duration.ofDays(15)));
    assertThat(rounds.remind()).isZero();
    for (int days : List.of(14, 2)) {
      clock.set(MARCH.minus(Duration.ofDays(days)));
      assertThat(rounds.remind()).as("%d days ahead", days).isOne();
      clock.pass(Duration.ofHours(1));
      assertThat(rounds.remind()).isZero();
    }
    assertThat(letters("Vierailu lähestyy")).isEqualTo(2);
  }

  @Test
  void whoeverWasAskedAWeekAheadIsRemindedTwoDaysAheadOnly() throws Exception {
    clock.set(MARCH.minus(Duration.ofDays(7)));
    planned(MARCH, clinic);
    assertThat(rounds.remind()).as("the letter that asks has just left").isZero();
    clock.set(MARCH.minus(Duration.ofDays(2)));
    assertThat(rounds.remind()).isOne();
  }

  @Test
  void headsAreCountedFromAnHourBeforeAndAreNeitherNegativeNorHuge() throws Exception {
    UUID visit = agreed(MARCH, clinic, kaisa);
    announced(visit);
    assertThat(counted(visit, true)).isInstanceOf(Outcome.NotNow.class);
    clock.set(MARCH.minus(Duration.ofMinutes(30)));
    counted(visit, false);
    counted(visit, true);
    counted(visit, true);
    String path =
        "/fi/oma/jarjesto/" + id(host) + "/vierailut/" + series + "/" + visit + "/kavijat";
    for (String wrong : List.of("-1", "99999", "2001", "kaksi", "1e3")) {
      assertThat(here.ask(veera, post(path).param("adults", wrong)).getStatus())
          .as(wrong)
          .isEqualTo(422);
    }
    assertThat(count(visit)).isEqualTo(new HeadCount(2, 0, 0));

    here.ask(
        veera, post(path).param("adults", "21").param("children", "24").param("new_families", "3"));

    assertThat(count(visit)).isEqualTo(new HeadCount(21, 24, 3));
    assertThat(as(veera, () -> counts.in(id(host), place.id(), YearMonth.of(2027, 3))).people())
        .isEqualTo(45);
  }

  @Test
  void aSeriesGoesOnlyBeforeFamiliesHaveSeenOfItAndAfterItsPartnersWereTold() throws Exception {
    String path = "/fi/oma/jarjesto/" + id(host) + "/vierailut/" + series;
    UUID visit = planned(MARCH, clinic);
    var refused = here.ask(veera, post(path).param("act", "remove"));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Peru ne ensin");
    as(veera, () -> visits.cancel(veera, id(host), series, visit, Text.none()));
    assertThat(letters("Vierailu on peruttu")).isEqualTo(1);

    String to = here.ask(veera, post(path).param("act", "remove")).getRedirectedUrl();

    assertThat(here.ask(veera, get(URI.create(String.valueOf(to)))).getContentAsString())
        .contains("Sarja on poistettu");
    assertThat(here.ask(veera, get(path)).getStatus()).isEqualTo(404);
  }

  @Test
  void aSeriesThatFamiliesHaveSeenStays() throws Exception {
    announced(agreed(MARCH, clinic, kaisa));

    assertThat(as(veera, () -> plans.remove(veera, id(host), series)))
        .isInstanceOf(Outcome.Announced.class);
  }

  private UUID agreed(Instant start, Organization partner, Caller by) throws Exception {
    UUID visit = planned(start, partner);
    coming(token(by), start);
    return visit;
  }

  private UUID planned(Instant start, Organization... partners) throws Exception {
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
    return id(plan(veera, plan(start, partners)));
  }

  private Outcome plan(Caller by, VisitPlan plan) throws Exception {
    return as(by, () -> visits.plan(by, id(host), series, plan));
  }

  private static VisitPlan plan(Instant start, Organization... partners) {
    return new VisitPlan(
        start,
        start.plus(Duration.ofHours(2)),
        Text.fi("Vauvan uni"),
        Set.copyOf(List.of(partners).stream().map(VisitsTests::id).toList()),
        "ohjaaja",
        List.of(new Contribution(Contribution.Kind.COFFEE, null, "")));
  }

  private Outcome announced(UUID visit) throws Exception {
    return as(veera, () -> visits.announce(veera, id(host), series, visit));
  }

  private Outcome counted(UUID visit, boolean more) throws Exception {
    return as(
        veera,
        () ->
            counts.count(
                veera,
                id(host),
                series,
                visit,
                more ? Counting.more(HeadCount.Who.ADULTS) : Counting.less(HeadCount.Who.ADULTS)));
  }

  private @Nullable HeadCount count(UUID visit) throws Exception {
    return as(veera, () -> counts.of(veera, id(host), series)).get(visit);
  }

  private Outcome coming(String token, Instant to) {
    return confirmations.answer(VISITOR, token, said(to));
  }

  private static Confirmations.Said said(Instant to) {
    return new Confirmations.Said(to, PartnerAnswer.Answer.COMING, "", null);
  }

  private Visit.State state(UUID visit) throws Exception {
    return as(veera, () -> plans.get(veera, id(host), series)).visit(visit).orElseThrow().state();
  }

  private List<Occurrence> times() {
    EventId event = new EventId(series);
    return calendar.times(List.of(event)).getOrDefault(event, List.of());
  }

  private List<Sitting> sittings() throws Exception {
    UUID round =
        Objects.requireNonNull(
            as(veera, () -> plans.get(veera, id(host), series)).series().round());
    return as(veera, () -> feedback.get(veera, id(host), round)).sittings();
  }

  /// What the link of the letter to somebody ends in.
  private String token(Caller to) {
    String address = String.valueOf(to.person().email());
    return outbox.letters(address).stream()
        .flatMap(it -> Pattern.compile("/fi/vierailu/([0-9a-f]{32})").matcher(it).results())
        .map(it -> it.group(1))
        .findFirst()
        .orElseThrow();
  }

  private int letters(String subject) {
    return outbox.letters(subject).size();
  }

  private static <T> T as(Caller caller, java.util.concurrent.Callable<T> work) throws Exception {
    return Neighbourhood.as(caller, work);
  }

  private static UUID id(Organization organization) {
    return organization.id().value();
  }

  private static UUID id(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).id();
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(Zone.HELSINKI).toInstant();
  }
}
