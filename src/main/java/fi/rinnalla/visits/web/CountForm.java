package fi.rinnalla.visits.web;

import fi.rinnalla.visits.HeadCount;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The numbers of a count as its form sends them.
public final class CountForm {
  private CountForm() {}

  /// Nothing when one of them is no count.
  static Optional<HeadCount> read(Map<String, String> typed) {
    int adults = number(typed, HeadCount.Who.ADULTS);
    int children = number(typed, HeadCount.Who.CHILDREN);
    int families = number(typed, HeadCount.Who.NEW_FAMILIES);
    return HeadCount.isNoCount(adults)
            || HeadCount.isNoCount(children)
            || HeadCount.isNoCount(families)
        ? Optional.empty()
        : Optional.of(new HeadCount(adults, children, families));
  }

  /// Whose plus or minus was pressed; null when the numbers were sent.
  static HeadCount.@Nullable Who pressed(String more, String less) {
    return HeadCount.Who.find(more.isEmpty() ? less : more).orElse(null);
  }

  /// What stands in a field: what was sent and couldn't be taken, else what is counted.
  public static String value(HeadCount count, Map<String, String> typed, HeadCount.Who who) {
    return typed.getOrDefault(who.code(), String.valueOf(count.of(who)));
  }

  /// An empty field is nobody; what is no number is no count.
  private static int number(Map<String, String> typed, HeadCount.Who who) {
    String written = typed.getOrDefault(who.code(), "").strip();
    if (written.isEmpty()) {
      return 0;
    }
    return written.matches("\\d{1,4}") ? Integer.parseInt(written) : -1;
  }
}
