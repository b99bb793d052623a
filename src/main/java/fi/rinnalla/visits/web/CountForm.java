package fi.rinnalla.visits.web;

import fi.rinnalla.visits.Counting;
import fi.rinnalla.visits.HeadCount;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The numbers of a count as its form sends them.
public final class CountForm {
  private CountForm() {}

  /// The field of what a number was when the form was opened.
  public static String seen(HeadCount.Who who) {
    return "seen_" + who.code();
  }

  /// Nothing when one of them is no count.
  static Optional<Counting> read(Map<String, String> typed) {
    boolean more = typed.containsKey("more");
    String pressed = typed.getOrDefault(more ? "more" : "less", "");
    return numbers(typed, HeadCount.Who::code)
        .map(now ->
            new Counting(
                numbers(typed, CountForm::seen).orElse(now),
                now,
                HeadCount.Who.find(pressed).orElse(null),
                more ? 1 : -1));
  }

  private static Optional<HeadCount> numbers(
      Map<String, String> typed, Function<HeadCount.Who, String> field) {
    int adults = number(typed, field.apply(HeadCount.Who.ADULTS));
    int children = number(typed, field.apply(HeadCount.Who.CHILDREN));
    int families = number(typed, field.apply(HeadCount.Who.NEW_FAMILIES));
    return HeadCount.isNoCount(adults)
            || HeadCount.isNoCount(children)
            || HeadCount.isNoCount(families)
        ? Optional.empty()
        : Optional.of(new HeadCount(adults, children, families));
  }

  /// What stands in a field: what was sent and couldn't be taken, else what is counted.
  public static String value(HeadCount count, Map<String, String> typed, HeadCount.Who who) {
    return typed.getOrDefault(who.code(), String.valueOf(count.of(who)));
  }

  /// An empty field is nobody; what is no number is no count.
  private static int number(Map<String, String> typed, String field) {
    String written = typed.getOrDefault(field, "").strip();
    if (written.isEmpty()) {
      return 0;
    }
    return written.matches("\\d{1,4}") ? Integer.parseInt(written) : -1;
  }
}
