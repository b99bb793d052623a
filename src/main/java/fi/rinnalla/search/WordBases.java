package fi.rinnalla.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads Voikko's `WORDBASES`, a base form cut in pieces: `+lasten(lapsi)+neuvola(neuvola)`.
///
/// Each piece is what stands in the base form, and in brackets the base form of that piece. A
/// `(+u)` in brackets is a derivational suffix, which belongs to the piece before it:
/// `+palvel(palvella)+u(+u)` is one part, *palvelu*, made of the verb *palvella*. Letters in
/// between (`+ui(uida)+n+ti(+ti)`, *uinti*) carry no brackets.
final class WordBases {

  private static final int SHORTEST_PART = 3;

  /// What turns a word to its opposite: *maksuton* must not be found by *maksu*.
  private static final Set<String> OPPOSITES = Set.of("+ton", "+tön", "+maton", "+mätön");

  private static final class Piece {
    final StringBuilder written = new StringBuilder();
    String base = "";
    boolean derived;
    boolean opposite;
  }

  private WordBases() {}

  /// Several pieces are the parts of a compound; one derived piece has its origin as kin.
  static Reading read(String base, String wordBases) {
    List<Piece> pieces = pieces(wordBases);
    if (pieces.size() < 2) {
      return new Reading(
          base, List.of(), pieces.isEmpty() ? List.of() : kin(pieces.getFirst(), base));
    }
    Set<Reading> parts = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      boolean asWritten = piece.derived || piece.base.isEmpty();
      String part = asWritten ? piece.written.toString() : piece.base;
      if (isWord(part) && !part.equals(base)) {
        parts.add(new Reading(part, List.of(), kin(piece, part)));
      }
    }
    return new Reading(base, List.copyOf(parts), List.of());
  }

  private static List<String> kin(Piece piece, String base) {
    boolean kindred = piece.derived && !piece.opposite && !piece.base.equals(base);
    return kindred && isWord(piece.base) ? List.of(piece.base) : List.of();
  }

  private static boolean isWord(String part) {
    return part.length() >= SHORTEST_PART && part.chars().allMatch(Character::isLetter);
  }

  /// How many words were put together; the fewer, the likelier the reading.
  static int count(String wordBases) {
    return pieces(wordBases).size();
  }

  private static List<Piece> pieces(String wordBases) {
    List<Piece> pieces = new ArrayList<>();
    String lower = wordBases.toLowerCase(Locale.ROOT).replace("=", "");
    int at = 0;
    while (at < lower.length()) {
      int open = lower.indexOf('(', at);
      int plus = lower.indexOf('+', at + 1);
      boolean bracketed = open >= 0 && (plus < 0 || open < plus);
      int close = bracketed ? lower.indexOf(')', open) : -1;
      int end =
          bracketed ? (close < 0 ? lower.length() : close + 1) : plus < 0 ? lower.length() : plus;
      int start = lower.charAt(at) == '+' ? at + 1 : at;
      String written = lower.substring(start, Math.max(start, bracketed ? open : end));
      String base = bracketed ? lower.substring(open + 1, close < 0 ? end : close) : "";
      attach(pieces, written, base);
      at = end;
    }
    return pieces;
  }

  private static void attach(List<Piece> pieces, String written, String base) {
    boolean suffix = base.startsWith("+");
    // A link without brackets is either a word of its own ("+pikku+lapsi(lapsi)") or letters before
    // a
    // suffix ("+n+ti(+ti)"); the short ones are the latter.
    boolean link = base.isEmpty() && written.length() < SHORTEST_PART;
    if ((suffix || link) && !pieces.isEmpty()) {
      Piece last = pieces.getLast();
      last.written.append(written);
      last.derived |= suffix;
      last.opposite |= OPPOSITES.contains(base);
      return;
    }
    var piece = new Piece();
    piece.written.append(written);
    piece.base = suffix ? "" : base;
    pieces.add(piece);
  }
}
