package fi.rinnalla.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A name in words, each with the weight it has for telling things apart: what many are called says
/// little.
///
/// @param kinds which of the words say what kind of thing it is
/// @param joined the words as one, for names that differ only in where a word ends
record Name(List<Word> words, double[] weights, boolean[] kinds, String joined) {
  private static final double OTHER_NUMBER = 0.4;
  private static final double OTHER_KIND = 0.3;
  private static final double COMPOUND = 0.75;
  private static final double TAKEN_APART = 0.92;
  private static final int SHORTEST_PART = 5;
  private static final int MOST_WORDS = 12;
  private static final int SHORTEST_AS_ONE = 8;

  private static final int[] NOWHERE = {};

  /// How little weight what the record says elsewhere has in its name: its town, its organizer.
  private static final double SAID_ELSEWHERE = 0.15;

  static Name of(List<Word> written, Words known, Rarity rarity, List<String> saidElsewhere) {
    List<Word> words = written.size() > MOST_WORDS ? written.subList(0, MOST_WORDS) : written;
    double[] weights = new double[words.size()];
    boolean[] kinds = new boolean[words.size()];
    for (int i = 0; i < weights.length; i++) {
      String word = words.get(i).base();
      boolean elsewhere = saidElsewhere.stream().anyMatch(it -> Spelling.similarity(it, word) > 0);
      kinds[i] = known.isKind(word);
      weights[i] = rarity.of(word) * (elsewhere ? SAID_ELSEWHERE : 1);
    }
    return new Name(
        words, weights, kinds, words.stream().map(Word::written).collect(Collectors.joining()));
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
    boolean[] paired = new boolean[words.size()];
    boolean[] taken = new boolean[other.words.size()];
    double common = 0;
    double all = 0;
    for (int pass = 0; pass < 2; pass++) {
      if (pass == 1) {
        double apart = putTogether(paired, other, taken) + other.putTogether(taken, this, paired);
        common += apart * TAKEN_APART;
        all += apart;
      }
      for (int i = 0; i < words.size(); i++) {
        if (paired[i]) {
          continue;
        }
        int best = -1;
        double alike = 0;
        for (int j = 0; j < other.words.size(); j++) {
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
    for (int i = 0; i < words.size(); i++) {
      if (!paired[i]) {
        all += weights[i];
        numbers |= isNumber(words.get(i).base());
        ofKind |= kinds[i];
      }
    }
    boolean othersNumbers = false;
    boolean ofOtherKind = false;
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        all += other.weights[j];
        othersNumbers |= isNumber(other.words.get(j).base());
        ofOtherKind |= other.kinds[j];
      }
    }
    double similarity = all == 0 ? 0 : common / all;
    if (ofKind && ofOtherKind) {
      return Math.min(OTHER_KIND, similarity);
    }
    return numbers && othersNumbers ? Math.min(OTHER_NUMBER, similarity) : similarity;
  }

  /// Marks the words left over that are put together from several of the other's, and those:
  /// babies' music is music for babies.
  ///
  /// @return what they weigh
  private double putTogether(boolean[] paired, Name other, boolean[] taken) {
    double weight = 0;
    for (int i = 0; i < words.size(); i++) {
      List<String> parts = words.get(i).parts();
      int[] places = paired[i] || parts.size() < 2 ? NOWHERE : other.places(parts, taken);
      if (places.length > 0) {
        double theirs = 0;
        for (int place : places) {
          taken[place] = true;
          theirs += other.weights[place];
        }
        paired[i] = true;
        weight += 2 * Math.min(weights[i], theirs);
      }
    }
    return weight;
  }

  /// Where the words are among those left over; nowhere when one of them isn't.
  private int[] places(List<String> bases, boolean[] taken) {
    int[] places = new int[bases.size()];
    for (int n = 0; n < places.length; n++) {
      int at = 0;
      while (at < words.size() && (taken[at] || !words.get(at).base().equals(bases.get(n)))) {
        at++;
      }
      if (at == words.size()) {
        return NOWHERE;
      }
      places[n] = at;
    }
    return places;
  }

  /// The parts of the words that say what kind of thing it is.
  List<String> partsOfKinds() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i]) {
        parts.addAll(words.get(i).parts());
        parts.add(words.get(i).base());
      }
    }
    return parts;
  }

  private double exactly(int i, Name other, int j) {
    Word one = words.get(i);
    Word two = other.words.get(j);
    if (one.written().equals(two.written())) {
      return 1;
    }
    return one.base().equals(two.base()) ? Spelling.CASE : 0;
  }

  private double roughly(int i, Name other, int j) {
    Word one = words.get(i);
    Word two = other.words.get(j);
    String first = one.written();
    String second = two.written();
    if (isNumber(first) || isNumber(second) || first.length() < 3 || second.length() < 3) {
      return 0;
    }
    double similarity =
        Math.max(Spelling.similarity(first, second), Spelling.similarity(one.base(), two.base()));
    return similarity == 0
            && (isLastPart(one.base(), two.base()) || isLastPart(two.base(), one.base()))
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
