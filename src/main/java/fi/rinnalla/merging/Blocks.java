package fi.rinnalla.merging;

import fi.rinnalla.vocabulary.Position;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Which records are compared at all: those that meet in a block, by a rare word in one town, by
/// the letters of their names, by a number, an address, a spot on the map or a day. A block that
/// grows too big is walked along in the order of names, each with its neighbours only, so that the
/// work grows no faster than the records.
final class Blocks {
  private static final int INDEX_BITS = 22;
  private static final long INDEX = (1L << INDEX_BITS) - 1;
  private static final int BIGGEST = 40;
  private static final int NEIGHBOURS = 8;
  private static final int RARE_WORDS = 3;
  private static final int RARE_EVERYWHERE = 30;
  private static final int BANDS = 5;
  private static final int DAYS = 3;
  private static final double CELL = 0.004;
  private static final double EDGE = 0.0014;

  private final List<Traits> all;
  private final Rarity rarity;
  private final Growing keys = new Growing();

  private Blocks(List<Traits> all) {
    this.all = all;
    this.rarity =
        new Rarity(
            all.stream()
                .flatMap(it -> it.names().all().stream())
                .map(it -> it.words().stream().map(Word::base).toList())
                .toList());
  }

  /// The pairs to compare, each once: two places in the list as one number.
  static long[] pairs(List<Traits> all) {
    if (all.size() > INDEX) {
      throw new IllegalArgumentException("too many records of one kind: " + all.size());
    }
    Blocks blocks = new Blocks(all);
    for (int i = 0; i < all.size(); i++) {
      blocks.enter(i);
    }
    return blocks.meet();
  }

  static int first(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

  static int second(long pair) {
    return (int) pair;
  }

  /// FNV-1a, stirred.
  static long hash(String words) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < words.length(); i++) {
      hash = (hash ^ words.charAt(i)) * 0x100000001b3L;
    }
    return stirred(hash);
  }

  private static long stirred(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  private void enter(int index) {
    Traits traits = all.get(index);
    String town = traits.told().town() == null ? "" : traits.told().town().value();
    shared(index, 1, traits.identifiers());
    shared(index, 2, traits.phones());
    shared(index, 3, traits.web());
    for (Name name : traits.names().all()) {
      byWords(index, name, town);
      byLetters(index, name);
    }
    for (Street street : traits.streets()) {
      String stem = street.name().substring(0, Math.min(5, street.name().length()));
      key(index, 4, hash(stem + " " + street.number() + " " + town));
    }
    Position position = traits.told().position();
    if (position != null) {
      long[] days =
          traits.told().kind() == Kind.EVENT
              ? traits.told().times().stream()
                  .limit(DAYS)
                  .mapToLong(it -> it.start().getEpochSecond() / 86_400)
                  .toArray()
              : new long[] {0};
      byCells(index, position, days);
    }
  }

  private void shared(int index, int type, long[] values) {
    for (long value : values) {
      key(index, type, value);
    }
  }

  private void byWords(int index, Name name, String town) {
    List<String> rarest =
        name.words().stream()
            .map(Word::base)
            .sorted(Comparator.comparingInt(rarity::count))
            .limit(RARE_WORDS)
            .toList();
    for (String word : rarest) {
      key(index, 5, hash(word + "@" + town));
      if (rarity.count(word) <= RARE_EVERYWHERE) {
        key(index, 6, hash(word));
      }
    }
    // What babies' music is, music for babies is too.
    name.partsOfKinds().forEach(part -> key(index, 5, hash(part + "@" + town)));
  }

  /// MinHash over three letters at a time: names with a slip of the pen still share most of them.
  private void byLetters(int index, Name name) {
    String padded = "^" + name.joined() + "$";
    long[] least = new long[2 * BANDS];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int at = 0; at + 3 <= padded.length(); at++) {
      long three =
          ((long) padded.charAt(at) << 32) | (padded.charAt(at + 1) << 16) | padded.charAt(at + 2);
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], stirred(three * (2L * i + 1) + i));
      }
    }
    for (int band = 0; band < BANDS; band++) {
      key(index, 10 + band, least[2 * band] * 31 + least[2 * band + 1]);
    }
  }

  /// Its cell of the map, and the next one when it lies near the edge.
  private void byCells(int index, Position at, long[] days) {
    long south = (long) Math.floor((at.lat() - EDGE) / CELL);
    long north = (long) Math.floor((at.lat() + EDGE) / CELL);
    long west = (long) Math.floor((at.lon() / 2 - EDGE) / CELL);
    long east = (long) Math.floor((at.lon() / 2 + EDGE) / CELL);
    for (long day : days) {
      for (long row = south; row <= north; row++) {
        for (long column = west; column <= east; column++) {
          key(index, 7, (row * 1_000_003 + column) * 1_000_003 + day);
        }
      }
    }
  }

  private void key(int index, int type, long value) {
    keys.add((stirred(value + type * 0x9e3779b97f4a7c15L) & ~INDEX) | index);
  }

  private long[] meet() {
    long[] sorted = keys.sorted();
    Growing pairs = new Growing();
    for (int from = 0; from < sorted.length; ) {
      int to = from + 1;
      while (to < sorted.length && (sorted[to] & ~INDEX) == (sorted[from] & ~INDEX)) {
        to++;
      }
      block(Arrays.copyOfRange(sorted, from, to), pairs);
      from = to;
    }
    return pairs.sorted();
  }

  private void block(long[] entries, Growing pairs) {
    int[] members = Arrays.stream(entries).mapToInt(it -> (int) (it & INDEX)).distinct().toArray();
    int reach = members.length;
    if (members.length > BIGGEST) {
      members =
          Arrays.stream(members)
              .boxed()
              .sorted(Comparator.comparing(this::called).thenComparing(it -> it))
              .mapToInt(Integer::intValue)
              .toArray();
      reach = NEIGHBOURS;
    }
    for (int i = 0; i < members.length; i++) {
      for (int j = i + 1; j < Math.min(members.length, i + 1 + reach); j++) {
        meet(members[i], members[j], pairs);
      }
    }
  }

  private void meet(int one, int other, Growing pairs) {
    if (!all.get(one).told().source().equals(all.get(other).told().source())) {
      pairs.add(((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other));
    }
  }

  private String called(int index) {
    List<Name> names = all.get(index).names().all();
    return names.isEmpty() ? "" : names.getFirst().joined();
  }

  /// Numbers as they come, bare: there are millions.
  private static final class Growing {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    /// Each once, in order.
    long[] sorted() {
      Arrays.parallelSort(values, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || values[i] != values[i - 1]) {
          values[kept++] = values[i];
        }
      }
      return Arrays.copyOf(values, kept);
    }
  }
}
