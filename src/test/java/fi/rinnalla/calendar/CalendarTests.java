package fi.rinnalla.calendar;

import static fi.rinnalla.calendar.Events.aFamilyCafe;
import static fi.rinnalla.calendar.Events.everyTuesday;
import static fi.rinnalla.calendar.Events.withChanges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class CalendarTests {
  @Autowired Calendar calendar;
  @Autowired GivenClock.Settable clock;
  @Autowired JdbcClient jdbc;
  @Autowired Json json;

  @BeforeEach
  @AfterEach
  void startAnew() {
    clock.set(GivenClock.NOW);
    Events.clear(jdbc);
  }

  @Test
  void timesAreMadeFifteenMonthsAhead() {
    var cafe = published(aFamilyCafe(everyTuesday()));

    // A week back from 23.11.2026, and up to 23.2.2028.
    assertThat(days(cafe))
        .startsWith("2026-11-17", "2026-11-24")
        .endsWith("2028-02-22")
        .hasSize(67);
  }

  @Test
  void anEventComesBackAsItWas() {
    var cafe =
        published(
            withChanges(
                aFamilyCafe(everyTuesday()),
                Events.renamed(LocalDateTime.of(2026, 12, 1, 9, 30), "Pikkujoulut")));

    assertThat(calendar.find(cafe.id()).orElseThrow().event()).isEqualTo(cafe);
  }

  @Test
  void aRefusedRuleLandsNothing() {
    var good = aFamilyCafe(everyTuesday());
    var bad = aFamilyCafe("Outo", Events.by("FREQ=SECONDLY", everyTuesday().start()));

    assertThatThrownBy(() -> calendar.land("test", List.of(good, bad)))
        .isInstanceOf(RefusedRule.class);

    assertThat(calendar.count()).isZero();
  }

  @Test
  void aWithdrawnEventHasNoTimesAndGetsNone() {
    var cafe = published(aFamilyCafe(everyTuesday()));

    calendar.withdraw("test", List.of(cafe.id()));
    clock.pass(Duration.ofDays(60));
    calendar.makeTimes();
    boolean overridden = calendar.override(cafe.id(), json.tree("{\"title\":{\"fi\":\"Uusi\"}}"));

    assertThat(overridden).isFalse();
    assertThat(days(cafe)).isEmpty();
    assertThat(calendar.next(cafe.id(), 5)).isEmpty();
    assertThat(calendar.existing(List.of(cafe.id()))).isEmpty();
  }

  @Test
  void anEventThatComesBackHasItsTimesAgain() {
    var cafe = published(aFamilyCafe(everyTuesday()));
    calendar.withdraw("test", List.of(cafe.id()));

    published(cafe);

    assertThat(days(cafe)).hasSize(67);
  }

  @Test
  void anEditorsRuleSurvivesTheNextImport() {
    var cafe = published(aFamilyCafe(everyTuesday()));

    calendar.override(cafe.id(), json.tree("{\"rule\":{\"rrule\":\"FREQ=WEEKLY;BYDAY=TH\"}}"));
    assertThat(days(cafe)).startsWith("2026-11-19", "2026-11-26");
    published(cafe);

    assertThat(days(cafe)).startsWith("2026-11-19", "2026-11-26").doesNotContain("2026-11-24");
  }

  @Test
  void anEditorsTitleStaysInTheAddressAfterTheNextImport() {
    var cafe = published(aFamilyCafe("Kahvila", everyTuesday()));

    calendar.override(cafe.id(), json.tree("{\"title\":{\"fi\":\"Satutunti\"}}"));
    published(cafe);

    assertThat(calendar.find(cafe.id()).orElseThrow().slug()).startsWith("satutunti-");
  }

  @Test
  void anEventThatAnEditorMovedIsFoundAtItsNewPlaceAlsoAfterTheNextImport() {
    var library = new LocationId(UUID.nameUUIDFromBytes(new byte[] {1}));
    var cafe = published(aFamilyCafe(everyTuesday()));

    calendar.override(cafe.id(), json.tree("{\"venue\":{\"location\":\"%s\"}}".formatted(library)));
    assertThat(calendar.at(library)).hasSize(1);
    published(cafe);

    assertThat(calendar.at(library)).hasSize(1);
  }

  @Test
  void anEditorsRefusedRuleChangesNothing() {
    var cafe = published(aFamilyCafe(everyTuesday()));

    assertThatThrownBy(() ->
            calendar.override(cafe.id(), json.tree("{\"rule\":{\"rrule\":\"FREQ=MINUTELY\"}}")))
        .isInstanceOf(RefusedRule.class);

    assertThat(calendar.find(cafe.id()).orElseThrow().event()).isEqualTo(cafe);
    assertThat(days(cafe)).hasSize(67);
  }

  @Test
  void anEventThatLandsAnewReplacesItsTimes() {
    published(aFamilyCafe(everyTuesday()));

    var once = published(aFamilyCafe(Events.once(LocalDateTime.of(2026, 12, 3, 17, 0))));

    assertThat(days(once)).containsExactly("2026-12-03");
  }

  @Test
  void anEventSentTwiceInOneBatchIsTakenAsItWasSentLast() {
    var first = aFamilyCafe(everyTuesday());
    var last = aFamilyCafe(Events.once(LocalDateTime.of(2026, 12, 3, 17, 0)));

    calendar.land("test", List.of(first, last));

    assertThat(calendar.find(first.id()).orElseThrow().event()).isEqualTo(last);
    assertThat(days(first)).containsExactly("2026-12-03");
  }

  @Test
  void anotherSourcesEventKeepsItsTimes() {
    var cafe = published(aFamilyCafe(everyTuesday()));

    var landing =
        calendar.publish(
            "stranger", aFamilyCafe(Events.once(LocalDateTime.of(2026, 12, 3, 17, 0))));

    assertThat(landing.ownedByAnother()).containsExactly(cafe.id());
    assertThat(days(cafe)).hasSize(67);
  }

  @Test
  void theNextTimesAreThoseNotOverAndACancelledOneIsMarked() {
    var cafe =
        published(
            withChanges(
                aFamilyCafe(everyTuesday()),
                OccurrenceChange.cancelled(LocalDateTime.of(2026, 12, 1, 9, 30))));
    clock.set(helsinki(LocalDateTime.of(2026, 11, 24, 11, 0)));

    var next = calendar.next(cafe.id(), 3);

    assertThat(next)
        .extracting(one -> day(one) + (one.cancelled() ? " cancelled" : ""))
        .containsExactly("2026-11-24", "2026-12-01 cancelled", "2026-12-08");
    clock.set(helsinki(LocalDateTime.of(2026, 11, 24, 11, 30)));
    assertThat(calendar.next(cafe.id(), 1))
        .extracting(CalendarTests::day)
        .containsExactly("2026-12-01");
  }

  @Test
  void theWordsOfASingleTimeComeBack() {
    var cafe =
        published(
            withChanges(
                aFamilyCafe(everyTuesday()),
                Events.renamed(LocalDateTime.of(2026, 11, 24, 9, 30), "Pikkujoulut")));

    assertThat(calendar.next(cafe.id(), 1).getFirst().title()).isEqualTo(Text.fi("Pikkujoulut"));
  }

  @Test
  void theIdOfATimeInTheSpringGapIsKeptWhateverZoneTheComputerIsIn() {
    TimeZone was = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Helsinki"));
    try {
      var gap = LocalDateTime.of(2027, 3, 28, 3, 30);
      var night = published(aFamilyCafe(Events.alsoAt(Events.once(gap), gap.plusHours(1))));

      assertThat(calendar.times(List.of(night.id())).get(night.id()))
          .extracting(Occurrence::recurrenceId)
          .containsExactly(gap, gap.plusHours(1));
    } finally {
      TimeZone.setDefault(was);
    }
  }

  private Event published(Event event) {
    assertThat(calendar.publish("test", event).landed()).containsExactly(event.id());
    return event;
  }

  private List<String> days(Event event) {
    return calendar.times(List.of(event.id())).getOrDefault(event.id(), List.of()).stream()
        .map(CalendarTests::day)
        .toList();
  }

  private static String day(Occurrence one) {
    return LocalDate.ofInstant(one.start(), Zone.HELSINKI).toString();
  }

  private static Instant helsinki(LocalDateTime time) {
    return time.atZone(Zone.HELSINKI).toInstant();
  }
}
