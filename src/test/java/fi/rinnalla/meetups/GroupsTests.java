package fi.rinnalla.meetups;

import static fi.rinnalla.meetups.Parents.WEDNESDAY;
import static fi.rinnalla.meetups.Parents.aWalk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.meetups.Approvals.Outcome;
import fi.rinnalla.meetups.Parents.Place;
import fi.rinnalla.meetups.Proposals.Proposed;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A group of families, from its founding to its end.
@HouseTest
@Import({Parents.class, Founders.class})
class GroupsTests {
  @Autowired Parents parents;
  @Autowired Founders founders;
  @Autowired Groups groups;
  @Autowired MeetupPassing meetupsPassing;
  @Autowired Board board;
  @Autowired Alerts alerts;
  @Autowired GivenClock.Settable clock;

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void aGroupIsNowhereToBeSeenBeforeItsNameAndSentenceAreApproved() throws Exception {
    Place place = parents.aPlace();
    Meetup weekly = founders.weekly(place);
    FamilyGroup group = founders.proposed(place, weekly);
    PersonId stranger = parents.someone(place.mail("muu"));

    assertThatThrownBy(() -> groups.get(Caller.visitor(), group.id()))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> founders.inside(stranger, group)).isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> founders.member(place, group, "Liisa"))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(founders.inside(place.aino(), group).isHost()).isTrue();
    assertThat(groups.of(weekly.id())).isEmpty();

    assertThat(founders.approve(place, group)).isInstanceOf(Outcome.Done.class);

    Groups.Inside seen = groups.get(Caller.visitor(), group.id());
    assertThat(seen.members()).isEmpty();
    assertThat(seen.open().families()).isEqualTo(1);
    assertThat(seen.open().next()).isNotEmpty();
    assertThat(groups.of(weekly.id())).map(Groups.Named::id).contains(group.id());
    assertThat(groups.all(100)).extracting(it -> it.group().id()).contains(group.id());
    assertThat(parents.letters(place.mail("aino")))
        .contains("ryhmä on hyväksytty")
        .doesNotContain("Lammin");
    assertThat(founders.approve(place, group)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void whoeverMeetsNextIsFirstAndEachStandsOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      founders.active(parents.aPlace());
    }

    List<Groups.Open> all = groups.all(100);
    assertThat(all).filteredOn(it -> !it.next().isEmpty()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(all)
        .filteredOn(it -> !it.next().isEmpty())
        .extracting(it -> it.next().getFirst().time().start())
        .isSorted();
    assertThat(all).extracting(it -> it.group().id()).doesNotHaveDuplicates();
    assertThat(groups.all(2)).containsExactlyElementsOf(all.subList(0, 2));
  }

  @Test
  void onlyTheHostOfAWeeklyMeetupFoundsAGroupAndOnce() throws Exception {
    Place place = parents.aPlace();
    Meetup once = parents.approved(place);
    assertThat(founders.found(place.aino(), once)).isInstanceOf(Founding.Founded.NotNow.class);

    Place other = parents.aPlace();
    Meetup weekly = founders.weekly(other);
    PersonId host = other.aino();
    PersonId stranger = parents.someone(place.mail("muu"));
    assertThatThrownBy(() -> founders.found(stranger, weekly)).isInstanceOf(NoSuchRecord.class);
    assertThat(founders.found(host, weekly)).isInstanceOf(Founding.Founded.Done.class);
    assertThat(founders.found(host, weekly)).isInstanceOf(Founding.Founded.NotNow.class);
  }

  @Test
  void nobodyApprovesTheirOwnGroupNorThatOfAnotherPlace() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.proposed(place, founders.weekly(place));
    Place other = parents.aPlace();

    for (PersonId person : List.of(other.editor(), place.aino())) {
      Caller caller = parents.caller(person, Level.STRONG);
      assertThatThrownBy(
              () -> caller.viewer().run(() -> founders.approvals.approve(caller, group.id(), 1)))
          .isInstanceOf(NoSuchRecord.class);
    }
    Caller editor = parents.caller(place.editor());
    assertThat(editor.viewer().run(() -> founders.approvals.of(editor, place.organization())))
        .extracting(FamilyGroup::id)
        .containsExactly(group.id());
  }

  @Test
  void whyItWasRefusedOnlyItsFounderReads() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.proposed(place, founders.weekly(place));
    Caller editor = parents.caller(place.editor());

    editor
        .viewer()
        .run(() -> founders.approvals.decline(editor, group.id(), 1, "Nimi johtaa harhaan."));

    assertThat(founders.inside(place.aino(), group).group().answer())
        .isEqualTo("Nimi johtaa harhaan.");
    assertThat(parents.letters(place.mail("aino")))
        .contains("ei hyväksytty tällä kertaa")
        .doesNotContain("harhaan");
    assertThatThrownBy(() -> groups.get(Caller.visitor(), group.id()))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void membersSeeFirstNamesAndEverybodyElseACount() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    PersonId liisa = founders.member(place, group, "Liisa");
    founders.member(place, group, "Liisa");

    assertThat(founders.inside(liisa, group).members())
        .extracting(Member::name)
        .containsExactly("Aino", "Liisa");
    Groups.Inside strangers = founders.inside(parents.someone(place.mail("muu")), group);
    assertThat(strangers.members()).isEmpty();
    assertThat(strangers.open().families()).as("once").isEqualTo(2);
  }

  @Test
  void theBoardGoesOnFromTheMeetupToTheGroup() throws Exception {
    Place place = parents.aPlace();
    Meetup weekly = founders.weekly(place);
    PersonId guest = parents.someone(place.mail("vieras"));
    parents.comes(guest, "Vieras", weekly, WEDNESDAY);
    write(place.aino(), weekly.uuid(), "Tavataan keinujen luona.");
    FamilyGroup group = founders.proposed(place, weekly);
    founders.approve(place, group);
    PersonId liisa = founders.member(place, group, "Liisa");

    assertThat(read(liisa, group)).containsExactly("Tavataan keinujen luona.");
    assertThat(read(guest, group)).as("who comes to its meet-up is along").hasSize(1);
    assertThat(read(parents.someone(place.mail("muu")), group)).isEmpty();
    assertThatThrownBy(() -> write(liisa, weekly.uuid(), "Hei"))
        .as("the meet-up has no board of its own any more")
        .isInstanceOf(NoSuchRecord.class);
    assertThat(write(liisa, group.uuid(), "Tulen myös.")).isEqualTo(new Board.Written.Done(false));
    assertThat(write(place.aino(), group.uuid(), "Hienoa."))
        .isEqualTo(new Board.Written.Done(true));

    clock.pass(Duration.ofDays(200));
    meetupsPassing.forget();
    assertThat(read(liisa, group)).as("the meet-up is forgotten, its words stay").hasSize(3);
  }

  @Test
  void aNextMeetupIsToldToMembersWhoLeaveInOneTapFromTheLetter() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    PersonId liisa = founders.member(place, group, "Liisa");
    String slug = parents.directory.find(place.location().id()).orElseThrow().slug();
    Plan plan = aWalk(WEDNESDAY.plusDays(2));

    assertThatThrownBy(() -> propose(liisa, slug, plan, group))
        .as("only its hosts")
        .isInstanceOf(NoSuchRecord.class);
    Meetup next = ((Proposed.Done) propose(place.aino(), slug, plan, group)).meetup();
    assertThat(founders.inside(place.aino(), group).waiting()).hasSize(1);
    parents.approve(place, next);

    assertThat(parents.get(next.id()).isWeekly()).isTrue();
    assertThat(parents.calendar.next(next.id().event(), 20)).hasSizeGreaterThan(10);
    assertThat(parents.letters(place.mail("liisa")))
        .contains("sovittu seuraava tapaaminen", "Viesti Rinnallasta")
        .doesNotContain("Lammin", "Vaunulenkki");
    assertThat(parents.letters(place.mail("aino"))).doesNotContain("ryhmasta-pois");

    String secret = founders.wayOut(place, "Liisa");
    assertThat(founders.membership.find(secret)).isPresent();
    founders.membership.leave(Caller.visitor(), secret);
    assertThat(founders.membership.leave(Caller.visitor(), secret))
        .as("said twice, one has left")
        .isInstanceOf(GroupMembership.Became.Done.class);
    assertThat(founders.inside(liisa, group).own()).isNull();
  }

  @Test
  void threePeopleHideAGroupAndAModeratorDecides() throws Exception {
    Place place = parents.aPlace();
    FamilyGroup group = founders.active(place);
    PersonId liisa = founders.member(place, group, "Liisa");
    for (String name : List.of("yksi", "kaksi", "kolme")) {
      PersonId one = parents.someone(place.mail(name));
      parents.as(
          one,
          () -> {
            alerts.tell(parents.caller(one), group.uuid(), null, Alerts.Why.SPAM);
            return one;
          });
    }
    assertThat(founders.get(group.id()).state()).isEqualTo(FamilyGroup.State.HIDDEN);
    assertThatThrownBy(() -> founders.inside(liisa, group)).isInstanceOf(NoSuchRecord.class);
    assertThat(parents.letters(place.mail("eero"))).contains("ilmoittanut asiattomasta");
    assertThat(parents.letters(place.mail("aino"))).contains("on piilossa");

    Caller editor = parents.caller(place.editor());
    assertThat(editor.viewer().run(() -> alerts.of(editor, place.organization())))
        .extracting(it -> it.gathering().uuid())
        .containsExactly(group.uuid());
    editor.viewer().run(() -> alerts.settle(editor, group.uuid(), null, true));
    assertThat(founders.get(group.id()).isOpen()).isTrue();
    assertThat(founders.inside(liisa, group).own()).isNotNull();
  }

  private Proposed propose(PersonId who, String slug, Plan plan, FamilyGroup group)
      throws Exception {
    return parents.as(
        who,
        () ->
            parents.proposals.propose(
                parents.caller(who), slug, "Aino", plan, Lang.FI, group.id(), true));
  }

  private Board.Written write(PersonId person, UUID on, String words) throws Exception {
    return parents.as(person, () -> board.write(parents.caller(person), on, words));
  }

  private List<String> read(PersonId person, FamilyGroup group) throws Exception {
    Caller caller = parents.caller(person);
    return parents.as(
        person,
        () -> {
          Groups.Inside inside = groups.get(caller, group.id());
          return board.read(caller, inside.group(), inside.ties()).stream()
              .map(Message::words)
              .toList();
        });
  }
}
