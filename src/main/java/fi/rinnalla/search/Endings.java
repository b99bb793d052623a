package fi.rinnalla.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What may follow a stem at the end of a word, as a closed list: whatever is not here is not an
/// ending, and that is what keeps *isä* out of *isäntä*.
///
/// A noun stem that ends in a consonant (*las-ta*, *nais-ten*) takes far fewer endings than one
/// that ends in a vowel, hence two lists; `V` in a Finnish ending stands for the stem's last vowel
/// (*talo-on*, *kahviloi-hin*).
///
/// @param joints what may stand between two stems of a compound (*laste-n-neuvola*)
record Endings(
    Set<String> afterVowel,
    Set<String> afterConsonant,
    Set<String> afterVerb,
    Set<String> joints,
    Set<String> jointsAfterConsonant) {

  private static final List<String> CLITICS =
      List.of("", "kin", "kaan", "kään", "ko", "kö", "han", "hän", "kohan", "köhän");
  private static final List<String> OWNERS = List.of("", "ni", "si", "nsa", "nsä", "mme", "nne");

  static Endings finnish() {
    List<String> cases =
        List.of(
            "", "n", "t", "a", "ä", "ta", "tä", "tta", "ttä", "en", "den", "ten", "tten", "ssa",
            "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "na", "nä", "ksi", "Vn", "hVn",
            "seen", "siin", "tta", "ttä", "neen");
    List<String> consonantCases = List.of("ta", "tä", "ten", "na", "nä");
    // What owner endings follow: the case without its last n, and with the kse of the translative.
    List<String> owned =
        List.of(
            "", "a", "ä", "ta", "tä", "tta", "ttä", "e", "de", "te", "ssa", "ssä", "sta", "stä",
            "lla", "llä", "lta", "ltä", "lle", "na", "nä", "kse", "V", "hV", "see", "sii", "nee");
    List<String> lengthened =
        List.of(
            "ssaan", "ssään", "staan", "stään", "llaan", "llään", "ltaan", "ltään", "lleen",
            "kseen", "naan", "nään", "taan", "tään", "aan", "ään");
    Set<String> vowel = product(product(Set.of(""), cases), CLITICS);
    vowel.addAll(product(product(new HashSet<>(owned), OWNERS.subList(1, 7)), CLITICS));
    vowel.addAll(product(new HashSet<>(lengthened), CLITICS));
    Set<String> consonant = product(new HashSet<>(consonantCases), CLITICS);
    consonant.addAll(product(product(Set.of("ta", "tä", "te"), OWNERS.subList(1, 7)), CLITICS));
    consonant.addAll(Set.of("taan", "tään"));
    return new Endings(
        vowel, consonant, finnishVerb(cases), Set.of("n", "en", "den", "ten"), Set.of("", "ten"));
  }

  private static Set<String> finnishVerb(List<String> cases) {
    List<String> finite =
        List.of(
            "", "n", "t", "mme", "tte", "vat", "vät", "V", "i", "in", "it", "imme", "itte", "ivat",
            "ivät", "isi", "isin", "isit", "isimme", "isivat", "isivät", "kaa", "kää", "taan",
            "tään", "daan", "dään", "laan", "lään", "etaan", "etään", "tiin", "ttiin", "etiin", "a",
            "ä", "da", "dä", "ta", "tä", "la", "lä", "na", "nä", "ra", "rä", "akseen", "äkseen",
            "essa", "essä", "ttu", "tty", "tu", "ty", "nut", "nyt", "eet");
    Set<String> verb = product(new HashSet<>(finite), CLITICS);
    Set<String> nominal =
        Set.of(
            "mise", "misi", "ma", "mä", "va", "vä", "ttava", "ttävä", "tava", "nee", "nei", "ttu",
            "tty", "tu", "ty", "ttua", "ttyä", "matto", "mättö", "jien", "ja", "jä");
    verb.addAll(product(product(nominal, cases), CLITICS));
    verb.addAll(Set.of("minen", "mista", "mistä", "misten", "maan", "mään", "vaan", "vään"));
    verb.addAll(Set.of("vaa", "vää", "via", "viä", "ville", "vien", "maton", "mätön"));
    return verb;
  }

  static Endings swedish() {
    Set<String> noun =
        product(
            Set.of(
                "", "n", "en", "et", "t", "ar", "or", "er", "r", "arna", "orna", "erna", "na",
                "ens", "ets", "a", "e", "an", "ande", "ade", "at", "ad", "are", "aren", "arens",
                "arnas", "ernas", "ornas", "ing", "ingen", "ningar", "as"),
            List.of("", "s"));
    return new Endings(noun, noun, noun, Set.of("", "s", "e", "a", "o"), Set.of("", "s", "e", "a"));
  }

  private static Set<String> product(Set<String> heads, List<String> tails) {
    Set<String> all = new HashSet<>();
    for (String head : heads) {
      for (String tail : tails) {
        all.add(head + tail);
      }
    }
    return all;
  }
}
