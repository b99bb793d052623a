package fi.rinnalla.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.Race;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// Whose turn it is on the first Saturday of the month.
@HouseTest
@TestPropertySource(properties = "rinnalla.notifications.delivers=false")
class RotaTests {
  private static final Caller VISITOR = Caller.visitor();
  private static final String FIRST_SATURDAYS = "FREQ=MONTHLY;BYDAY=1SA";

  @Autowired Outbox outbox;
  @Autowired Rotas rotas;
  @Autowired Turns turns;
  @Autowired TurnReplies replies;
  @Autowired TurnRows rows;
  @Autowired Presentations presentations;
  @Autowired RotaRounds rounds;
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
  private Caller kaisa;
  private Caller pia;
  private UUID rota;

  @BeforeEach
  void aMeetingPlaceThatIsOpenOnSaturdays() throws Exception {
    clock.set(GivenClock.NOW);
    for (String table : List.of("visits.rota", "notifications.letter")) {
      house.step(() -> jdbc.sql("delete from " + table).update());
    }
    here = new Neighbourhood(people, context);
    host = Neighbourhood.anAssociation(directory, "Lauantain väki", "106");
    clinic = Neighbourhood.anAssociation(directory, "Lauantain neuvola", "106");
    parish = Neighbourhood.anAssociation(directory, "Lauantain seurakunta", "106");
    place =
        Listings.aMeetingPlace(
            "Lauantaipaikka",
            host,
            Schedule.weekly("SA", LocalTime.of(10, 0), LocalTime.of(13, 0))
                .except(Schedule.ExceptionalDay.closed(LocalDate.of(2027, 2, 6))));
    directory.publish("t", place);
    veera = here.editorOf(host, "veera.r@example.org");
    kaisa = here.editorOf(clinic, "kaisa.r@example.org");
    pia = here.editorOf(parish, "pia.r@example.org");
    rota = id(create(plan(LocalDate.of(2027, 6, 30), FIRST_SATURDAYS)));
  }

  @AfterEach
  void timeGoesBack() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void eachFirstSaturdayHasATurnButNoHolidayAndNoDayThePlaceIsShut() throws Exception {
    assertThat(shown().turns())
        .extracting(Turn::day)
        .as("the first of May is a holiday, and the sixth of February was told to be shut")
        .containsExactly(
            LocalDate.of(2026, 12, 5),
            LocalDate.of(2027, 1, 2),
            LocalDate.of(2027, 3, 6),
            LocalDate.of(2027, 4, 3),
            LocalDate.of(2027, 6, 5));
  }

  @Test
  void theFormBeginsFromThePlacesOwnHours() throws Exception {
    String page =
        here.ask(veera, get(path() + "/uusi").param("place", place.id().toString()))
            .getContentAsString();

    assertThat(page).contains("value=\"10:00\"", "value=\"13:00\"");
    assertThat(page).containsPattern("value=\"SA\" selected").containsPattern("every\" selected");
  }

  @Test
  void nobodyHearsBeforeTheRotaIsSentAndThenEachHasOneLetter() throws Exception {
    name(clinic, parish);
    as(veera, () -> turns.deal(veera, id(host), rota));
    assertThat(letters("Esittelyvuoronne")).isZero();
    assertThat(presentations.at(VISITOR, place.id())).isEmpty();

    as(veera, () -> turns.send(veera, id(host), rota));

    assertThat(letters("Esittelyvuoronne")).isEqualTo(2);
    assertThat(replies.accept(VISITOR, token(kaisa), null)).isInstanceOf(Outcome.Done.class);
    assertThat(presentations.at(VISITOR, place.id()))
        .as("only who said yes is told to families")
        .extracting(it -> it.presenter().fi())
        .containsExactly("Lauantain neuvola", "Lauantain neuvola", "Lauantain neuvola");
    String slug = directory.find(place.id()).orElseThrow().slug();
    assertThat(here.ask(VISITOR, get("/fi/paikka/" + slug)).getContentAsString())
        .contains("Kuka esittelee toimintaansa", "Lauantain neuvola")
        .doesNotContain("Lauantain seurakunta");
  }

  @Test
  void aDeclinedTurnIsFreeAndIsNotDealtToTheSameAgain() throws Exception {
    sent(clinic, parish);
    Turn december = shown().turns().getFirst();
    assertThat(
            here.ask(
                    VISITOR,
                    post("/fi/vuorot/" + token(kaisa))
                        .param("act", "decline")
                        .param("turn", december.id().toString()))
                .getStatus())
        .as("a reason is chosen")
        .isEqualTo(422);

    replies.decline(VISITOR, token(kaisa), december.id(), Turn.Reason.NO_HANDS);

    assertThat(turn(december).isFree()).isTrue();
    assertThat(letters("Esittelyvuoro vapautui")).isOne();
    assertThat(here.ask(veera, get(path() + "/" + rota)).getContentAsString())
        .contains("1 vuoro on vapaana", "Lauantain neuvola ei pääse (ei tekijöitä)");
    as(veera, () -> turns.deal(veera, id(host), rota));
    assertThat(presenter(december)).isEqualTo("Lauantain seurakunta");
  }

  @Test
  void theHostChangesATurnByHandAndBothAreTold() throws Exception {
    sent(clinic, parish);
    Turn december = shown().turns().getFirst();
    UUID other = shown().turns().get(1).presenter();

    assertThat(give(december, new Turns.Hand(other, false))).isInstanceOf(Outcome.Done.class);

    assertThat(presenter(december)).isEqualTo("Lauantain seurakunta");
    assertThat(letters("Esittelyvuoronne muuttui")).isOne();
    assertThat(give(december, new Turns.Hand(null, true)))
        .as("as the host saw it before")
        .isInstanceOf(Outcome.StaleTurn.class);
    assertThat(give(turn(december), new Turns.Hand(UUID.randomUUID(), false)))
        .isInstanceOf(Outcome.NoPartner.class);
    give(turn(december), new Turns.Hand(null, true));
    assertThat(turn(december).state()).isEqualTo(Turn.State.OFF);
  }

  @Test
  void aSwapChangesNothingUntilTheOtherSaysYes() throws Exception {
    sent(clinic, parish);
    Turn ours = shown().turns().get(0);
    Turn theirs = shown().turns().get(1);
    Swap swap = new Swap(ours.id(), theirs.id());

    assertThat(replies.wish(VISITOR, token(kaisa), swap)).isInstanceOf(Outcome.Done.class);
    assertThat(presenter(ours)).isEqualTo("Lauantain neuvola");
    assertThat(letters("Vuoronvaihtoa ehdotetaan")).isOne();
    assertThat(replies.swap(VISITOR, token(kaisa), swap))
        .as("nobody says yes to oneself")
        .isInstanceOf(Outcome.NotNow.class);

    assertThat(replies.swap(VISITOR, token(pia), swap)).isInstanceOf(Outcome.Done.class);

    assertThat(presenter(ours)).isEqualTo("Lauantain seurakunta");
    assertThat(presenter(theirs)).isEqualTo("Lauantain neuvola");
    assertThat(turn(ours).state()).isEqualTo(Turn.State.ACCEPTED);
    assertThat(replies.swap(VISITOR, token(pia), swap))
        .as("once")
        .isInstanceOf(Outcome.NotNow.class);
  }

  @Test
  void ofTwoWhoSayYesToTheSameSwapOneHasIt() throws Exception {
    sent(clinic, parish, Neighbourhood.anAssociation(directory, "Lauantain kolmas", "106"));
    Caller third = here.editorOf(named("Lauantain kolmas"), "kolmas.r@example.org");
    for (int again = 0; again < 5; again++) {
      restart();
      Turn ours = shown().turns().get(0);
      Turn second = shown().turns().get(1);
      Turn third3 = shown().turns().get(2);
      replies.wish(VISITOR, token(kaisa), new Swap(ours.id(), second.id()));
      replies.wish(VISITOR, token(kaisa), new Swap(ours.id(), third3.id()));
      String piaS = token(pia);
      String thirds = token(third);

      List<Outcome> outcomes =
          Race.of(
              List.of(
                  () -> replies.swap(VISITOR, piaS, new Swap(ours.id(), second.id())),
                  () -> replies.swap(VISITOR, thirds, new Swap(ours.id(), third3.id()))));

      assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(Outcome.NotNow.class::isInstance).hasSize(1);
      assertThat(shown().turns().stream().limit(3).map(Turn::presenter).distinct())
          .as("everybody still has one of the three")
          .hasSize(3);
    }
  }

  @Test
  void aFreeTurnIsTheFirstTakersOfMany() throws Exception {
    sent(clinic, parish);
    String kaisas = token(kaisa);
    String pias = token(pia);
    for (int again = 0; again < 5; again++) {
      Turn december = turn(shown().turns().getFirst());
      give(december, new Turns.Hand(null, false));
      assertThat(replies.take(VISITOR, pias, december.id()))
          .as("not offered yet")
          .isInstanceOf(Outcome.Gone.class);
      as(veera, () -> turns.offer(veera, id(host), rota, december.id()));

      List<Outcome> outcomes =
          Race.of(
              List.of(
                  () -> replies.take(VISITOR, kaisas, december.id()),
                  () -> replies.take(VISITOR, pias, december.id()),
                  () -> replies.take(VISITOR, pias, december.id()),
                  () -> replies.take(VISITOR, kaisas, december.id())));

      assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(Outcome.Gone.class::isInstance).hasSize(3);
      assertThat(turn(december).state()).isEqualTo(Turn.State.ACCEPTED);
    }
    assertThat(letters("Vapaa esittelyvuoro")).as("five times two letters").isEqualTo(10);
  }

  @Test
  void aPresenterIsRemindedFourteenAndTwoDaysAheadOnceEachByHoweverManyNodes() throws Exception {
    sent(clinic, parish);
    Turn january = shown().turns().get(1);
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
    for (int days : List.of(14, 2)) {
      clock.set(january.startsAt().minus(Duration.ofDays(days)));
      List<Integer> reminded = Race.of(List.of(() -> rounds.remind(), () -> rounds.remind()));
      assertThat(reminded.stream().mapToInt(it -> it).sum()).as("%d days", days).isOne();
      clock.pass(Duration.ofHours(1));
      assertThat(rounds.remind()).isZero();
    }
    assertThat(letters("Esittelyvuoronne lähestyy")).isEqualTo(2);
  }

  @Test
  void whoeverIsOutsideTheDirectoryHasALetterAndItsAddressIsForgottenAfterwards() throws Exception {
    as(
        veera,
        () -> rotas.join(veera, id(host), rota, "Naapurin kerho", "kerho.r@example.org", Lang.SV));
    as(veera, () -> turns.deal(veera, id(host), rota));
    as(veera, () -> turns.send(veera, id(host), rota));
    assertThat(letters("Era presentationsturer")).isOne();
    assertThat(emails()).isOne();

    clock.set(shown().turns().getLast().endsAt().plusSeconds(60));
    rounds.remind();

    assertThat(emails()).isZero();
  }

  @Test
  void aLinkIsOnesOwnAndShowsACalendarOfOnesOwnTurns() throws Exception {
    sent(clinic, parish);
    Turn theirs = shown().turns().get(1);
    String kaisas = token(kaisa);
    assertThat(replies.accept(VISITOR, kaisas, theirs.id())).isInstanceOf(Outcome.NotNow.class);
    assertThat(replies.decline(VISITOR, kaisas, theirs.id(), Turn.Reason.OTHER))
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(here.ask(VISITOR, get("/fi/vuorot/" + kaisas)).getStatus()).isEqualTo(200);
    assertThat(here.ask(VISITOR, get("/fi/vuorot/" + "ab".repeat(16))).getStatus()).isEqualTo(410);

    String file =
        here.ask(VISITOR, get("/fi/vuorot/" + kaisas + "/kalenteri.ics")).getContentAsString();

    assertThat(file.split("BEGIN:VEVENT", -1)).hasSize(4);
    assertThat(file)
        .contains("DTSTART:20261205T080000Z", "STATUS:TENTATIVE", "SUMMARY;LANGUAGE=fi:Esitt")
        .doesNotContain("20270102");
  }

  @Test
  void thereIsNoSuchRotaForAnybodyElseAndNoneForAnothersPlace() throws Exception {
    assertThatThrownBy(() -> as(kaisa, () -> rotas.get(kaisa, id(clinic), rota)))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> as(kaisa, () -> turns.deal(kaisa, id(host), rota)))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(here.ask(kaisa, get(path() + "/" + rota)).getStatus()).isEqualTo(404);
    RotaPlan theirs = plan(LocalDate.of(2027, 6, 30), FIRST_SATURDAYS);
    assertThat(as(kaisa, () -> rotas.create(kaisa, id(clinic), theirs)))
        .isInstanceOf(Outcome.NoPlace.class);
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() throws Exception {
    assertThat(create(plan(LocalDate.of(2027, 6, 30), "FREQ=SOMETIMES")))
        .isInstanceOf(Outcome.NoRule.class);
    assertThat(create(plan(LocalDate.of(2027, 6, 30), ""))).isInstanceOf(Outcome.NoRule.class);
    assertThat(create(plan(LocalDate.of(2027, 6, 30), "FREQ=DAILY")))
        .isInstanceOf(Outcome.TooMuch.class);
    assertThat(create(plan(LocalDate.of(2026, 12, 1), FIRST_SATURDAYS)))
        .isInstanceOf(Outcome.NoDays.class);
    assertThat(create(plan(LocalDate.of(2029, 1, 1), FIRST_SATURDAYS)))
        .isInstanceOf(Outcome.BadTime.class);
    assertThat(create(plan(LocalDate.of(2027, 3, 30), FIRST_SATURDAYS)))
        .isInstanceOf(Outcome.Taken.class);
    assertThat(as(veera, () -> turns.deal(veera, id(host), rota)))
        .isInstanceOf(Outcome.NoPartner.class);
    assertThat(as(veera, () -> rotas.join(veera, id(host), rota, "Kerho", "ei osoite", Lang.FI)))
        .isInstanceOf(Outcome.NoName.class);
    assertThat(as(veera, () -> rotas.of(veera, id(host)))).hasSize(1);
    var refused =
        here.ask(
            veera,
            post(path() + "/uusi")
                .param("place", place.id().toString())
                .param("rrule", "<b>joskus"));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("&lt;b>joskus").doesNotContain("<b>joskus");
  }

  @Test
  void whoeverHasTurnsToComeStaysAndAMonthOffIsKept() throws Exception {
    sent(clinic, parish);
    Presenter one = shown().rota().presenters().getFirst();
    assertThat(as(veera, () -> rotas.part(veera, id(host), rota, one.id())))
        .isInstanceOf(Outcome.StillAsked.class);
    as(veera, () -> rotas.off(veera, id(host), rota, one.id(), Set.of(Month.JULY)));
    assertThat(shown().rota().presenters().getFirst().offMonths()).containsExactly(Month.JULY);
    clock.set(shown().turns().getLast().endsAt());
    as(veera, () -> rotas.part(veera, id(host), rota, one.id()));
    assertThat(shown().rota().taking()).hasSize(1);
    assertThat(shown().name(one.id()).fi()).isEqualTo("Lauantain neuvola");
  }

  @Test
  void aRotaThatNobodyHasHeardOfGoesWithoutALetter() throws Exception {
    name(clinic);
    as(veera, () -> turns.deal(veera, id(host), rota));

    String to = here.ask(veera, post(path() + "/" + rota).param("act", "end")).getRedirectedUrl();

    assertThat(to).isEqualTo(path() + "?done=end");
    assertThat(here.ask(veera, get(URI.create(String.valueOf(to)))).getContentAsString())
        .contains("Vuorolista on lopetettu");
    assertThat(here.ask(veera, get(path() + "/" + rota)).getStatus()).isEqualTo(404);
    assertThat(letters("Esittelyvuoronne on peruttu")).isZero();
  }

  @Test
  void whoeverHasTurnsHearsThatTheRotaEndedAndHeldTurnsStay() throws Exception {
    sent(clinic, parish);
    Turn first = shown().turns().getFirst();
    clock.set(first.startsAt().plusSeconds(60));

    assertThat(as(veera, () -> turns.end(veera, id(host), rota))).isInstanceOf(Outcome.Done.class);

    assertThat(letters("Esittelyvuoronne on peruttu")).isEqualTo(2);
    assertThat(shown().turns())
        .extracting(Turn::state)
        .containsExactly(
            first.state(), Turn.State.OFF, Turn.State.OFF, Turn.State.OFF, Turn.State.OFF);
    assertThat(presentations.at(VISITOR, place.id())).isEmpty();
  }

  private void sent(Organization... presenters) throws Exception {
    name(presenters);
    as(veera, () -> turns.deal(veera, id(host), rota));
    as(veera, () -> turns.send(veera, id(host), rota));
  }

  /// The turns as they were dealt first.
  private void restart() throws Exception {
    List<Presenter> in = shown().rota().presenters();
    List<Turn> all = shown().turns();
    house.step(() -> jdbc.sql("delete from visits.swap").update());
    for (int i = 0; i < 3; i++) {
      Turn next = all.get(i).given(in.get(i).id());
      Rota its = shown().rota();
      house.step(() -> {
        rows.put(next, its);
        return next;
      });
    }
  }

  private void name(Organization... presenters) throws Exception {
    for (Organization one : presenters) {
      as(veera, () -> rotas.join(veera, id(host), rota, id(one)));
    }
  }

  private Organization named(String name) {
    return directory.find(Listings.anAssociation(name).id()).orElseThrow().record();
  }

  private Outcome create(RotaPlan plan) throws Exception {
    return as(veera, () -> rotas.create(veera, id(host), plan));
  }

  private RotaPlan plan(LocalDate until, String rrule) {
    return new RotaPlan(
        place.id(),
        LocalDate.of(2026, 11, 24),
        until,
        LocalTime.of(10, 0),
        LocalTime.of(13, 0),
        rrule);
  }

  private Outcome give(Turn turn, Turns.Hand to) throws Exception {
    return as(veera, () -> turns.give(veera, id(host), rota, turn.id(), to, turn.version()));
  }

  private Rotas.Shown shown() throws Exception {
    return as(veera, () -> rotas.get(veera, id(host), rota));
  }

  private Turn turn(Turn before) throws Exception {
    return shown().turn(before.id()).orElseThrow();
  }

  private String presenter(Turn turn) throws Exception {
    UUID who = turn(turn).presenter();
    return who == null ? "" : String.valueOf(shown().name(who).fi());
  }

  private String path() {
    return "/fi/oma/jarjesto/" + id(host) + "/esittelyvuorot";
  }

  private int emails() {
    return house.step(() ->
        jdbc.sql("select count(*) from visits.presenter where email is not null")
            .query(Integer.class)
            .single());
  }

  /// What the link of a letter to somebody ends in.
  private String token(Caller to) {
    String address = String.valueOf(to.person().email());
    return outbox.letters(address).stream()
        .flatMap(it -> Pattern.compile("/fi/vuorot/([0-9a-f]{32})").matcher(it).results())
        .map(it -> it.group(1))
        .findFirst()
        .orElseThrow();
  }

  private int letters(String subject) {
    return outbox.letters("\"" + subject + "\"").size();
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
}
