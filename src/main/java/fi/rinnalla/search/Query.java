package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A search, in our own terms; the index behind it may be any.
///
/// @param words as they were typed; empty means everything
/// @param when only what is held or open at some moment of this span
/// @param age of the child in years
/// @param related only what belongs to this organizer, place or service
/// @param page from 1
public record Query(
    String words,
    Where where,
    @Nullable Span when,
    @Nullable Double age,
    boolean free,
    Set<String> languages,
    Set<Accessibility> features,
    Set<String> themes,
    Set<Kind> kinds,
    Set<UUID> related,
    Sort sort,
    Instant now,
    int page,
    int size) {
  public static final int LONGEST_WORDS = 200;
  public static final int LAST_HIT = 2000;

  public Query {
    words = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    languages = Set.copyOf(languages);
    features = Set.copyOf(features);
    themes = Set.copyOf(themes);
    kinds = Set.copyOf(kinds);
    related = Set.copyOf(related);
    size = Math.clamp(size, 1, 1000);
    page = Math.clamp(page, 1, Math.max(1, LAST_HIT / size));
  }

  public static Query all(Instant now) {
    return new Query(
        "",
        new Where.Anywhere(),
        null,
        null,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Sort.RELEVANCE,
        now,
        1,
        20);
  }

  public Query withWords(String asked) {
    return new Query(
        asked, where, when, age, free, languages, features, themes, kinds, related, sort, now, page,
        size);
  }

  public Query in(Where place) {
    return new Query(
        words, place, when, age, free, languages, features, themes, kinds, related, sort, now, page,
        size);
  }

  public Query during(Span span) {
    return new Query(
        words, where, span, age, free, languages, features, themes, kinds, related, sort, now, page,
        size);
  }

  public Query by(Sort order) {
    return new Query(
        words, where, when, age, free, languages, features, themes, kinds, related, order, now,
        page, size);
  }

  public Query of(Set<Kind> only) {
    return new Query(
        words, where, when, age, free, languages, features, themes, only, related, sort, now, page,
        size);
  }

  /// Only what belongs to the theme.
  public Query about(String theme) {
    return about(Set.of(theme));
  }

  /// Only what belongs to one of the themes or terms.
  public Query about(Set<String> anyOf) {
    return new Query(
        words, where, when, age, free, languages, features, anyOf, kinds, related, sort, now, page,
        size);
  }

  public Query relatedTo(UUID id) {
    return new Query(
        words,
        where,
        when,
        age,
        free,
        languages,
        features,
        themes,
        kinds,
        Set.of(id),
        sort,
        now,
        page,
        size);
  }

  public Query page(int number, int hits) {
    return new Query(
        words, where, when, age, free, languages, features, themes, kinds, related, sort, now,
        number, hits);
  }

  /// Where to look.
  public sealed interface Where {
    record Anywhere() implements Where {}

    /// Within so many metres of a point.
    record Near(Position point, int metres) implements Where {
      public Near {
        metres = Math.clamp(metres, 100, 200_000);
      }
    }

    /// In these areas or any area within them; distances are told from the point, if there is one.
    record In(List<AreaCode> areas, @Nullable Position from) implements Where {
      public In {
        areas = List.copyOf(areas);
      }
    }

    default @Nullable Position from() {
      return switch (this) {
        case Anywhere _ -> null;
        case Near near -> near.point();
        case In in -> in.from();
      };
    }
  }

  public enum Sort {
    RELEVANCE,
    DISTANCE,
    TIME
  }
}
