package fi.rinnalla.search;

import fi.rinnalla.pages.Route;
import java.util.Locale;
import java.util.Optional;

/// What a hit is.
public enum Kind {
  SERVICE,
  EVENT,
  PLACE,
  /// A question that is asked often, with its answer.
  ARTICLE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Where the pages of its records are.
  public Route route() {
    return switch (this) {
      case SERVICE -> Route.SERVICE;
      case EVENT -> Route.EVENT;
      case PLACE -> Route.PLACE;
      case ARTICLE -> Route.ARTICLE;
    };
  }

  public static Optional<Kind> find(String code) {
    for (Kind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
