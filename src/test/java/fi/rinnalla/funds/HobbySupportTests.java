package fi.rinnalla.funds;

import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.Race;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.families.ConsentEnded;
import fi.rinnalla.families.Consents;
import fi.rinnalla.families.Household;
import fi.rinnalla.funds.HobbyApplication.Asked;
import fi.rinnalla.funds.HobbyApplication.Reason;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyDesk.Outcome;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class HobbySupportTests {
  @Autowired Fundraising raising;
  @Autowired Household household;
  @Autowired Funds funds;
  @Autowired HobbyApplications applications;
  @Autowired Recommendations recommendations;
  @Autowired HobbyDesk desk;
  @Autowired HobbyPayments payments;
  @Autowired HobbyKeeping keeping;
  @Autowired HobbyApplicationRows rows;
  @Autowired HobbyVoucherRows vouchers;
  @Autowired Consents consents;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired GivenClock.Settable clock;

  private Organization varikko;
  private Caller helmi;
  private Caller heikki;
  private Caller kerttu;
  private Caller father;

  @BeforeEach
  void people() {
    clock.set(GivenClock.NOW);
    varikko = household.anOrganization();
    helmi = raising.having("Helmi", varikko, Role.HOBBY_HANDLER);
    heikki = raising.having("Heikki", varikko, Role.HOBBY_HANDLER);
    kerttu = raising.having("Kerttu", varikko, Role.PROFESSIONAL);
    father = household.someone("Isto");
  }

  @Test
  void fromDraftToPaidAndTheBudgetFallsOnce() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 500);
    HobbyApplicationId ella = recommended(fund, "Ella", 180);

    assertThat(ask(helmi, fund, ella, Set.of(Asked.FEE_RECEIPT))).isEqualTo(Outcome.DONE);
    HobbyWords words = raising.words("Ella", 180);
    assertThat(as(father, () -> applications.answer(father, ella, words)))
        .as("the receipt's number is missing")
        .isInstanceOf(HobbyApplications.Sent.Faulty.class);
    as(father, () -> applications.answer(father, ella, words.with("Lasku 12")));
    assertThat(state(ella)).as("recommended already").isEqualTo(State.RECOMMENDED);
    assertThat(accept(helmi, fund, ella, 180)).isEqualTo(Outcome.DONE);

    assertThat(state(ella)).isEqualTo(State.VOUCHER_ISSUED);
    assertThat(raising.now(fund).committedCents()).isEqualTo(180_00);
    String serial = find(ella).serial();
    assertThat(payments.redeem(Caller.visitor(), serial, "A-17"))
        .isEqualTo(HobbyPayments.Outcome.DONE);
    assertThat(payments.redeem(Caller.visitor(), serial, "A-18"))
        .as("once")
        .isEqualTo(HobbyPayments.Outcome.NOT_GOOD);
    assertThat(pay(helmi, fund, ella)).as("who accepted doesn't pay").isEqualTo(Outcome.FOUR_EYES);
    assertThat(pay(heikki, fund, ella)).isEqualTo(Outcome.DONE);
    assertThat(state(ella)).isEqualTo(State.PAID);
    assertThat(raising.now(fund).committedCents()).isEqualTo(180_00);
  }

  @Test
  void whoeverRecommendsOrAppliesDoesNotDecide() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 500);
    Caller both = raising.having("Bo", varikko, Role.HOBBY_HANDLER, Role.PROFESSIONAL);
    HobbyApplicationId ella = raising.recommended(father, both, fund, raising.words("Ella", 180));
    HobbyApplicationId own = raising.recommended(both, kerttu, fund, raising.words("Onni", 100));

    assertThat(accept(both, fund, ella, 180)).isEqualTo(Outcome.FOUR_EYES);
    assertThat(reject(both, fund, ella)).isEqualTo(Outcome.FOUR_EYES);
    assertThat(accept(both, fund, own, 100)).isEqualTo(Outcome.FOUR_EYES);
    assertThat(state(ella)).isEqualTo(State.RECOMMENDED);
    assertThatThrownBy(() ->
            house.step(() ->
                jdbc.sql("update funds.application set decided_by = recommender where id = :id")
                    .param("id", ella.value())
                    .update()))
        .as("the database says the same")
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void nobodyRecommendsTheirOwnChildAndAWordIsSaidOnce() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 500);
    Caller mother = raising.having("Milla", varikko, Role.PROFESSIONAL);
    HobbyApplicationId id = raising.sent(mother, fund, raising.words("Otso", 50));
    String link = raising.link("kuraattori-otso@koulu.example");

    assertThat(say(mother, link)).isEqualTo(Recommendations.Outcome.OWN);
    assertThat(say(kerttu, link)).isEqualTo(Recommendations.Outcome.DONE);
    assertThat(say(kerttu, link)).isEqualTo(Recommendations.Outcome.NOT_NOW);
    Caller other = raising.having("Terttu", varikko, Role.PROFESSIONAL);
    assertThat(as(other, () -> recommendations.find(other, link)))
        .as("the link is used by somebody else")
        .isEmpty();
    assertThat(state(id)).isEqualTo(State.RECOMMENDED);
  }

  @Test
  void aWordIsOfOneChildOneHobbyAndOneSumAndElseItIsAskedForAgain() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 900);
    HobbyWords first = raising.words("Ella", 10);
    for (HobbyWords changed :
        List.of(
            raising.words("Onni", 10),
            raising.words("Ella", 300),
            with(first, "Ratsastus", first.recommender()),
            with(first, first.hobby(), "johtaja-" + fund + "@koulu.example"))) {
      HobbyApplicationId id = recommended(fund, "Ella", 10);
      ask(helmi, fund, id, Set.of(Asked.FEE_RECEIPT));

      as(father, () -> applications.answer(father, id, changed.with("Lasku 1")));

      assertThat(state(id)).isEqualTo(State.ADDITIONAL_INFORMATION_PROVIDED);
      assertThat(accept(helmi, fund, id, 10)).isEqualTo(Outcome.NOT_NOW);
      Caller other = raising.having("Terttu", varikko, Role.PROFESSIONAL);
      assertThat(say(other, raising.link(changed.recommender())))
          .isEqualTo(Recommendations.Outcome.DONE);
      assertThat(state(id)).isEqualTo(State.RECOMMENDED);
      as(father, () -> applications.withdraw(father, id));
    }
  }

  private static HobbyWords with(HobbyWords it, String hobby, String recommender) {
    return new HobbyWords(
        it.nickname(),
        it.year(),
        it.area(),
        it.club(),
        hobby,
        it.sum(),
        it.starts(),
        it.ends(),
        it.kind(),
        recommender,
        it.answer());
  }

  @Test
  void anotherRecommenderBeginsAnewAndWhoSpokeBeforeStillDoesNotDecide() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 500);
    Caller both = raising.having("Bo", varikko, Role.HOBBY_HANDLER, Role.PROFESSIONAL);
    HobbyWords words = raising.words("Otto", 100);
    HobbyApplicationId id = raising.sent(father, fund, words);
    String link = raising.link(words.recommender());
    as(both, () -> recommendations.say(both, link, HobbyApplication.Word.NOT_KNOWN));
    ask(helmi, fund, id, Set.of(Asked.RECOMMENDER));
    String another = "terveydenhoitaja-" + id + "@koulu.example";

    as(father, () -> applications.answer(father, id, with(words, words.hobby(), another)));

    assertThat(say(kerttu, raising.link(another))).isEqualTo(Recommendations.Outcome.DONE);
    assertThat(accept(both, fund, id, 100)).isEqualTo(Outcome.FOUR_EYES);
    assertThat(accept(helmi, fund, id, 100)).isEqualTo(Outcome.DONE);
  }

  @Test
  void soManyAreSentADayForEachWritesToSomebody() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 500);
    for (int i = 0; i < 6; i++) {
      HobbyApplicationId id = raising.sent(father, fund, raising.words("Ella", 10));
      as(father, () -> applications.withdraw(father, id));
    }
    HobbyApplicationId one =
        as(father, () -> applications.begin(father, raising.round(fund))).orElseThrow();

    assertThat(as(father, () -> applications.send(father, one, raising.words("Ella", 10))))
        .isInstanceOf(HobbyApplications.Sent.TooMany.class);
    assertThat(state(one)).isEqualTo(State.DRAFT);
  }

  @Test
  void whoeverTakesTheConsentBackIsKnownToNoRecommenderAndNoClub() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 500);
    HobbyApplicationId ella = recommended(fund, "Ella", 180);
    accept(helmi, fund, ella, 180);
    String serial = find(ella).serial();
    payments.redeem(Caller.visitor(), serial, "A-17");
    pay(heikki, fund, ella);
    assertThat(as(kerttu, () -> recommendations.of(kerttu))).isNotEmpty();
    assertThat(payments.find(Caller.visitor(), serial).orElseThrow().name()).isEqualTo("Ella");

    assertThat(as(father, () -> applications.withdraw(father, ella))).isTrue();

    assertThat(as(kerttu, () -> recommendations.of(kerttu))).isEmpty();
    assertThat(payments.find(Caller.visitor(), serial).orElseThrow().name()).isEmpty();
  }

  @Test
  void withoutARecommendationNothingIsAccepted() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 500);
    HobbyApplicationId id = raising.sent(father, fund, raising.words("Ella", 100));

    assertThat(accept(helmi, fund, id, 100)).isEqualTo(Outcome.NOT_NOW);
    assertThat(reject(helmi, fund, id)).isEqualTo(Outcome.DONE);
    assertThat(state(id)).isEqualTo(State.REJECTED);
  }

  @Test
  void twoHandlersAtOnceDoNotPromiseMoreThanThereIs() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 150);
    HobbyApplicationId ella = recommended(fund, "Ella", 100);
    HobbyApplicationId onni = recommended(fund, "Onni", 100);
    Callable<Outcome> one = () -> accept(helmi, fund, ella, 100);
    Callable<Outcome> other = () -> accept(heikki, fund, onni, 100);

    List<Outcome> outcomes = Race.of(List.of(one, other));

    assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.WAITLISTED);
    assertThat(raising.now(fund).committedCents()).isEqualTo(100_00);
    assertThat(raising.now(fund).refusedCents()).isEqualTo(100_00);
  }

  @Test
  void moneyIsOfferedInTheOrderOfTheQueue() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 100);
    HobbyApplicationId first = recommended(fund, "Ella", 100);
    HobbyApplicationId second = recommended(fund, "Onni", 200);
    HobbyApplicationId third = recommended(fund, "Aamu", 50);
    for (HobbyApplicationId id : List.of(first, second, third)) {
      accept(helmi, fund, id, Objects.requireNonNull(find(id).terms()).cents() / 100);
    }
    assertThat(states(first, second, third))
        .containsExactly(State.VOUCHER_ISSUED, State.WAITLISTED, State.WAITLISTED);
    assertThat(raising.now(fund).refusedCents()).isEqualTo(250_00);

    topUp(fund, 60);
    assertThat(states(second, third))
        .as("the third would fit, and doesn't overtake")
        .containsExactly(State.WAITLISTED, State.WAITLISTED);

    topUp(fund, 200);
    assertThat(states(second, third)).containsExactly(State.VOUCHER_ISSUED, State.VOUCHER_ISSUED);
    assertThat(raising.now(fund).refusedCents()).isZero();
    assertThat(raising.now(fund).committedCents()).isEqualTo(350_00);
  }

  @Test
  void aChildGetsNoMoreInAYearThanTheFundSays() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 1000);
    HobbyApplicationId first = recommended(fund, "Ella", 200);
    HobbyApplicationId second = recommended(fund, "Ella", 200);
    accept(helmi, fund, first, 200);

    assertThat(accept(helmi, fund, second, 200)).isEqualTo(Outcome.OVER_MOST);
    assertThat(accept(helmi, fund, second, 100)).isEqualTo(Outcome.DONE);
  }

  @Test
  void aConsentTakenBackEndsTheHandlingInTheSameMomentAndFreesTheMoney() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 100);
    HobbyApplicationId ella = recommended(fund, "Ella", 100);
    HobbyApplicationId onni = recommended(fund, "Onni", 100);
    HobbyApplicationId aamu = recommended(fund, "Aamu", 50);
    accept(helmi, fund, ella, 100);
    accept(helmi, fund, onni, 100);

    takeBack(aamu);
    assertThat(find(aamu).state()).isEqualTo(State.WITHDRAWN);
    assertThat(find(aamu).words()).isEqualTo(HobbyWords.NONE);

    takeBack(ella);
    assertThat(states(ella, onni)).containsExactly(State.RETURNED, State.VOUCHER_ISSUED);
    assertThat(raising.now(fund).committedCents()).isEqualTo(100_00);
    assertThat(as(helmi, () -> desk.find(helmi, varikko.id(), fund, ella)).it().words())
        .as("nothing of the child is seen without the consent")
        .isEqualTo(HobbyWords.NONE);
  }

  @Test
  void aConsentWhoseTimeIsOutEndsWhatIsNotDecidedAndNoPromise() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 100);
    HobbyApplicationId ella = recommended(fund, "Ella", 100);
    HobbyApplicationId onni = recommended(fund, "Onni", 100);
    accept(helmi, fund, ella, 100);
    accept(helmi, fund, onni, 100);
    payments.redeem(Caller.visitor(), find(ella).serial(), "1");

    clock.pass(Duration.ofDays(185));
    for (HobbyApplicationId id : List.of(ella, onni)) {
      house.step(() ->
          jdbc.sql("update families.consent set state = 'expired' where matter = :id")
              .param("id", id.value())
              .update());
      var ended = new ConsentEnded(consents.about(id.value()).getFirst().id());
      keeping.end(ended);
    }

    assertThat(states(ella, onni)).containsExactly(State.REDEEMED, State.WITHDRAWN);
    assertThat(raising.now(fund).refusedCents()).isZero();
  }

  @Test
  void withdrawingTakesTheConsentBackToo() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 100);
    HobbyApplicationId id = recommended(fund, "Ella", 100);

    assertThat(as(father, () -> applications.withdraw(father, id))).isTrue();

    assertThat(state(id)).isEqualTo(State.WITHDRAWN);
    assertThat(consents.about(id.value())).noneMatch(it -> it.isGiven(clock.instant()));
    assertThat(as(father, () -> applications.withdraw(father, id))).isFalse();
  }

  @Test
  void aVoucherRunsOutAfterAWarningAndItsMoneyGoesToTheNext() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 100);
    HobbyApplicationId ella = recommended(fund, "Ella", 100);
    HobbyApplicationId onni = recommended(fund, "Onni", 100);
    accept(helmi, fund, ella, 100);
    accept(helmi, fund, onni, 100);
    int before = household.letters(father).size();

    clock.pass(Duration.ofDays(77));
    keeping.pass();
    keeping.pass();
    assertThat(household.letters(father)).as("warned once").hasSize(before + 1);

    clock.pass(Duration.ofDays(14));
    keeping.pass();
    assertThat(states(ella, onni)).containsExactly(State.EXPIRED, State.VOUCHER_ISSUED);
    assertThat(raising.now(fund).committedCents()).isEqualTo(100_00);
  }

  @Test
  void whenTheTermIsOverItIsAskedOnceWhetherTheChildGoesOn() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 100);
    HobbyApplicationId ella = recommended(fund, "Ella", 100);
    accept(helmi, fund, ella, 100);
    assertThat(as(helmi, () -> funds.get(helmi, varikko.id(), fund)).figures().committed())
        .as("what was granted to one child")
        .isEmpty();
    payments.redeem(Caller.visitor(), find(ella).serial(), "1");
    pay(heikki, fund, ella);
    assertThat(as(father, () -> applications.goesOn(father, ella, true))).as("too early").isFalse();
    int before = household.letters(father).size();

    clock.pass(Duration.ofDays(161));
    keeping.pass();
    keeping.pass();

    assertThat(household.letters(father)).hasSize(before + 1);
    assertThat(as(father, () -> applications.goesOn(father, ella, true))).isTrue();
    assertThat(as(helmi, () -> funds.get(helmi, varikko.id(), fund)).figures().goOn().number())
        .isOne();
  }

  @Test
  void whatIsNotNeededAnyMoreGoesAndTheBooksStayWithoutTheChild() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 500);
    HobbyApplicationId rejected = recommended(fund, "Onni", 100);
    HobbyApplicationId paid = recommended(fund, "Ella", 100);
    reject(helmi, fund, rejected);
    accept(helmi, fund, paid, 100);
    payments.redeem(Caller.visitor(), find(paid).serial(), "1");
    pay(heikki, fund, paid);

    clock.pass(Duration.ofDays(185));
    keeping.pass();
    assertThat(house.step(() -> rows.find(rejected))).isEmpty();
    assertThat(house.step(() -> rows.find(paid))).isPresent();

    clock.pass(Duration.ofDays(345));
    keeping.pass();
    assertThat(house.step(() -> rows.find(paid))).isEmpty();
    assertThat(house.step(() -> vouchers.of(fund)))
        .singleElement()
        .satisfies(it -> assertThat(it.invoice()).isEqualTo("1"));

    clock.pass(Duration.ofDays(365 * 4));
    keeping.pass();
    assertThat(house.step(() -> vouchers.of(fund))).hasSize(1);
    clock.pass(Duration.ofDays(365));
    keeping.pass();
    assertThat(house.step(() -> vouchers.of(fund))).isEmpty();
  }

  @Test
  void ofWhoeverLeavesNothingStaysAndTheirMoneyGoesToTheNext() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 100);
    Caller other = household.someone("Olli");
    HobbyApplicationId ella = recommended(fund, "Ella", 100);
    HobbyApplicationId onni = raising.recommended(other, kerttu, fund, raising.words("Onni", 100));
    accept(helmi, fund, ella, 100);
    accept(helmi, fund, onni, 100);

    Viewer.house(() -> {
      people.forget(father.person().id());
      return father;
    });

    assertThat(house.step(() -> rows.find(ella))).isEmpty();
    assertThat(state(onni)).isEqualTo(State.VOUCHER_ISSUED);
  }

  @Test
  void lettersSayNothingOfTheMatterAndHandlersHearWhenMuchIsUsed() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 200);
    HobbyApplicationId ella = recommended(fund, "Ella", 180);
    accept(helmi, fund, ella, 180);

    assertThat(household.letters(father)).isNotEmpty();
    assertThat(household.letters(father).getLast())
        .contains("Sinulla on uusi viesti")
        .doesNotContain("Ella", "Jalkapallo", "180");
    assertThat(household.letters(heikki)).singleElement().asString().contains("80 prosenttia");
  }

  @Test
  void oneSeesOnesOwnAndAnotherOrganizationsHandlerNothing() throws Exception {
    FundId fund = raising.fund(helmi, varikko, 200);
    HobbyApplicationId ella = recommended(fund, "Ella", 180);
    Organization next = household.anOrganization();
    Caller stranger = raising.having("Sulo", next, Role.HOBBY_HANDLER);
    Caller other = household.someone("Olli");

    assertThat(as(other, () -> applications.find(other, ella))).isEmpty();
    assertThatThrownBy(() -> as(stranger, () -> desk.find(stranger, varikko.id(), fund, ella)))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> as(stranger, () -> desk.find(stranger, next.id(), fund, ella)))
        .isInstanceOf(NoSuchRecord.class);
    String count = "select count(*) from funds.application";
    assertThat(as(other, () -> count(count))).as("the second wall").isZero();
    assertThat(as(helmi, () -> count(count))).isZero();
    assertThat(as(father, () -> count(count))).isOne();
    assertThat(as(father, () -> count("select count(*) from funds.voucher"))).isZero();
    assertThat(
            house.step(() ->
                jdbc.sql("select t::text from funds.application t where id = :id")
                    .param("id", ella.value())
                    .query(String.class)
                    .single()))
        .doesNotContain("Ella", "Jalkapallo", "2014");
  }

  private int count(String sql) {
    return Objects.requireNonNull(
        transaction.execute(_ -> jdbc.sql(sql).query(Integer.class).single()));
  }

  private HobbyApplicationId recommended(FundId fund, String child, int euros) throws Exception {
    return raising.recommended(father, kerttu, fund, raising.words(child, euros));
  }

  private Outcome ask(Caller by, FundId fund, HobbyApplicationId id, Set<Asked> asked)
      throws Exception {
    return as(by, () -> desk.ask(by, varikko.id(), fund, id, asked));
  }

  private Outcome accept(Caller by, FundId fund, HobbyApplicationId id, int euros)
      throws Exception {
    return as(by, () -> desk.accept(by, varikko.id(), fund, id, euros * 100));
  }

  private Outcome reject(Caller by, FundId fund, HobbyApplicationId id) throws Exception {
    return as(by, () -> desk.reject(by, varikko.id(), fund, id, Reason.NOT_IN_TERMS));
  }

  private Outcome pay(Caller by, FundId fund, HobbyApplicationId id) throws Exception {
    return as(by, () -> desk.pay(by, varikko.id(), fund, id));
  }

  private void topUp(FundId fund, int euros) throws Exception {
    as(
        helmi,
        () -> {
          funds.topUp(helmi, varikko.id(), fund, euros * 100);
          return fund;
        });
  }

  private Recommendations.Outcome say(Caller by, String key) throws Exception {
    return as(by, () -> recommendations.say(by, key, HobbyApplication.Word.NEED_SEEN));
  }

  private void takeBack(HobbyApplicationId id) throws Exception {
    var consent =
        consents.about(id.value()).stream()
            .filter(it -> it.isGiven(clock.instant()))
            .findFirst()
            .orElseThrow();
    as(father, () -> consents.withdraw(father, new Consents.Key.Own(consent.id())));
  }

  private HobbyApplication find(HobbyApplicationId id) {
    return house.step(() -> rows.find(id)).orElseThrow();
  }

  private State state(HobbyApplicationId id) {
    return find(id).state();
  }

  private List<State> states(HobbyApplicationId... ids) {
    return List.of(ids).stream().map(this::state).toList();
  }
}
