package fi.rinnalla.networks;

import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.Race;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.families.Household;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/// Lumi takes a call about Aino's family; Tyyne and Kaisa are on duty.
@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class NetworksTests {
  private static final AreaCode HYVINKAA = AreaCode.municipality("106");
  private static final String CALL = "/fi/oma/luuri/puhelu";

  @Autowired Outbox outbox;
  @Autowired Household household;
  @Autowired NetworkRows rows;
  @Autowired DutyRows duties;
  @Autowired NetworkBelongings belongings;
  @Autowired Networks networks;
  @Autowired NetworkPassing passing;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Caller lumi;
  private Caller tyyne;
  private Caller kaisa;
  private Caller aino;
  private String form;

  @BeforeEach
  void people() {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    form = UUID.randomUUID().toString();
    aino = household.someone("Aino");
    Caller worker = household.someone("Lumi");
    lumi =
        Viewer.house(() -> {
          people.give(worker.person().id(), Role.LUURI_WORKER, null, HYVINKAA, null);
          return people.caller(worker.person().id(), Level.STRONG).orElseThrow();
        });
    house.step(() -> jdbc.sql("delete from networks.duty").update());
    tyyne = onDuty(Function.FAMILY_WORK);
    kaisa = onDuty(Function.PUPIL_WELFARE);
  }

  private Caller onDuty(Function function) {
    Organization organization = household.anOrganization();
    Caller worker = household.worker(organization);
    house.step(() -> {
      duties.put(
          new Duty(UUID.randomUUID(), organization.id(), function, HYVINKAA, worker.person().id()),
          clock.instant());
      return worker;
    });
    return worker;
  }

  private MockHttpServletRequestBuilder call() {
    return post(CALL)
        .param("act", "assemble")
        .param("id", form)
        .param("area", "hyvinkaa")
        .param("said", "oral_attested")
        .param("function", "family_work", "pupil_welfare", "substance")
        .param("name", "Aino")
        .param("email", String.valueOf(aino.person().email()))
        .param("lang", "fi")
        .param("phone", "040 7654321")
        .param("time_1", "2027-01-11T14:00")
        .param("caller", "opettaja-" + form + "@koulu.example")
        .param("began", String.valueOf(GivenClock.NOW.getEpochSecond()));
  }

  private Network assembled() throws Exception {
    clock.pass(Duration.ofMinutes(7));
    assertThat(here.ask(lumi, call()).getRedirectedUrl())
        .isEqualTo("/fi/oma/luuri?done=assembled&missing=substance");
    return found();
  }

  private Network found() {
    return house.step(() -> rows.of(aino.person().id())).getFirst();
  }

  private Member member(Caller one) {
    return found().members().stream()
        .filter(it -> it.person().equals(one.person().id()))
        .findFirst()
        .orElseThrow();
  }

  private String own(Caller one) {
    return "/fi/oma/verkostoissa/" + member(one).id();
  }

  private String seen(Caller one) throws Exception {
    return here.ask(one, get(own(one))).getContentAsString();
  }

  @Test
  void onePressAsksThoseWhoAreOnDutyAndLettersNameNobody() throws Exception {
    Network its = assembled();

    assertThat(its.members())
        .extracting(Member::function)
        .containsExactlyInAnyOrder(Function.FAMILY_WORK, Function.PUPIL_WELFARE);
    for (Caller one : List.of(aino, tyyne, kaisa)) {
      assertThat(household.letters(one))
          .as("one letter, and not one for each consent")
          .hasSize(1)
          .noneMatch(
              it -> it.contains("7654321") || it.contains("Aino ") || it.contains("family_work"));
    }
  }

  @Test
  void twoPressesMakeOneNetwork() throws Exception {
    assembled();
    here.ask(lumi, call());

    assertThat(house.step(() -> rows.of(aino.person().id()))).hasSize(1);
    assertThat(household.letters(tyyne)).hasSize(1);
  }

  @Test
  void aMemberKnowsTheFamilyOnlyWhenItHasSeenTheMember() throws Exception {
    assembled();
    here.ask(tyyne, post(own(tyyne)).param("act", "join"));
    assertThat(seen(tyyne)).contains("ei ole vielä nähnyt").doesNotContain("7654321");

    assertThat(here.ask(aino, get("/fi/oma/verkostot/" + found().id())).getContentAsString())
        .contains("Perhetyö", "Oppilashuolto", "Poista verkostosta");

    assertThat(seen(tyyne)).contains("Aino", "040 7654321");
    assertThat(seen(kaisa)).as("hasn't joined").doesNotContain("7654321");
  }

  @Test
  void whomTheFamilyTakesOutFindsNothingAtAnyDoor() throws Exception {
    Network its = assembled();
    String link =
        household.letters(tyyne).getFirst().replaceAll("(?s).*(/fi/verkosto/[0-9a-f]{64}).*", "$1");
    String door = own(tyyne);
    here.ask(tyyne, post(door).param("act", "join"));
    here.ask(aino, get("/fi/oma/verkostot/" + its.id()));

    here.ask(
        aino,
        post("/fi/oma/verkostot/" + its.id())
            .param("act", "remove")
            .param("member", member(tyyne).id().toString()));

    assertThat(member(tyyne).state()).isEqualTo(Member.State.REMOVED_BY_FAMILY);
    assertThat(here.ask(tyyne, get(door)).getStatus()).isEqualTo(404);
    assertThat(here.ask(tyyne, post(door).param("act", "join")).getStatus()).isEqualTo(404);
    assertThat(here.ask(tyyne, get("/fi/oma/verkostoissa")).getContentAsString())
        .contains("Sinua ei ole pyydetty");
    assertThat(here.ask(Caller.visitor(), get(link)).getContentAsString())
        .contains("ei ole enää voimassa");
    assertThat(member(kaisa).isIn()).as("the others stay").isTrue();
  }

  @Test
  void theCallerSeesThatItWasAssembledAndNothingElse() throws Exception {
    Network its = assembled();
    String letter = outbox.letters("opettaja-" + form).getFirst();
    String link = letter.replaceAll("(?s).*(/fi/luuri/[0-9a-f]{64}).*", "$1");

    String page = here.ask(Caller.visitor(), get(link)).getContentAsString();
    assertThat(page)
        .contains("Verkosto on koottu")
        .doesNotContain("Aino", "Perhetyö", its.id().toString());

    here.ask(aino, post("/fi/oma/verkostot/" + its.id()).param("act", "dissolve"));
    assertThat(here.ask(Caller.visitor(), get(link)).getContentAsString())
        .as("nor that it is over")
        .contains("Verkosto on koottu");
  }

  @Test
  void whoEndsItIsKnownToNobody() throws Exception {
    Network its = assembled();
    here.ask(tyyne, post(own(tyyne)).param("act", "join"));
    here.ask(aino, post("/fi/oma/verkostot/" + its.id()).param("act", "dissolve"));

    assertThat(here.ask(tyyne, get("/fi/oma/verkostoissa")).getContentAsString())
        .contains("Sinua ei ole pyydetty");
    assertThat(found().contact() + found().name()).isEmpty();
  }

  @Test
  void withoutPermissionThereIsNoFieldForANameAndOnlyACountIsKept() throws Exception {
    String page = here.ask(lumi, get(CALL).param("permission", "no")).getContentAsString();
    assertThat(page)
        .contains("Kirjaa neuvonta")
        .doesNotContain("name=\"name\"", "name=\"email\"", "name=\"phone\"", "Kokoa verkosto");
    long before = networks();

    assertThat(
            here.ask(lumi, post(CALL).param("act", "advise").param("area", "hyvinkaa"))
                .getRedirectedUrl())
        .endsWith("?done=advised");

    assertThat(networks()).isEqualTo(before);
  }

  private long networks() {
    return house.step(
        () -> jdbc.sql("select count(*) from networks.network").query(Long.class).single());
  }

  @Test
  void timesAreAnsweredByEachAndCountedForTheWorker() throws Exception {
    Network its = assembled();
    String time = its.meetings().keySet().iterator().next().toString();
    String link =
        household.letters(tyyne).getFirst().replaceAll("(?s).*(/fi/verkosto/[0-9a-f]{64}).*", "$1");

    assertThat(here.ask(Caller.visitor(), get(link)).getContentAsString())
        .doesNotContain("Aino", "7654321");
    here.ask(Caller.visitor(), post(link).param("act", "join").param("time", time));
    here.ask(aino, post("/fi/oma/verkostot/" + its.id()).param("act", "suits").param("time", time));

    assertThat(here.ask(lumi, get("/fi/oma/luuri")).getContentAsString())
        .contains("sopii 2:lle")
        .doesNotContain("7654321", "Aino");
  }

  @Test
  void minutesAreCountedInStepsAndSmallNumbersAreHidden() throws Exception {
    house.step(() -> jdbc.sql("delete from networks.tally").update());
    assembled();

    assertThat(
            house.step(() ->
                jdbc.sql("select detail from networks.tally where what = 'network'")
                    .query(String.class)
                    .single()))
        .isEqualTo("10");
    assertThat(here.ask(lumi, get("/fi/oma/luuri")).getContentAsString()).contains("alle 5");
    assertThat(Luuri.minutes(Duration.ofMinutes(4))).isEqualTo("5");
    assertThat(Luuri.minutes(Duration.ofHours(3))).isEqualTo("longer");
  }

  @Test
  void onlyTheOrganizationsOwnPeopleGoOnItsRoster() throws Exception {
    Organization organization = household.anOrganization();
    Caller editor = household.worker(organization);
    String roster = "/fi/oma/jarjesto/" + organization.id() + "/paivystys";
    var put =
        post(roster)
            .param("function", "parish")
            .param("where", "Hyvinkää")
            .param("person", editor.person().id().toString());

    assertThat(here.ask(editor, put).getRedirectedUrl()).endsWith("?done=true");
    assertThat(here.ask(editor, get(roster)).getContentAsString()).contains("Seurakunta");
    assertThat(
            here.ask(
                    editor,
                    post(roster)
                        .param("function", "parish")
                        .param("where", "Hyvinkää")
                        .param("person", aino.person().id().toString()))
                .getStatus())
        .isEqualTo(422);
    assertThat(here.ask(tyyne, get(roster)).getStatus()).isEqualTo(404);
  }

  @Test
  void anotherAreasWorkerAndAStrangerFindNothing() throws Exception {
    Network its = assembled();
    Caller eero = household.someone("Eero");

    assertThat(here.ask(eero, get("/fi/oma/verkostot/" + its.id())).getStatus()).isEqualTo(404);
    assertThat(here.ask(eero, get(own(tyyne))).getStatus()).isEqualTo(404);
    assertThat(here.ask(lumi, get("/fi/oma/verkostot/" + its.id())).getStatus()).isEqualTo(404);
    assertThat(here.ask(lumi, call().param("area", "")).getStatus()).isEqualTo(302);
    Caller elsewhere = household.someone("Lahja");
    Caller other =
        Viewer.house(() -> {
          people.give(
              elsewhere.person().id(), Role.LUURI_WORKER, null, AreaCode.municipality("091"), null);
          return people.caller(elsewhere.person().id(), Level.STRONG).orElseThrow();
        });
    assertThat(
            here.ask(other, post("/fi/oma/luuri").param("network", its.id().toString()))
                .getStatus())
        .isEqualTo(404);
  }

  @Test
  void whoeverLeavesIsForgottenAndANetworkWhoseTimeIsOutToo() throws Exception {
    Network its = assembled();
    assertThat(house.step(() -> belongings.of(aino.person().id())).get("networks")).hasSize(1);
    house.step(() -> {
      people.forget(tyyne.person().id());
      return its;
    });
    assertThat(found().members()).hasSize(1);

    clock.pass(Duration.ofDays(91));
    house.step(rows::forget);

    assertThat(house.step(() -> rows.find(its.id()))).isEmpty();
  }

  @Test
  void whatTellsOfAFamilyIsNotInTheRowsAsItWasWritten() throws Exception {
    Network its = assembled();

    assertThat(
            house.step(() ->
                jdbc.sql(
                        "select n::text || encode(n.contact, 'escape') from networks.network n where id = :id")
                    .param("id", its.id().value())
                    .query(String.class)
                    .single()))
        .doesNotContain("7654321", "Aino");
    assertThat(as(aino, () -> networks.of(aino))).hasSize(1);
  }

  @Test
  void whoeverIsSilentForTwoWorkingDaysIsMarkedAndTheNextOnDutyIsAskedWhenTheFamilyAgrees()
      throws Exception {
    Network its = assembled();
    here.ask(aino, get("/fi/oma/verkostot/" + its.id()));
    Member silent = member(tyyne);
    String former = own(tyyne);
    clock.set(GivenClock.NOW.plus(Duration.ofDays(1)));
    passing.pass();
    assertThat(member(tyyne).state()).as("there is a day left").isEqualTo(Member.State.INVITED);
    clock.pass(Duration.ofDays(1));
    int told = household.letters(lumi).size();

    passing.pass();
    passing.pass();

    assertThat(household.letters(lumi)).as("of both, once").hasSize(told + 1);
    assertThat(here.ask(lumi, get("/fi/oma/luuri")).getContentAsString())
        .contains("Ei ole vastannut", "Pyydä toista");
    assertThat(here.ask(lumi, replace(its, silent)).getContentAsString())
        .contains("miten perhe antoi luvan");
    assertThat(here.ask(lumi, replace(its, silent).param("said", "paper")).getContentAsString())
        .contains("Kukaan muu ei päivystä");

    Caller leo = onDuty(Function.FAMILY_WORK);
    int family = household.letters(aino).size();
    assertThat(here.ask(lumi, replace(its, silent).param("said", "paper")).getRedirectedUrl())
        .isEqualTo("/fi/oma/luuri?done=asked");

    assertThat(here.ask(tyyne, get(former)).getStatus()).isEqualTo(404);
    assertThat(household.letters(aino)).hasSize(family + 1);
    here.ask(leo, post(own(leo)).param("act", "join"));
    assertThat(seen(leo)).as("the family hasn't seen Leo yet").doesNotContain("7654321");
    assertThat(here.ask(aino, get("/fi/oma/verkostot/" + its.id())).getContentAsString())
        .doesNotContain("Tilalle pyydettiin");
    assertThat(seen(leo)).contains("7654321");
    assertThat(here.ask(lumi, replace(its, silent).param("said", "paper")).getStatus())
        .as("there is nobody to replace any more")
        .isEqualTo(422);
    assertThat(states("network_member")).contains("expired", "given", "given");
  }

  private List<String> states(String purpose) {
    return house.step(() ->
        jdbc.sql("select state from families.consent where person = :it and purpose = :purpose")
            .param("it", aino.person().id().value())
            .param("purpose", purpose)
            .query(String.class)
            .list());
  }

  private static MockHttpServletRequestBuilder replace(Network its, Member silent) {
    return post("/fi/oma/luuri")
        .param("act", "replace")
        .param("network", its.id().toString())
        .param("member", silent.id().toString());
  }

  @Test
  void whoeverIsAskedAndCannotComeMayBeReplacedAndTheirConsentEnds() throws Exception {
    Network its = assembled();
    here.ask(tyyne, post(own(tyyne)).param("act", "decline"));
    Member declined =
        found().members().stream().filter(Member::isMissing).findFirst().orElseThrow();
    onDuty(Function.FAMILY_WORK);

    assertThat(states("network_member")).containsExactlyInAnyOrder("expired", "given");
    assertThat(household.letters(lumi)).isNotEmpty();
    assertThat(
            here.ask(lumi, replace(its, declined).param("said", "oral_attested"))
                .getRedirectedUrl())
        .endsWith("done=asked");
  }

  @Test
  void aMeetingIsAgreedOnAndItsPlaceIsForThoseWhomTheFamilyHasSeen() throws Exception {
    Network its = assembled();
    String time = its.meetings().keySet().iterator().next().toString();
    here.ask(tyyne, post(own(tyyne)).param("act", "join"));
    assertThat(here.ask(lumi, agree(its).param("where", "Kotikuja 1")).getContentAsString())
        .contains("vasta tulossa", "Kotikuja 1");
    assertThat(here.ask(lumi, agree(its).param("other", "2020-01-01T10:00")).getStatus())
        .isEqualTo(422);
    int before = household.letters(aino).size();

    here.ask(lumi, agree(its).param("time", time).param("where", "Kotikuja 1"));

    assertThat(household.letters(aino)).hasSize(before + 1);
    assertThat(household.letters(kaisa))
        .as("hasn't joined")
        .noneMatch(it -> it.contains("sovittu"));
    assertThat(here.ask(lumi, get("/fi/oma/luuri")).getContentAsString())
        .contains("11.1.2027")
        .doesNotContain("Kotikuja");
    assertThat(seen(tyyne)).contains("11.1.2027").doesNotContain("Kotikuja");
    assertThat(seen(kaisa)).doesNotContain("Tapaaminen on sovittu");
    assertThat(here.ask(aino, get("/fi/oma/verkostot/" + its.id())).getContentAsString())
        .contains("Kotikuja 1");
    assertThat(seen(tyyne)).contains("Kotikuja 1");
    String file =
        here.ask(aino, get("/fi/oma/verkostot/" + its.id() + "/tapaaminen.ics"))
            .getContentAsString();
    assertThat(file).contains("20270111T120000Z", "PRIVATE").doesNotContain("Kotikuja");
    assertThat(here.ask(tyyne, get(own(tyyne) + "/tapaaminen.ics")).getStatus()).isEqualTo(200);
    assertThat(here.ask(kaisa, get(own(kaisa) + "/tapaaminen.ics")).getStatus()).isEqualTo(404);
    assertThat(
            house.step(() ->
                jdbc.sql("select n::text from networks.network n").query(String.class).list()))
        .noneMatch(it -> it.contains("Kotikuja"));
  }

  @Test
  void anAnswerThatComesWhileTheFamilyTakesAMemberOutBringsNobodyBack() throws Exception {
    for (int i = 0; i < 6; i++) {
      form = UUID.randomUUID().toString();
      clock.pass(Duration.ofDays(1));
      here.ask(lumi, call());
      Network its = found();
      UUID member = member(tyyne).id();

      Race.of(
          List.of(
              () -> as(aino, () -> networks.remove(aino, its.id(), member)),
              () -> answers(member)));

      assertThat(found().members())
          .filteredOn(it -> it.id().equals(member))
          .extracting(Member::state)
          .containsExactly(Member.State.REMOVED_BY_FAMILY);
    }
  }

  /// False also for whoever finds that they are out already.
  private boolean answers(UUID member) throws Exception {
    try {
      return as(tyyne, () -> networks.answer(tyyne, member, true, Set.of()));
    } catch (NoSuchRecord _) {
      return false;
    }
  }

  @Test
  void aCalendarThatIsFetchedShowsNobodyToAnybody() throws Exception {
    Network its = assembled();
    here.ask(tyyne, post(own(tyyne)).param("act", "join"));

    here.ask(aino, get("/fi/oma/verkostot/" + its.id() + "/tapaaminen.ics"));

    assertThat(seen(tyyne)).doesNotContain("7654321");
  }

  @Test
  void timesThatNoCalendarHasAreNoTimes() throws Exception {
    Network its = assembled();
    for (String time :
        List.of("+1000000000-12-31T23:59:59.999999999Z", "-999999999-01-01T00:00Z")) {
      assertThat(
              here.ask(
                      aino,
                      post("/fi/oma/verkostot/" + its.id())
                          .param("act", "suits")
                          .param("time", time))
                  .getStatus())
          .isEqualTo(302);
    }
    form = UUID.randomUUID().toString();
    assertThat(
            here.ask(lumi, call().param("time_2", "+999999999-12-31T23:59")).getContentAsString())
        .contains("vasta tulossa");
    assertThat(here.ask(lumi, call().param("began", "99999999999999999")).getStatus())
        .isLessThan(500);
  }

  @Test
  void aFewNetworksADayAreEnoughForOneAddress() throws Exception {
    for (int i = 0; i < 3; i++) {
      form = UUID.randomUUID().toString();
      assertThat(here.ask(lumi, call()).getStatus()).isEqualTo(302);
    }
    form = UUID.randomUUID().toString();

    assertThat(here.ask(lumi, call()).getContentAsString()).contains("jo useita verkostoja");
  }

  @Test
  void thoseWhoMeetAreRemindedTheDayBeforeOnce() throws Exception {
    Network its = assembled();
    String time = its.meetings().keySet().iterator().next().toString();
    here.ask(tyyne, post(own(tyyne)).param("act", "join"));
    here.ask(lumi, agree(its).param("time", time));
    clock.set(Instant.parse("2027-01-10T06:25:00Z"));
    int before = household.letters(tyyne).size();

    passing.pass();
    passing.pass();

    assertThat(household.letters(tyyne)).hasSize(before + 1);
    assertThat(household.letters(aino).getLast()).contains("huomisesta");
  }

  private static MockHttpServletRequestBuilder agree(Network its) {
    return post("/fi/oma/luuri").param("act", "agree").param("network", its.id().toString());
  }
}
