package fi.rinnalla.search;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.vocabulary.Position;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What a measurement asks: three hundred different searches of each sort, no two from the same
/// spot, so that nothing is answered from having been asked before.
final class BenchQuestions {
  private static final int MANY = 300;
  private static final int METRES = 5000;

  private final List<Area> towns;
  private final Instant now;

  BenchQuestions(Areas areas, Instant now) {
    this.towns =
        BenchWords.TOWNS.stream().map(name -> areas.findByName(name).orElseThrow()).toList();
    this.now = now;
  }

  /// "What of this is there near me today": what parents ask most.
  List<String> nearTodayWord(String path) {
    return targets((n, random) -> {
      Position from = spot(n, random);
      return path
          + "?lat="
          + from.lat()
          + "&lon="
          + from.lon()
          + "&radius="
          + METRES
          + "&when=today&q="
          + word(n);
    });
  }

  /// The same searches in the terms of the index.
  List<Query> nearTodayWord() {
    List<Query> queries = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      queries.add(
          Query.all(now)
              .withWords(BenchWords.SUBJECTS.get(n % BenchWords.SUBJECTS.size()))
              .in(new Query.Where.Near(spot(n, new Random(n)), METRES))
              .during(When.parse("today", now).orElseThrow()));
    }
    return queries;
  }

  List<String> word() {
    return targets(
        (n, random) -> "/api/search?q=" + word(n) + "&size=" + (10 + random.nextInt(11)));
  }

  /// No words, a whole town: many hits, so mostly counting.
  List<String> town() {
    return targets((n, random) ->
        "/api/search?area=" + towns.get(n % towns.size()).code() + "&age=" + random.nextInt(8));
  }

  private static String word(int n) {
    return URLEncoder.encode(
        BenchWords.SUBJECTS.get(n % BenchWords.SUBJECTS.size()), StandardCharsets.UTF_8);
  }

  private Position spot(int n, Random random) {
    return BenchRegion.around(towns.get(n % towns.size()), random);
  }

  private interface Target {
    String of(int number, Random random);
  }

  private static List<String> targets(Target target) {
    List<String> targets = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      targets.add(target.of(n, new Random(n)));
    }
    return targets;
  }
}
