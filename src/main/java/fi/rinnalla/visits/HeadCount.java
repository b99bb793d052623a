package fi.rinnalla.visits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How many came to a visit: numbers, and nobody.
public record HeadCount(int adults, int children, int newFamilies) {
  public static final HeadCount NONE = new HeadCount(0, 0, 0);

  /// More than any place holds, so that a slip of the thumb is no thousand.
  public static final int MOST = 2000;

  public HeadCount {
    if (isNoCount(adults) || isNoCount(children) || isNoCount(newFamilies)) {
      throw new IllegalArgumentException("a head count from 0 to " + MOST);
    }
  }

  public static boolean isNoCount(int number) {
    return number < 0 || number > MOST;
  }

  /// Who is counted.
  public enum Who {
    ADULTS,
    CHILDREN,
    NEW_FAMILIES;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Who> find(String code) {
      return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
  }

  public int of(Who who) {
    return switch (who) {
      case ADULTS -> adults;
      case CHILDREN -> children;
      case NEW_FAMILIES -> newFamilies;
    };
  }

  public int people() {
    return adults + children;
  }
}
