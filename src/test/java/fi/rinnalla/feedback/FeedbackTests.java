package fi.rinnalla.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// Three partners visit Pikku-Veturi, in March, April and May, and want to know honestly how it
/// was.
@HouseTest
@TestPropertySource(properties = "rinnalla.notifications.delivers=false")
class FeedbackTests {
  private static final LocalDateTime MARCH = LocalDateTime.of(2027, 3, 10, 9, 30);
  private static final Text TITLE = new Text("Pikku-Veturi", "Lilla loket", "Little Engine");

  @Autowired Outbox outbox;
  @Autowired FeedbackRounds rounds;
  @Autowired Reviews reviews;
  @Autowired Remarks remarks;
  @Autowired Answering answering;
  @Autowired FeedbackUpkeep upkeep;
  @Autowired Directory directory;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Families families;
  private Organization ours;
  private Organization parish;
  private Caller eero;
  private Caller pia;
  private Caller stranger;

  @BeforeEach
  void aMeetingPlaceAndItsPartners() {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from feedback.round").update());
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
    families = new Families(answering);
    Neighbourhood here = new Neighbourhood(people, context);
    ours = Neighbourhood.anAssociation(directory, "Pikku-Veturin väki", "106");
    parish = Neighbourhood.anAssociation(directory, "Seurakunta", "106");
    Organization others = Neighbourhood.anAssociation(directory, "Muut", "106");
    eero = here.editorOf(ours, "eero.p@example.org");
    pia = here.editorOf(parish, "pia.p@example.org");
    stranger = here.editorOf(others, "vieras.p@example.org");
  }

  @AfterEach
  void timeGoesBack() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void theVisitsOfASpringAreToldAsCountsAndNoVisitApart() throws Exception {
    UUID round = aSpring();
    visited(0, 4, 0);
    visited(1, 6, 0);
    visited(2, 6, 1);

    assertThat(summarised(round)).isInstanceOf(Outcome.Done.class);

    for (Caller reader : List.of(eero, pia)) {
      assertThat(whole(reader, round).usefulOf()).hasToString("16/17");
      assertThat(whole(reader, round).moreOf()).hasToString("17/17");
      assertThat(figures(reader, round).split()).isEqualTo(Figures.Split.NONE);
    }
  }

  @Test
  void nobodySeesAFigureBeforeTheLastLinkHasClosedAndNoneChangesAfterwards() throws Exception {
    UUID round = aSpring();
    visited(0, 12, 0);
    assertThat(seen(eero, round).round().figures()).isNull();
    int before = seen(eero, round).atLeast();
    families.liked(1, sittings(round).getFirst());
    assertThat(seen(eero, round).atLeast()).as("one more shows nowhere").isEqualTo(before);
    assertThat(as(eero, () -> reviews.summarise(eero, ours.id().value(), round)))
        .isInstanceOf(Outcome.StillOpen.class);

    summarised(round);

    assertThat(whole(eero, round).answers()).isEqualTo(13);
    assertThat(answers(round)).as("single answers are gone").isZero();
    assertThat(as(eero, () -> reviews.summarise(eero, ours.id().value(), round)))
        .isInstanceOf(Outcome.NotNow.class);
    assertThatThrownBy(() ->
            house.step(() ->
                jdbc.sql("update feedback.round set figures = '{}' where id = :id")
                    .param("id", round)
                    .update()))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("counted once");
  }

  @Test
  void theOwnerSeesOnlyInFivesHowManyHaveAnswered() throws Exception {
    UUID round = aSpring();
    visited(0, 4, 0);
    assertThat(seen(eero, round).atLeast()).isZero();
    families.liked(1, sittings(round).getFirst());
    assertThat(seen(eero, round).atLeast()).isEqualTo(5);
    families.liked(4, sittings(round).getFirst());
    assertThat(seen(eero, round).atLeast()).isEqualTo(5);
  }

  @Test
  void ofFewerThanFiveNothingIsToldAndTheirWordsAreGone() throws Exception {
    UUID round = aSpring();
    after(0);
    for (int i = 0; i < 4; i++) {
      families.say(sittings(round).getFirst(), 4, "Kahvi oli hyvää");
    }
    summarised(round);

    assertThat(figures(eero, round).tooFew()).isTrue();
    assertThat(as(eero, () -> remarks.of(eero, ours.id().value(), round))).isEmpty();
    assertThat(count("feedback.remark")).isZero();
    assertThat(as(eero, () -> reviews.publish(eero, ours.id().value(), round, true)))
        .isInstanceOf(Outcome.TooFew.class);
  }

  @Test
  void afterTheFirstAnswerWhatWasAskedStaysInTheDatabaseToo() throws Exception {
    UUID round = aSpring();
    Questions fewer = new Questions(false, Set.of(), false);
    assertThat(ask(round, fewer)).isInstanceOf(Outcome.Done.class);
    assertThat(ask(round, Questions.asUsual())).isInstanceOf(Outcome.Done.class);
    visited(0, 1, 0);

    assertThat(ask(round, fewer)).isInstanceOf(Outcome.Locked.class);
    for (String change :
        List.of("asks_words = false", "partners = '{}'", "locked = false", "title = '{}'")) {
      assertThatThrownBy(() ->
              house.step(() ->
                  jdbc.sql("update feedback.round set " + change + " where id = :id")
                      .param("id", round)
                      .update()))
          .as(change)
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("stays as it was");
    }
    assertThatThrownBy(
            () -> house.step(() -> jdbc.sql("update feedback.answer set useful = 1").update()))
        .hasStackTraceContaining("never changes");
  }

  @Test
  void whatIsAskedStaysFromTheFirstLinksOpeningSoThatNobodyLearnsOfTheFirstAnswer()
      throws Exception {
    UUID round = aSpring();
    Questions fewer = new Questions(false, Set.of(), false);
    Sitting march = sittings(round).getFirst();
    clock.set(march.startsAt().minusSeconds(1));
    assertThat(ask(round, fewer)).isInstanceOf(Outcome.Done.class);

    clock.set(march.startsAt());

    assertThat(ask(round, Questions.asUsual()))
        .as("nobody has answered yet")
        .isInstanceOf(Outcome.Locked.class);
    assertThat(seen(eero, round).isLocked(clock.instant())).isTrue();
  }

  @Test
  void aLinkOpensAtTheStartAndClosesAWeekFromTheEnd() {
    UUID round = aSpring();
    Sitting march = sittings(round).getFirst();
    clock.set(march.startsAt().minusSeconds(1));
    assertThat(families.say(march, 5, "")).isInstanceOf(Answering.Outcome.Shut.class);
    clock.set(march.startsAt());
    assertThat(families.say(march, 5, "")).isInstanceOf(Answering.Outcome.Thanks.class);
    clock.set(march.endsAt().plus(Duration.ofDays(7)).minusSeconds(1));
    assertThat(families.say(march, 5, "")).isInstanceOf(Answering.Outcome.Thanks.class);
    clock.pass(Duration.ofSeconds(1));
    assertThat(families.say(march, 5, "")).isInstanceOf(Answering.Outcome.Shut.class);
    assertThat(answers(round)).isEqualTo(2);
  }

  @Test
  void aFormSentTwiceCountsOnceAndAPhoneUsedTwiceIsSeenAsSuch() throws Exception {
    UUID round = aSpring();
    visited(0, 5, 0);
    String link = sittings(round).getFirst().token();
    Answering.Said once = Families.said(5, true, "");
    answering.answer(link, once);
    answering.answer(link, once);
    answering.answer(
        link, new Answering.Said(UUID.randomUUID(), Lang.FI, 4, true, Set.of(), "", true));
    summarised(round);

    assertThat(whole(eero, round).answers()).isEqualTo(7);
    assertThat(figures(eero, round).again()).isOne();
  }

  @Test
  void anAnswerThatSaysNothingIsAskedAgainAndKeepsNothing() {
    UUID round = aSpring();
    after(0);
    String link = sittings(round).getFirst().token();

    assertThat(answering.answer(link, Families.said(0, null, "x".repeat(501))))
        .isEqualTo(new Answering.Outcome.Unclear(Set.of(Answering.Outcome.What.values())));
    assertThat(answers(round)).isZero();
    assertThat(count("feedback.remark")).isZero();
  }

  @Test
  void nothingIsKeptOfWhoAnsweredOrWhen() {
    assertThat(columns("answer"))
        .containsExactlyInAnyOrder("id", "round", "sitting", "lang", "useful", "more", "learnt");
    assertThat(columns("remark"))
        .containsExactlyInAnyOrder("id", "round", "organization", "words", "shown");
    assertThat(columns("form")).containsExactlyInAnyOrder("id", "sitting");
  }

  @Test
  void wordsAreReadByTheOwnerFirstAndNotBeforeTheSummary() throws Exception {
    UUID round = aSpring();
    visited(0, 5, 0);
    families.say(sittings(round).getFirst(), 5, "Ohjaaja Maija oli ihana");
    families.say(sittings(round).getFirst(), 5, "Naapurin asioita");
    assertThat(read(eero, round)).as("one would see it come in").isEmpty();
    summarised(round);
    assertThat(read(pia, round)).isEmpty();

    UUID kind = remark(round, "Maija");
    UUID bad = remark(round, "Naapurin");
    assertThat(
            as(pia, () -> caught(() -> remarks.show(pia, parish.id().value(), round, kind, "x"))))
        .isTrue();
    as(eero, () -> remarks.show(eero, ours.id().value(), round, kind, "Ohjaaja oli ihana"));
    as(eero, () -> remarks.drop(eero, ours.id().value(), round, bad));

    assertThat(read(pia, round)).containsExactly("Ohjaaja oli ihana");
    assertThat(count("feedback.remark where words like '%Maija%' or words like '%Naapurin%'"))
        .isZero();
    assertThat(as(eero, () -> remarks.drop(eero, ours.id().value(), round, bad)))
        .isInstanceOf(Remarks.Outcome.Gone.class);
  }

  @Test
  void thePartnersHearAtTheSameMomentAndTheLetterSaysNothing() throws Exception {
    UUID round = aSpring();
    visited(0, 6, 0);
    assertThat(seen(pia, round).round().figures()).isNull();
    assertThat(letters()).isEmpty();

    summarised(round);

    assertThat(whole(pia, round).answers()).isEqualTo(6);
    assertThat(letters()).hasSize(1);
    assertThat(letters().getFirst())
        .contains("Yhteenveto on valmis", "/fi/oma/jarjesto/" + parish.id())
        .doesNotContain("Pikku-Veturi", "6/6");
  }

  @Test
  void toAStrangerThereIsNoRoundAndAPartnerChangesNothing() throws Exception {
    UUID round = aSpring();
    UUID theirs = stranger.organizations().iterator().next();

    assertThat(as(stranger, () -> caught(() -> rounds.get(stranger, theirs, round)))).isTrue();
    assertThat(as(stranger, () -> caught(() -> rounds.get(stranger, ours.id().value(), round))))
        .isTrue();
    assertThat(as(stranger, () -> rounds.of(stranger, theirs))).isEmpty();
    UUID partner = parish.id().value();
    assertThat(as(pia, () -> rounds.get(pia, partner, round).owner())).isFalse();
    assertThat(as(pia, () -> caught(() -> reviews.summarise(pia, partner, round)))).isTrue();
    assertThat(
            as(
                pia,
                () ->
                    caught(() ->
                        rounds.ask(pia, partner, round, TITLE, Set.of(), Questions.asUsual()))))
        .isTrue();
  }

  @Test
  void theDatabaseItselfShowsNobodyAnAnswerNorAPartnerUnreadWords() throws Exception {
    UUID round = aSpring();
    visited(0, 5, 0);
    families.say(sittings(round).getFirst(), 5, "Lukematon");
    assertThat(as(eero, () -> bare("feedback.answer"))).isZero();
    assertThat(as(eero, () -> bare("feedback.remark"))).isZero();
    summarised(round);

    assertThat(as(eero, () -> bare("feedback.remark"))).isOne();
    assertThat(as(pia, () -> bare("feedback.remark"))).isZero();
    assertThat(as(stranger, () -> bare("feedback.round"))).isZero();
  }

  @Test
  void theDecisionAndTheMinutesAreThePartnersToo() throws Exception {
    UUID round = aSpring();
    visited(0, 5, 0);
    assertThat(review(round, Round.Decision.CHANGE, "Ensi kerralla aamupäivällä"))
        .isInstanceOf(Outcome.NotNow.class);
    summarised(round);
    assertThat(review(round, null, "")).isInstanceOf(Outcome.NoDecision.class);
    assertThat(review(round, Round.Decision.END, "x".repeat(4001)))
        .isInstanceOf(Outcome.NoDecision.class);
    review(round, Round.Decision.CHANGE, "Ensi kerralla aamupäivällä");

    Round read = seen(pia, round).round();
    assertThat(read.decision()).isEqualTo(Round.Decision.CHANGE);
    assertThat(read.minutes()).isEqualTo("Ensi kerralla aamupäivällä");
    assertThat(read.state()).isEqualTo(Round.State.REVIEWED);
  }

  @Test
  void eachDecisionIsALetterToThePartnersAndMendedMinutesAreNone() throws Exception {
    UUID round = aSpring();
    visited(0, 5, 0);
    summarised(round);
    house.step(() -> jdbc.sql("delete from notifications.letter").update());

    review(round, Round.Decision.CONTINUE, "Nähdään keväällä Kirsin luona");
    review(round, Round.Decision.CONTINUE, "Nähdään keväällä");
    assertThat(letters()).hasSize(1);
    assertThat(letters().getFirst())
        .contains("Yhteinen päätös on kirjattu", "jatketaan samaan tapaan")
        .doesNotContain("Pikku-Veturi", "Kirsin");

    review(round, Round.Decision.END, "Nähdään keväällä");
    assertThat(letters()).hasSize(2);
  }

  @Test
  void everybodySeesTheFiguresOnlyWhenTheOwnerSaysSo() throws Exception {
    UUID round = aSpring();
    visited(0, 5, 0);
    summarised(round);
    assertThat(reviews.published(Caller.visitor(), round)).isEmpty();
    as(eero, () -> reviews.publish(eero, ours.id().value(), round, true));
    assertThat(reviews.published(Caller.visitor(), round)).isPresent();
    as(eero, () -> reviews.publish(eero, ours.id().value(), round, false));
    assertThat(reviews.published(Caller.visitor(), round)).isEmpty();
  }

  @Test
  void aTimeIsTakenOutOnlyWhileNobodyCanHaveAnsweredIt() throws Exception {
    UUID round = aSpring();
    after(0);
    UUID march = sittings(round).get(0).id();
    UUID april = sittings(round).get(1).id();

    assertThat(as(eero, () -> rounds.remove(eero, ours.id().value(), round, march)))
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(as(eero, () -> rounds.remove(eero, ours.id().value(), round, april)))
        .isInstanceOf(Outcome.Done.class);
    assertThat(sittings(round)).extracting(Sitting::id).doesNotContain(april).hasSize(2);
  }

  @Test
  void timesMoreThanHalfAYearApartAreNoRound() throws Exception {
    UUID round = aSpring();
    Opening.Occasion autumn = occasion(MARCH.plusMonths(7));

    assertThat(as(eero, () -> rounds.add(eero, ours.id().value(), round, List.of(autumn))))
        .isInstanceOf(Outcome.TooMuch.class);
    assertThat(sittings(round)).hasSize(3);
  }

  @Test
  void wordsGoAYearAfterTheFirstVisitAndTheCountsStay() throws Exception {
    UUID round = aSpring();
    visited(0, 5, 0);
    families.say(sittings(round).getFirst(), 5, "Sanoja");
    summarised(round);
    clock.set(instant(MARCH.plusYears(1)));
    upkeep.tidy();
    assertThat(count("feedback.remark")).isOne();
    clock.pass(Duration.ofHours(3));

    upkeep.tidy();

    assertThat(count("feedback.remark")).isZero();
    assertThat(count("feedback.form")).isZero();
    assertThat(whole(eero, round).answers()).isEqualTo(6);
  }

  @Test
  void aRoundThatNobodySumsUpIsSummedUpInAYearSoThatNoAnswerStays() throws Exception {
    UUID round = aSpring();
    visited(0, 5, 0);
    clock.set(instant(MARCH.plusYears(1)).plus(Duration.ofHours(3)));

    upkeep.tidy();

    assertThat(answers(round)).isZero();
    assertThat(whole(pia, round).usefulOf()).hasToString("5/5");
  }

  @Test
  void fortyWhoAnswerAtOnceAllCount() throws Exception {
    UUID round = aSpring();
    after(0);
    Sitting march = sittings(round).getFirst();
    try (var phones = Executors.newFixedThreadPool(8)) {
      List<Future<Answering.Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(phones.submit(() -> families.say(march, 5, "")));
      }
      for (Future<Answering.Outcome> one : all) {
        assertThat(one.get()).isInstanceOf(Answering.Outcome.Thanks.class);
      }
    }
    summarised(round);

    assertThat(whole(eero, round).usefulOf()).hasToString("40/40");
    assertThat(whole(eero, round).usefulOf().percent()).hasValue(100);
  }

  private UUID aSpring() {
    Opening opening =
        new Opening(
            null,
            TITLE,
            Set.of(parish.id().value()),
            Questions.asUsual(),
            List.of(occasion(MARCH), occasion(MARCH.plusMonths(1)), occasion(MARCH.plusMonths(2))));
    try {
      return as(eero, () -> ((Outcome.Done) rounds.open(eero, ours.id().value(), opening)).round());
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Opening.Occasion occasion(LocalDateTime start) {
    return new Opening.Occasion(Text.none(), instant(start), instant(start.plusHours(2)));
  }

  private static Instant instant(LocalDateTime time) {
    return time.atZone(Zone.HELSINKI).toInstant();
  }

  /// The families at one of the visits, just after it.
  private void visited(int visit, int useful, int lessUseful) {
    after(visit);
    Sitting sitting = sittings(only()).get(visit);
    families.liked(useful, sitting);
    for (int i = 0; i < lessUseful; i++) {
      families.say(sitting, 3, "");
    }
  }

  private void after(int visit) {
    clock.set(sittings(only()).get(visit).endsAt().plus(Duration.ofMinutes(5)));
  }

  private UUID only() {
    return house.step(() -> jdbc.sql("select id from feedback.round").query(UUID.class).single());
  }

  private List<Sitting> sittings(UUID round) {
    try {
      return as(eero, () -> rounds.get(eero, ours.id().value(), round)).sittings();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Outcome summarised(UUID round) throws Exception {
    clock.set(sittings(round).getLast().closesAt());
    return as(eero, () -> reviews.summarise(eero, ours.id().value(), round));
  }

  private Outcome ask(UUID round, Questions questions) throws Exception {
    Set<UUID> partners = Set.of(parish.id().value());
    return as(eero, () -> rounds.ask(eero, ours.id().value(), round, TITLE, partners, questions));
  }

  private Outcome review(UUID round, Round.@Nullable Decision decision, String minutes)
      throws Exception {
    return as(eero, () -> reviews.review(eero, ours.id().value(), round, decision, minutes));
  }

  private FeedbackRounds.Shown seen(Caller caller, UUID round) throws Exception {
    UUID theirs = caller.organizations().iterator().next();
    return as(caller, () -> rounds.get(caller, theirs, round));
  }

  private Figures figures(Caller caller, UUID round) throws Exception {
    return Objects.requireNonNull(seen(caller, round).round().figures());
  }

  private Figures.Tally whole(Caller caller, UUID round) throws Exception {
    return Objects.requireNonNull(figures(caller, round).whole());
  }

  private List<String> read(Caller caller, UUID round) throws Exception {
    UUID theirs = caller.organizations().iterator().next();
    return as(caller, () -> remarks.of(caller, theirs, round)).stream().map(Remark::words).toList();
  }

  private UUID remark(UUID round, String words) throws Exception {
    return as(eero, () -> remarks.of(eero, ours.id().value(), round)).stream()
        .filter(it -> it.words().contains(words))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private int answers(UUID round) {
    return count("feedback.answer where round = '" + round + "'");
  }

  private int count(String table) {
    return house.step(() -> bare(table));
  }

  private int bare(String table) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> jdbc.sql("select count(*) from " + table).query(Integer.class).single()));
  }

  private List<String> columns(String table) {
    return jdbc.sql(
            "select column_name from information_schema.columns"
                + " where table_schema = 'feedback' and table_name = :table")
        .param("table", table)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private List<String> letters() {
    return outbox.letters();
  }

  private static boolean caught(Callable<?> work) throws Exception {
    try {
      work.call();
      return false;
    } catch (NoSuchRecord refused) {
      return true;
    }
  }

  private static <T> T as(Caller caller, Callable<T> work) throws Exception {
    return Neighbourhood.as(caller, work);
  }
}
