package fi.rinnalla.visits;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who brings what to a visit.
///
/// @param by null when they bring it together
public record Contribution(Kind kind, @Nullable UUID by, String words) {
  public static final int LONGEST = 80;

  /// What a visit is made of.
  public enum Kind {
    SPACE,
    STAFF,
    SKILL,
    COFFEE,
    MATERIAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
