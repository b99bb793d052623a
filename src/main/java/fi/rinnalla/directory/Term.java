package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/// A term of a classification: HSDS `taxonomy_term`.
public record Term(
    TermCode code, Taxonomy taxonomy, @Nullable TermCode parent, @Nullable String uri, Text name) {

  /// The classifications the directory knows.
  public enum Taxonomy {
    /// Our own few subjects in parents' words; what the pages filter by.
    THEME,
    /// PTV service classes (palveluluokat).
    SERVICE_CLASS,
    /// PTV target groups (kohderyhmät).
    TARGET_GROUP,
    /// PTV life events (elämäntilanteet).
    LIFE_EVENT
  }
}
