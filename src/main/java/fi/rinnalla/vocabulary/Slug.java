package fi.rinnalla.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/// The readable part of an address: `perhekahvila-pikku-veturi-7kq2m9x`. The words may change with
/// the name; the tail comes from the id and stays, so that an old address still finds its record.
public final class Slug {
  private static final int LONGEST = 60;
  private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int TAIL = 8;
  private static final int ALL = 12;

  private Slug() {}

  /// Slugs differ where ids do. Two of a million tails are alike as likely as not, so where no
  /// words tell them apart more of the id stands before the tail.
  public static String of(Text title, UUID id) {
    String words = words(title.orEmpty(Lang.FI));
    String letters = letters(id);
    return (words.isEmpty() ? letters.substring(TAIL) : words) + "-" + letters.substring(0, TAIL);
  }

  /// What stays of the slug when the name changes. Not every record has one of its own: whoever
  /// looks one up by it looks at the whole slug too.
  public static String tail(UUID id) {
    return letters(id).substring(0, TAIL);
  }

  private static String letters(UUID id) {
    // Ids made one after another differ in few bits; stirred (as SplittableRandom does), all count.
    long bits = id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    bits ^= bits >>> 31;
    StringBuilder letters = new StringBuilder(ALL);
    for (int i = 0; i < ALL; i++) {
      letters.append(LETTERS[(int) (bits & 31)]);
      bits >>>= 5;
    }
    return letters.toString();
  }

  /// The tail of a slug as it came in an address; the whole of it when it has no words before.
  public static String tailOf(String slug) {
    return slug.substring(slug.lastIndexOf('-') + 1);
  }

  /// `Äiti–lapsi-kahvila!` → `aiti-lapsi-kahvila`.
  public static String words(String title) {
    String plain =
        Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('ø', 'o')
            .replace("æ", "ae")
            .replace("ß", "ss")
            // The Sámi letters that are no letter with a mark on it.
            .replace('đ', 'd')
            .replace('ŋ', 'n')
            .replace('ŧ', 't')
            .replace('ʒ', 'z')
            .replace('ǥ', 'g')
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    if (plain.length() <= LONGEST) {
      return plain;
    }
    int cut = plain.lastIndexOf('-', LONGEST);
    return plain.substring(0, cut > 20 ? cut : LONGEST);
  }
}
