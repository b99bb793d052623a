package fi.rinnalla.funds;

import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.families.Household;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.funds.HobbyDrafts.Outcome;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A professional begins an application with a parent who has said yes (people.md, G1).
@HouseTest
class HobbyDraftsTests {
  @Autowired Fundraising raising;
  @Autowired Household household;
  @Autowired HobbyDrafts drafts;
  @Autowired HobbyApplications applications;
  @Autowired Recommendations recommendations;
  @Autowired HobbyApplicationRows rows;
  @Autowired Outbox outbox;
  @Autowired HouseWork house;
  @Autowired People people;
  @Autowired GivenClock.Settable clock;

  private Caller kerttu;
  private Caller father;
  private FundRoundId round;

  @BeforeEach
  void somebody() throws Exception {
    clock.set(GivenClock.NOW);
    Organization varikko = household.anOrganization();
    kerttu = raising.having("Kerttu", varikko, Role.PROFESSIONAL);
    father = household.someone("Isto");
    Caller helmi = raising.having("Helmi", varikko, Role.HOBBY_HANDLER);
    round = raising.round(raising.fund(helmi, varikko, 500));
  }

  @Test
  void theDraftIsTheParentsOwnAndNobodyElsesUntilItIsSent() throws Exception {
    HobbyWords words = raising.words("Ella", 180);
    assertThat(begin(words, true)).isInstanceOf(Outcome.Done.class);

    HobbyApplication draft = ofFather().getFirst();
    assertThat(draft.state()).isEqualTo(State.DRAFT);
    assertThat(outbox.letters(email(father)).getLast())
        .contains("/fi/oma/harrastustuki/" + draft.id())
        .doesNotContain("Ella", "Jalkapallo", "harrastushakemus");
    assertThat(as(kerttu, () -> recommendations.of(kerttu))).isEmpty();
    assertThat(as(kerttu, () -> recommendations.find(kerttu, draft.id().toString()))).isEmpty();
    assertThat(as(kerttu, () -> applications.find(kerttu, draft.id()))).isEmpty();

    assertThat(send(draft, draft.words())).isEqualTo(new HobbyApplications.Sent.Done(true));
    assertThat(ofFather().getFirst().state()).isEqualTo(State.RECOMMENDED);
    assertThat(as(kerttu, () -> recommendations.of(kerttu)))
        .extracting(HobbyApplication::id)
        .containsExactly(draft.id());
    assertThat(outbox.letters(email(kerttu))).as("nobody has to be asked").isEmpty();
  }

  @Test
  void aWordOfMoreMoneyOrAnotherChildIsAskedAgain() throws Exception {
    begin(raising.words("Ella", 180), true);
    HobbyApplication draft = ofFather().getFirst();
    HobbyWords more = raising.words("Ella", 250).by(email(kerttu));
    as(father, () -> applications.save(father, draft.id(), more));

    assertThat(send(draft, more)).isEqualTo(new HobbyApplications.Sent.Done(false));
    assertThat(ofFather().getFirst().state()).isEqualTo(State.SUBMITTED);
    assertThat(outbox.letters(email(kerttu))).hasSize(1);
  }

  @Test
  void aDraftWithoutAWordIsAskedOfWhoeverBeganIt() throws Exception {
    begin(raising.words("Ella", 180), false);
    HobbyApplication draft = ofFather().getFirst();

    assertThat(send(draft, draft.words())).isEqualTo(new HobbyApplications.Sent.Done(false));
    assertThat(as(kerttu, () -> recommendations.of(kerttu))).hasSize(1);
  }

  @Test
  void aNicknameAYearAndAHobbyAreEnough() throws Exception {
    HobbyWords few = new HobbyWords("Ella", "2014", "", "", "Uinti", "", "", "", "", "", "");

    assertThat(begin(few, true)).isInstanceOf(Outcome.Done.class);
    assertThat(ofFather()).hasSize(1);
  }

  @Test
  void nothingIsBegunWithoutAYesOrForOnesOwnChildOrWithoutAFund() throws Exception {
    assertThat(faults(new HobbyDrafts.Begun(null, "x", Lang.FI, HobbyWords.NONE, false, false)))
        .containsOnlyKeys("agreed", "round", "parent");
    assertThat(
            faults(
                new HobbyDrafts.Begun(
                    round, email(kerttu), Lang.FI, raising.words("Ella", 999), true, false)))
        .isEqualTo(Map.of("parent", "own_child", "sum", "most"));
    assertThat(
            faults(
                new HobbyDrafts.Begun(round, email(father), Lang.FI, HobbyWords.NONE, true, true)))
        .containsOnlyKeys("nickname", "year", "hobby");
    assertThat(ofFather()).isEmpty();
  }

  @Test
  void theSameChildIsBegunOnceAndNobodyLearnsWhoIsKnown() throws Exception {
    HobbyWords words = raising.words("Ella", 180);
    for (int i = 0; i < 3; i++) {
      assertThat(begin(words, true)).isInstanceOf(Outcome.Done.class);
    }

    assertThat(ofFather()).hasSize(1);
    assertThat(outbox.letters(email(father))).hasSize(1);
  }

  @Test
  void whoSignsInWithoutAnAddressIsNamedByName() throws Exception {
    UUID city = household.anOrganization().id().value();
    Caller tuula =
        Viewer.house(() -> {
          Person person =
              new Person(new PersonId(UUID.randomUUID()), "Tuula", null, Lang.FI, false);
          people.add(person);
          people.give(person.id(), Role.PROFESSIONAL, city, null, null);
          return people.caller(person.id(), Level.STRONG).orElseThrow();
        });
    for (boolean seen : new boolean[] {true, false}) {
      HobbyWords words = raising.words(seen ? "Ella" : "Onni", 100);
      var begun = new HobbyDrafts.Begun(round, email(father), Lang.FI, words, true, seen);
      assertThat(as(tuula, () -> drafts.begin(tuula, begun))).isInstanceOf(Outcome.Done.class);
    }

    for (HobbyApplication draft : ofFather()) {
      assertThat(draft.words().recommender()).isEqualTo("Tuula");
      assertThat(as(father, () -> applications.save(father, draft.id(), draft.words()))).isTrue();
      assertThat(send(draft, draft.words())).isInstanceOf(HobbyApplications.Sent.Done.class);
    }
    assertThat(as(tuula, () -> recommendations.of(tuula)))
        .extracting(HobbyApplication::state)
        .containsExactlyInAnyOrder(State.RECOMMENDED, State.SUBMITTED);
  }

  @Test
  void aWordThatCountsNoMoreIsAskedOfWhoeverSaidItAlsoWhenTheyHaveNoAddress() throws Exception {
    HobbyWords few = new HobbyWords("Ella", "2014", "", "", "Uinti", "", "", "", "", "", "");
    assertThat(begin(few, true)).isInstanceOf(Outcome.Done.class);
    HobbyApplication draft = ofFather().getFirst();
    HobbyWords whole = raising.words("Ella", 90).by("Kerttu");

    assertThat(send(draft, whole)).isEqualTo(new HobbyApplications.Sent.Done(false));

    assertThat(as(kerttu, () -> recommendations.of(kerttu)))
        .singleElement()
        .extracting(HobbyApplication::recommended)
        .isNull();
  }

  @Test
  void soManyADay() throws Exception {
    for (int i = 0; i < 20; i++) {
      String parent = "vanhempi-" + i + "@koti.example";
      HobbyWords words = raising.words("Ella", 100);
      var begun = new HobbyDrafts.Begun(round, parent, Lang.FI, words, true, true);
      assertThat(as(kerttu, () -> drafts.begin(kerttu, begun))).isInstanceOf(Outcome.Done.class);
    }

    assertThat(begin(raising.words("Ella", 100), true)).isInstanceOf(Outcome.TooMany.class);
  }

  private Outcome begin(HobbyWords words, boolean seen) throws Exception {
    var begun = new HobbyDrafts.Begun(round, email(father), Lang.FI, words, true, seen);
    return as(kerttu, () -> drafts.begin(kerttu, begun));
  }

  private Map<String, String> faults(HobbyDrafts.Begun begun) throws Exception {
    return as(kerttu, () -> drafts.begin(kerttu, begun))
            instanceof Outcome.Faulty(Map<String, String> faults)
        ? faults
        : Map.of();
  }

  private HobbyApplications.Sent send(HobbyApplication draft, HobbyWords words) throws Exception {
    return as(father, () -> applications.send(father, draft.id(), words));
  }

  private List<HobbyApplication> ofFather() {
    return house.step(() -> rows.of(father.person().id()));
  }

  private static String email(Caller somebody) {
    @Nullable String email = somebody.person().email();
    return Objects.requireNonNull(email);
  }
}
