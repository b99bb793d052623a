package fi.rinnalla.merging;

import java.util.List;

/// A name in words, each with the weight it has for telling things apart: what many are called says
/// little.
///
/// @param kinds which of the words say what kind of thing it is
/// @param joined the words as one, for names that differ only in where a word ends
record Name(String[] words, double[] weights, boolean[] kinds, String joined) {
  private static final double OTHER_NUMBER = 0.4;
  private static final double OTHER_KIND = 0.3;
  private static final double COMPOUND = 0.75;
  private static final int SHORTEST_PART = 5;
  private static final int MOST_WORDS = 12;
  private static final int SHORTEST_AS_ONE = 8;

  /// How little weight what the record says elsewhere has in its name: its town, its organizer.
  private static final double SAID_ELSEWHERE = 0.15;

  static Name of(List<String> written, Words known, Rarity rarity, List<String> saidElsewhere) {
    List<String> words = written.size() > MOST_WORDS ? written.subList(0, MOST_WORDS) : written;
    double[] weights = new double[words.size()];
    boolean[] kinds = new boolean[words.size()];
    for (int i = 0; i < weights.length; i++) {
      String word = words.get(i);
      boolean elsewhere = saidElsewhere.stream().anyMatch(it -> Spelling.similarity(it, word) > 0);
      kinds[i] = known.isKind(word);
      weights[i] = rarity.of(word) * (elsewhere ? SAID_ELSEWHERE : 1);
    }
    return new Name(words.toArray(String[]::new), weights, kinds, String.join("", words));
  }

  /// From 0 to 1: the share of the weight that the names have in common. A word that is only nearly
  /// the same counts as far as it is; of two weights the smaller holds, for a misspelt word is
  /// always a rare one.
  double similarity(Name other) {
    if (joined.equals(other.joined)) {
      return 1;
    }
    if (isWrittenAsOther(other)) {
      return Spelling.SLIP;
    }
    boolean[] paired = new boolean[words.length];
    boolean[] taken = new boolean[other.words.length];
    double common = 0;
    double all = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < words.length; i++) {
        if (paired[i]) {
          continue;
        }
        int best = -1;
        double alike = 0;
        for (int j = 0; j < other.words.length; j++) {
          double like = taken[j] ? 0 : pass == 0 ? exactly(i, other, j) : roughly(i, other, j);
          if (like > alike) {
            best = j;
            alike = like;
          }
        }
        if (best >= 0) {
          paired[i] = true;
          taken[best] = true;
          double weight = 2 * Math.min(weights[i], other.weights[best]);
          common += weight * alike;
          all += weight;
        }
      }
    }
    boolean numbers = false;
    boolean ofKind = false;
    for (int i = 0; i < words.length; i++) {
      if (!paired[i]) {
        all += weights[i];
        numbers |= isNumber(words[i]);
        ofKind |= kinds[i];
      }
    }
    boolean othersNumbers = false;
    boolean ofOtherKind = false;
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        all += other.weights[j];
        othersNumbers |= isNumber(other.words[j]);
        ofOtherKind |= other.kinds[j];
      }
    }
    double similarity = all == 0 ? 0 : common / all;
    if (ofKind && ofOtherKind) {
      return Math.min(OTHER_KIND, similarity);
    }
    return numbers && othersNumbers ? Math.min(OTHER_NUMBER, similarity) : similarity;
  }

  private double exactly(int i, Name other, int j) {
    return words[i].equals(other.words[j]) ? 1 : 0;
  }

  private double roughly(int i, Name other, int j) {
    String one = words[i];
    String two = other.words[j];
    if (isNumber(one) || isNumber(two) || one.length() < 3 || two.length() < 3) {
      return 0;
    }
    double similarity = Spelling.similarity(one, two);
    return similarity == 0 && (isLastPart(one, two) || isLastPart(two, one))
        ? COMPOUND
        : similarity;
  }

  /// A main library is a library: what a Finnish compound is, it ends with.
  private static boolean isLastPart(String part, String whole) {
    return part.length() >= SHORTEST_PART && whole.endsWith(part);
  }

  /// A slip of the pen can also be in a word put together of two, or between words.
  private boolean isWrittenAsOther(Name other) {
    return Math.min(joined.length(), other.joined.length()) >= SHORTEST_AS_ONE
        && Math.abs(joined.length() - other.joined.length()) <= 1
        && Spelling.isOneSlip(joined, other.joined)
        && digits(joined).equals(digits(other.joined));
  }

  private static String digits(String words) {
    return words.replaceAll("\\D", "");
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }
}
