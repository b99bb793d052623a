package fi.rinnalla.calendar;

import static fi.rinnalla.calendar.Events.aFamilyCafe;
import static fi.rinnalla.calendar.Events.everyTuesday;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.storage.ChangeLog;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class TimesAheadTests {
  @Autowired Calendar calendar;
  @Autowired TimesAhead timesAhead;
  @Autowired GivenClock.Settable clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  @AfterEach
  void startAnew() {
    clock.set(GivenClock.NOW);
    Events.clear(jdbc);
  }

  @Test
  void aMonthLaterTheNewTimesAreAddedOnceAndNothingElseIsSaidToHaveChanged() {
    var cafe = published(aFamilyCafe(everyTuesday()));
    var party = published(aFamilyCafe("Juhla", Events.once(LocalDateTime.of(2027, 6, 1, 14, 0))));
    var before = days(cafe);
    clock.pass(Duration.ofDays(30));
    var mark = calendar.lastChange();

    assertThat(calendar.makeTimes()).isEqualTo(1);
    assertThat(calendar.makeTimes()).isZero();

    assertThat(days(cafe))
        .startsWith("2026-12-22")
        .endsWith("2028-03-21")
        .containsAll(before.stream().filter(day -> day.compareTo("2026-12-16") > 0).toList())
        .doesNotHaveDuplicates();
    assertThat(days(party)).containsExactly("2027-06-01");
    assertThat(calendar.changesAfter(mark, 10))
        .extracting(ChangeLog.Change::id)
        .containsExactly(cafe.id().value());
  }

  @Test
  void theNightlyJobMakesTheTimes() {
    var cafe = published(aFamilyCafe(everyTuesday()));
    clock.pass(Duration.ofDays(60));

    timesAhead.makeTimes();

    assertThat(days(cafe)).endsWith("2028-04-18");
  }

  @Test
  void onTheNextDayThereIsNothingToMakeYet() {
    published(aFamilyCafe(everyTuesday()));
    clock.pass(Duration.ofDays(1));

    assertThat(calendar.makeTimes()).isZero();
  }

  @Test
  void twoNodesThatMakeTimesAtOnceMakeThemOnce() throws Exception {
    List<Event> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(aFamilyCafe("Kahvila " + i, everyTuesday()));
    }
    calendar.land("test", many);
    clock.pass(Duration.ofDays(30));

    int made = 0;
    try (var nodes = Executors.newFixedThreadPool(4)) {
      Callable<Integer> node = calendar::makeTimes;
      for (Future<Integer> one : nodes.invokeAll(List.of(node, node, node, node))) {
        made += one.get();
      }
    }

    assertThat(made).isEqualTo(60);
    assertThat(days(many.getLast())).endsWith("2028-03-21").hasSize(66);
  }

  @Test
  void aRuleThatHasGrownTooLongDoesNotKeepTheOthersWaiting() {
    var cafe = published(aFamilyCafe(everyTuesday()));
    var odd =
        published(
            aFamilyCafe(
                "Outo",
                Events.by("FREQ=DAILY;BYHOUR=9,11,13", LocalDateTime.of(2027, 4, 5, 9, 0))));
    clock.pass(Duration.ofDays(60));

    calendar.makeTimes();

    assertThat(days(cafe)).endsWith("2028-04-18");
    assertThat(days(odd)).endsWith("2028-02-23");
  }

  private Event published(Event event) {
    assertThat(calendar.publish("test", event).landed()).containsExactly(event.id());
    return event;
  }

  private List<String> days(Event event) {
    return calendar.times(List.of(event.id())).getOrDefault(event.id(), List.of()).stream()
        .map(TimesAheadTests::day)
        .toList();
  }

  private static String day(Occurrence one) {
    return LocalDate.ofInstant(one.start(), Zone.HELSINKI).toString();
  }
}
