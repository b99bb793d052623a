package fi.rinnalla.meetups;

import static fi.rinnalla.meetups.Parents.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.meetups.Parents.Place;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// What those who are along write to each other, and what people tell of it.
@HouseTest
@Import(Parents.class)
class BoardTests {
  @Autowired Parents parents;
  @Autowired Board board;
  @Autowired Alerts alerts;
  @Autowired GivenClock.Settable clock;

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void theHostsWordsAreSeenAtOnceAndOthersWhenTheHostLetsThemThrough() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    PersonId liisa = guest(place, meetup, "Liisa");
    PersonId samir = guest(place, meetup, "Samir");

    assertThat(write(place.aino(), meetup, "Tavataan keinujen luona."))
        .isEqualTo(new Board.Written.Done(true));
    assertThat(write(liisa, meetup, "Tulemme vähän myöhässä."))
        .isEqualTo(new Board.Written.Done(false));

    assertThat(read(samir, meetup)).containsExactly("Tavataan keinujen luona.");
    assertThat(read(liisa, meetup)).hasSize(2);
    UUID waiting = find(meetup, "Tulemme");
    assertThatThrownBy(() -> decide(liisa, meetup, waiting, true))
        .as("nobody lets their own through")
        .isInstanceOf(NoSuchRecord.class);
    assertThat(decide(place.aino(), meetup, waiting, true)).isTrue();
    assertThat(read(samir, meetup)).hasSize(2);
  }

  @Test
  void whoeverComesHearsOnceADayThatTheHostHasWrittenAndNotWhat() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    parents.comes(place, meetup, "Liisa", meetup.plan().start());

    write(place.aino(), meetup, "Tavataan keinujen luona.");
    write(place.aino(), meetup, "Otetaan eväät mukaan.");

    assertThat(parents.letters(place.mail("Liisa")))
        .containsOnlyOnce("vetäjä on kirjoittanut")
        .contains("/fi/tapaaminen/" + meetup.id())
        .doesNotContain("keinujen", "eväät");
  }

  @Test
  void whoeverIsNotAlongNeitherReadsNorWrites() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    write(place.aino(), meetup, "Tavataan keinujen luona.");
    PersonId stranger = parents.someone(place.mail("muu"));
    PersonId elsewhere = guest(place, parents.approved(parents.aPlace()), "Muualla");

    for (PersonId other : List.of(stranger, elsewhere)) {
      assertThat(read(other, meetup)).isEmpty();
      assertThatThrownBy(() -> write(other, meetup, "Hei vaan")).isInstanceOf(NoSuchRecord.class);
      assertThatThrownBy(() -> tell(other, meetup, find(meetup, "Tavataan")))
          .as("nobody tells of what they can't read")
          .isInstanceOf(NoSuchRecord.class);
    }
    assertThat(read(place.editor(), meetup)).as("the place's people moderate").hasSize(1);
  }

  @Test
  void nothingOnTheBoardLeadsPastIt() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);

    assertThat(write(place.aino(), meetup, "Soita 040 123 4567"))
        .isEqualTo(new Board.Written.Has(ContactDetail.PHONE));
    assertThat(read(place.aino(), meetup)).isEmpty();
  }

  @Test
  void threePeopleHideAMeetupAndOnePersonCountsOnce() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    PersonId one = parents.someone(place.mail("yksi"));

    for (int n = 0; n < 5; n++) {
      tell(one, meetup, null);
    }
    tell(parents.someone(place.mail("kaksi")), meetup, null);
    assertThat(parents.get(meetup.id()).state()).isEqualTo(Meetup.State.PUBLISHED);

    tell(parents.someone(place.mail("kolme")), meetup, null);

    assertThat(parents.get(meetup.id()).state()).isEqualTo(Meetup.State.HIDDEN);
    assertThat(parents.listing(meetup).isWithdrawn()).isTrue();
    assertThatThrownBy(() -> inside(one, meetup)).isInstanceOf(NoSuchRecord.class);
    assertThat(parents.letters(place.mail("aino"))).contains("on piilossa");
    assertThat(queue(place)).singleElement().satisfies(it -> assertThat(it.people()).isEqualTo(3));
  }

  @Test
  void aModeratorBringsItBackOrTakesItAway() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    tell(place.editor(), meetup, null);
    assertThat(parents.get(meetup.id()).state())
        .as("one whom somebody trusted is enough")
        .isEqualTo(Meetup.State.HIDDEN);

    Place other = parents.aPlace();
    assertThatThrownBy(() -> settle(other.editor(), meetup, null, true))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> settle(place.aino(), meetup, null, true))
        .as("nobody settles what is told of their own")
        .isInstanceOf(NoSuchRecord.class);

    assertThat(settle(place.editor(), meetup, null, true)).isTrue();
    assertThat(parents.get(meetup.id()).state()).isEqualTo(Meetup.State.PUBLISHED);
    assertThat(parents.listing(meetup).isWithdrawn()).isFalse();
    assertThat(settle(place.editor(), meetup, null, false)).as("decided before").isFalse();
    assertThat(queue(place)).isEmpty();
  }

  @Test
  void aMessageThatATrustedPersonToldOfIsHiddenAndTheRestStays() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    PersonId liisa = guest(place, meetup, "Liisa");
    write(place.aino(), meetup, "Ensimmäinen");
    write(place.aino(), meetup, "Toinen");
    UUID second = find(meetup, "Toinen");

    tell(place.editor(), meetup, second);

    assertThat(read(liisa, meetup)).containsExactly("Ensimmäinen");
    assertThat(decide(place.aino(), meetup, second, true))
        .as("the host doesn't bring back what was hidden")
        .isFalse();
    assertThat(settle(place.editor(), meetup, second, false)).isTrue();
    assertThat(read(place.editor(), meetup)).containsExactly("Ensimmäinen");
  }

  @Test
  void thePlacesPeopleHearOnceADayThatSomethingWasTold() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    PersonId liisa = guest(place, meetup, "Liisa");
    write(place.aino(), meetup, "Tavataan keinujen luona.");

    tell(liisa, meetup, null);
    tell(liisa, meetup, find(meetup, "Tavataan"));
    tell(parents.someone(place.mail("muu")), meetup, null);

    assertThat(parents.letters(place.mail("eero")).split("ilmoittanut asiattomasta"))
        .as("one letter")
        .hasSize(2);
    assertThat(parents.letters(place.mail("eero"))).doesNotContain("keinujen", "Vaunulenkki");
    assertThat(parents.letters(place.mail("aino"))).doesNotContain("ilmoittanut");
    assertThat(parents.letters(place.mail("liisa"))).doesNotContain("ilmoittanut");
  }

  @Test
  void whereNobodyKeepsThePlaceTheAreasStaffHearsUnlessTheyToldThemselves() throws Exception {
    Place playground = parents.aPlayground();
    Meetup meetup = parents.approved(playground);
    String raija = playground.mail("raija");

    tell(playground.editor(), meetup, null);
    assertThat(parents.letters(raija)).as("never to whoever told").doesNotContain("ilmoittanut");

    tell(parents.someone(playground.mail("muu")), meetup, null);
    assertThat(parents.letters(raija)).contains("ilmoittanut asiattomasta");
  }

  @Test
  void aMessageThatWaitsForASilentHostIsDecidedByTheModeratorsWhenThreeHaveTold() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    PersonId liisa = guest(place, meetup, "Liisa");
    write(liisa, meetup, "Tulkaa meidän kanssa.");
    UUID waiting = find(meetup, "Tulkaa");

    for (String name : List.of("Anna", "Bella", "Carita")) {
      tell(guest(place, meetup, name), meetup, waiting);
    }

    assertThat(parents.letters(place.mail("eero"))).contains("ilmoittanut asiattomasta");
    assertThat(decide(place.aino(), meetup, waiting, true))
        .as("the host doesn't let through what was told of")
        .isFalse();
    assertThat(queue(place))
        .extracting(it -> it.message() == null ? null : it.message().state())
        .containsExactly(Message.State.HIDDEN);
    assertThat(settle(place.editor(), meetup, waiting, true)).isTrue();
    assertThat(read(guest(place, meetup, "Dora"), meetup)).contains("Tulkaa meidän kanssa.");
  }

  @Test
  void withoutSigningInOnePersonCountsOnceADayAndThreeOfThemHide() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    CallerToday one = new CallerToday("one" + place.run());

    for (int n = 0; n < 5; n++) {
      alerts.tell(one, meetup.uuid(), Alerts.Why.SPAM);
    }
    assertThat(parents.letters(place.mail("eero"))).contains("ilmoittanut asiattomasta");
    clock.pass(Duration.ofDays(1));
    alerts.tell(new CallerToday("one, another day" + place.run()), meetup.uuid(), Alerts.Why.SPAM);
    alerts.tell(new CallerToday("two" + place.run()), meetup.uuid(), Alerts.Why.SPAM);
    assertThat(parents.get(meetup.id()).state())
        .as("who comes back on another day isn't another")
        .isEqualTo(Meetup.State.PUBLISHED);

    alerts.tell(new CallerToday("three" + place.run()), meetup.uuid(), Alerts.Why.SPAM);
    assertThat(parents.get(meetup.id()).state()).isEqualTo(Meetup.State.HIDDEN);
  }

  @Test
  void whatIsNotPublicNobodyTellsOfWithoutSigningIn() throws Exception {
    Place place = parents.aPlace();
    Meetup waiting = parents.proposed(place);

    assertThat(alerts.find(waiting.uuid())).isEmpty();
    assertThatThrownBy(() -> alerts.tell(new CallerToday("one"), waiting.uuid(), Alerts.Why.SPAM))
        .isInstanceOf(NoSuchRecord.class);
  }

  private PersonId guest(Place place, Meetup meetup, String name) throws Exception {
    PersonId guest = parents.someone(place.mail(name));
    parents.comes(guest, name, meetup, WEDNESDAY);
    return guest;
  }

  private Meetups.Inside inside(PersonId person, Meetup meetup) throws Exception {
    return parents.as(person, () -> parents.meetups.get(parents.caller(person), meetup.id()));
  }

  private List<String> read(PersonId person, Meetup meetup) throws Exception {
    Caller caller = parents.caller(person);
    return parents.as(
        person,
        () -> {
          Meetups.Inside inside = parents.meetups.get(caller, meetup.id());
          return board.read(caller, inside.meetup(), inside.ties()).stream()
              .map(Message::words)
              .toList();
        });
  }

  private Board.Written write(PersonId person, Meetup meetup, String words) throws Exception {
    return parents.as(person, () -> board.write(parents.caller(person), meetup.uuid(), words));
  }

  private boolean decide(PersonId person, Meetup meetup, UUID message, boolean show)
      throws Exception {
    return parents.as(
        person, () -> board.decide(parents.caller(person), meetup.uuid(), message, show));
  }

  private Object tell(PersonId person, Meetup meetup, @Nullable UUID message) throws Exception {
    return parents.as(
        person,
        () -> {
          alerts.tell(parents.caller(person), meetup.uuid(), message, Alerts.Why.UNSAFE);
          return person;
        });
  }

  private boolean settle(PersonId person, Meetup meetup, @Nullable UUID message, boolean keep)
      throws Exception {
    return parents.as(
        person, () -> alerts.settle(parents.caller(person), meetup.uuid(), message, keep));
  }

  private List<Alerts.Alerted> queue(Place place) throws Exception {
    return parents.as(
        place.editor(), () -> alerts.of(parents.caller(place.editor()), place.organization()));
  }

  private UUID find(Meetup meetup, String beginning) {
    return parents.house.step(() ->
        parents
            .jdbc
            .sql("select id from meetups.message where gathering = :meetup and words like :words")
            .param("meetup", meetup.id().value())
            .param("words", beginning + "%")
            .query(UUID.class)
            .single());
  }
}
