package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a second source tells of a thing that a first one has told of: in another language, with a
/// slip of the pen, in another form and order, shorter, the pin on the other side of the street,
/// half an hour later, and without what it didn't know.
final class Retelling {
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final List<String> OTHER_SOURCES = List.of("national", "regional");

  private Retelling() {}

  /// @param otherwise the name in other forms and another order
  static Told of(Told told, Text otherwise, Random random) {
    return new Told(
        told.kind(),
        UuidV5.of("planted-again", told.kind().code(), told.id().toString()),
        OTHER_SOURCES.get(random.nextInt(OTHER_SOURCES.size())),
        told.names().stream().map(it -> name(it, otherwise, told, random)).toList(),
        sometimes(told.identifiers(), random),
        sometimes(told.phones(), random).stream().map(it -> "+358 " + it.substring(1)).toList(),
        sometimes(told.addressesOnWeb(), random).stream()
            .map(it -> it.replace("https://www.", "http://") + "/")
            .toList(),
        sometimes(told.organizers(), random).stream().map(it -> shorter(it.fi())).toList(),
        sometimes(told.venues(), random),
        sometimes(told.streets(), random).stream().map(it -> street(it, random)).toList(),
        moved(told, random),
        told.town(),
        random.nextBoolean() ? told.prose() : List.of(),
        shifted(told, random));
  }

  /// Not everybody knows everything.
  private static <T> List<T> sometimes(List<T> values, Random random) {
    return random.nextInt(5) > 0 ? values : List.of();
  }

  private static Text name(Text name, Text otherwise, Told told, Random random) {
    String fi = String.valueOf(name.fi());
    return switch (random.nextInt(10)) {
      case 0 -> Text.fi(mistyped(fi, random));
      case 1 -> Text.fi(mistyped(fi, random).toUpperCase(Locale.ROOT));
      case 2 -> new Text(null, name.sv(), null);
      case 3 -> new Text(null, null, name.en());
      case 4 -> shorter(fi);
      case 5 -> Text.fi(fi + ", " + townOf(told));
      case 6 -> Text.fi(otherwise.fi());
      case 7 -> new Text(null, otherwise.sv(), null);
      case 8 -> new Text(null, null, otherwise.en());
      default -> Text.fi(fi);
    };
  }

  private static String townOf(Told told) {
    return PlantedTowns.ALL.stream()
        .filter(it -> it.code().equals(told.town()))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static Text shorter(@Nullable String fi) {
    return Text.fi(
        String.valueOf(fi)
            .replace("seurakuntatalo", "srk-talo")
            .replace("seurakunta", "srk")
            .replace("päiväkoti", "pk")
            .replace("yhdistys ry", "yhd. r.y.")
            .replace("MLL", "Mannerheimin Lastensuojeluliiton"));
  }

  /// Two letters changed about, one lost or one doubled.
  static String mistyped(String words, Random random) {
    int[] letters =
        LETTER.matcher(words).results().mapToInt(it -> it.start()).filter(it -> it > 0).toArray();
    int at = letters[random.nextInt(letters.length - 1)];
    return switch (random.nextInt(3)) {
      case 0 -> words.substring(0, at) + words.substring(at + 1);
      case 1 -> words.substring(0, at) + words.charAt(at) + words.substring(at);
      default ->
          words.substring(0, at)
              + words.charAt(at + 1)
              + words.charAt(at)
              + words.substring(at + 2);
    };
  }

  private static Text street(Text street, Random random) {
    String fi = String.valueOf(street.fi());
    return Text.fi(
        switch (random.nextInt(5)) {
          case 0 -> fi.replace("katu ", "k. ").replace("tie ", "t. ");
          case 1 -> fi + " A " + (1 + random.nextInt(20));
          case 2 -> fi.toUpperCase(Locale.ROOT);
          case 3 ->
              mistyped(fi.substring(0, fi.indexOf(' ')), random) + fi.substring(fi.indexOf(' '));
          default -> fi;
        });
  }

  /// Mostly on another side of the house, now and then on another side of the block.
  private static @Nullable Position moved(Told told, Random random) {
    Position at = told.position();
    return at == null || random.nextInt(6) == 0
        ? null
        : PlantedTowns.around(at, random, random.nextInt(10) == 0 ? 250 : 30);
  }

  private static List<Told.Time> shifted(Told told, Random random) {
    Duration by = Duration.ofMinutes(random.nextInt(4) == 0 ? 30 : 0);
    return told.times().stream()
        .map(it -> new Told.Time(it.start().plus(by), it.end().plus(by)))
        .toList();
  }
}
