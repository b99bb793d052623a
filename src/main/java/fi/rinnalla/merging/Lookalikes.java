package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What looks like a thing and is another: the same name in another town, a chain's next branch,
/// another help in the same house, the same café at another hour, the same hour in another library.
final class Lookalikes {
  private static final int HOURS_LATER = 4;
  private static final double NEXT_DISTRICT = 1800;

  private Lookalikes() {}

  static Told of(Told told, Random random) {
    return switch (told.kind()) {
      case ORGANIZATION -> inAnotherTown(told, random);
      case PLACE ->
          switch (random.nextInt(3)) {
            case 0 -> inAnotherTown(told, random);
            case 1 -> nextBranch(told, random);
            default -> inTheSameHouse(told);
          };
      case SERVICE ->
          switch (random.nextInt(3)) {
            case 0 -> inAnotherTown(told, random);
            case 1 -> nextBranch(told, random);
            default -> inTheSameHouse(told);
          };
      case EVENT ->
          switch (random.nextInt(4)) {
            case 0 -> inAnotherTown(told, random);
            case 1 -> elsewhereAtTheSameHour(told, random);
            case 2 -> atAnotherHour(told);
            default -> inTheSameHouse(told);
          };
    };
  }

  private static Told inAnotherTown(Told told, Random random) {
    PlantedTowns.Town town = PlantedTowns.any(random);
    while (town.code().equals(told.town())) {
      town = PlantedTowns.any(random);
    }
    Position position =
        told.position() == null ? null : PlantedTowns.around(town.centre(), random, NEXT_DISTRICT);
    return changed(
        told,
        told.names(),
        told.kind() == Kind.EVENT ? told.venues() : List.of(),
        List.of(Text.fi(PlantedTowns.street(random))),
        position,
        town,
        told.times());
  }

  /// The same organizer's, called by its own district, a walk away.
  private static Told nextBranch(Told told, Random random) {
    String name = String.valueOf(told.names().getFirst().fi());
    String branch = PlantedTowns.district(random).of() + name.substring(name.indexOf(' '));
    Position from = Objects.requireNonNull(told.position());
    return changed(
        told,
        List.of(Text.fi(branch)),
        List.of(),
        List.of(Text.fi(PlantedTowns.street(random))),
        PlantedTowns.around(from, random, NEXT_DISTRICT),
        null,
        told.times());
  }

  private static Told inTheSameHouse(Told told) {
    String name =
        switch (told.kind()) {
          case PLACE -> "Hammashoitola Hymy";
          case SERVICE -> "Velkaneuvonta";
          default -> "Senioreiden bingo";
        };
    return changed(
        told,
        List.of(Text.fi(name)),
        told.venues(),
        told.streets(),
        told.position(),
        null,
        told.times());
  }

  private static Told elsewhereAtTheSameHour(Told told, Random random) {
    Position from = Objects.requireNonNull(told.position());
    Position there = new Position(from.lat() + 0.018, from.lon() + 0.01);
    return changed(
        told,
        told.names(),
        List.of(Text.fi(PlantedTowns.district(random).of() + " kirjasto")),
        List.of(Text.fi(PlantedTowns.street(random))),
        there,
        null,
        told.times());
  }

  private static Told atAnotherHour(Told told) {
    Duration later = Duration.ofHours(HOURS_LATER);
    return changed(
        told,
        told.names(),
        told.venues(),
        told.streets(),
        told.position(),
        null,
        told.times().stream()
            .map(it -> new Told.Time(it.start().plus(later), it.end().plus(later)))
            .toList());
  }

  private static Told changed(
      Told told,
      List<Text> names,
      List<Text> venues,
      List<Text> streets,
      @Nullable Position position,
      PlantedTowns.@Nullable Town town,
      List<Told.Time> times) {
    return new Told(
        told.kind(),
        UuidV5.of("planted-lookalike", told.kind().code(), told.id().toString()),
        "national",
        names,
        List.of(),
        List.of(),
        List.of(),
        told.organizers(),
        venues,
        told.kind() == Kind.ORGANIZATION ? List.of() : streets,
        position,
        town == null ? told.town() : town.code(),
        told.prose(),
        times);
  }
}
