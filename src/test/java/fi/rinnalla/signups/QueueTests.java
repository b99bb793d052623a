package fi.rinnalla.signups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.signups.ComingFamilies.Cafe;
import fi.rinnalla.signups.OwnSignups.Became;
import fi.rinnalla.signups.Signup.Aim;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The queue, what the organizer does, and what those who signed up hear of.
@HouseTest
@Import(ComingFamilies.class)
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class QueueTests {
  @Autowired ComingFamilies families;
  @Autowired Passing passing;
  @Autowired CalendarNews news;
  @Autowired GivenClock.Settable clock;

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  /// Sign-up for what is three weeks ahead, so that offers have their whole two days.
  private Cafe fullCafeOf(int places) throws Exception {
    clock.set(GivenClock.NOW.minus(Duration.ofDays(20)));
    Cafe cafe = families.aCafeOf(places);
    families.comes(cafe, "eka", places);
    return cafe;
  }

  @Test
  void aQueueOfThreeMovesOnOneFamilyAtATime() throws Exception {
    Cafe cafe = fullCafeOf(1);
    families.queues(cafe, "aino", 1);
    families.queues(cafe, "bea", 1);
    families.queues(cafe, "cia", 1);
    assertThat(families.seen(cafe, "cia").number()).isEqualTo(3);
    assertThat(families.letters(cafe, "cia")).contains("jonossa sijalla 3");

    families.cancel(cafe, "eka");

    assertThat(families.state(cafe, "aino")).isEqualTo(State.OFFERED);
    assertThat(families.state(cafe, "bea")).isEqualTo(State.WAITING);
    assertThat(families.letters(cafe, "aino")).contains("paikka vapautui teille");
    assertThat(families.letters(cafe, "bea")).doesNotContain("vapautui teille");
    assertThat(families.take(cafe, Aim.SEAT, 1))
        .as("nobody passes the queue")
        .isInstanceOf(Signups.Taken.Full.class);

    clock.pass(Duration.ofHours(48));
    passing.settle();

    assertThat(families.state(cafe, "aino")).isEqualTo(State.LAPSED);
    assertThat(families.letters(cafe, "aino")).contains("ei tullut vastausta ajoissa");
    assertThat(families.accept(cafe, "aino")).isInstanceOf(Became.NotGood.class);
    assertThat(families.state(cafe, "bea")).isEqualTo(State.OFFERED);

    families.cancel(cafe, "bea");

    assertThat(families.state(cafe, "cia")).isEqualTo(State.OFFERED);
    assertThat(families.accept(cafe, "cia")).isInstanceOf(Became.Done.class);
    assertThat(families.state(cafe, "cia")).isEqualTo(State.CONFIRMED);
    assertThat(families.standing(cafe).free()).isZero();
  }

  @Test
  void aRoundThatRunsTwiceOffersOnce() throws Exception {
    Cafe cafe = fullCafeOf(1);
    families.queues(cafe, "aino", 1);
    families.cancel(cafe, "eka");
    int letters = families.letterCount(cafe, "aino");

    passing.settle();
    passing.settle();

    assertThat(families.letterCount(cafe, "aino")).isEqualTo(letters);
  }

  @Test
  void aLargeFamilyKeepsItsTurnAndIsToldWhenASmallerOneFits() throws Exception {
    Cafe cafe = fullCafeOf(2);
    families.queues(cafe, "suuri", 2, 0, 3);
    families.queues(cafe, "pieni", 1, 1);

    families.cancel(cafe, "eka");

    assertThat(families.state(cafe, "pieni")).isEqualTo(State.OFFERED);
    assertThat(families.state(cafe, "suuri")).isEqualTo(State.WAITING);
    assertThat(families.seen(cafe, "suuri").number()).isEqualTo(1);
    assertThat(families.letters(cafe, "suuri")).contains("pienempi perhe sai ne", "sijalla 1");
  }

  @Test
  void morePlacesGoToTheQueueAtOnce() throws Exception {
    Cafe cafe = fullCafeOf(1);
    families.queues(cafe, "aino", 1);
    families.queues(cafe, "bea", 1);
    families.queues(cafe, "cia", 1);

    families.open(cafe, Terms.Scope.TIME, Terms.Unit.PERSONS, 3, true);

    assertThat(families.state(cafe, "aino")).isEqualTo(State.OFFERED);
    assertThat(families.state(cafe, "bea")).isEqualTo(State.OFFERED);
    assertThat(families.state(cafe, "cia")).isEqualTo(State.WAITING);
  }

  @Test
  void fewerPlacesTakeNobodysAway() throws Exception {
    Cafe cafe = fullCafeOf(3);
    families.open(cafe, Terms.Scope.TIME, Terms.Unit.PERSONS, 1, true);

    assertThat(families.state(cafe, "eka")).isEqualTo(State.CONFIRMED);
    assertThat(families.standing(cafe).free()).isZero();
  }

  @Test
  void whoAskedToHearGetsOneLetterWhenThereIsRoom() throws Exception {
    Cafe cafe = fullCafeOf(1);
    families.signsUp(cafe, "utelias", Aim.WORD, 1);
    assertThat(families.state(cafe, "utelias")).isEqualTo(State.WATCHING);

    families.cancel(cafe, "eka");

    assertThat(families.letters(cafe, "utelias")).contains("nyt on tilaa", "/fi/ilmoittaudu/");
    int letters = families.letterCount(cafe, "utelias");
    families.comes(cafe, "toka", 1);
    families.cancel(cafe, "toka");
    assertThat(families.letterCount(cafe, "utelias")).isEqualTo(letters);
  }

  @Test
  void theQueueComesBeforeWhoAskedToHear() throws Exception {
    Cafe cafe = fullCafeOf(1);
    families.signsUp(cafe, "utelias", Aim.WORD, 1);
    families.queues(cafe, "aino", 1);

    families.cancel(cafe, "eka");

    assertThat(families.letters(cafe, "utelias")).doesNotContain("nyt on tilaa");
    assertThat(families.state(cafe, "aino")).isEqualTo(State.OFFERED);
  }

  @Test
  void anOfferEndsWhenTheEventBeginsAtTheLatest() throws Exception {
    Cafe cafe = families.aCafeOf(1);
    families.comes(cafe, "eka", 1);
    families.queues(cafe, "aino", 1);

    families.cancel(cafe, "eka");

    assertThat(families.seen(cafe, "aino").signup().until())
        .isEqualTo(families.seen(cafe, "aino").slot().startsAt());
  }

  @Test
  void whereThereIsNoQueueNobodyQueues() throws Exception {
    Cafe cafe = families.aCafe();
    families.open(cafe, Terms.Scope.TIME, Terms.Unit.PERSONS, 1, false);
    families.comes(cafe, "eka", 1);

    assertThat(families.take(cafe, Aim.QUEUE, 1)).isInstanceOf(Signups.Taken.Full.class);
    assertThat(families.standing(cafe).door()).isEqualTo(Standing.Door.FULL);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void aStateGoesWhereItMayAndNowhereElse(State from) {
    List<State> may =
        switch (from) {
          case HELD -> List.of(State.UNCONFIRMED, State.CONFIRMED, State.WAITING, State.WATCHING);
          case UNCONFIRMED ->
              List.of(
                  State.CONFIRMED, State.WAITING, State.WATCHING, State.CANCELLED, State.LAPSED);
          case CONFIRMED, WATCHING -> List.of(State.CANCELLED);
          case WAITING -> List.of(State.OFFERED, State.CANCELLED);
          case OFFERED -> List.of(State.CONFIRMED, State.CANCELLED, State.LAPSED);
          case CANCELLED, LAPSED -> List.of();
        };
    for (State to : State.values()) {
      assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(may.contains(to));
    }
  }

  @Test
  void theOrganizerSeesNamesAndAgesMarksWhoCameAndNeverAnAddress() throws Exception {
    Cafe cafe = families.aCafeOf(6);
    families.comes(cafe, "aino", 1, 0, 3);
    Attendees.Line line = families.sheet(cafe).lines().getFirst();
    assertThat(line.signup().name()).isEqualTo("aino");
    assertThat(line.signup().party().writtenAges()).isEqualTo("0, 3");
    assertThat(line.signup().toString()).doesNotContain("@");

    assertThatThrownBy(() -> mark(cafe, line.signup().id(), Attendance.PRESENT))
        .as("nobody has come before it begins")
        .isInstanceOf(NoSuchRecord.class);
    clock.set(ComingFamilies.TUESDAY.atZone(Zone.HELSINKI).toInstant());
    mark(cafe, line.signup().id(), Attendance.PRESENT);
    assertThat(families.sheet(cafe).marked(Attendance.PRESENT)).isEqualTo(1);
    mark(cafe, line.signup().id(), Attendance.UNKNOWN);
    assertThat(families.sheet(cafe).marked(Attendance.PRESENT)).isZero();

    int addresses =
        families.as(
            cafe.editor(),
            () ->
                families
                    .jdbc
                    .sql("select count(*) from signups.contact")
                    .query(Integer.class)
                    .single());
    assertThat(addresses).as("the database shows none either").isZero();
  }

  private void mark(Cafe cafe, SignupId id, Attendance mark) throws Exception {
    families.as(
        cafe.editor(),
        () -> {
          families.attendees.mark(
              families.caller(cafe.editor()),
              families.listing(cafe).slug(),
              ComingFamilies.TUESDAY,
              id,
              mark);
          return id;
        });
  }

  @Test
  void theOrganizerCancelsWithAMessageAndThePlaceGoesOn() throws Exception {
    Cafe cafe = fullCafeOf(1);
    families.queues(cafe, "aino", 1);
    SignupId id = families.seen(cafe, "eka").signup().id();

    families.as(
        cafe.editor(),
        () -> {
          families.attendees.cancel(
              families.caller(cafe.editor()),
              families.listing(cafe).slug(),
              id,
              "Ryhmä on vain\nvauvoille.");
          return id;
        });

    assertThat(families.state(cafe, "eka")).isEqualTo(State.CANCELLED);
    assertThat(families.letters(cafe, "eka"))
        .contains("järjestäjä perui", "Ryhmä on vain vauvoille.");
    assertThat(families.state(cafe, "aino")).isEqualTo(State.OFFERED);
  }

  @Test
  void anotherOrganizationsPeopleFindNothing() throws Exception {
    Cafe cafe = families.aCafeOf(6);
    families.comes(cafe, "aino", 1);
    PersonId other = families.someone(cafe.mail("toinen"));
    Viewer.house(() -> {
      families.people.give(other, Role.ORG_OWNER, UUID.randomUUID(), null, null);
      return other;
    });
    String slug = families.listing(cafe).slug();

    assertThatThrownBy(() ->
            families.as(other, () -> families.attendees.of(families.caller(other), slug, null)))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(
            () -> families.as(other, () -> families.terms.get(families.caller(other), slug)))
        .isInstanceOf(NoSuchRecord.class);
    int seen =
        families.as(
            other,
            () ->
                families
                    .jdbc
                    .sql("select count(*) from signups.signup where event = :event")
                    .param("event", cafe.event().id().value())
                    .query(Integer.class)
                    .single());
    assertThat(seen).isZero();
  }

  @Test
  void whatSomebodySignedUpForStaysWhatItWas() throws Exception {
    Cafe cafe = families.aCafeOf(6);
    families.comes(cafe, "aino", 1);

    assertThat(families.open(cafe, Terms.Scope.SERIES, Terms.Unit.PERSONS, 6, true))
        .isInstanceOf(SignupTerms.Saved.InUse.class);
    assertThat(families.open(cafe, Terms.Scope.TIME, Terms.Unit.FAMILIES, 6, true))
        .isInstanceOf(SignupTerms.Saved.InUse.class);
    assertThat(families.open(cafe, Terms.Scope.TIME, Terms.Unit.PERSONS, 8, true))
        .isInstanceOf(SignupTerms.Saved.Done.class);
  }

  @Test
  void whoSignedUpHearsOnceThatATimeIsCancelledMovedOrHeldAfterAll() throws Exception {
    Cafe cafe = families.aCafeOf(6);
    families.comes(cafe, "aino", 1);
    int before = families.letterCount(cafe, "aino");

    publish(cafe, OccurrenceChange.cancelled(ComingFamilies.TUESDAY));
    news.compare();

    assertThat(families.letterCount(cafe, "aino")).isEqualTo(before + 1);
    assertThat(families.letters(cafe, "aino")).contains("ti 24.11. klo 9.30–11.30: peruttu");
    assertThat(families.standing(cafe).door()).isEqualTo(Standing.Door.CANCELLED);

    publish(cafe);
    assertThat(families.letters(cafe, "aino")).contains("pidetään sittenkin");

    publish(cafe, Events.moved(ComingFamilies.TUESDAY, ComingFamilies.TUESDAY.plusHours(3)));
    assertThat(families.letters(cafe, "aino")).contains("siirretty", "ti 24.11. klo 12.30–14.30");
    assertThat(families.letterCount(cafe, "aino")).isEqualTo(before + 3);
  }

  @Test
  void aWithdrawnEventIsToldToo() throws Exception {
    Cafe cafe = families.aCafeOf(6);
    families.comes(cafe, "aino", 1);

    families.calendar.withdraw("t", List.of(cafe.event().id()));

    assertThat(families.letters(cafe, "aino")).contains("peruttu, tätä ei pidetä");
  }

  private void publish(Cafe cafe, OccurrenceChange... changes) {
    Event changed = Events.withChanges(cafe.event(), changes);
    families.calendar.publish("t", changed);
  }
}
