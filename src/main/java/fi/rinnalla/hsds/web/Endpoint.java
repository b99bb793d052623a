package fi.rinnalla.hsds.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;

/// The addresses, and which parameters each of them answers; the description of the API
/// (`hsds/openapi.json`) says the same, which a test sees to.
@NamedInterface("endpoints")
public enum Endpoint {
  SERVICES("/services", List.of(Groups.LISTING, Groups.OF_SERVICES, List.of("minimal", "full"))),
  SERVICE("/services/{id}", List.of(List.of("lang"))),
  SERVICES_AT_LOCATIONS(
      "/service_at_locations",
      List.of(Groups.LISTING, Groups.OF_SERVICES, List.of("full", "postcode", "proximity"))),
  SERVICE_AT_LOCATION("/service_at_locations/{id}", List.of(List.of("lang"))),
  ORGANIZATIONS(
      "/organizations",
      List.of(
          Groups.LISTING,
          List.of("taxonomy_term_id", "taxonomy_id", "modified_after", "full", "full_service"))),
  ORGANIZATION("/organizations/{id}", List.of(List.of("full_service", "lang"))),
  TAXONOMIES("/taxonomies", List.of(Groups.LISTING)),
  TAXONOMY("/taxonomies/{id}", List.of(List.of("lang"))),
  TAXONOMY_TERMS(
      "/taxonomy_terms", List.of(Groups.LISTING, List.of("taxonomy_id", "top_only", "parent_id"))),
  TAXONOMY_TERM("/taxonomy_terms/{id}", List.of(List.of("lang")));

  /// All that any of them answers.
  static final Set<String> ALL =
      Arrays.stream(values())
          .flatMap(it -> it.parameters.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final String path;
  private final Set<String> parameters;

  Endpoint(String path, List<List<String>> parameters) {
    this.path = path;
    this.parameters = new LinkedHashSet<>(parameters.stream().flatMap(List::stream).toList());
  }

  public String path() {
    return path;
  }

  /// Whether it answers with many, page by page.
  public boolean isList() {
    return !path.contains("{");
  }

  /// Whether words are looked for in the index.
  boolean asksIndex() {
    return this == SERVICES || this == SERVICES_AT_LOCATIONS;
  }

  public Set<String> parameters() {
    return Collections.unmodifiableSet(parameters);
  }

  /// Those that go together; apart from the enum, whose own constants come too late for its values.
  private static final class Groups {
    static final List<String> LISTING = List.of("search", "page", "per_page", "format", "lang");

    static final List<String> OF_SERVICES =
        List.of(
            "taxonomy_term_id",
            "taxonomy_id",
            "organization_id",
            "modified_after",
            "minimum_age",
            "maximum_age",
            "age",
            "day",
            "start_time",
            "end_time");
  }
}
