package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes names apart into words that can be compared across sources and languages: a family café is
/// a perhekahvila is a familjecafé, `srk` is a parish, and Hyvinge is Hyvinkää. What says only how
/// somebody is registered (ry, rf, oy) is left out.
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern DOTTED =
      Pattern.compile("\\b(r\\.\\s?y|r\\.\\s?f|r\\.\\s?p)\\b\\.?");
  private static final Set<String> REGISTERED =
      Set.of("ry", "rf", "rp", "rs", "sr", "oy", "oyj", "ab", "abp", "ky", "osk", "association");
  private static final int LONGEST_PHRASE = 3;
  private static final String OF_WHOM_OR_HOW = "~";

  /// Phrases of some words each, and the one word that stands for them.
  private final Map<String, String> phrases = new HashMap<>();

  private final Set<String> kinds = new HashSet<>();
  private final Map<AreaCode, String> towns = new HashMap<>();

  Words(Map<AreaCode, Text> townNames) {
    readPhrases();
    townNames.forEach((code, name) -> {
      String fi = name.fi() == null ? name.sv() : name.fi();
      if (fi != null) {
        String town = folded(fi);
        towns.put(code, town);
        for (String other : new String[] {name.sv(), name.en()}) {
          if (other != null) {
            phrases.putIfAbsent(folded(other), town);
          }
        }
      }
    });
  }

  /// Small letters without marks: `Hyvinkään` is `hyvinkaan`.
  static String folded(String words) {
    return MARKS
        .matcher(Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
        .replaceAll("");
  }

  /// A town's name as it stands among the words; nothing when the town isn't known.
  @Nullable String town(@Nullable AreaCode code) {
    return code == null ? null : towns.get(code);
  }

  /// Whether the word says what kind of thing is meant: a library isn't a clinic.
  boolean isKind(String word) {
    return kinds.contains(word);
  }

  List<String> of(String name) {
    String[] pieces = BETWEEN.split(DOTTED.matcher(folded(name)).replaceAll(" "));
    List<String> words = new ArrayList<>(pieces.length);
    List<String> registered = new ArrayList<>(1);
    for (int at = 0; at < pieces.length; ) {
      int taken = 1;
      String word = pieces[at];
      for (int most = Math.min(LONGEST_PHRASE, pieces.length - at); most > 0; most--) {
        String phrase =
            most == 1 ? pieces[at] : String.join(" ", List.of(pieces).subList(at, at + most));
        String one = phrases.get(phrase);
        if (one != null) {
          word = one;
          taken = most;
          break;
        }
      }
      at += taken;
      if (REGISTERED.contains(word)) {
        registered.add(word);
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words.isEmpty() ? registered : words;
  }

  private void readPhrases() {
    InputStream file = Words.class.getResourceAsStream("/merging/words.csv");
    try (var reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        boolean isKind = !line.startsWith(OF_WHOM_OR_HOW);
        String[] alike = line.substring(isKind ? 0 : 1).split(";");
        String one = folded(alike[0].strip()).replace(" ", "");
        if (isKind) {
          kinds.add(one);
        }
        for (String phrase : alike) {
          phrases.put(String.join(" ", BETWEEN.split(folded(phrase.strip()))), one);
        }
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("the words of names can't be read", cause);
    }
  }
}
