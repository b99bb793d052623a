package fi.rinnalla.merging;

import static fi.rinnalla.merging.Kind.EVENT;
import static fi.rinnalla.merging.Kind.ORGANIZATION;
import static fi.rinnalla.merging.Kind.PLACE;
import static fi.rinnalla.merging.Kind.SERVICE;
import static fi.rinnalla.merging.Things.OULU;
import static fi.rinnalla.merging.Things.a;
import static fi.rinnalla.merging.Things.inEnglish;
import static fi.rinnalla.merging.Things.inSwedish;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.search.BaseForms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is the same told twice, and what only looks so.
class MatchingTests {
  private static final BaseForms FORMS = BaseForms.best();
  private static final PlantedTwins PLANTED = PlantedTwins.of(10_000);
  private static final List<Likeness> FOUND = find(PLANTED.records());

  private static List<Likeness> find(List<Told> told) {
    return new Matching(PlantedTowns.names(), FORMS).among(told);
  }

  /// Two among many others, as in a region, so that it is known which words are common.
  private static List<Likeness> between(Things one, Things other) {
    Told first = one.from("one").told();
    Told second = other.from("other").told();
    List<Told> all = new ArrayList<>(PLANTED.records().subList(0, 2000));
    all.add(first);
    all.add(second);
    return find(all).stream()
        .filter(it -> it.one().id().equals(first.id()) || it.other().id().equals(first.id()))
        .filter(it -> it.one().id().equals(second.id()) || it.other().id().equals(second.id()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void twinsOfEachKindAreFoundAndHardlyAnythingElse(Kind kind) {
    List<Likeness> found = FOUND.stream().filter(it -> it.one().kind() == kind).toList();
    long right =
        found.stream().filter(it -> PLANTED.twins().contains(PlantedTwins.Pair.of(it))).count();
    Set<UUID> ofKind =
        PLANTED.records().stream()
            .filter(it -> it.kind() == kind)
            .map(Told::id)
            .collect(Collectors.toSet());
    long planted = PLANTED.twins().stream().filter(it -> ofKind.contains(it.one())).count();

    assertThat(planted).isGreaterThan(50);
    assertThat((double) right / planted).as("recall").isGreaterThanOrEqualTo(0.95);
    assertThat((double) right / found.size()).as("precision").isGreaterThanOrEqualTo(0.9);
  }

  @Test
  @Tag("heavy")
  void aHundredThousandRecordsAreLookedThroughInAMinute() {
    PlantedTwins many = PlantedTwins.of(100_000);
    // By the processor's clock, for the one on the wall also counts what others do meanwhile.
    Duration before = processorTime();
    PlantedTwins.Score score = many.score(find(many.records()));

    assertThat(processorTime().minus(before)).isLessThan(Duration.ofSeconds(60));
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.9);
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  static Stream<Arguments> twins() {
    return Stream.of(
        Arguments.of(
            "an association by its short name",
            a(ORGANIZATION, "MLL Hyvinkään yhdistys ry"),
            a(ORGANIZATION, "Mannerheimin Lastensuojeluliiton Hyvinkään yhdistys")),
        Arguments.of(
            "a parish in both languages",
            a(ORGANIZATION, "Hyvinkään seurakunta"),
            inSwedish(ORGANIZATION, "Hyvinge församling")),
        Arguments.of(
            "the same business id under another name",
            a(ORGANIZATION, "Hyvinkään kaupunki").withId("0125866-0"),
            a(ORGANIZATION, "Kaupungin hyvinvointipalvelut").withId("0125866-0")),
        Arguments.of(
            "a parish house whose pin is across the street",
            a(PLACE, "Hyvinkään seurakuntatalo").at("Torikatu 5", 60.6305, 24.8600),
            a(PLACE, "Srk-talo, Hyvinkää").at("TORIK. 5 A", 60.6311, 24.8607)),
        Arguments.of(
            "a playground with a slip of the pen",
            a(PLACE, "Sveitsinpuiston leikkipuisto").at("Sveitsintie 2", 60.6400, 24.8700),
            a(PLACE, "Sveitsinpuiston leikkipusito").at("Sveitsintie 2", 60.6401, 24.8701)),
        Arguments.of(
            "a service told again by the county",
            a(SERVICE, "Perheneuvola").of("Hyvinkään kaupunki").answering("019 459 11"),
            a(SERVICE, "Perheneuvola, Hyvinkää")
                .of("Hyvinkään kaupunki")
                .answering("+358 1945911")),
        Arguments.of(
            "a house under the id that one system gave it",
            a(PLACE, "Kulttuuritalo Kulma").known("tprek:15321").at("Torikatu 5", 60.63, 24.86),
            a(PLACE, "Nuorten tila").known("tprek: 15321").at("Torikatu 5", 60.63, 24.86)),
        Arguments.of(
            "a story hour in two calendars, half an hour apart",
            a(EVENT, "Satutunti kirjastossa").at("Torikatu 5", 60.63, 24.86).onTuesdaysAt(8, 0),
            a(EVENT, "Satuhetki kirjastossa").at("Torikatu 5", 60.63, 24.86).onTuesdaysAt(8, 30)),
        Arguments.of(
            "a club of three days, of which another source tells one",
            a(EVENT, "Perhekerho, keskusta").at("Hämeenkatu 16", 60.634, 24.857).onThreeDaysAt(8),
            inSwedish(EVENT, "Familjeklubb i centrum")
                .at("Hämeenkatu 16", 60.634, 24.857)
                .onTuesdaysAt(8, 0)),
        Arguments.of(
            "a rhyme time whose babies stand in another form and place",
            a(EVENT, "Vauvojen lorutuokio").at("Torikatu 5", 60.63, 24.86).onTuesdaysAt(8, 0),
            a(EVENT, "Lorutuokio vauvoille").at("Torikatu 5", 60.63, 24.86).onTuesdaysAt(8, 0)),
        Arguments.of(
            "music for babies, put together or apart",
            a(EVENT, "Vauvamuskari Hakalassa").at("Torikatu 5", 60.63, 24.86).onTuesdaysAt(8, 0),
            a(EVENT, "Hakalan muskari vauvoille").onTuesdaysAt(8, 0)),
        Arguments.of(
            "gymnastics for families, in Swedish",
            inSwedish(EVENT, "Familjegymnastik i hallen")
                .at("Torikatu 5", 60.63, 24.86)
                .onTuesdaysAt(8, 0),
            inSwedish(EVENT, "Gymnastik för familjer, hallen")
                .at("Torikatu 5", 60.63, 24.86)
                .onTuesdaysAt(8, 0)),
        Arguments.of(
            "a club for dads, in English",
            inEnglish(EVENT, "Dads' club").at("Torikatu 5", 60.63, 24.86).onTuesdaysAt(8, 0),
            inEnglish(EVENT, "Club for fathers").at("Torikatu 5", 60.63, 24.86).onTuesdaysAt(8, 0)),
        Arguments.of(
            "a family café in Swedish",
            a(EVENT, "Perhekahvila").at("Kauppakatu 3", 60.632, 24.861).onTuesdaysAt(7, 30),
            inSwedish(EVENT, "Familjecafé")
                .at("Kauppakatu 3", 60.632, 24.861)
                .onTuesdaysAt(7, 30)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("twins")
  void theSameThingIsFound(String what, Things one, Things other) {
    assertThat(between(one, other)).as(what).hasSize(1);
  }

  static Stream<Arguments> lookalikes() {
    return Stream.of(
        Arguments.of(
            "branches of one association in two towns",
            a(ORGANIZATION, "MLL Hyvinkään yhdistys ry").answering("019 123 456"),
            a(ORGANIZATION, "MLL Oulun yhdistys ry").in(OULU).answering("019 123 456")),
        Arguments.of(
            "two business ids under one name",
            a(ORGANIZATION, "Hyvinkään perheyhdistys").withId("1234567-1"),
            a(ORGANIZATION, "Hyvinkään perheyhdistys").withId("7654321-7")),
        Arguments.of(
            "two villages that begin alike",
            a(PLACE, "Hiekkamäen päiväkoti").at("Mäkitie 1", 60.640, 24.870),
            a(PLACE, "Hiekkalahden päiväkoti").at("Lahtitie 1", 60.650, 24.880)),
        Arguments.of(
            "two systems' fifteens in one house",
            a(PLACE, "Kulttuuritalo Kulma").known("15").at("Torikatu 5", 60.63, 24.86),
            a(PLACE, "Nuorten tila").known("15").at("Torikatu 5", 60.63, 24.86)),
        Arguments.of(
            "the fifteenths of two systems that say whose they are",
            a(PLACE, "Kulttuuritalo Kulma").known("tprek:15").at("Torikatu 5", 60.63, 24.86),
            a(PLACE, "Nuorten tila").known("kirkanta:15").at("Torikatu 5", 60.63, 24.86)),
        Arguments.of(
            "a library and a clinic in one house",
            a(PLACE, "Hakalan kirjasto").at("Hakalankatu 4", 60.63, 24.86),
            a(PLACE, "Hakalan neuvola").at("Hakalankatu 4", 60.63, 24.86)),
        Arguments.of(
            "clubs with a number each",
            a(SERVICE, "Avoin perhekerho 1").of("Hyvinkään seurakunta"),
            a(SERVICE, "Avoin perhekerho 2").of("Hyvinkään seurakunta")),
        Arguments.of(
            "the same help of two organizers",
            a(SERVICE, "Perhekahvila").of("Hyvinkään seurakunta"),
            a(SERVICE, "Perhekahvila").of("Hyvinkään Martat ry")),
        Arguments.of(
            "one café in the morning and in the afternoon",
            a(EVENT, "Perhekahvila").at("Kauppakatu 3", 60.632, 24.861).onTuesdaysAt(7, 30),
            a(EVENT, "Perhekahvila").at("Kauppakatu 3", 60.632, 24.861).onTuesdaysAt(12, 0)),
        Arguments.of(
            "music for babies and for their big brothers, in one room at one hour",
            a(EVENT, "Vauvamuskari").at("Torikatu 5", 60.63, 24.86).onTuesdaysAt(8, 0),
            a(EVENT, "Taaperoiden temppujumppa").at("Torikatu 5", 60.63, 24.86).onTuesdaysAt(8, 0)),
        Arguments.of(
            "a story hour in each library at ten",
            a(EVENT, "Satutunti").at("Torikatu 5", 60.630, 24.860).onTuesdaysAt(8, 0),
            a(EVENT, "Satutunti").at("Hakalankatu 4", 60.645, 24.890).onTuesdaysAt(8, 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lookalikes")
  void whatOnlyLooksTheSameIsNot(String what, Things one, Things other) {
    assertThat(between(one, other)).as(what).isEmpty();
  }

  @Test
  void aSourceIsTrustedToKeepItsOwnApart() {
    Told one = a(ORGANIZATION, "Hyvinkään seurakunta").told();
    Told again = a(ORGANIZATION, "Hyvinkään seurakunta").told();

    assertThat(find(List.of(one, again))).isEmpty();
  }

  @Test
  void theReasonsAreToldTheWeightiestFirst() {
    Likeness found =
        between(
                a(PLACE, "Sveitsinpuiston leikkipuisto").at("Sveitsintie 2", 60.6400, 24.8700),
                a(PLACE, "Sveitsinpuiston leikkipusito").at("Sveitsintie 9", 60.6410, 24.8700))
            .getFirst();

    assertThat(found.reasons().stream().map(Likeness.Reason::message))
        .startsWith("merging.reason.name.alike")
        .contains("merging.reason.distance.far", "merging.reason.address.other");
    assertThat(found.reasons())
        .filteredOn(it -> it.clue() == Clue.DISTANCE)
        .extracting(Likeness.Reason::figure)
        .containsExactly(110L);
    assertThat(found.score()).isBetween(0.5, 1.0);
  }

  @Test
  void ofSeveralLikenessesToOneSourceTheBestIsKept() {
    Told cafe = a(SERVICE, "Hakalan perhekahvila").of("Hyvinkään seurakunta").told();
    Told same = a(SERVICE, "Hakalan perhekahvila").of("Hyvinkään seurakunta").from("b").told();
    Told nearly = a(SERVICE, "Perhekahvila").of("Hyvinkään seurakunta").from("b").told();

    assertThat(find(List.of(cafe, same, nearly)))
        .extracting(it -> it.other().id().equals(cafe.id()) ? it.one().id() : it.other().id())
        .containsExactly(same.id());
  }

  @Test
  void whereAllAreCalledAlikeTheWorkStillGrowsNoFasterThanTheRecords() {
    List<Told> all = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      all.add(a(SERVICE, "Perhekahvila").from("source " + i % 7).told());
    }
    TraitsMaker maker = new TraitsMaker(new Words(PlantedTowns.names(), FORMS), all);

    assertThat(Blocks.pairs(all.stream().map(maker::of).toList()))
        .hasSizeLessThan(all.size() * 100);
  }
}
