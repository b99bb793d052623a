package fi.rinnalla.meetups;

import static fi.rinnalla.meetups.Parents.WEDNESDAY;
import static fi.rinnalla.meetups.Parents.aWalk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.meetups.Parents.Place;
import fi.rinnalla.meetups.Proposals.Proposed;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

/// Who hosts a group, and what time does to one.
@HouseTest
@Import({Parents.class, Founders.class})
class GroupHostingTests {
  @Autowired Parents parents;
  @Autowired Founders founders;
  @Autowired Groups groups;
  @Autowired GroupPassing passing;
  @Autowired Board board;
  @Autowired ApplicationEventPublisher events;
  @Autowired GivenClock.Settable clock;

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void theLastHostCannotLeaveWithoutHandingOver() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    PersonId liisa = founders.member(place, group, "Liisa");
    PersonId samir = founders.member(place, group, "Samir");

    assertThat(founders.leave(place.aino(), group))
        .isInstanceOf(GroupMembership.Became.LastHost.class);
    assertThat(founders.answer(liisa, group, true))
        .as("nobody becomes a host unasked")
        .isInstanceOf(GroupHosting.Became.NotNow.class);
    assertThatThrownBy(() -> founders.ask(liisa, group, samir, false))
        .isInstanceOf(NoSuchRecord.class);

    founders.ask(place.aino(), group, liisa, true);
    assertThat(parents.letters(place.mail("liisa"))).contains("pyydetään vetäjäksi");
    assertThat(founders.inside(place.aino(), group).isHost()).as("until then the old").isTrue();
    assertThat(founders.answer(liisa, group, true)).isInstanceOf(GroupHosting.Became.Done.class);

    assertThat(founders.inside(liisa, group).isHost()).isTrue();
    assertThat(founders.inside(place.aino(), group).isHost()).isFalse();
    assertThat(parents.get(group.from()).host()).as("its meet-ups, too").isEqualTo(liisa);
    assertThat(founders.leave(place.aino(), group)).isInstanceOf(GroupMembership.Became.Done.class);
  }

  @Test
  void whomAHostTakesOutHearsItAndDoesNotComeBack() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    PersonId liisa = founders.member(place, group, "Liisa");
    PersonId samir = founders.member(place, group, "Samir");
    assertThatThrownBy(() -> founders.takeOut(liisa, group, samir))
        .as("only a host does")
        .isInstanceOf(NoSuchRecord.class);

    assertThat(founders.takeOut(place.aino(), group, liisa))
        .isInstanceOf(GroupHosting.Became.Done.class);

    assertThat(founders.inside(place.aino(), group).members())
        .extracting(Member::person)
        .containsExactlyInAnyOrder(place.aino(), samir);
    assertThat(parents.letters(place.mail("liisa"))).contains("Vetäjä on poistanut sinut");
    assertThat(founders.join(liisa, group, "Liisa"))
        .isInstanceOf(GroupMembership.Became.TakenOut.class);
    assertThat(founders.takeOut(place.aino(), group, place.aino()))
        .as("a host isn't taken out")
        .isInstanceOf(GroupHosting.Became.NotNow.class);
  }

  @Test
  void severalHostTogetherAndOneOfThemMayStop() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    PersonId liisa = founders.member(place, group, "Liisa");
    founders.ask(place.aino(), group, liisa, false);
    founders.answer(liisa, group, true);

    Caller caller = parents.caller(liisa);
    assertThat(parents.as(liisa, () -> parents.hosting.cancel(caller, group.from(), WEDNESDAY)))
        .as("a host of the group hosts its meet-ups")
        .isInstanceOf(Hosting.Became.Done.class);
    events.publishEvent(new PersonLeft(place.aino()));

    assertThat(parents.get(group.from()).host()).isEqualTo(liisa);
    assertThat(parents.get(group.from()).state()).isEqualTo(Meetup.State.PUBLISHED);
    assertThat(founders.get(group.id()).hostlessSince()).isNull();
    assertThat(parents.as(liisa, () -> founders.hosting.stepBack(caller, group.id())))
        .isInstanceOf(GroupHosting.Became.LastHost.class);
  }

  @Test
  void aGroupWithoutAHostIsTakenUpOrEndsInAMonth() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    PersonId liisa = founders.member(place, group, "Liisa");
    events.publishEvent(new PersonLeft(place.aino()));
    assertThat(parents.letters(place.mail("liisa"))).contains("ei ole nyt vetäjää");

    Caller caller = parents.caller(liisa);
    parents.as(liisa, () -> founders.hosting.takeUp(caller, group.id()));
    clock.pass(Duration.ofDays(31));
    passing.pass();
    assertThat(founders.get(group.id()).state()).isEqualTo(FamilyGroup.State.ACTIVE);

    PersonId samir = founders.member(place, group, "Samir");
    events.publishEvent(new PersonLeft(liisa));
    clock.pass(Duration.ofDays(31));
    passing.pass();
    assertThat(founders.get(group.id()).state()).isEqualTo(FamilyGroup.State.ENDED);
    assertThat(parents.letters(place.mail("samir"))).contains("Ryhmäsi on päättynyt");
    assertThat(founders.inside(samir, group).own()).as("for its members still").isNotNull();
  }

  @Test
  void withoutTimesItEndsAfterAWarningAndThirtyDaysLaterNothingPersonalIsLeft() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    founders.member(place, group, "Liisa");
    write(place.aino(), group, "Tavataan keinujen luona.");
    clock.set(group.busyUntil().plus(Duration.ofDays(75)));
    passing.pass();
    assertThat(parents.letters(place.mail("aino"))).doesNotContain("päättyy kahden viikon");

    clock.pass(Duration.ofDays(2));
    passing.pass();
    passing.pass();
    assertThat(parents.letters(place.mail("aino")).split("päättyy kahden viikon")).hasSize(2);
    assertThat(founders.get(group.id()).state()).isEqualTo(FamilyGroup.State.ACTIVE);

    clock.pass(Duration.ofDays(14));
    passing.pass();
    passing.pass();
    assertThat(founders.get(group.id()).state()).isEqualTo(FamilyGroup.State.ENDED);
    assertThat(parents.letters(place.mail("liisa")).split("Ryhmäsi on päättynyt")).hasSize(2);

    clock.pass(Duration.ofDays(29));
    passing.forget();
    assertThat(count("member", "family_group", group)).isEqualTo(2);
    clock.pass(Duration.ofDays(2));
    passing.forget();
    assertThat(count("member", "family_group", group)).isZero();
    assertThat(count("message", "gathering", group)).isZero();
    assertThat(count("family_group", "id", group)).isZero();
  }

  @Test
  void anEndedGroupCancelsItsMeetupsAndTellsItsMembersOnce() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    founders.member(place, group, "Liisa");
    Caller aino = parents.caller(place.aino());

    parents.as(place.aino(), () -> founders.hosting.end(aino, group.id()));

    assertThat(founders.get(group.id()).state()).isEqualTo(FamilyGroup.State.ENDED);
    assertThat(parents.get(group.from()).state()).isEqualTo(Meetup.State.CANCELLED);
    assertThat(parents.letters(place.mail("liisa"))).contains("Ryhmäsi on päättynyt");
    assertThat(parents.letters(place.mail("aino"))).doesNotContain("Ryhmäsi on päättynyt");
    assertThatThrownBy(() -> groups.get(Caller.visitor(), group.id()))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void ofTwoHostsWhoLeaveAtOnceOneStays() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    PersonId liisa = founders.member(place, group, "Liisa");
    founders.ask(place.aino(), group, liisa, false);
    founders.answer(liisa, group, true);

    CountDownLatch start = new CountDownLatch(1);
    List<GroupMembership.Became> became = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<GroupMembership.Became>> leaving = new ArrayList<>();
      for (PersonId host : List.of(place.aino(), liisa)) {
        leaving.add(
            threads.submit(() -> {
              start.await();
              return founders.leave(host, group);
            }));
      }
      start.countDown();
      for (Future<GroupMembership.Became> one : leaving) {
        became.add(one.get());
      }
    }

    assertThat(became)
        .containsExactlyInAnyOrder(
            new GroupMembership.Became.Done(), new GroupMembership.Became.LastHost());
    assertThat(founders.get(group.id()).hostlessSince()).isNull();
  }

  @Test
  void aNewTimeWakesAGroupWhoseHostsWereWarned() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    clock.set(group.busyUntil().plus(Duration.ofDays(77)));
    passing.pass();
    assertThat(founders.get(group.id()).warnedAt()).isNotNull();

    LocalDateTime soon =
        LocalDateTime.ofInstant(clock.instant(), Zone.HELSINKI).plusDays(5).withHour(10);
    String slug = parents.directory.find(place.location().id()).orElseThrow().slug();
    Caller aino = parents.caller(place.aino());
    Proposed proposed =
        parents.as(
            place.aino(),
            () ->
                parents.proposals.propose(
                    aino, slug, "Aino", aWalk(soon), Lang.FI, group.id(), false));
    parents.approve(place, ((Proposed.Done) proposed).meetup());
    passing.pass();
    clock.pass(Duration.ofDays(20));
    passing.pass();

    assertThat(founders.get(group.id()).state()).isEqualTo(FamilyGroup.State.ACTIVE);
    assertThat(founders.get(group.id()).warnedAt()).isNull();
  }

  private void write(PersonId person, FamilyGroup group, String words) throws Exception {
    parents.as(person, () -> board.write(parents.caller(person), group.uuid(), words));
  }

  private int count(String table, String column, FamilyGroup group) {
    return parents.house.step(() ->
        parents
            .jdbc
            .sql("select count(*) from meetups." + table + " where " + column + " = :id")
            .param("id", group.id().value())
            .query(Integer.class)
            .single());
  }
}
