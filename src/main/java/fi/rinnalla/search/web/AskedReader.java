package fi.rinnalla.search.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Span;
import fi.rinnalla.search.When;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads parameters one by one, keeping a list of what it could not understand.
final class AskedReader {
  static final List<String> KNOWN =
      List.of(
          "q", "where", "area", "lat", "lon", "radius", "when", "age", "free", "lang", "acc",
          "theme", "kind", "of", "sort", "page", "size", "view");
  private static final int DEFAULT_RADIUS = 5000;
  private static final int PAGE = 20;
  private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
  private static final int MOST_VALUES = 20;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Map<String, List<String>> parameters = new LinkedHashMap<>();
  private final Areas areas;
  private final Classification classification;
  private final Instant now;
  private final List<Asked.Problem> problems = new ArrayList<>();
  private @Nullable Area area;

  AskedReader(
      MultiValueMap<String, String> raw, Areas areas, Classification classification, Instant now) {
    for (String name : KNOWN) {
      List<String> values =
          raw.getOrDefault(name, List.of()).stream()
              .filter(value -> value != null && !value.isBlank())
              .map(String::strip)
              .map(value -> value.length() > 200 ? value.substring(0, 200) : value)
              .distinct()
              .limit(MOST_VALUES)
              .toList();
      if (!values.isEmpty()) {
        parameters.put(name, values);
      }
    }
    this.areas = areas;
    this.classification = classification;
    this.now = now;
  }

  Asked read() {
    Query.Where where = where();
    String when = first("when");
    Span span = null;
    if (!when.isEmpty()) {
      span = When.parse(when, now).orElse(null);
      if (span == null) {
        problem("when", when);
        when = "";
      }
    }
    Double age = number("age", 0, 120);
    Set<Accessibility> features = new LinkedHashSet<>();
    all("acc")
        .forEach(code ->
            Accessibility.find(code).ifPresentOrElse(features::add, () -> problem("acc", code)));
    Set<Kind> kinds = new LinkedHashSet<>();
    all("kind")
        .forEach(code -> Kind.find(code).ifPresentOrElse(kinds::add, () -> problem("kind", code)));
    Set<UUID> related = new LinkedHashSet<>();
    all("of").forEach(id -> uuid(id).ifPresentOrElse(related::add, () -> problem("of", id)));
    boolean free = first("free").equals("1");
    if (!free && !first("free").isEmpty()) {
      problem("free", first("free"));
    }
    Set<String> languages = known("lang", AskedReader::isLanguage);
    Set<String> themes = known("theme", this::isTheme);
    Double page = number("page", 1, 100_000);
    Double size = number("size", 1, 100);
    Query query =
        new Query(
            first("q"),
            where,
            span,
            age,
            free,
            languages,
            features,
            themes,
            kinds,
            related,
            sort(where, span),
            now,
            page == null ? 1 : page.intValue(),
            size == null ? PAGE : size.intValue());
    String view = Set.of("map", "calendar").contains(first("view")) ? first("view") : "list";
    String words = first("q");
    String place = first("where");
    leaveOutProblems();
    return new Asked(parameters, query, words, place, area, when, view, List.copyOf(problems));
  }

  /// What was not understood narrows nothing, so no link on the page carries it on.
  private void leaveOutProblems() {
    for (Asked.Problem problem : problems) {
      parameters.computeIfPresent(
          problem.parameter(),
          (_, values) -> {
            List<String> rest = values.stream().filter(it -> !it.equals(problem.value())).toList();
            return rest.isEmpty() ? null : rest;
          });
    }
    // A position is both or neither.
    if (all("lat").isEmpty() || all("lon").isEmpty()) {
      parameters.remove("lat");
      parameters.remove("lon");
    }
  }

  private Set<String> known(String name, Predicate<String> isKnown) {
    Set<String> known = new LinkedHashSet<>();
    for (String value : all(name)) {
      if (isKnown.test(value)) {
        known.add(value);
      } else {
        problem(name, value);
      }
    }
    return known;
  }

  /// ISO 639-1, and three letters for the few languages that have no two; `sgn` for signing.
  private static boolean isLanguage(String code) {
    return LANGUAGES.contains(code) || code.equals("sign") || code.matches("[a-z]{3}");
  }

  /// Terms of ours and of PTV; one that another vocabulary gave is an address, and anyone's.
  private boolean isTheme(String code) {
    return code.contains(":") || classification.find(new TermCode(code)).isPresent();
  }

  private Query.Where where() {
    Double lat = number("lat", -90, 90);
    Double lon = number("lon", -180, 180);
    Double radius = number("radius", 100, 200_000);
    int metres = radius == null ? DEFAULT_RADIUS : radius.intValue();
    if (lat != null && lon != null) {
      return new Query.Where.Near(new Position(lat, lon), metres);
    }
    half("lat", "lon");
    half("lon", "lat");
    String code = first("area");
    if (!code.isEmpty()) {
      Area found = areas.find(new AreaCode(code)).orElse(null);
      if (found != null) {
        area = found;
        return new Query.Where.In(List.of(found.code()), found.centre());
      }
      problem("area", code);
    }
    String words = first("where");
    if (words.isEmpty()) {
      return new Query.Where.Anywhere();
    }
    if (POSTCODE.matcher(words).matches()) {
      Areas.Postcode postcode = areas.findPostcode(words).orElse(null);
      if (postcode != null) {
        area = postcode.municipality();
        Position centre = postcode.centre();
        return centre == null
            ? new Query.Where.In(List.of(area.code()), area.centre())
            : new Query.Where.Near(centre, metres);
      }
    }
    Area found = areas.findByName(words).orElse(null);
    if (found == null) {
      problem("where", words);
      return new Query.Where.Anywhere();
    }
    area = found;
    return new Query.Where.In(List.of(found.code()), found.centre());
  }

  private Query.Sort sort(Query.Where where, @Nullable Span when) {
    switch (first("sort")) {
      case "relevance":
        return Query.Sort.RELEVANCE;
      case "distance":
        return where.from() == null ? Query.Sort.RELEVANCE : Query.Sort.DISTANCE;
      case "time":
        return Query.Sort.TIME;
      case "":
        break;
      default:
        problem("sort", first("sort"));
    }
    if (!first("q").isEmpty()) {
      return Query.Sort.RELEVANCE;
    }
    // Without words: what is soonest when a time is asked, else what is nearest.
    return when != null
        ? Query.Sort.TIME
        : where.from() != null ? Query.Sort.DISTANCE : Query.Sort.RELEVANCE;
  }

  private @Nullable Double number(String name, double least, double most) {
    String value = first(name);
    if (value.isEmpty()) {
      return null;
    }
    try {
      double number = Double.parseDouble(value.replace(',', '.'));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      // Told below, with those out of range.
    }
    problem(name, value);
    return null;
  }

  /// A position is both or neither.
  private void half(String name, String other) {
    if (!first(name).isEmpty() && first(other).isEmpty()) {
      problems.add(new Asked.Problem(name, first(name), "search.problem.half"));
    }
  }

  private void problem(String name, String value) {
    problems.add(new Asked.Problem(name, value, "search.problem." + name));
  }

  private String first(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  private List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
