package fi.rinnalla.upkeep;

import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a report is about: a record of the directory or the calendar, or something that isn't there
/// yet.
public record Subject(Kind kind, @Nullable UUID record) {

  public Subject {
    if ((kind == Kind.SUGGESTION) != (record == null)) {
      throw new IllegalArgumentException("a report is about a record, a suggestion about none");
    }
  }

  static Subject of(Ref ref) {
    Kind kind =
        switch (ref.kind()) {
          case ORGANIZATION -> Kind.ORGANIZATION;
          case SERVICE -> Kind.SERVICE;
          case PLACE -> Kind.PLACE;
          case EVENT -> Kind.EVENT;
        };
    return new Subject(kind, ref.id());
  }

  public enum Kind {
    SERVICE(Route.SERVICE),
    EVENT(Route.EVENT),
    PLACE(Route.PLACE),
    ORGANIZATION(Route.ORGANIZATION),
    /// Of what is missing, so there is no page of it.
    SUGGESTION(Route.REPORT);

    private final Route route;

    Kind(Route route) {
      this.route = route;
    }

    public Route route() {
      return route;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// By the word its pages have in addresses of a language: `palvelu`.
    public static Optional<Kind> find(Lang lang, String word) {
      for (Kind kind : values()) {
        if (kind != SUGGESTION && kind.route.word(lang).equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
