package fi.rinnalla.families;

import static fi.rinnalla.families.Household.asked;
import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.Race;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.families.Consent.Channel;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consent.State;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class ConsentsTests {
  @Autowired Household household;
  @Autowired Consents consents;
  @Autowired ConsentPassing passing;
  @Autowired ConsentRows rows;
  @Autowired Disclosure disclosure;
  @Autowired People people;
  @Autowired Messages messages;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization varikko;
  private Caller aino;
  private Caller tyyne;
  private final UUID matter = UUID.randomUUID();

  @BeforeEach
  void people() throws Exception {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    varikko = household.anOrganization();
    aino = household.someone("Aino");
    tyyne = household.worker(varikko);
    household.tells(aino);
  }

  @Test
  void nothingIsKnownBeforeTheAnswerAndOnlyWhatWasAskedAfterIt() throws Exception {
    Consent asked = ask();
    assertThat(disclosure.by(asked.id())).isEmpty();

    as(aino, () -> consents.decide(aino, new Consents.Key.Own(asked.id()), true));

    Disclosure.Known known = disclosure.by(asked.id()).orElseThrow();
    assertThat(known.name()).isEqualTo("Aino");
    assertThat(known.children()).hasSize(2);
    assertThat(known.municipality()).as("wasn't asked for").isNull();
    assertThat(known.postcode()).isEmpty();
  }

  @Test
  void aLettersLinkLeadsToYesAndNoAndTheLetterSaysNothingOfTheMatter() throws Exception {
    ask();
    String letter = household.letters(aino).getLast();
    assertThat(letter).doesNotContain("Varikko", "Tyyne", "Aino ");
    String link = "/fi/suostumus/" + household.secret(aino, "/fi/suostumus");

    String page = here.ask(Caller.visitor(), get(link)).getContentAsString();
    assertThat(page).contains("Varikko ry", "Annan luvan", "En anna lupaa", "lempinimet");
    assertThat(state()).as("to look is not to answer").isEqualTo(State.REQUESTED);

    here.ask(Caller.visitor(), post(link).param("act", "refuse"));

    assertThat(state()).isEqualTo(State.REFUSED);
    assertThat(here.ask(Caller.visitor(), post(link).param("act", "give")).getStatus())
        .as("what was said is said")
        .isEqualTo(422);
    assertThat(state()).isEqualTo(State.REFUSED);
  }

  @Test
  void whatWasSaidAloudHoldsAtOnceAndIsTakenBackByTheLettersLink() throws Exception {
    Consent said = attest(Channel.ORAL_ATTESTED);
    assertThat(disclosure.by(said.id())).isPresent();
    String link = "/fi/suostumus/" + household.secret(aino, "/fi/suostumus");

    here.ask(Caller.visitor(), post(link).param("act", "confirm"));
    assertThat(house.step(() -> rows.find(said.id())).orElseThrow().channel())
        .isEqualTo(Channel.IN_APP);

    here.ask(Caller.visitor(), post(link).param("act", "withdraw"));

    assertThat(state()).isEqualTo(State.WITHDRAWN);
    assertThat(disclosure.by(said.id())).isEmpty();
  }

  @Test
  void nobodyAnswersForAnother() throws Exception {
    Consent asked = ask();
    Caller eero = household.someone("Eero");

    var answered = as(eero, () -> consents.decide(eero, new Consents.Key.Own(asked.id()), true));

    assertThat(answered).isInstanceOf(Consents.Outcome.NotGood.class);
    assertThat(state()).isEqualTo(State.REQUESTED);
    assertThat(here.ask(eero, get("/fi/oma/suostumukset")).getContentAsString())
        .doesNotContain("Varikko");
  }

  @Test
  void aQuestionLapsesInTwoWeeksAndAConsentHoldsForHalfAYear() throws Exception {
    ask();
    clock.pass(Duration.ofDays(15));
    passing.pass();
    assertThat(state()).isEqualTo(State.LAPSED);

    Consent said = attest(Channel.PAPER);
    clock.pass(Duration.ofDays(180));
    assertThat(disclosure.by(said.id())).isPresent();
    clock.pass(Duration.ofDays(5));
    assertThat(disclosure.by(said.id())).as("also before the round has been").isEmpty();
    passing.pass();
    assertThat(house.step(() -> rows.find(said.id())).orElseThrow().state())
        .isEqualTo(State.EXPIRED);
  }

  @Test
  void aConsentThatEndedIsForgottenInTwoYears() throws Exception {
    Consent asked = ask();
    as(aino, () -> consents.decide(aino, new Consents.Key.Own(asked.id()), false));

    clock.pass(Duration.ofDays(732));
    passing.pass();

    assertThat(house.step(() -> rows.find(asked.id()))).isEmpty();
  }

  @Test
  void toAskForMoreMakesTheFormerOneOld() throws Exception {
    Consent first = attest(Channel.ORAL_ATTESTED);
    Consents.Asked more =
        new Consents.Asked(
            aino.person().id(),
            varikko.id(),
            Consent.Purpose.REFERRAL,
            Set.of(Disclosed.NAME, Disclosed.CHILDREN, Disclosed.WORDS),
            matter);

    as(tyyne, () -> consents.ask(tyyne, more));
    Consent same = as(tyyne, () -> consents.ask(tyyne, more));

    assertThat(house.step(() -> rows.find(first.id())).orElseThrow().state())
        .isEqualTo(State.SUPERSEDED);
    assertThat(same.state()).as("asked once").isEqualTo(State.REQUESTED);
    assertThat(household.letters(aino)).hasSize(2);
  }

  @Test
  void whoeverLeavesTakesTheirWordBack() throws Exception {
    Consent said = attest(Channel.ORAL_ATTESTED);

    Viewer.house(() -> {
      people.forget(aino.person().id());
      return aino;
    });

    assertThat(disclosure.by(said.id())).isEmpty();
    assertThat(house.step(() -> rows.find(said.id()))).isEmpty();
  }

  @Test
  void ofYesAndNoInTheSameMomentOneCounts() throws Exception {
    Consent asked = ask();
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      boolean yes = number % 2 == 0;
      var key = new Consents.Key.Own(asked.id());
      all.add(
          () -> as(aino, () -> consents.decide(aino, key, yes)) instanceof Consents.Outcome.Done);
    }
    List<Boolean> did = Race.of(all);

    assertThat(did).containsOnlyOnce(true);
  }

  @Test
  void theOrganizationSeesTheConsentThatNamesItWhileItHoldsEvenPastTheGate() throws Exception {
    Consent said = attest(Channel.ORAL_ATTESTED);
    Caller other = household.worker(household.anOrganization());

    assertThat(tyyne.viewer().run(this::seen)).isOne();
    assertThat(other.viewer().run(this::seen)).isZero();

    as(aino, () -> consents.withdraw(aino, new Consents.Key.Own(said.id())));

    assertThat(tyyne.viewer().run(this::seen)).isZero();
  }

  /// The words that people have agreed to stay as they were: a change is a new version.
  @ParameterizedTest
  @CsvSource({"1, fi, f7a193024397ab65", "1, sv, 89cf1df99d5baaa5", "1, en, c75b1efc4b7f5f75"})
  void theWordsOfAVersionNeverChange(int version, String lang, String digest) {
    List<String> words = new ArrayList<>();
    Lang its = Lang.find(lang).orElseThrow();
    String key = "consents.wording." + version + ".";
    Stream.of(Consent.Purpose.values())
        .forEach(it -> words.add(messages.say(its, key + it.code(), "N")));
    words.add(messages.say(its, key + "fields"));
    Stream.of(Disclosed.values())
        .forEach(it -> words.add(messages.say(its, key + "field." + it.code())));
    words.add(messages.say(its, key + "back"));

    assertThat(HexFormat.of().formatHex(Sha256.of(String.join("\n", words)), 0, 8))
        .isEqualTo(digest);
  }

  private int seen() {
    return transaction.execute(_ ->
        jdbc.sql("select count(*) from families.consent where matter = :matter")
            .param("matter", matter)
            .query(Integer.class)
            .single());
  }

  private Consent ask() throws Exception {
    return as(tyyne, () -> consents.ask(tyyne, asked(aino, varikko, matter)));
  }

  private Consent attest(Channel channel) throws Exception {
    return as(tyyne, () -> consents.attest(tyyne, asked(aino, varikko, matter), channel));
  }

  private State state() {
    return consents.about(matter).getLast().state();
  }
}
