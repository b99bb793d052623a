package fi.rinnalla.channels.web;

import fi.rinnalla.hsds.web.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The addresses for programs, and which parameters each of them reads. Those of HSDS are described
/// by their own room ([#HSDS]).
enum ApiEndpoint {
  SEARCH("/api/search", "application/json", ApiParameter.allBut(), "SearchAnswer"),
  POINTS(
      "/api/search/points",
      "application/json",
      ApiParameter.allBut(ApiParameter.PAGE, ApiParameter.SIZE),
      "Points"),
  CALENDAR(
      "/calendar.ics",
      "text/calendar",
      ApiParameter.allBut(ApiParameter.PAGE, ApiParameter.SIZE, ApiParameter.SORT),
      ""),
  FEED(
      "/feed.atom",
      "application/atom+xml",
      ApiParameter.allBut(ApiParameter.PAGE, ApiParameter.SIZE),
      ""),
  EMBED(
      "/embed",
      "text/html",
      Stream.concat(
              ApiParameter.allBut(ApiParameter.PAGE).stream(),
              Stream.of(ApiParameter.ACCENT, ApiParameter.TEXT))
          .toList(),
      ""),
  LABELS("/api/map/labels", "application/json", List.of(ApiParameter.LANGUAGE), "Labels"),
  OPENAPI("/api/openapi.json", "application/json", List.of(), "Any");

  static final String HSDS_BASE = "/api/hsds/3.1";

  /// What the description of HSDS tells itself.
  static final List<String> HSDS =
      Stream.of(
              Stream.of("/"),
              Arrays.stream(Endpoint.values()).map(Endpoint::path),
              Stream.of("/package.zip"))
          .flatMap(it -> it)
          .toList();

  /// What there is about HSDS besides, each a JSON file.
  static final List<String> HSDS_FILES =
      List.of(
          HSDS_BASE + "/openapi.json",
          "/api/hsds/family-services",
          "/api/hsds/family-services/profile/{file}",
          "/api/hsds/family-services/schema/{file}");

  private final String path;
  private final String answers;
  private final List<ApiParameter> parameters;
  private final String schema;

  ApiEndpoint(String path, String answers, List<ApiParameter> parameters, String schema) {
    this.path = path;
    this.answers = answers;
    this.parameters = List.copyOf(parameters);
    this.schema = schema;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path() {
    return path;
  }

  /// The media type of its answer.
  String answers() {
    return answers;
  }

  List<ApiParameter> parameters() {
    return parameters;
  }

  /// The schema of its answer; empty when that isn't JSON.
  String schema() {
    return schema;
  }

  /// Whether it refuses what it can't understand; what somebody follows goes on with the rest.
  boolean refuses() {
    return this == SEARCH || this == POINTS;
  }

  /// Something to try it with.
  String example() {
    return switch (this) {
      case LABELS, OPENAPI -> path;
      case CALENDAR -> path + "?where=Hyvink%C3%A4%C3%A4";
      default -> path + "?where=Hyvink%C3%A4%C3%A4&when=week";
    };
  }
}
