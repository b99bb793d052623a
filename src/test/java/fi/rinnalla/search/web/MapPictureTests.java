package fi.rinnalla.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.web.MapPicture.Mark;
import fi.rinnalla.vocabulary.Position;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapPictureTests {
  private static final Query.Where ANYWHERE = new Query.Where.Anywhere();
  private static final Position HYVINKAA = new Position(60.6305, 24.8597);
  private static final Position RIIHIMAKI = new Position(60.7393, 24.7724);
  private static final Position OULU = new Position(65.0121, 25.4651);

  @Test
  void hitsThatWouldLieOnEachOtherAreOneSpotWithTheirNumber() {
    MapPicture picture = of(event(HYVINKAA), service(HYVINKAA), event(OULU));

    assertThat(picture.spots()).extracting(MapPicture.Spot::count).containsExactly(2, 1);
    assertThat(picture.spots().getLast().kind()).isEqualTo(Kind.EVENT);
  }

  @Test
  void everyHitIsCountedOnce() {
    Mark[] street =
        IntStream.range(0, 500)
            .mapToObj(it -> event(new Position(60.5 + it * 0.01, 24.8)))
            .toArray(Mark[]::new);

    assertThat(of(street).spots().stream().mapToInt(MapPicture.Spot::count).sum()).isEqualTo(500);
  }

  @Test
  void northIsUpAndEverySpotIsInside() {
    MapPicture picture = of(event(HYVINKAA), event(OULU));

    MapPicture.Point south = picture.spots().getFirst().at();
    MapPicture.Point north = picture.spots().getLast().at();
    assertThat(north.top()).isBetween(5.0, 15.0);
    assertThat(south.top()).isBetween(85.0, 95.0);
    assertThat(south.left()).isCloseTo(50, within(5.0));
  }

  @Test
  void theSquareIsCountedAsTheGroundIsDrawn() {
    // 60 N 25 E by the formulas of the web map (EPSG:3857), on a world 2^19 wide.
    MapPicture picture = of(event(new Position(60, 25)));

    assertThat(picture.left() + picture.side() / 2).isCloseTo(298_552.9, within(0.1));
    assertThat(picture.top() + picture.side() / 2).isCloseTo(152_253.0, within(0.1));
  }

  @Test
  void aSingleHitHasTheGroundAroundIt() {
    assertThat(of(event(HYVINKAA)).side()).isEqualTo(120);
    assertThat(of(event(HYVINKAA)).spots().getFirst().at()).isEqualTo(new MapPicture.Point(50, 50));
  }

  @Test
  void withoutHitsItShowsTheWholeCountry() {
    MapPicture picture = of();

    assertThat(picture.spots()).isEmpty();
    assertThat(picture.side()).isGreaterThan(20_000);
  }

  @Test
  void aSearchNearAPlaceShowsItsCircleAndWhatIsInside() {
    Query.Where near = new Query.Where.Near(HYVINKAA, 5000);
    MapPicture picture = MapPicture.of(List.of(event(HYVINKAA), event(OULU)), near, List.of());

    assertThat(picture.centre())
        .isNotNull()
        .extracting(it -> it.x() + " " + it.y())
        .isEqualTo("50.00% 50.00%");
    assertThat(picture.rings()).extracting(MapPicture.Ring::kilometres).containsExactly(1, 3, 5);
    assertThat(picture.rings().getLast().radius()).isCloseTo(50 / 1.05, within(0.1));
    assertThat(picture.spots()).as("Oulu is elsewhere").hasSize(1);
  }

  @Test
  void theBestKnownTownKeepsItsNameWhereTwoWouldLieOnEachOther() {
    MapPicture picture =
        MapPicture.of(
            List.of(event(HYVINKAA), event(OULU)),
            ANYWHERE,
            List.of(
                town("Oulu", OULU, 1),
                town("Hyvinkää", HYVINKAA, 1),
                town("Riihimäki", RIIHIMAKI, 1)));

    assertThat(picture.names())
        .extracting(MapPicture.Name::words)
        .containsExactly("Oulu", "Hyvinkää");
  }

  @Test
  void districtsAreNamedOnlyFromNear() {
    List<MapLabels.Label> district = List.of(town("Martti", HYVINKAA, 2));

    assertThat(MapPicture.of(List.of(event(HYVINKAA)), ANYWHERE, district).names()).hasSize(1);
    assertThat(MapPicture.of(List.of(event(HYVINKAA), event(OULU)), ANYWHERE, district).names())
        .isEmpty();
  }

  @Test
  void numbersAreWrittenAsBrowsersReadThem() {
    assertThat(new MapPicture.Point(12.345, 6).x()).isEqualTo("12.35%");
    assertThat(of(event(HYVINKAA)).viewBox()).matches("[0-9.]+ [0-9.]+ 120\\.0 120\\.0");
  }

  private static MapPicture of(Mark... marks) {
    return MapPicture.of(List.of(marks), ANYWHERE, List.of());
  }

  private static Mark event(Position at) {
    return new Mark(Kind.EVENT, at);
  }

  private static Mark service(Position at) {
    return new Mark(Kind.SERVICE, at);
  }

  private static MapLabels.Label town(String name, Position at, int rank) {
    return new MapLabels.Label(name, at.lat(), at.lon(), rank);
  }
}
