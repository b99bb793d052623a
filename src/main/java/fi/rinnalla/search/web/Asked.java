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
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.springframework.modulith.NamedInterface;
import org.springframework.util.MultiValueMap;

/// What an address asks for: the parameters as they came, the search they mean, and what of them
/// could not be understood. An address may be shared, bookmarked or typed by hand, so nothing in it
/// is an error page; the rest is still searched.
///
/// | parameter | meaning |
/// |---|---|
/// | `q` | words |
/// | `where` | a town, a district, a county or a postcode |
/// | `area` | the code of an area |
/// | `lat`, `lon`, `radius` | a position and metres around it (5 000 when not said) |
/// | `when` | [When]'s words |
/// | `age` | the child's age in years; a part year as a decimal |
/// | `free` | `1`: free of charge only |
/// | `lang` | `fi`, `sv`, …: a language it is given in |
/// | `acc` | `pram`, `wheelchair`, …; each must be there |
/// | `theme` | a theme or a class of PTV |
/// | `kind` | `service`, `event`, `place` |
/// | `of` | the id of an organizer, a place or a service |
/// | `sort` | `relevance`, `distance`, `time` |
/// | `page`, `size` | from 1; at most 100 on a page |
/// | `view` | `list`, `map`, `calendar` (pages only) |
@NamedInterface("asked")
public record Asked(
    Map<String, List<String>> parameters,
    Query query,
    String words,
    String where,
    @Nullable Area area,
    String when,
    String view,
    List<Problem> problems) {
  private static final int DEFAULT_RADIUS = 5000;
  private static final int PAGE = 20;
  private static final Pattern POSTCODE = Pattern.compile("\\d{5}");

  /// What could not be understood: the parameter, its value, and the key of the sentence.
  public record Problem(String parameter, String value, String message) {}

  public static Asked of(
      MultiValueMap<String, String> raw, Areas areas, Classification classification, Instant now) {
    return new Reader(raw, areas, classification, now).read();
  }

  /// The parameters that are read.
  public static List<String> names() {
    return Reader.KNOWN;
  }

  /// The one value of a parameter, or nothing.
  public String first(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /// All values of a parameter that were understood.
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  public boolean has(String name, String value) {
    return parameters.getOrDefault(name, List.of()).contains(value);
  }

  /// Whether anything is asked at all, beside how to show it.
  public boolean isEmpty() {
    return problems.isEmpty() && !narrows();
  }

  /// Whether anything that was understood narrows the search.
  public boolean narrows() {
    return !parameters.keySet().stream()
        .allMatch(Set.of("view", "page", "sort", "size", "radius")::contains);
  }

  /// The query string with a parameter set otherwise, back on the first page; null takes it out.
  public String with(String name, @Nullable String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.remove("page");
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, List.of(value));
    }
    return queryString(changed);
  }

  /// The query string without one of a parameter's values.
  public String without(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.remove("page");
    changed.computeIfPresent(
        name, (_, values) -> values.stream().filter(one -> !one.equals(value)).toList());
    if (name.equals("lat")) {
      changed.remove("lon");
      changed.remove("radius");
    }
    return queryString(changed);
  }

  /// The same search in another area.
  public String inArea(AreaCode code) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    List.of("page", "where", "lat", "lon", "radius").forEach(changed::remove);
    changed.put("area", List.of(code.value()));
    return queryString(changed);
  }

  public String onPage(int page) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.put("page", List.of(Integer.toString(page)));
    return queryString(changed);
  }

  public String queryString() {
    return queryString(parameters);
  }

  /// The query string of the search itself, for whoever follows it in their own way: without how a
  /// page shows it or what else is left out, and with the language of the answer.
  public String followed(Lang lang, String... leftOut) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    List.of("view", "page", "size").forEach(changed::remove);
    List.of(leftOut).forEach(changed::remove);
    changed.put("language", List.of(lang.code()));
    return queryString(changed);
  }

  /// The query string of what is searched alone, for what doesn't depend on how it is shown.
  public String shared() {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    List.of("view", "page", "size", "sort").forEach(changed::remove);
    return queryString(changed);
  }

  private static String queryString(Map<String, List<String>> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach((name, values) -> {
      for (String value : values) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
        query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    });
    return query.toString();
  }

  /// Reads parameters one by one, keeping a list of what it could not understand.
  private static final class Reader {
    private static final List<String> KNOWN =
        List.of(
            "q", "where", "area", "lat", "lon", "radius", "when", "age", "free", "lang", "acc",
            "theme", "kind", "of", "sort", "page", "size", "view");
    private static final int MOST_VALUES = 20;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Areas areas;
    private final Classification classification;
    private final Instant now;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Area area;

    Reader(
        MultiValueMap<String, String> raw,
        Areas areas,
        Classification classification,
        Instant now) {
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
          .forEach(
              code -> Kind.find(code).ifPresentOrElse(kinds::add, () -> problem("kind", code)));
      Set<UUID> related = new LinkedHashSet<>();
      all("of").forEach(id -> uuid(id).ifPresentOrElse(related::add, () -> problem("of", id)));
      boolean free = first("free").equals("1");
      if (!free && !first("free").isEmpty()) {
        problem("free", first("free"));
      }
      Set<String> languages = known("lang", Reader::isLanguage);
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
      for (Problem problem : problems) {
        parameters.computeIfPresent(
            problem.parameter(),
            (_, values) -> {
              List<String> rest =
                  values.stream().filter(it -> !it.equals(problem.value())).toList();
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
        problems.add(new Problem(name, first(name), "search.problem.half"));
      }
    }

    private void problem(String name, String value) {
      problems.add(new Problem(name, value, "search.problem." + name));
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
}
