package fi.rinnalla.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// English: a list of irregular forms and joined compounds first, then KStem, which gives real
/// words and joins *babies* to *baby*.
final class EnglishLemmatizer implements Lemmatizer {

  private final Map<String, List<Reading>> listed = new HashMap<>();

  EnglishLemmatizer() {
    for (String line : Lines.of("irregular_en.txt")) {
      String[] sides = line.split(":", 2);
      if (sides.length < 2) {
        throw new IllegalArgumentException("Not 'forms : base': " + line);
      }
      String[] reading = sides[1].split("~", 2);
      List<String> kin = reading.length < 2 ? List.of() : Lines.words(reading[1]);
      var base = new Reading(reading[0].strip(), List.of(), kin);
      Lines.words(sides[0]).forEach(form -> listed.put(form, List.of(base)));
    }
  }

  @Override
  public String nameAndVersion() {
    return "english 1";
  }

  @Override
  public List<Reading> known(String word) {
    return listed.getOrDefault(bare(word), List.of());
  }

  @Override
  public Reading guessed(String word) {
    String bare = bare(word);
    return Reading.of(bare.isEmpty() ? word : LightStem.ENGLISH.of(bare));
  }

  private static String bare(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }
}
