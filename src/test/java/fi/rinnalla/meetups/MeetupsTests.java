package fi.rinnalla.meetups;

import static fi.rinnalla.meetups.Parents.WEDNESDAY;
import static fi.rinnalla.meetups.Parents.aWalk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.Role;
import fi.rinnalla.meetups.Approvals.Outcome;
import fi.rinnalla.meetups.Hosting.Became;
import fi.rinnalla.meetups.Parents.Place;
import fi.rinnalla.meetups.Proposals.Proposed;
import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

@HouseTest
@Import(Parents.class)
class MeetupsTests {
  @Autowired Parents parents;
  @Autowired HostPlaces places;
  @Autowired MeetupPassing passing;
  @Autowired HandOver handOver;
  @Autowired ApplicationEventPublisher events;
  @Autowired GivenClock.Settable clock;

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void aProposalIsNowhereToBeSeenBeforeItIsApproved() throws Exception {
    Place place = parents.aPlace();
    Meetup waiting = parents.proposed(place);

    assertThat(parents.calendar.find(waiting.id().event())).isEmpty();
    assertThatThrownBy(() -> inside(parents.someone(place.mail("muu")), waiting))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(inside(place.aino(), waiting).isHost()).isTrue();

    assertThat(parents.approve(place, waiting)).isInstanceOf(Outcome.Done.class);

    Event event = parents.listing(waiting).event();
    assertThat(event.kind()).isEqualTo(Event.Kind.MEETUP);
    assertThat(event.organizerName().in(Lang.FI)).isEqualTo("Perheiden oma tapaaminen");
    assertThat(event.title().in(Lang.SV)).isEqualTo("Vagnpromenad");
    assertThat(event.toString()).as("who hosts is not public").doesNotContain("Aino");
    assertThat(parents.letters(place.mail("aino")))
        .contains("Ehdotuksesi on hyväksytty")
        .doesNotContain("Vaunulenkki");
  }

  @Test
  void thePeopleOfThePlaceAreAskedByOneLetterADay() throws Exception {
    Place place = parents.aPlace();
    parents.proposed(place);
    parents.propose(place, aWalk(WEDNESDAY.plusDays(1)));

    assertThat(parents.letters(place.mail("eero")).split("odottaa vastaustanne"))
        .as("one letter")
        .hasSize(2);
  }

  @Test
  void onlyOneOfTwoAnswersCounts() throws Exception {
    Place place = parents.aPlace();
    Meetup waiting = parents.proposed(place);
    Callable<Outcome> yes = () -> parents.approve(place, waiting);
    Callable<Outcome> no = () -> decline(place, waiting, "Silloin on remontti.");
    CountDownLatch both = new CountDownLatch(2);
    List<Outcome> outcomes;
    try (var threads = Executors.newFixedThreadPool(2)) {
      outcomes =
          threads
              .invokeAll(
                  List.of(yes, no).stream()
                      .map(it ->
                          (Callable<Outcome>)
                              () -> {
                                both.countDown();
                                both.await();
                                return it.call();
                              })
                      .toList())
              .stream()
              .map(it -> it.resultNow())
              .toList();
    }

    assertThat(outcomes)
        .hasAtLeastOneElementOfType(Outcome.Done.class)
        .hasAtLeastOneElementOfType(Outcome.Changed.class);
  }

  @Test
  void nobodyApprovesForAnotherOrganizationNorTheirOwn() throws Exception {
    Place place = parents.aPlace();
    Place other = parents.aPlace();
    Meetup waiting = parents.proposed(place);

    assertThatThrownBy(() -> parents.approve(other, waiting)).isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> decline(other, waiting, "ei")).isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() ->
            parents.as(
                other.editor(),
                () -> parents.approvals.of(parents.caller(other.editor()), place.organization())))
        .isInstanceOf(NoSuchRecord.class);

    Meetup editors =
        ((Proposed.Done) parents.propose(place, place.editor(), aWalk(WEDNESDAY))).meetup();
    assertThatThrownBy(() -> parents.approve(place, editors))
        .as("nobody answers their own proposal")
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void whatNobodyKeepsWaitsForTheAreasStaffInAStrongSession() throws Exception {
    Place playground = parents.aPlayground();
    Meetup waiting = parents.proposed(playground);
    Caller weak = parents.caller(playground.editor());
    Caller raija = parents.caller(playground.editor(), Level.STRONG);

    assertThatThrownBy(() -> parents.approvals.inRegion(weak)).isInstanceOf(NoSuchRecord.class);
    List<Meetup> queue = raija.viewer().run(() -> parents.approvals.inRegion(raija));
    assertThat(queue).extracting(Meetup::id).contains(waiting.id());
    assertThat(parents.approve(playground, waiting)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theAreasStaffIsShownWhatThePlacesPeopleLeaveLying() throws Exception {
    Place place = parents.aPlace();
    Place playground = parents.aPlayground();
    Meetup waiting =
        ((Proposed.Done) parents.propose(place, aWalk(WEDNESDAY.plusWeeks(1)))).meetup();
    Caller raija = parents.caller(playground.editor(), Level.STRONG);

    assertThat(raija.viewer().run(() -> parents.approvals.inRegion(raija)))
        .extracting(Meetup::id)
        .doesNotContain(waiting.id());
    clock.pass(Duration.ofHours(49));
    assertThat(raija.viewer().run(() -> parents.approvals.inRegion(raija)))
        .extracting(Meetup::id)
        .contains(waiting.id());
  }

  @Test
  void whoOnlyAnswersAtADeskOfThePlaceIsNeitherAskedNorWaitedFor() throws Exception {
    Place place = parents.aPlace();
    PersonId sanna = parents.someone(place.mail("sanna"));
    UUID organization = place.organization().value();
    Viewer.house(() -> {
      parents.people.give(sanna, Role.ADVISER, organization, null, null);
      parents.people.roles(place.editor()).forEach(it -> parents.people.end(it.id()));
      return sanna;
    });
    Meetup waiting = parents.proposed(place);
    Caller raija = parents.caller(parents.aPlayground().editor(), Level.STRONG);

    assertThat(parents.letters(place.mail("sanna"))).isEmpty();
    assertThat(raija.viewer().run(() -> parents.approvals.inRegion(raija)))
        .as("nobody of the place could answer")
        .extracting(Meetup::id)
        .contains(waiting.id());
  }

  @Test
  void whyItWasDeclinedOnlyItsProposerReads() throws Exception {
    Place place = parents.aPlace();
    Meetup waiting = parents.proposed(place);

    decline(place, waiting, "Silloin on remontti.");

    assertThat(parents.letters(place.mail("aino")))
        .contains("ei hyväksytty")
        .doesNotContain("remontti");
    assertThat(inside(place.aino(), waiting).meetup().answer()).isEqualTo("Silloin on remontti.");
    assertThat(parents.calendar.find(waiting.id().event())).isEmpty();
  }

  @Test
  void aPlaceThatIsHiddenOrClosedIsNotOffered() throws Exception {
    Place place = parents.aPlace();
    Location shelter = Listings.aShelter("Turvakoti " + place.run());
    Location hidden =
        Listings.aPlace(
            "Salainen " + place.run(), Location.Visibility.HIDDEN, new Position(60.63, 24.86));
    parents.directory.publish("t", shelter);
    parents.directory.publish("t", hidden);

    assertThat(places.find(shelter.id())).isEmpty();
    assertThat(places.find(hidden.id())).isEmpty();
    assertThat(places.find(place.location().id())).isPresent();

    parents.as(
        place.editor(),
        () -> {
          places.keep(parents.caller(place.editor()), place.organization(), Set.of());
          return place;
        });
    assertThat(places.find(place.location().id())).isEmpty();
    assertThat(parents.propose(place, aWalk(WEDNESDAY))).isInstanceOf(Proposed.NoSuchPlace.class);

    Place other = parents.aPlace();
    assertThatThrownBy(
            () -> places.keep(parents.caller(other.editor()), place.organization(), Set.of()))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void whatWaitedWhenItsPlaceWasClosedIsNotPublished() throws Exception {
    Place place = parents.aPlace();
    Meetup waiting = parents.proposed(place);
    parents.as(
        place.editor(),
        () -> {
          places.keep(parents.caller(place.editor()), place.organization(), Set.of());
          return place;
        });

    assertThat(parents.approve(place, waiting)).isInstanceOf(Outcome.TooLate.class);
  }

  @Test
  void aTimeThatIsOverTooNearOrTooFarIsRefused() throws Exception {
    Place place = parents.aPlace();
    LocalDateTime now = LocalDateTime.of(2026, 11, 23, 10, 0);

    for (LocalDateTime bad :
        List.of(now.minusHours(1), now.plusMinutes(119), now.plusWeeks(6).plusDays(1))) {
      assertThat(parents.propose(place, aWalk(bad))).isInstanceOf(Proposed.BadTime.class);
    }
    assertThat(parents.propose(place, aWalk(now.plusHours(2)))).isInstanceOf(Proposed.Done.class);
    assertThat(parents.propose(place, aWalk(now.plusWeeks(6)))).isInstanceOf(Proposed.Done.class);
  }

  @Test
  void onePersonHasThreeProposalsWaitingAtMost() throws Exception {
    Place place = parents.aPlace();
    for (int n = 0; n < 3; n++) {
      assertThat(parents.propose(place, aWalk(WEDNESDAY.plusDays(n))))
          .isInstanceOf(Proposed.Done.class);
    }
    assertThat(parents.propose(place, aWalk(WEDNESDAY))).isInstanceOf(Proposed.TooMany.class);
  }

  @Test
  void aProposalThatNobodyAnsweredLapsesWithAWord() throws Exception {
    Place place = parents.aPlace();
    Meetup waiting = parents.proposed(place);

    clock.set(WEDNESDAY.atZone(fi.rinnalla.vocabulary.Zone.HELSINKI).toInstant());
    passing.pass();

    assertThat(parents.get(waiting.id()).state()).isEqualTo(Meetup.State.LAPSED);
    assertThat(parents.letters(place.mail("aino"))).contains("Kukaan ei ehtinyt vastata");
    assertThat(parents.approve(place, waiting)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void theHostSeesFirstNamesAndEverybodyElseACount() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    parents.comes(place, meetup, "Liisa", WEDNESDAY, 0, 3);
    PersonId samir = parents.someone(place.mail("samir"));
    parents.comes(samir, "Samir", meetup, WEDNESDAY);

    assertThat(inside(place.aino(), meetup).guests().get(WEDNESDAY))
        .extracting("name")
        .containsExactlyInAnyOrder("Liisa", "Samir");
    Meetups.Open open = parents.meetups.find(parents.listing(meetup)).orElseThrow();
    assertThat(open.counts()).containsEntry(WEDNESDAY, new FamilySignups.Count(2, 5));

    Meetups.Inside along = inside(samir, meetup);
    assertThat(along.isAlong()).isTrue();
    assertThat(along.guests()).as("names are for the host").isEmpty();
    Meetups.Inside other = inside(parents.someone(place.mail("muu")), meetup);
    assertThat(other.isOpen()).isFalse();
    assertThat(other.guests()).isEmpty();
    assertThat(inside(place.editor(), meetup).guests().get(WEDNESDAY)).hasSize(2);
  }

  @Test
  void whoeverJoinedByALetterIsAlongWhenSignedInWithThatAddress() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    parents.comes(place, meetup, "liisa", WEDNESDAY);

    assertThat(inside(parents.someone(place.mail("liisa")), meetup).isAlong()).isTrue();
    Meetup other = parents.approved(parents.aPlace());
    assertThat(inside(parents.someone(place.mail("liisa")), other).isOpen())
        .as("of another meet-up nothing more than anybody sees")
        .isFalse();
  }

  @Test
  void theHostHearsOnceADayThatMoreFamiliesCome() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    parents.comes(place, meetup, "Liisa", WEDNESDAY);
    parents.comes(place, meetup, "Kaisa", WEDNESDAY);
    passing.pass();
    parents.comes(place, meetup, "Petra", WEDNESDAY);
    passing.pass();

    assertThat(parents.letters(place.mail("aino")).split("lisää perheitä")).hasSize(2);
    assertThat(parents.letters(place.mail("aino"))).doesNotContain("Liisa", "Kaisa");

    clock.pass(Duration.ofDays(1));
    passing.pass();
    assertThat(parents.letters(place.mail("aino")).split("lisää perheitä")).hasSize(3);
  }

  @Test
  void cancellingTellsThoseWhoCome() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    parents.comes(place, meetup, "Liisa", WEDNESDAY);

    assertThat(host(place, () -> parents.hosting.cancel(aino(place), meetup.id())))
        .isInstanceOf(Became.Done.class);

    assertThat(parents.listing(meetup).event().status()).isEqualTo(Event.Status.CANCELLED);
    assertThat(parents.letters(place.mail("Liisa"))).contains("perut");
    assertThat(host(place, () -> parents.hosting.cancel(aino(place), meetup.id())))
        .isInstanceOf(Became.NotNow.class);
  }

  @Test
  void weeklyItGoesOnOnceThePlacesPeopleHaveSaidYesAndEachWeekIsCancelledAlone() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    host(place, () -> parents.hosting.wishWeekly(aino(place), meetup.id()));
    assertThat(times(meetup)).as("nothing changes before the answer").hasSize(1);

    assertThat(parents.approve(place, parents.get(meetup.id()))).isInstanceOf(Outcome.Done.class);

    assertThat(times(meetup)).hasSize(12);
    LocalDateTime second = WEDNESDAY.plusWeeks(1);
    parents.comes(place, meetup, "Liisa", second);
    assertThat(host(place, () -> parents.hosting.cancel(aino(place), meetup.id(), second)))
        .isInstanceOf(Became.Done.class);
    assertThat(times(meetup)).filteredOn(Occurrence::cancelled).hasSize(1);
    assertThat(parents.letters(place.mail("Liisa"))).contains("perut");
    assertThat(parents.get(meetup.id()).state()).isEqualTo(Meetup.State.PUBLISHED);

    clock.pass(Duration.ofDays(7));
    host(place, () -> parents.hosting.goOn(aino(place), meetup.id()));
    assertThat(times(meetup).getLast().start())
        .as("twelve weeks from the day the host said so")
        .isAfter(GivenClock.NOW.plus(Duration.ofDays(80)));
    assertThat(times(meetup)).filteredOn(Occurrence::cancelled).hasSize(1);
  }

  @Test
  void anotherTimeHoldsOnceItIsApproved() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    parents.comes(place, meetup, "Liisa", WEDNESDAY);
    LocalDateTime thursday = WEDNESDAY.plusDays(1).withHour(13);

    assertThat(
            host(
                place,
                () ->
                    parents.hosting.wishMove(
                        aino(place), meetup.id(), WEDNESDAY, WEDNESDAY.minusDays(3))))
        .isInstanceOf(Became.BadTime.class);
    host(place, () -> parents.hosting.wishMove(aino(place), meetup.id(), WEDNESDAY, thursday));
    parents.approve(place, parents.get(meetup.id()));

    assertThat(times(meetup))
        .singleElement()
        .satisfies(it ->
            assertThat(it.start())
                .isEqualTo(thursday.atZone(fi.rinnalla.vocabulary.Zone.HELSINKI).toInstant()));
    assertThat(parents.letters(place.mail("Liisa"))).contains("13.00");
  }

  @Test
  void whatWasMovedGoesOnWeeklyAtTheTimeItWasMovedTo() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    parents.comes(place, meetup, "Liisa", WEDNESDAY);
    LocalDateTime thursday = WEDNESDAY.plusDays(1).withHour(13);
    host(place, () -> parents.hosting.wishMove(aino(place), meetup.id(), WEDNESDAY, thursday));
    parents.approve(place, parents.get(meetup.id()));

    host(place, () -> parents.hosting.wishWeekly(aino(place), meetup.id()));
    parents.approve(place, parents.get(meetup.id()));

    assertThat(times(meetup).subList(0, 3))
        .extracting(it -> it.start().atZone(fi.rinnalla.vocabulary.Zone.HELSINKI).toLocalDateTime())
        .containsExactly(thursday, thursday.plusWeeks(1), thursday.plusWeeks(2));
    assertThat(inside(place.aino(), meetup).of(times(meetup).getFirst()))
        .as("whoever signed up for the first time still comes")
        .hasSize(1);
    assertThat(parents.letters(place.mail("Liisa"))).doesNotContain("perut");
    clock.pass(Duration.ofDays(7));
    host(place, () -> parents.hosting.goOn(aino(place), meetup.id()));
    assertThat(
            times(meetup).getLast().start().atZone(fi.rinnalla.vocabulary.Zone.HELSINKI).getHour())
        .isEqualTo(13);
  }

  @Test
  void aProposalReachesThoseWhosePlaceItIsOrWhereNobodyKeepsItThoseWhoLookAfterTheArea()
      throws Exception {
    Place kept = parents.aPlace();
    Place nobodys = parents.aPlayground();
    parents.proposed(kept);
    parents.propose(kept, aWalk(WEDNESDAY.plusDays(1)));
    parents.proposed(nobodys);

    assertThat(parents.letters(kept.mail("eero")))
        .as("once a day, however many wait")
        .containsOnlyOnce("Perheiden ehdotus odottaa vastausta");
    assertThat(parents.letters(nobodys.mail("raija")))
        .contains("Perheiden ehdotus odottaa vastausta", "/fi/yllapito/tapaamiset");
  }

  @Test
  void aWishIsTakenBackAndAllStaysAsItIs() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    host(place, () -> parents.hosting.wishWeekly(aino(place), meetup.id()));
    Meetup wishing = parents.get(meetup.id());

    assertThat(host(place, () -> parents.hosting.unwish(aino(place), meetup.id())))
        .isInstanceOf(Became.Done.class);

    assertThat(parents.get(meetup.id()).waits()).isFalse();
    assertThat(parents.approve(place, wishing)).isInstanceOf(Outcome.Changed.class);
    assertThat(times(meetup)).hasSize(1);
  }

  @Test
  void whoeverComesFindsTheMeetupAmongTheirOwnAlsoWhenTheyJoinedByALetter() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    parents.comes(place, meetup, "Liisa", WEDNESDAY);
    PersonId liisa = parents.someone(place.mail("Liisa"));

    assertThat(parents.as(liisa, () -> parents.hosting.joined(parents.caller(liisa))))
        .extracting(it -> it.meetup().id())
        .containsExactly(meetup.id());
    assertThat(parents.as(place.aino(), () -> parents.hosting.joined(aino(place))))
        .as("one's own is not among those one comes to")
        .isEmpty();
  }

  @Test
  void aStrangerDoesNothingWithAnothersMeetup() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    PersonId stranger = parents.someone(place.mail("muu"));
    Caller caller = parents.caller(stranger);

    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> parents.hosting.cancel(caller, meetup.id()),
            () -> parents.hosting.cancel(caller, meetup.id(), WEDNESDAY),
            () -> parents.hosting.wishWeekly(caller, meetup.id()),
            () -> parents.hosting.wishMove(caller, meetup.id(), WEDNESDAY, WEDNESDAY.plusDays(1)),
            () -> parents.hosting.goOn(caller, meetup.id()))) {
      assertThatThrownBy(() -> parents.as(stranger, act)).isInstanceOf(NoSuchRecord.class);
    }
    assertThat(parents.get(meetup.id())).isEqualTo(meetup);
  }

  @Test
  void theOneWhoWasAskedTakesOverByTheirLinkAndNobodyElseDoes() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    PersonId liisa = parents.someone(place.mail("liisa"));
    PersonId samir = parents.someone(place.mail("samir"));
    parents.comes(liisa, "Liisa", meetup, WEDNESDAY);
    parents.comes(samir, "Samir", meetup, WEDNESDAY);
    UUID hers =
        inside(place.aino(), meetup).named().stream()
            .filter(it -> it.name().equals("Liisa"))
            .map(it -> it.id().value())
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> offer(samir, meetup, hers))
        .as("only the host asks")
        .isInstanceOf(NoSuchRecord.class);
    assertThat(offer(place.aino(), meetup, UUID.randomUUID())).isFalse();
    assertThat(offer(place.aino(), meetup, hers)).isTrue();
    String link =
        Pattern.compile("/fi/vetovuoro/([0-9a-f]{64})")
            .matcher(parents.letters(place.mail("liisa")))
            .results()
            .map(it -> it.group(1))
            .reduce((_, last) -> last)
            .orElseThrow();

    assertThat(accept(samir, link)).as("it is another's link").isEmpty();
    assertThat(parents.get(meetup.id()).host()).isEqualTo(place.aino());
    assertThat(accept(liisa, link)).hasValue(meetup.id());
    assertThat(accept(liisa, link)).as("a link is used once").isEmpty();

    assertThat(parents.get(meetup.id()).host()).isEqualTo(liisa);
    assertThat(parents.get(meetup.id()).hostName()).isEqualTo("Liisa");
    assertThat(parents.letters(place.mail("aino"))).contains("Toinen perhe on ottanut");
    assertThatThrownBy(() -> parents.hosting.cancel(aino(place), meetup.id()))
        .as("whoever has handed over hosts no more")
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void whoeverWasAskedCanSayNoAndNobodyAsksThemselves() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    PersonId liisa = parents.someone(place.mail("liisa"));
    parents.comes(place.aino(), "Aino", meetup, WEDNESDAY);
    UUID own = inside(place.aino(), meetup).named().getFirst().id().value();
    assertThat(offer(place.aino(), meetup, own)).isFalse();
    parents.comes(liisa, "Liisa", meetup, WEDNESDAY);
    UUID hers =
        inside(place.aino(), meetup).named().stream()
            .filter(it -> it.name().equals("Liisa"))
            .map(it -> it.id().value())
            .findFirst()
            .orElseThrow();
    offer(place.aino(), meetup, hers);
    String link =
        Pattern.compile("/fi/vetovuoro/([0-9a-f]{64})")
            .matcher(parents.letters(place.mail("liisa")))
            .results()
            .map(it -> it.group(1))
            .findFirst()
            .orElseThrow();

    assertThat(parents.as(place.aino(), () -> handOver.decline(aino(place), link)))
        .as("only whoever was asked answers")
        .isFalse();
    assertThat(parents.as(liisa, () -> handOver.decline(parents.caller(liisa), link))).isTrue();

    assertThat(accept(liisa, link)).isEmpty();
    assertThat(parents.get(meetup.id()).host()).isEqualTo(place.aino());
    assertThat(parents.letters(place.mail("aino"))).contains("ei voi nyt ottaa vetovuoroa");
  }

  private boolean offer(PersonId who, Meetup meetup, UUID guest) throws Exception {
    return parents.as(who, () -> handOver.offer(parents.caller(who), meetup.id(), guest));
  }

  private Optional<MeetupId> accept(PersonId who, String link) throws Exception {
    return parents.as(who, () -> handOver.accept(parents.caller(who), link));
  }

  @Test
  void whoeverLeavesLeavesNoMeetupBehind() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);
    Meetup waiting =
        ((Proposed.Done) parents.propose(place, aWalk(WEDNESDAY.plusDays(1)))).meetup();

    parents.as(
        place.aino(),
        () -> {
          events.publishEvent(new PersonLeft(place.aino()));
          return place;
        });

    assertThat(parents.get(meetup.id()).state()).isEqualTo(Meetup.State.CANCELLED);
    assertThat(parents.get(meetup.id()).hostName()).isEmpty();
    assertThat(parents.get(waiting.id()).state()).isEqualTo(Meetup.State.WITHDRAWN);
    assertThat(parents.listing(meetup).event().status()).isEqualTo(Event.Status.CANCELLED);
  }

  @Test
  void thirtyDaysAfterItsEndNothingPersonalIsLeft() throws Exception {
    Place place = parents.aPlace();
    Meetup meetup = parents.approved(place);

    clock.set(WEDNESDAY.plusDays(31).atZone(fi.rinnalla.vocabulary.Zone.HELSINKI).toInstant());
    passing.pass();
    assertThat(parents.get(meetup.id()).state()).isEqualTo(Meetup.State.ENDED);
    passing.forget();

    assertThat(
            parents.house.step(() ->
                parents
                    .jdbc
                    .sql("select count(*) from meetups.meetup where id = :id")
                    .param("id", meetup.id().value())
                    .query(Integer.class)
                    .single()))
        .isZero();
  }

  @Test
  void whatWasTypedBeforeSigningInIsThereAfterItForAWhile() {
    String secret = parents.proposals.keep(Map.of("title", "Pulkkamäki"));

    assertThat(parents.proposals.typed(secret)).hasValue(Map.of("title", "Pulkkamäki"));
    assertThat(parents.proposals.typed("ff" + secret.substring(2))).isEmpty();
    clock.pass(Duration.ofHours(3));
    assertThat(parents.proposals.typed(secret)).isEmpty();
  }

  private Meetups.Inside inside(PersonId person, Meetup meetup) throws Exception {
    return parents.as(person, () -> parents.meetups.get(parents.caller(person), meetup.id()));
  }

  private Outcome decline(Place place, Meetup meetup, String why) throws Exception {
    return parents.as(
        place.editor(),
        () ->
            parents.approvals.decline(
                parents.caller(place.editor()), meetup.id(), meetup.version(), why));
  }

  private Caller aino(Place place) {
    return parents.caller(place.aino());
  }

  private Became host(Place place, Callable<Became> work) throws Exception {
    return parents.as(place.aino(), work);
  }

  private List<Occurrence> times(Meetup meetup) {
    return parents.calendar.next(meetup.id().event(), 60);
  }
}
