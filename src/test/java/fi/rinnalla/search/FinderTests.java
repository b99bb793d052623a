package fi.rinnalla.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Articles;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// What a parent types, and what comes first.
@HouseTest
// A town of its own: what other tests publish or let grow old would stand among the hits.
@TestPropertySource(properties = "rinnalla.test.town=finder")
class FinderTests {
  private static final Position TOWN_HALL = new Position(60.6310, 24.8580);

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Articles articles;
  @Autowired Finder finder;

  @BeforeEach
  void aSmallTown() {
    var mll = Listings.anAssociation("MLL Hyvinkää");
    var parish = Listings.anAssociation("Hyvinkään seurakunta");
    var library = Listings.aLibrary("Hyvinkään kirjasto", 60.6305, 24.8600);
    var farAway = Listings.aLibrary("Sveitsin leikkipuisto", 60.6600, 24.9000);
    var shelter = Listings.aShelter("Turvakoti");
    List.of(mll, parish, library, farAway, shelter).forEach(it -> directory.publish("t", it));
    var cafe = Listings.aFamilyCafe("Perhekahvila", mll);
    var peers =
        Listings.aService(
            "Vertaistukiryhmä eronneille", mll, "Tapaamisia eron jälkeen.", AgeRange.ANY);
    var swimming =
        Listings.aService("Vauvauinti", parish, "Uimaan vauvan kanssa.", AgeRange.of(0.25, 1));
    var safe = Listings.aService("Turvakotipalvelu", mll, "Suojaa väkivallalta.", AgeRange.ANY);
    List.of(cafe, peers, swimming, safe).forEach(it -> directory.publish("t", it));
    directory.publish("t", Listings.at(cafe, library));
    directory.publish("t", Listings.at(safe, shelter));
    calendar.publish("t", Events.held("Satuhetki", mll, library, Events.everyTuesday()));
    calendar.publish("t", Events.held("Muskari", parish, farAway, Events.everyMondayAfternoon()));
    articles.put(
        new Article(
            new UUID(0, 20261123),
            UUID.randomUUID(),
            Set.of(mll.id().value()),
            Set.of(AreaCode.municipality("106")),
            "coping",
            new Text("Miksi vauva itkee öisin?", "Varför gråter babyn?", "Why does my baby cry?"),
            new Text(
                "Pieni vauva itkee yöllä monesta syystä. Perhekahvilassa muutkin valvovat.",
                "Av många skäl.",
                "A baby cries for many reasons."),
            List.of(),
            Article.State.PUBLISHED,
            LocalDate.of(2026, 11, 20),
            GivenClock.NOW));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> finder.isReady() && finder.find(everything()).total() >= 9);
  }

  @ParameterizedTest
  @CsvSource({
    "kahvila, Perhekahvila",
    "perhekahvilassa, Perhekahvila",
    "perhekavila, Perhekahvila",
    "vertaistuki, Vertaistukiryhmä eronneille",
    "vertaistukea, Vertaistukiryhmä eronneille",
    "ero, Vertaistukiryhmä eronneille",
    "vauvojen uinti, Vauvauinti",
    "satuhetkiin, Satuhetki",
    "muskariin, Muskari",
    "kirjasto, Hyvinkään kirjasto",
    "vauva itkee yöllä, Miksi vauva itkee öisin?",
    "baby cries, Miksi vauva itkee öisin?",
    "öisin itkevä, Miksi vauva itkee öisin?",
  })
  void theFirstHitOf(String words, String title) {
    assertThat(titles(everything().withWords(words))).first().isEqualTo(title);
  }

  @Test
  void aLonelyParentFindsCompany() {
    assertThat(titles(everything().withWords("yksinäinen")))
        .contains("Perhekahvila", "Vertaistukiryhmä eronneille");
  }

  @Test
  void whatIsOnTodayIsWhatIsNotOverYet() {
    Instant now = GivenClock.NOW;
    Query today = everything().during(new Span(now, now.plus(Duration.ofHours(13))));

    assertThat(titles(today.of(Set.of(Kind.EVENT)))).containsExactly("Muskari");
    assertThat(
            titles(
                today
                    .of(Set.of(Kind.EVENT))
                    .during(
                        new Span(now.plus(Duration.ofHours(7)), now.plus(Duration.ofHours(13))))))
        .isEmpty();
  }

  @Test
  void whatNeverClosesComesAfterWhatHasItsTimeToday() {
    var county = Listings.anAssociation("Hyvinvointialue");
    var hospital = Listings.aLibrary("Sairaala", 60.6330, 24.8500);
    var clinic = Listings.aService("Päivystys", county, "Sairaan lapsen apu.", AgeRange.ANY);
    List.of(county, hospital, clinic).forEach(it -> directory.publish("t", it));
    directory.publish("t", Listings.dayAndNight(clinic, hospital));
    Instant now = GivenClock.NOW;
    Query today =
        everything().during(new Span(now, now.plus(Duration.ofHours(13)))).by(Query.Sort.TIME);
    await().atMost(Duration.ofSeconds(5)).until(() -> titles(today).contains("Päivystys"));

    assertThat(titles(today)).startsWith("Muskari").endsWith("Päivystys").hasSizeGreaterThan(2);
  }

  @Test
  void aSeriesStandsOnceWithItsNextTime() {
    Results.Hit hit = finder.find(everything().withWords("satuhetki")).hits().getFirst();

    assertThat(hit.next())
        .isEqualTo(
            new Span(Instant.parse("2026-11-24T07:30:00Z"), Instant.parse("2026-11-24T09:30:00Z")));
  }

  @Test
  void theNearestComesFirstWhenDistanceIsAsked() {
    Query near =
        everything()
            .in(new Query.Where.Near(TOWN_HALL, 10_000))
            .by(Query.Sort.DISTANCE)
            .of(Set.of(Kind.PLACE));

    List<Results.Hit> hits = finder.find(near).hits();
    assertThat(hits)
        .extracting(hit -> hit.card().title().fi())
        .containsExactly("Hyvinkään kirjasto", "Sveitsin leikkipuisto");
    assertThat(hits.getFirst().metres()).isBetween(100.0, 200.0);
  }

  @Test
  void aShelterIsFoundByWordButNeverByDistance() {
    assertThat(titles(everything().withWords("turvakoti"))).contains("Turvakotipalvelu");
    assertThat(titles(everything().in(new Query.Where.Near(TOWN_HALL, 50_000))))
        .doesNotContain("Turvakotipalvelu");
    assertThat(
            titles(
                everything().in(new Query.Where.In(List.of(AreaCode.municipality("106")), null))))
        .contains("Turvakotipalvelu");
  }

  @ParameterizedTest
  @CsvSource({"0.5, true", "1.5, true", "3.9, false"})
  void theChildsAgeDecides(double age, boolean swims) {
    Query query =
        new Query(
            "vauvauinti",
            new Query.Where.Anywhere(),
            null,
            age,
            false,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Query.Sort.RELEVANCE,
            GivenClock.NOW,
            1,
            20);

    assertThat(titles(query).contains("Vauvauinti")).isEqualTo(swims);
  }

  @Test
  void neighboursAreOfferedWhenThereIsNothingHere() {
    Query inRiihimaki =
        everything()
            .withWords("vauvauinti")
            .in(new Query.Where.In(List.of(AreaCode.municipality("694")), null));

    assertThat(finder.find(inRiihimaki).total()).isZero();
    assertThat(finder.neighbours(inRiihimaki))
        .extracting(it -> it.area().name().fi())
        .contains("Hyvinkää");
  }

  @Test
  void whatIsPublishedIsFoundWithinASecond() {
    var org = Listings.anAssociation("Pikaryhmä ry");
    directory.publish("t", org);
    directory.publish("t", Listings.aFamilyCafe("Taaperotreffit", org));

    await()
        .atMost(Duration.ofSeconds(1))
        .until(() -> finder.find(everything().withWords("taaperotreffit")).total() == 1);
  }

  @Test
  void wordsThatWereAskedBeforeFindWhatHasComeAndNotWhatHasGone() {
    Query asked = everything().withWords("keppihevoset");
    var org = Listings.anAssociation("Keppiseura ry");
    var stable = Listings.aFamilyCafe("Keppihevosten talli", org);
    assertThat(finder.find(asked).total()).isZero();

    directory.publish("t", org);
    directory.publish("t", stable);
    await().atMost(Duration.ofSeconds(5)).until(() -> finder.find(asked).total() == 1);

    directory.withdraw("t", RecordKind.SERVICE, List.of(stable.id().value()));
    await().atMost(Duration.ofSeconds(5)).until(() -> finder.find(asked).total() == 0);
  }

  @Test
  void theSameWordsFromAnotherSpotFindWhatIsNearThere() {
    Query muskari = everything().withWords("muskari");

    assertThat(finder.find(muskari.in(new Query.Where.Near(TOWN_HALL, 10_000))).total()).isOne();
    assertThat(
            finder
                .find(muskari.in(new Query.Where.Near(new Position(65.01, 25.47), 10_000)))
                .total())
        .isZero();
  }

  @Test
  void facetsCountWhatWasFound() {
    Results found = finder.find(everything());

    assertThat(found.facets().get(Results.Facet.KIND))
        .extracting(Results.Count::value)
        .contains("service", "event", "place");
  }

  private static Query everything() {
    return Query.all(GivenClock.NOW).page(1, 50);
  }

  private List<String> titles(Query query) {
    return finder.find(query).hits().stream().map(hit -> hit.card().title().fi()).toList();
  }
}
