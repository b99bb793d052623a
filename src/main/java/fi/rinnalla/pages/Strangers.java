package fi.rinnalla.pages;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The parameters of an address that nobody reads: a misspelt filter filters nothing, and whoever
/// wrote it believes that it does.
public final class Strangers {
  /// What others hang on links that pass through them, and what gets past a cache; no one means
  /// these to narrow anything.
  private static final Set<String> HUNG_ON = Set.of("fbclid", "gclid", "_");

  private static final String CAMPAIGN = "utm_";

  private Strangers() {}

  public static List<String> among(Collection<String> given, Collection<String> known) {
    return given.stream()
        .filter(it -> !known.contains(it) && !HUNG_ON.contains(it) && !it.startsWith(CAMPAIGN))
        .toList();
  }
}
