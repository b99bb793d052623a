package fi.rinnalla.merging;

import fi.rinnalla.search.BaseForms;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes names apart into words that can be compared across sources and languages: a family café is
/// a perhekahvila is a familjecafé, `srk` is a parish, and Hyvinge is Hyvinkää. Other words are
/// compared by their base forms, as the search knows them: what is for babies (*vauvoille*) is the
/// babies' own (*vauvojen*). What says only how somebody is registered (ry, rf, oy) is left out.
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

  private final BaseForms forms;

  /// What was asked before, for names use the same words over and over.
  private final Map<Lang, Map<String, Word>> read =
      Stream.of(Lang.values()).collect(Collectors.toMap(it -> it, _ -> new ConcurrentHashMap<>()));

  /// The parts of the words that stand for others.
  private final Map<String, List<String>> parts = new HashMap<>();

  Words(Map<AreaCode, Text> townNames, BaseForms forms) {
    this.forms = forms;
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

  List<Word> of(String name, Lang lang) {
    List<String> spelt =
        Stream.of(BETWEEN.split(lowerCase(name))).filter(it -> !it.isEmpty()).toList();
    List<Word> words = new ArrayList<>(spelt.size());
    List<Word> idle = new ArrayList<>(1);
    List<Word> each = spelt.stream().map(it -> word(it, lang)).toList();
    for (int at = 0; at < spelt.size(); ) {
      int taken = Math.min(LONGEST_PHRASE, spelt.size() - at);
      String one = null;
      while (taken > 1 && one == null) {
        one = phrase(spelt.subList(at, at + taken), each.subList(at, at + taken));
        taken -= one == null ? 1 : 0;
      }
      Word word = one == null ? each.get(at) : standing(one);
      boolean isIdle =
          REGISTERED.contains(word.base())
              || (one == null && forms.isStopWord(spelt.get(at), lang));
      (isIdle ? idle : words).add(word);
      at += taken;
    }
    return words.isEmpty() ? idle : words;
  }

  /// What stands for some words together, as they are or in their base forms.
  private @Nullable String phrase(List<String> spelt, List<Word> words) {
    String one = phrases.get(folded(String.join(" ", spelt)));
    return one != null
        ? one
        : phrases.get(words.stream().map(Word::base).collect(Collectors.joining(" ")));
  }

  private static String lowerCase(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return DOTTED.matcher(lower).replaceAll(" ");
  }

  private Word word(String spelt, Lang lang) {
    return Objects.requireNonNull(read.get(lang)).computeIfAbsent(spelt, it -> read(it, lang));
  }

  private Word read(String spelt, Lang lang) {
    String written = folded(spelt);
    String one = phrases.get(written);
    if (one != null) {
      return standing(one);
    }
    if (Character.isDigit(spelt.charAt(0))) {
      return Word.unknown(written);
    }
    return forms
        .of(spelt, lang)
        .map(it -> new Word(written, standingFor(it.base()), parts(it)))
        .orElseGet(() -> Word.unknown(written));
  }

  private Word standing(String one) {
    return new Word(one, one, parts.getOrDefault(one, List.of()));
  }

  private String standingFor(String base) {
    String folded = folded(base);
    return phrases.getOrDefault(folded, folded);
  }

  private List<String> parts(BaseForms.Form form) {
    return form.parts().size() < 2
        ? List.of()
        : form.parts().stream().map(this::standingFor).toList();
  }

  private void readPhrases() {
    InputStream file = Words.class.getResourceAsStream("/merging/words.csv");
    try (var reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      Map<String, List<String>> together = new HashMap<>();
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
        together.put(one, List.of(alike));
      }
      together.forEach(this::takeApart);
    } catch (IOException cause) {
      throw new UncheckedIOException("the words of names can't be read", cause);
    }
  }

  /// What stands for others has the parts of the first of them that is put together.
  private void takeApart(String one, List<String> alike) {
    alike.stream()
        .flatMap(it -> forms.of(it.strip(), Lang.FI).stream())
        .map(this::parts)
        .filter(it -> !it.isEmpty())
        .findFirst()
        .ifPresent(it -> parts.put(one, it));
  }
}
