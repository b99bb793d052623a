package fi.rinnalla.search.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.search.Query;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /// What could not be understood: the parameter, its value, and the key of the sentence.
  public record Problem(String parameter, String value, String message) {}

  public static Asked of(
      MultiValueMap<String, String> raw, Areas areas, Classification classification, Instant now) {
    return new AskedReader(raw, areas, classification, now).read();
  }

  /// The parameters that are read.
  public static List<String> names() {
    return AskedReader.KNOWN;
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
}
