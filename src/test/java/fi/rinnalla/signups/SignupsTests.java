package fi.rinnalla.signups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.signups.ComingFamilies.Cafe;
import fi.rinnalla.signups.OwnSignups.Became;
import fi.rinnalla.signups.OwnSignups.Key;
import fi.rinnalla.signups.Signup.Aim;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/// Taking a place: it is held while the form is filled, kept when it's confirmed, and never given
/// twice.
@HouseTest
@Import(ComingFamilies.class)
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class SignupsTests {
  @Autowired ComingFamilies families;
  @Autowired SignupForms forms;
  @Autowired OwnSignups own;
  @Autowired Passing passing;
  @Autowired GivenClock.Settable clock;
  @Autowired TransactionOperations transactions;

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void nobodyIsWrittenToAgainAndAgainByAnothersHand() throws Exception {
    Cafe cafe = families.aCafeOf(20);
    for (int i = 0; i < 15; i++) {
      String secret = families.held(families.take(cafe, Aim.SEAT, 1));
      families.send(secret, "Väärä", cafe.mail("uhri"), Aim.SEAT);
    }

    assertThat(families.letterCount(cafe, "uhri")).isEqualTo(5);
    assertThat(families.standing(cafe).free())
        .as("a form without a letter keeps no place")
        .isEqualTo(15);
  }

  @Test
  void ofTwoHundredWhoWantTheLastPlaceOneGetsItAndTheOthersAreToldItIsFull() throws Exception {
    Cafe cafe = families.aCafeOf(1);
    CountDownLatch all = new CountDownLatch(200);
    List<Signups.Taken> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Signups.Taken>> takers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        takers.add(
            threads.submit(() -> {
              all.countDown();
              all.await();
              return families.take(cafe, Aim.SEAT, 1);
            }));
      }
      for (Future<Signups.Taken> one : takers) {
        answers.add(one.get());
      }
    }

    assertThat(answers).filteredOn(Signups.Taken.Held.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(Signups.Taken.Full.class::isInstance)
        .hasSize(199)
        .allSatisfy(it ->
            assertThat(((Signups.Taken.Full) it).standing().door()).isEqualTo(Standing.Door.QUEUE));
  }

  @Test
  void aPlaceIsHeldForTenMinutesWhileTheFormIsFilled() throws Exception {
    Cafe cafe = families.aCafeOf(3);
    families.held(families.take(cafe, Aim.SEAT, 1, 0, 3));

    assertThat(families.standing(cafe).door()).isEqualTo(Standing.Door.QUEUE);
    assertThat(families.take(cafe, Aim.SEAT, 1)).isInstanceOf(Signups.Taken.Full.class);

    clock.pass(Duration.ofMinutes(10));

    assertThat(families.standing(cafe).free()).isEqualTo(3);
  }

  @Test
  void aPlaceThatWasHeldTooLongIsStillGivenWhenItIsFreeAndQueuedForWhenItIsNot() throws Exception {
    Cafe cafe = families.aCafeOf(1);
    String slow = families.held(families.take(cafe, Aim.SEAT, 1));
    clock.pass(Duration.ofMinutes(11));
    families.comes(cafe, "nopea", 1);

    assertThat(families.send(slow, "hidas", cafe.mail("hidas"), Aim.SEAT))
        .isInstanceOf(SignupForms.Submitted.Full.class);
    assertThat(families.send(slow, "hidas", cafe.mail("hidas"), Aim.QUEUE))
        .isInstanceOf(SignupForms.Submitted.Sent.class);
    families.confirm(cafe, "hidas");

    assertThat(families.state(cafe, "hidas")).isEqualTo(State.WAITING);
    assertThat(families.state(cafe, "nopea")).isEqualTo(State.CONFIRMED);
  }

  @Test
  void aPlaceGivenBackBeforeTheFormIsSentIsFreeAtOnce() throws Exception {
    Cafe cafe = families.aCafeOf(1);
    String secret = families.held(families.take(cafe, Aim.SEAT, 1));

    forms.release(secret);

    assertThat(families.standing(cafe).free()).isEqualTo(1);
    assertThat(forms.form(secret)).isEmpty();
  }

  @Test
  void withoutAnAccountALettersLinkConfirmsAndOpeningItDoesNot() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    String secret = families.held(families.take(cafe, Aim.SEAT, 1, 2));
    families.send(secret, "Aino", cafe.mail("aino"), Aim.SEAT);

    assertThat(families.letters(cafe, "aino"))
        .contains("paikka on sinun", "klo 10.30 asti", "Vielä et ole mukana");
    assertThat(families.state(cafe, "aino")).isEqualTo(State.UNCONFIRMED);
    assertThat(families.standing(cafe).free()).as("held meanwhile").isEqualTo(3);

    assertThat(families.confirm(cafe, "aino")).isInstanceOf(Became.Done.class);

    assertThat(families.state(cafe, "aino")).isEqualTo(State.CONFIRMED);
    assertThat(families.letters(cafe, "aino")).contains("paikka on teidän");
  }

  @Test
  void whoConfirmsTooLateGetsAPlaceThatIsFreeAndOtherwiseATurnInTheQueueAndIsTold()
      throws Exception {
    Cafe cafe = families.aCafeOf(1);
    String secret = families.held(families.take(cafe, Aim.SEAT, 1));
    families.send(secret, "Aino", cafe.mail("aino"), Aim.SEAT);
    clock.pass(Duration.ofMinutes(31));
    families.comes(cafe, "bea", 1);

    families.confirm(cafe, "aino");

    assertThat(families.state(cafe, "aino")).isEqualTo(State.WAITING);
    assertThat(families.letters(cafe, "aino")).contains("jonossa sijalla 1", "Paikkaa ei vielä");
  }

  @Test
  void whoNeverConfirmsLosesThePlace() throws Exception {
    Cafe cafe = families.aCafeOf(1);
    String secret = families.held(families.take(cafe, Aim.SEAT, 1));
    families.send(secret, "Aino", cafe.mail("aino"), Aim.SEAT);
    clock.pass(Duration.ofMinutes(30));

    assertThat(families.standing(cafe).free()).isEqualTo(1);

    clock.pass(Duration.ofHours(1));
    passing.settle();

    assertThat(families.own.find(Caller.visitor(), families.token(cafe, "aino"))).isEmpty();
    assertThat(families.count(cafe, "contact")).isZero();
  }

  @Test
  void whoIsSignedInIsConfirmedAtOnceAndHasItInTheirList() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    PersonId aino = families.someone(cafe.mail("aino"));

    SignupForms.Submitted done = signedIn(aino, cafe, 1);

    assertThat(done).isInstanceOf(SignupForms.Submitted.Done.class);
    assertThat(own.of(families.caller(aino), null))
        .singleElement()
        .satisfies(it -> assertThat(it.signup().state()).isEqualTo(State.CONFIRMED));
    assertThat(own.of(Caller.visitor(), null)).isEmpty();
    assertThat(families.letters(cafe, "aino")).contains("paikka on teidän");
  }

  private SignupForms.Submitted signedIn(PersonId who, Cafe cafe, int adults) {
    return forms.submit(
        families.caller(who),
        families.held(families.take(cafe, Aim.SEAT, adults)),
        "Aino",
        null,
        Lang.FI,
        Aim.SEAT);
  }

  @Test
  void aFormSentTwiceIsOneSignUp() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    String secret = families.held(families.take(cafe, Aim.SEAT, 1));

    families.send(secret, "Aino", cafe.mail("aino"), Aim.SEAT);
    SignupForms.Submitted again = families.send(secret, "Aino", cafe.mail("aino"), Aim.SEAT);

    assertThat(again).isInstanceOf(SignupForms.Submitted.Sent.class);
    assertThat(families.letterCount(cafe, "aino")).isEqualTo(1);
    assertThat(families.standing(cafe).free()).isEqualTo(4);
  }

  @Test
  void oneAddressHasOneSignUpForATimeAndOnlyItsLetterTellsThat() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    families.comes(cafe, "aino", 1);
    String secret = families.held(families.take(cafe, Aim.SEAT, 2));

    SignupForms.Submitted first =
        families.send(
            secret, "Joku", cafe.mail("aino").toUpperCase(java.util.Locale.ROOT), Aim.SEAT);
    SignupForms.Submitted again = families.send(secret, "Joku", cafe.mail("aino"), Aim.SEAT);

    assertThat(first).isInstanceOf(SignupForms.Submitted.Sent.class);
    assertThat(again).as("nor is it told by asking twice").isEqualTo(first);
    assertThat(families.letters(cafe, "aino")).contains("on jo ilmoittauduttu");
    assertThat(families.standing(cafe).free()).isEqualTo(4);
    assertThat(families.sheet(cafe).in(State.CONFIRMED)).hasSize(1);
  }

  @Test
  void aStrangersFormWithOnesAddressEndsNothingAndGoesWhenOnesOwnIsConfirmed() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    String own = families.held(families.take(cafe, Aim.SEAT, 1));
    families.send(own, "Aino", cafe.mail("aino"), Aim.SEAT);
    Key.ByLink hers = families.link(cafe, "aino");
    String other = families.held(families.take(cafe, Aim.SEAT, 2));
    families.send(other, "Joku", cafe.mail("aino"), Aim.SEAT);
    Key.ByLink strangers = families.link(cafe, "aino");

    assertThat(families.own.confirm(Caller.visitor(), hers))
        .isInstanceOf(OwnSignups.Became.Done.class);

    assertThat(families.own.confirm(Caller.visitor(), strangers))
        .isInstanceOf(OwnSignups.Became.NotGood.class);
    assertThat(families.sheet(cafe).in(State.CONFIRMED))
        .singleElement()
        .satisfies(it -> assertThat(it.signup().name()).isEqualTo("Aino"));
    assertThat(families.standing(cafe).free()).isEqualTo(4);
  }

  @Test
  void whoSignedUpByLetterAndThenSignedInHasStillOne() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    families.comes(cafe, "aino", 1);
    PersonId aino = families.someone(cafe.mail("aino"));

    assertThat(signedIn(aino, cafe, 2))
        .isInstanceOfSatisfying(
            SignupForms.Submitted.Done.class, it -> assertThat(it.already()).isTrue());
    assertThat(signedIn(aino, cafe, 2))
        .isInstanceOfSatisfying(
            SignupForms.Submitted.Done.class, it -> assertThat(it.already()).isTrue());

    assertThat(own.of(families.caller(aino), null)).hasSize(1);
    assertThat(families.standing(cafe).free()).isEqualTo(4);
  }

  @Test
  void anAddressIsNotPesteredWithLetters() throws Exception {
    Cafe cafe = families.aCafeOf(50);
    for (int i = 0; i < 8; i++) {
      Cafe another = families.aCafeOf(5);
      String secret = families.held(families.take(another, Aim.SEAT, 1));
      families.send(secret, "Joku", cafe.mail("uhri"), Aim.SEAT);
    }

    assertThat(families.letterCount(cafe, "uhri")).isEqualTo(5);
  }

  @Test
  void aFamilyMayComeWithMoreWhileThereIsRoomAndWithFewerAlways() throws Exception {
    Cafe cafe = families.aCafeOf(4);
    families.comes(cafe, "aino", 1, 2);
    Key.ByLink link = families.link(cafe, "aino");

    assertThat(own.change(Caller.visitor(), link, new Party(2, List.of(0, 2))))
        .isInstanceOf(Became.Done.class);
    assertThat(own.change(Caller.visitor(), link, new Party(3, List.of(0, 2))))
        .isInstanceOf(Became.NoRoom.class);
    assertThat(families.standing(cafe).free()).isZero();
    assertThat(families.seen(cafe, "aino").signup().party().size()).isEqualTo(4);
    assertThat(own.change(Caller.visitor(), link, new Party(1, List.of())))
        .isInstanceOf(Became.Done.class);
    assertThat(families.standing(cafe).free()).isEqualTo(3);
  }

  @Test
  void whatThePlacesAreForDoesNotChangeWhileTheFirstPlaceIsBeingTaken() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<SignupTerms.Saved> change =
          transactions.execute(_ -> {
            families.held(families.take(cafe, Aim.SEAT, 1));
            Future<SignupTerms.Saved> asked =
                other.submit(
                    () -> families.open(cafe, Terms.Scope.SERIES, Terms.Unit.PERSONS, 5, true));
            await()
                .during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !asked.isDone());
            return asked;
          });

      assertThat(change.get()).isInstanceOf(SignupTerms.Saved.InUse.class);
    }
    assertThat(families.standing(cafe).free()).isEqualTo(4);
  }

  @Test
  void familiesAreCountedAsOneWhereThatIsTheUnit() throws Exception {
    Cafe cafe = families.aCafe();
    families.open(cafe, Terms.Scope.TIME, Terms.Unit.FAMILIES, 2, false);

    families.comes(cafe, "suuri", 3, 0, 2, 4, 6);

    assertThat(families.standing(cafe).free()).isEqualTo(1);
  }

  @Test
  void aWholeSeriesHasOneSlot() throws Exception {
    Cafe cafe = families.aCafe();
    families.open(cafe, Terms.Scope.SERIES, Terms.Unit.FAMILIES, 2, true);

    families.comes(cafe, "aino", 1, 0);

    Signups.Board board = families.signups.board(families.listing(cafe)).orElseThrow();
    assertThat(board.standings())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.time()).isNull();
          assertThat(it.free()).isEqualTo(1);
        });
    assertThat(families.letters(cafe, "aino")).contains("koko sarja, alkaen ti 24.11.");
  }

  @Test
  void signUpClosesInTimeAndNobodyComesInAfterThat() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    clock.set(
        ComingFamilies.TUESDAY
            .atZone(java.time.ZoneId.of("Europe/Helsinki"))
            .toInstant()
            .minus(Duration.ofHours(2)));

    assertThat(families.standing(cafe).door()).isEqualTo(Standing.Door.CLOSED);
    assertThat(families.take(cafe, Aim.SEAT, 1)).isInstanceOf(Signups.Taken.NotOpen.class);
  }

  @Test
  void noOneElsesSignUpIsSeenOrTouched() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    families.comes(cafe, "aino", 1);
    SignupId id = families.seen(cafe, "aino").signup().id();
    PersonId stranger = families.someone(cafe.mail("vieras"));

    assertThat(own.cancel(families.caller(stranger), new Key.Here(id, null)))
        .isInstanceOf(Became.NotGood.class);
    assertThat(own.cancel(Caller.visitor(), new Key.Here(id, "x".repeat(64))))
        .isInstanceOf(Became.NotGood.class);
    assertThat(own.cancel(Caller.visitor(), new Key.ByLink("nothing")))
        .isInstanceOf(Became.NotGood.class);
    assertThat(own.of(families.caller(stranger), null)).isEmpty();
    assertThat(families.state(cafe, "aino")).isEqualTo(State.CONFIRMED);
  }

  @Test
  void aBrowserWhereALinkWasUsedShowsTheSignUpForSomeHours() throws Exception {
    Cafe cafe = families.aCafeOf(5);
    families.comes(cafe, "aino", 1);
    own.remember(families.token(cafe, "aino"), "b".repeat(64));

    assertThat(own.of(Caller.visitor(), "b".repeat(64))).hasSize(1);
    assertThat(own.of(Caller.visitor(), "c".repeat(64))).isEmpty();

    clock.pass(Duration.ofHours(12));

    assertThat(own.of(Caller.visitor(), "b".repeat(64))).isEmpty();
  }

  @Test
  void whoDeletesTheirAccountTakesTheirSignUpsAlongAndThePlaceGoesOn() throws Exception {
    Cafe cafe = families.aCafeOf(1);
    PersonId aino = families.someone(cafe.mail("aino"));
    signedIn(aino, cafe, 1);
    families.queues(cafe, "bea", 1);

    Viewer.house(() -> {
      families.people.forget(aino);
      return aino;
    });

    assertThat(families.sheet(cafe).lines())
        .singleElement()
        .satisfies(it -> assertThat(it.signup().state()).isEqualTo(State.OFFERED));
  }

  @Test
  void thirtyDaysAfterTheEndOnlyCountsAreLeft() throws Exception {
    Cafe cafe = families.aCafeOf(10);
    families.comes(cafe, "aino", 1, 0, 3);
    families.comes(cafe, "bea", 2);
    clock.pass(Duration.ofDays(31).plusHours(1));
    passing.forget();
    assertThat(families.count(cafe, "contact")).as("not a day too early").isEqualTo(2);

    clock.pass(Duration.ofDays(1));
    passing.forget();

    assertThat(families.count(cafe, "contact") + families.count(cafe, "link")).isZero();
    assertThat(
            families
                .jdbc
                .sql(
                    "select families || ' ' || adults || ' ' || children from signups.slot"
                        + " where event = :event")
                .param("event", cafe.event().id().value())
                .query(String.class)
                .single())
        .isEqualTo("2 3 2");
  }

  @Test
  void anAddressThatWasMistypedIsMendedAndTheFirstLettersLinkLeadsNowhere() throws Exception {
    Cafe cafe = families.aCafeOf(1);
    String secret = families.held(families.take(cafe, Signup.Aim.SEAT, 1));
    families.send(secret, "Aino", cafe.mail("ainp"), Signup.Aim.SEAT);
    OwnSignups.Key.ByLink wrong = families.link(cafe, "ainp");

    families.forms.again(secret, new EmailAddress(cafe.mail("aino")));

    assertThat(families.own.confirm(Caller.visitor(), wrong))
        .isInstanceOf(OwnSignups.Became.NotGood.class);
    assertThat(families.confirm(cafe, "aino")).isInstanceOf(OwnSignups.Became.Done.class);
    assertThat(families.state(cafe, "aino")).isEqualTo(State.CONFIRMED);
    assertThat(families.forms.again(secret, new EmailAddress(cafe.mail("muu"))))
        .as("what is confirmed is nobody else's any more")
        .isInstanceOf(SignupForms.Submitted.Over.class);
  }

  @Test
  void theSameLetterIsSentAgainAFewTimesAndNotWithoutEnd() throws Exception {
    Cafe cafe = families.aCafeOf(1);
    String secret = families.held(families.take(cafe, Signup.Aim.SEAT, 1));
    families.send(secret, "Aino", cafe.mail("aino"), Signup.Aim.SEAT);

    for (int i = 0; i < 12; i++) {
      families.forms.again(secret, new EmailAddress(cafe.mail("aino")));
    }

    assertThat(families.letterCount(cafe, "aino")).isEqualTo(5);
  }

  @Test
  void aMendedAddressThatHasSignedUpAlreadyIsToldSoByItsLetterAlone() throws Exception {
    Cafe cafe = families.aCafeOf(2);
    families.comes(cafe, "aino", 1);
    String secret = families.held(families.take(cafe, Signup.Aim.SEAT, 1));
    families.send(secret, "Aino", cafe.mail("ainp"), Signup.Aim.SEAT);

    assertThat(families.forms.again(secret, new EmailAddress(cafe.mail("aino"))))
        .as("the page says the same as of any address")
        .isInstanceOf(SignupForms.Submitted.Sent.class);
    assertThat(families.letters(cafe, "aino")).contains("on jo ilmoittauduttu");
  }

  @Test
  void confirmedTwiceAsByAPageLoadedAgainItIsConfirmed() throws Exception {
    Cafe cafe = families.aCafeOf(1);
    families.comes(cafe, "aino", 1);

    assertThat(families.confirm(cafe, "aino")).isInstanceOf(OwnSignups.Became.Done.class);
    assertThat(families.state(cafe, "aino")).isEqualTo(State.CONFIRMED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0, 3 | 0, 3",
        "'' | ''",
        "3 | 3",
        "8 kk ja 3 v | 0, 3",
        "18 kk | 1",
        "1.5 | 1",
        "1,5 v ja 4 v | 1, 4",
        "1,5 | 1, 5",
        "2 år och 5 år | 2, 5",
        "1 and 4 years | 1, 4",
        "Matti | !",
        "Matti 3 | !",
        "99 | !",
        "3,5,x | !"
      })
  void agesAreReadAsParentsWriteThemAndNamesAreRefused(String written, String read) {
    assertThat(
            Party.ages(written)
                .map(it -> String.join(", ", it.stream().map(String::valueOf).toList()))
                .orElse("!"))
        .isEqualTo(read);
  }
}
