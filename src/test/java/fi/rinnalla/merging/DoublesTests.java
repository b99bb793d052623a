package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the directory and the calendar have twice.
@HouseTest
class DoublesTests {
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Doubles doubles;
  @Autowired Messages messages;

  /// Of what is told here: other tests have left their own story hours at the same hour.
  private List<Likeness> of(UUID id) {
    return doubles.find().stream()
        .filter(it -> it.one().source().startsWith("doubles-"))
        .filter(it -> it.other().source().startsWith("doubles-"))
        .filter(it -> it.one().id().equals(id) || it.other().id().equals(id))
        .toList();
  }

  @Test
  void anAssociationAndItsStoryHourToldByTwoSourcesAreFound() {
    var here = Listings.anAssociation("MLL Kaksoislan yhdistys ry");
    var there = Listings.anAssociation("Mannerheimin Lastensuojeluliiton Kaksoislan yhdistys");
    var library = Listings.aLibrary("Kaksoislan kirjasto", 60.6305, 24.8600);
    var other = Listings.aLibrary("Kaksoisla bibliotek", 60.6306, 24.8601);
    directory.publish("doubles-a", here);
    directory.publish("doubles-a", library);
    directory.publish("doubles-b", there);
    directory.publish("doubles-b", other);
    var hour = Events.held("Kaksoislan satutunti", here, library, Events.everyTuesday());
    var again = Events.held("Satuhetki, Kaksoisla", there, other, Events.everyTuesday());
    calendar.publish("doubles-a", hour);
    calendar.publish("doubles-b", again);

    assertThat(of(here.uuid())).singleElement().matches(it -> isBetween(it, there.uuid()));
    assertThat(of(library.uuid())).singleElement().matches(it -> isBetween(it, other.uuid()));
    assertThat(of(hour.id().value()))
        .singleElement()
        .matches(it -> isBetween(it, again.id().value()));

    directory.withdraw("doubles-b", there.kind(), List.of(there.uuid()));
    assertThat(of(here.uuid())).isEmpty();
  }

  @Test
  void anAddressInACalendarsLineSpeaksForTheSamePlace() {
    var library = Listings.aLibrary("Rivilän kirjasto", 60.6405, 24.8800);
    directory.publish("doubles-a", library);
    var hour =
        Events.held(
            "Rivilän satutunti",
            Listings.anAssociation("Rivilän yhdistys"),
            library,
            Events.everyTuesday());
    calendar.publish("doubles-a", hour);
    String street = library.addresses().getFirst().address1().orEmpty(Lang.FI);
    var again =
        Events.held(
            "Satutunti Rivilässä",
            new Event.Venue(
                null, Text.fi("Kirjasto"), Text.fi(street), null, library.area(), null, null),
            Events.everyTuesday());
    calendar.publish("doubles-b", again);

    assertThat(of(again.id().value()))
        .singleElement()
        .matches(it -> isBetween(it, hour.id().value()))
        .satisfies(it ->
            assertThat(it.reasons())
                .filteredOn(reason -> reason.clue() == Clue.ADDRESS)
                .extracting(Likeness.Reason::message)
                .containsExactly("merging.reason.address.same"));
  }

  @Test
  void aLineThatBeginsWithAKnownPlacesNameIsHeldThere() {
    var library = Listings.aLibrary("Nimilän kirjasto", 60.6505, 24.8900);
    directory.publish("doubles-a", library);
    var hour =
        Events.held(
            "Loruhetki",
            Listings.anAssociation("Nimilän yhdistys"),
            library,
            Events.everyTuesday());
    calendar.publish("doubles-a", hour);
    var again =
        Events.held(
            "Loruhetki lapsille",
            new Event.Venue(
                null,
                Text.fi("Nimilän kirjasto lastenosasto 2. krs"),
                Text.none(),
                null,
                null,
                null,
                null),
            Events.everyTuesday());
    calendar.publish("doubles-b", again);

    assertThat(of(again.id().value()))
        .singleElement()
        .satisfies(it ->
            assertThat(it.reasons())
                .filteredOn(reason -> reason.clue() == Clue.DISTANCE)
                .extracting(Likeness.Reason::figure)
                .containsExactly(0L));
  }

  @Test
  void whatIsHiddenIsNotLookedAt() {
    Position spot = new Position(60.7, 24.7);
    var here = Listings.aPlace("Turvapirtti", Location.Visibility.HIDDEN, spot);
    var there = Listings.aPlace("Turvapirtti, Hyvinkää", Location.Visibility.HIDDEN, spot);
    directory.publish("doubles-a", here);
    directory.publish("doubles-b", there);

    assertThat(of(here.uuid())).isEmpty();
  }

  @Test
  void everyReasonHasItsSentence() {
    Stream.of(Clue.values())
        .flatMap(clue ->
            Stream.of(0.0, 0.9, 1.0)
                .filter(it -> it != 0.9 || !clue.isSharedOrNot())
                .map(it -> new Likeness.Reason(clue, it, it > 0 ? 1 : -1, 90)))
        .forEach(reason -> {
          for (Lang lang : Lang.values()) {
            assertThat(messages.say(lang, reason.message(), reason.figure()))
                .as(reason.message())
                .isNotBlank();
          }
        });
  }

  private static boolean isBetween(Likeness likeness, UUID id) {
    return likeness.one().id().equals(id) || likeness.other().id().equals(id);
  }
}
