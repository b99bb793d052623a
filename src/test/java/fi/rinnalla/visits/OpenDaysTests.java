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
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/// How many came on ordinary open days.
@HouseTest
class OpenDaysTests {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  @Autowired OpenDays days;
  @Autowired Directory directory;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization host;
  private Location place;
  private Caller veera;
  private Caller stranger;

  @BeforeEach
  void aPlaceThatIsOpenOnFridays() {
    clock.set(GivenClock.NOW);
    for (String table : List.of("visits.open_day", "visits.series", "visits.rota")) {
      house.step(() -> jdbc.sql("delete from " + table).update());
    }
    here = new Neighbourhood(people, context);
    host = Neighbourhood.anAssociation(directory, "Perjantain väki", "106");
    place =
        Listings.aMeetingPlace(
            "Perjantaipaikka",
            host,
            Schedule.weekly("FR", LocalTime.of(9, 0), LocalTime.NOON)
                .except(Schedule.ExceptionalDay.closed(FRIDAY.minusWeeks(1))));
    directory.publish("t", place);
    veera = here.editorOf(host, "veera.p@example.org");
    stranger =
        here.editorOf(
            Neighbourhood.anAssociation(directory, "Muu perjantai", "106"), "muu.p@example.org");
  }

  @Test
  void openDaysUntilTodayCanBeCountedAndNoOthers() throws Exception {
    assertThat(counted(FRIDAY, true)).isInstanceOf(Outcome.Done.class);
    assertThat(counted(FRIDAY.plusDays(1), true)).as("closed").isInstanceOf(Outcome.NotNow.class);
    assertThat(counted(FRIDAY.plusWeeks(1), true)).as("to come").isInstanceOf(Outcome.NotNow.class);
    assertThat(counted(FRIDAY.minusWeeks(1), true))
        .as("told to be shut")
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(counted(FRIDAY.minusYears(2), true))
        .as("long ago")
        .isInstanceOf(Outcome.NotNow.class);
    assertThat(month().days())
        .extracting(OpenDays.Day::date)
        .containsExactly(FRIDAY, FRIDAY.minusWeeks(2));
  }

  @Test
  void twoAtTwoDoorsAddUpAndNobodyIsFewerThanNone() throws Exception {
    counted(FRIDAY, false);
    assertThat(count()).isEqualTo(HeadCount.NONE);

    Race.of(Collections.nCopies(6, (Callable<Outcome>) () -> counted(FRIDAY, true)));

    assertThat(count()).isEqualTo(new HeadCount(6, 0, 0));
  }

  @Test
  void numbersAreTypedOrPressedOnThePhoneAndWrongOnesChangeNothing() throws Exception {
    String path = path() + "/" + place.id().value() + "/" + FRIDAY;
    for (String wrong : List.of("-1", "2001", "kaksi", "1e3")) {
      var refused = here.ask(veera, post(path).param("adults", wrong));
      assertThat(refused.getStatus()).as(wrong).isEqualTo(422);
      assertThat(refused.getContentAsString()).contains("value=\"" + wrong + "\"");
    }
    assertThat(count()).isEqualTo(HeadCount.NONE);

    here.ask(
        veera, post(path).param("adults", "12").param("children", "15").param("new_families", "2"));
    here.ask(veera, post(path).param("more", "children"));

    assertThat(count()).isEqualTo(new HeadCount(12, 16, 2));
    assertThat(here.ask(veera, get(path)).getContentAsString()).contains("value=\"16\"");
  }

  @Test
  void whatIsTypedInOneRowStaysWhenPlusIsPressedInAnother() throws Exception {
    String path = path() + "/" + place.id().value() + "/" + FRIDAY;
    counted(FRIDAY, true);
    String saved =
        here.ask(
                veera,
                post(path)
                    .param("more", "adults")
                    .param("seen_adults", "0")
                    .param("adults", "0")
                    .param("seen_children", "0")
                    .param("children", "5"))
            .getRedirectedUrl();

    assertThat(count()).as("another counted one adult meanwhile").isEqualTo(new HeadCount(2, 5, 0));
    assertThat(here.ask(veera, get(URI.create(String.valueOf(saved)))).getContentAsString())
        .contains("Luvut on tallennettu");
  }

  @Test
  void thereAreNoMoreNewFamiliesThanPeople() throws Exception {
    String path = path() + "/" + place.id().value() + "/" + FRIDAY;
    var refused = here.ask(veera, post(path).param("adults", "1").param("new_families", "2"));

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("enemmän kuin kävijöitä", "href=\"#new_families\"");
    assertThat(count()).isEqualTo(HeadCount.NONE);
  }

  @Test
  void aDaysVisitsAreInItsNumbersAndNobodyIsCountedTwice() throws Exception {
    atAVisit(FRIDAY, 10);
    atAVisit(FRIDAY.minusWeeks(2), 7);
    days(FRIDAY, new HeadCount(14, 20, 1));

    OpenDays.Shown shown = month();

    assertThat(shown.sum()).isEqualTo(new HeadSum(21, 20, 1));
    assertThat(shown.days()).extracting(OpenDays.Day::atVisits).containsExactly(false, true);
  }

  @Test
  void aMonthMayHaveMoreThanAnyOneDayHolds() throws Exception {
    days(FRIDAY, new HeadCount(2000, 0, 0));
    days(FRIDAY.minusWeeks(2), new HeadCount(2000, 0, 0));

    assertThat(month().sum().people()).isEqualTo(4000);
    assertThat(here.ask(veera, get(path())).getContentAsString()).contains("4\u00a0000 kävijää");
  }

  @Test
  void theYearIsATableOfDaysAndNumbers() throws Exception {
    days(FRIDAY, new HeadCount(12, 16, 2));

    var file = here.ask(veera, get(path() + "/" + place.id().value() + "/taulukko"));

    assertThat(file.getContentType()).startsWith("text/csv");
    assertThat(file.getContentAsString())
        .contains("Aikuisia,Lapsia,Uusia perheitä", "2026-11-20,12,16,2");
  }

  @Test
  void thereIsNoSuchPlaceForAnybodyElse() throws Exception {
    UUID theirs = stranger.organizations().iterator().next();
    for (UUID by : List.of(theirs, host.id().value())) {
      assertThatThrownBy(() ->
              Neighbourhood.as(
                  stranger,
                  () ->
                      days.count(
                          stranger, by, place.id(), FRIDAY, Counting.of(new HeadCount(1, 1, 1)))))
          .isInstanceOf(NoSuchRecord.class);
    }
    assertThat(here.ask(stranger, get(path())).getStatus()).isEqualTo(404);
    assertThat(here.ask(veera, get(path() + "/" + UUID.randomUUID())).getStatus()).isEqualTo(404);
  }

  private Outcome counted(LocalDate day, boolean more) throws Exception {
    return Neighbourhood.as(
        veera,
        () ->
            days.count(
                veera,
                host.id().value(),
                place.id(),
                day,
                more ? Counting.more(HeadCount.Who.ADULTS) : Counting.less(HeadCount.Who.ADULTS)));
  }

  private void days(LocalDate day, HeadCount count) throws Exception {
    Outcome outcome =
        Neighbourhood.as(
            veera, () -> days.count(veera, host.id().value(), place.id(), day, Counting.of(count)));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private HeadCount count() throws Exception {
    return Neighbourhood.as(veera, () -> days.on(veera, host.id().value(), place.id(), FRIDAY))
        .count();
  }

  private OpenDays.Shown month() throws Exception {
    return Neighbourhood.as(
        veera, () -> days.of(veera, host.id().value(), place.id(), YearMonth.from(FRIDAY)));
  }

  private void atAVisit(LocalDate day, int adults) {
    UUID id = UUID.randomUUID();
    house.step(() -> {
      for (String sql :
          List.of(
              """
              insert into visits.series
                (id, organization, location, theme, goal, partners, planned_at)
              values (:id, :host, :place, '{"fi": "Uni"}', '{}', '{}', now())
              """,
              """
              insert into visits.visit
                (id, series, organization, location, partners, starts_at, ends_at, topic, contact,
                 contributions, state)
              values (:id, :id, :host, :place, '{}', now(), now() + interval '2 hours', '{}', '',
                      '[]', 'planned')
              """,
              """
              insert into visits.head_count (visit, organization, location, held_on, adults)
              values (:id, :host, :place, :day, :adults)
              """)) {
        jdbc.sql(sql)
            .param("id", id)
            .param("host", host.id().value())
            .param("place", place.id().value())
            .param("day", day)
            .param("adults", adults)
            .update();
      }
      return id;
    });
  }

  private String path() {
    return "/fi/oma/jarjesto/" + host.id() + "/kavijat";
  }
}
