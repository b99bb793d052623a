package fi.rinnalla.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A list of words with the stems their inflected forms begin with, and the art of reading a word
/// with it: the **whole** word must divide into stems and an ending.
///
/// A substring search would find *isä* in *lisätiedot*; a division of the whole word cannot. The
/// price is that a compound with one strange part is not read at all; that is left to the light
/// stem. The format of the file is told at its head (`resources/search/lexicon_fi.txt`).
final class Lexicon {

  private static final int MAX_PIECES = 4;
  private static final int MAX_WORD = 60;

  /// With j, which stands for the plural i before a vowel (*kerhoj-en*).
  private static final String VOWELS = "aeiouyäöåéj";

  /// Infinitives such as *kuol-la*; after a vowel they would make *neuvo-la* a kind of advising.
  private static final Set<String> ONLY_AFTER_CONSONANT =
      Set.of("la", "lä", "na", "nä", "ra", "rä");

  /// A word of the list. `explicit` parts come from the file, and hide what division would find.
  private record Entry(
      String base, boolean verb, Optional<List<String>> explicit, List<String> kin) {}

  /// The last stem found, and the whole pieces before it.
  private record Division(List<Entry> before, Entry last, int lastStart) {}

  private final Endings endings;
  private final Map<String, List<Entry>> stems = new HashMap<>();
  private final Map<String, Entry> bases = new HashMap<>();
  private int longestStem = 1;

  private Lexicon(Endings endings) {
    this.endings = endings;
  }

  static Lexicon finnish() {
    return from(Lines.of("lexicon_fi.txt"), Endings.finnish());
  }

  static Lexicon swedish() {
    return from(Lines.of("lexicon_sv.txt"), Endings.swedish());
  }

  static Lexicon from(List<String> lines, Endings endings) {
    var lexicon = new Lexicon(endings);
    lines.forEach(lexicon::add);
    return lexicon;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("Not 'base: stems': " + line);
    }
    boolean verb = line.charAt(colon - 1) == '!';
    String base = line.substring(0, verb ? colon - 1 : colon).strip();
    int tilde = line.indexOf('~', colon);
    String uptoKin = tilde < 0 ? line : line.substring(0, tilde);
    int equals = uptoKin.indexOf('=', colon);
    String listed = uptoKin.substring(colon + 1, equals < 0 ? uptoKin.length() : equals);
    Optional<List<String>> parts =
        equals < 0 ? Optional.empty() : Optional.of(Lines.words(uptoKin.substring(equals + 1)));
    List<String> kin = tilde < 0 ? List.of() : Lines.words(line.substring(tilde + 1));
    var entry = new Entry(base, verb, parts, kin);
    if (bases.put(base, entry) != null) {
      throw new IllegalArgumentException("Twice in the lexicon: " + base);
    }
    Set<String> all = new LinkedHashSet<>(Lines.words(listed));
    all.add(base);
    for (String stem : all) {
      stems.computeIfAbsent(stem, _ -> new ArrayList<>()).add(entry);
      longestStem = Math.max(longestStem, stem.length());
    }
  }

  boolean knows(String base) {
    return bases.containsKey(base);
  }

  Set<String> bases() {
    return Set.copyOf(bases.keySet());
  }

  /// What the file itself says of this base form; empty when it leaves parts and kin to others.
  Optional<Reading> told(String base) {
    return Optional.ofNullable(bases.get(base))
        .filter(entry -> entry.explicit().isPresent() || !entry.kin().isEmpty())
        .map(this::whole);
  }

  /// The readings with the fewest pieces; empty when the whole word cannot be divided.
  List<Reading> read(String word) {
    if (word.length() > MAX_WORD) {
      return List.of();
    }
    for (int pieces = 1; pieces <= MAX_PIECES; pieces++) {
      Set<Reading> readings = new LinkedHashSet<>();
      for (Division division : divide(word, pieces)) {
        readings.add(reading(word, division));
      }
      if (!readings.isEmpty()) {
        return List.copyOf(readings);
      }
    }
    return List.of();
  }

  private Reading reading(String word, Division division) {
    if (division.before().isEmpty()) {
      return whole(division.last());
    }
    String base = word.substring(0, division.lastStart()) + division.last().base();
    return new Reading(base, partsOf(division), List.of());
  }

  private Reading whole(Entry entry) {
    List<Reading> parts =
        entry
            .explicit()
            .map(words -> words.stream().map(word -> part(word, entry)).toList())
            .orElseGet(() -> entry.verb() ? List.of() : dividedParts(entry.base()));
    return new Reading(entry.base(), parts, entry.kin());
  }

  /// A part may have parts itself; that it must be shorter than the whole keeps the list from
  /// chasing its own tail.
  private Reading part(String base, Entry whole) {
    Entry entry = bases.get(base);
    return entry == null || base.length() >= whole.base().length()
        ? Reading.of(base)
        : whole(entry);
  }

  private List<Reading> partsOf(Division division) {
    Set<Reading> parts = new LinkedHashSet<>();
    division.before().forEach(piece -> parts.add(whole(piece)));
    parts.add(whole(division.last()));
    return List.copyOf(parts);
  }

  /// A compound that stands in the file without its parts is divided like any other word.
  private List<Reading> dividedParts(String base) {
    for (int pieces = 2; pieces <= MAX_PIECES; pieces++) {
      List<Division> found = divide(base, pieces);
      if (!found.isEmpty()) {
        return partsOf(found.getFirst());
      }
    }
    return List.of();
  }

  private List<Division> divide(String word, int pieces) {
    List<Division> found = new ArrayList<>();
    divide(word, 0, pieces, List.of(), found);
    return found;
  }

  private void divide(String word, int from, int pieces, List<Entry> before, List<Division> found) {
    int longest = Math.min(word.length(), from + longestStem);
    for (int to = longest; to > from + 1; to--) {
      String stem = word.substring(from, to);
      for (Entry entry : stems.getOrDefault(stem, List.of())) {
        if (pieces == 1) {
          if (ends(entry, stem, word.substring(to))) {
            found.add(new Division(before, entry, from));
          }
        } else if (!entry.verb() && stem.length() > 2) {
          for (String joint : joints(entry, stem)) {
            if (word.startsWith(joint, to)) {
              divide(word, to + joint.length(), pieces - 1, with(before, entry), found);
            }
          }
        }
      }
    }
  }

  private static List<Entry> with(List<Entry> before, Entry entry) {
    List<Entry> longer = new ArrayList<>(before);
    longer.add(entry);
    return longer;
  }

  private List<String> joints(Entry entry, String stem) {
    List<String> joints = new ArrayList<>();
    if (stem.equals(entry.base())) {
      joints.add("");
    }
    for (String joint : endsInVowel(stem) ? endings.joints() : endings.jointsAfterConsonant()) {
      if (!joints.contains(joint)) {
        joints.add(joint);
      }
    }
    return joints;
  }

  private boolean ends(Entry entry, String stem, String rest) {
    if (rest.isEmpty() && stem.equals(entry.base())) {
      return true;
    }
    boolean vowel = endsInVowel(stem);
    if (entry.verb()
        && (stem.equals(entry.base()) || (vowel && ONLY_AFTER_CONSONANT.contains(rest)))) {
      return false;
    }
    Set<String> allowed =
        entry.verb()
            ? endings.afterVerb()
            : vowel ? endings.afterVowel() : endings.afterConsonant();
    return allowed.contains(rest)
        || (vowel && allowed.contains(lengthMarked(stem.charAt(stem.length() - 1), rest)));
  }

  /// *talo+on* as *talo+Vn*, *kahviloi+hin* as *kahviloi+hVn*.
  private static String lengthMarked(char vowel, String rest) {
    if (!rest.isEmpty() && rest.charAt(0) == vowel) {
      return "V" + rest.substring(1);
    }
    if (rest.length() > 1 && rest.charAt(0) == 'h' && rest.charAt(1) == vowel) {
      return "hV" + rest.substring(2);
    }
    return rest;
  }

  private static boolean endsInVowel(String stem) {
    return VOWELS.indexOf(stem.charAt(stem.length() - 1)) >= 0;
  }
}
