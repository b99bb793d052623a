package fi.rinnalla.signups;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many come together: adults, and children by their ages. No child has a name here.
///
/// @param ages in full years; who isn't one yet is 0
public record Party(int adults, List<Integer> ages) {
  public static final int MOST_ADULTS = 10;
  public static final int MOST_CHILDREN = 10;
  private static final int OLDEST = 17;

  /// `1.5` and `1,5 v` are one child of a year and a half; `1,5` are two.
  private static final Pattern AGE =
      Pattern.compile(
          "(\\d{1,2})(?:\\.\\d|,5(?=\\s*(?:v|år|y)))?\\s*(kk|mån|mo|months?|v|år|y|years?)?\\b");

  /// What may stand between two ages.
  private static final Pattern BETWEEN =
      Pattern.compile("[\\s,;.&+/]|\\bja\\b|\\boch\\b|\\band\\b");

  public Party {
    ages = List.copyOf(ages);
    if (adults < 1 || adults > MOST_ADULTS || ages.size() > MOST_CHILDREN) {
      throw new IllegalArgumentException("no family of this size signs up");
    }
    if (ages.stream().anyMatch(age -> age < 0 || age > OLDEST)) {
      throw new IllegalArgumentException("no child of this age");
    }
  }

  public int size() {
    return adults + ages.size();
  }

  /// `0, 3`.
  public String writtenAges() {
    return String.join(", ", ages.stream().map(String::valueOf).toList());
  }

  /// Ages as parents write them: `0, 3`, `8 kk ja 3 v`. Nothing when they can't be read.
  public static Optional<List<Integer>> ages(String written) {
    Matcher age = AGE.matcher(written.toLowerCase(Locale.ROOT));
    List<Integer> ages = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    while (age.find()) {
      String unit = age.group(2);
      int number = Integer.parseInt(age.group(1));
      boolean months = unit != null && unit.startsWith("k") || unit != null && unit.startsWith("m");
      ages.add(months ? number / 12 : number);
      age.appendReplacement(rest, " ");
    }
    age.appendTail(rest);
    boolean readable =
        BETWEEN.matcher(rest).replaceAll("").isEmpty()
            && ages.size() <= MOST_CHILDREN
            && ages.stream().allMatch(it -> it <= OLDEST);
    return readable ? Optional.of(ages) : Optional.empty();
  }
}
