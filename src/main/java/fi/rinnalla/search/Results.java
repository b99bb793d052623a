package fi.rinnalla.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param total how many fit in all
/// @param lenient true when nothing fitted the words as they were, so that near misses are shown
public record Results(int total, List<Hit> hits, Map<Facet, List<Count>> facets, boolean lenient) {

  public Results {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
  }

  /// @param next the first time that is not over, of those the search asked for
  /// @param times those within the span the search asked for, a few at most
  /// @param metres from where the searcher is
  public record Hit(Card card, @Nullable Span next, List<Span> times, @Nullable Double metres) {
    public Hit {
      times = List.copyOf(times);
    }
  }

  /// How many of the hits have this value.
  public record Count(String value, int hits) {}

  /// What results are counted by.
  public enum Facet {
    KIND,
    THEME,
    LANGUAGE,
    FREE,
    FEATURE,
    MUNICIPALITY;

    String field() {
      return "facet_" + name();
    }
  }
}
