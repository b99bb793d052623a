package fi.rinnalla.merging;

import fi.rinnalla.directory.Location;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The places that the directory knows, by what they are called: for venues that a feed tells of in
/// words alone, with or without an address that nobody could take apart.
final class CalledPlaces {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final double ONE_SPOT = 200;
  private static final int WORDS_TO_TELL_APART = 2;

  private record Called(Location place, @Nullable AreaCode town) {}

  private final Map<String, List<Called>> byName = new HashMap<>();

  void add(Location place, @Nullable AreaCode town) {
    for (Text name : List.of(place.name(), place.alternateName())) {
      spoken(name)
          .map(it -> String.join(" ", words(it)))
          .filter(it -> !it.isEmpty())
          .distinct()
          .forEach(it ->
              byName.computeIfAbsent(it, _ -> new ArrayList<>()).add(new Called(place, town)));
    }
  }

  /// The place that the words begin with the name of; nothing when none is, or several that lie
  /// apart.
  @Nullable Location find(Text said, @Nullable AreaCode town) {
    return spoken(said)
        .map(CalledPlaces::words)
        .flatMap(words -> Stream.ofNullable(find(words, town)))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Location find(List<String> words, @Nullable AreaCode town) {
    // In a town that isn't known, "the library" is any library.
    int fewest = town == null ? WORDS_TO_TELL_APART : 1;
    for (int most = words.size(); most >= fewest; most--) {
      List<Location> found =
          byName.getOrDefault(String.join(" ", words.subList(0, most)), List.of()).stream()
              .filter(it -> town == null || it.town() == null || town.equals(it.town()))
              .map(Called::place)
              .sorted(Comparator.comparing(Location::uuid))
              .toList();
      if (!found.isEmpty()) {
        Location first = found.getFirst();
        return found.stream().allMatch(it -> isAtOneSpot(first, it)) ? first : null;
      }
    }
    return null;
  }

  /// The same place may be known by two sources, or twice by its two names.
  private static boolean isAtOneSpot(Location one, Location other) {
    return one.id().equals(other.id())
        || (one.position() != null
            && other.position() != null
            && one.position().metresTo(other.position()) <= ONE_SPOT);
  }

  private static Stream<String> spoken(Text text) {
    return Stream.of(Lang.values()).flatMap(lang -> Stream.ofNullable(text.in(lang)));
  }

  private static List<String> words(String said) {
    return Stream.of(BETWEEN.split(Words.folded(said))).filter(it -> !it.isEmpty()).toList();
  }
}
