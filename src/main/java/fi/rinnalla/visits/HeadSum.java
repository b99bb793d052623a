package fi.rinnalla.visits;

/// How many came on several days together: of a month that may be more than any one day holds.
public record HeadSum(int adults, int children, int newFamilies) {
  public static final HeadSum NONE = new HeadSum(0, 0, 0);

  HeadSum plus(HeadSum other) {
    return new HeadSum(
        adults + other.adults, children + other.children, newFamilies + other.newFamilies);
  }

  static HeadSum of(HeadCount count) {
    return new HeadSum(count.adults(), count.children(), count.newFamilies());
  }

  public int people() {
    return adults + children;
  }
}
